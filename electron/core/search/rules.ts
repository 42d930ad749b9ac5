import { foundIn } from '#shared/model/searchWords.ts';

/** Around the first place where a word is found, on each side. */
const excerptCharacters = 60;

/** Each word from its beginning, all of them, in any order: the language of the full-text index, safe for any text. */
export const queryOf = (words: readonly string[]): string =>
  words.map((word) => `"${word.replaceAll('"', '""').replaceAll('\0', ' ')}"*`).join(' ');

/** A stretch of the first text that holds one of the words, in its own spelling, on one line. */
export function excerptOf(texts: readonly string[], words: readonly string[]): string {
  for (const text of texts) {
    const [first] = foundIn(text, words);
    if (!first) continue;
    const [place] = first;
    const from = wordStart(text, Math.max(0, place - excerptCharacters));
    const to = Math.min(text.length, place + excerptCharacters);
    const middle = text.slice(from, to).replaceAll(/\s+/gu, ' ').trim();
    return `${from > 0 ? '…' : ''}${middle}${to < text.length ? '…' : ''}`;
  }
  return '';
}

function wordStart(text: string, place: number): number {
  if (place === 0) return 0;
  const space = text.slice(place).search(/\s/u);
  return space >= 0 && space < excerptCharacters / 2 ? place + space + 1 : place;
}
