import type { Institution } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import type { DocumentWords } from '../word/documentWords.ts';
import { englishWords } from '../word/englishWords.ts';

/** A theme as the institution calls it, or else as it is usually called in the language of the document. */
export const themeTitle = (
  theme: Theme,
  institution: Institution | undefined,
  words: Pick<DocumentWords, 'themes'> = englishWords,
): string => institution?.themeWords[theme]?.trim() || words.themes[theme];
