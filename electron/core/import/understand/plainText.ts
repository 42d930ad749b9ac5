/** For comparing what people wrote: case, accents of width, dashes, quotes and punctuation do not matter. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[^\p{L}\p{N}&/%#£'+-]+/gu, ' ')
    .trim();
}

/** Words with letters in them. */
export const wordCount = (text: string): number => text.match(/\p{L}[\p{L}\p{N}'’/-]*/gu)?.length ?? 0;

const bullet = /^\s*(?:[•·●▪◦‣∙■□➢➤►–—*-]|[o](?=\s+\p{Lu})|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])\s+/u;

/** Whether a line begins as an item of a list, and what it says without the mark. */
export const isBullet = (line: string): boolean => bullet.test(line);
export const withoutBullet = (line: string): string => line.replace(bullet, '').trim();

/** First words, for a message or a sample. */
export function excerpt(text: string, characters = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= characters ? line : `${line.slice(0, characters - 1).trimEnd()}…`;
}
