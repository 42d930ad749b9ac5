import type { Institution } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';

/** The institution's words with one of them changed; a word that is emptied goes back to the usual one. */
export function withThemeWord(words: Institution['themeWords'], theme: Theme, word: string): Institution['themeWords'] {
  const { [theme]: _before, ...others } = words;
  return word.trim() === '' ? others : { ...others, [theme]: word };
}
