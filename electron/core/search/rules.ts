/** Around the first place where a word is found, on each side. */
const excerptCharacters = 60;

/** Letters alone count: capitals, accents and the shape of apostrophes do not. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[‘’]/gu, "'").toLowerCase();

export const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Every word sought stands somewhere in the texts of the thing. */
export function matches(texts: readonly string[], words: readonly string[]): boolean {
  const all = folded(texts.join('\n'));
  return words.every((word) => all.includes(word));
}

/** A stretch of the first text that holds one of the words, in its own spelling, on one line. */
export function excerptOf(texts: readonly string[], words: readonly string[]): string {
  for (const text of texts) {
    const { letters, starts } = foldedWithPlaces(text);
    const found = words.map((word) => letters.indexOf(word)).filter((place) => place >= 0);
    if (found.length === 0) continue;
    const place = starts[Math.min(...found)] ?? 0;
    const from = wordStart(text, Math.max(0, place - excerptCharacters));
    const to = Math.min(text.length, place + excerptCharacters);
    const middle = text.slice(from, to).replaceAll(/\s+/gu, ' ').trim();
    return `${from > 0 ? '…' : ''}${middle}${to < text.length ? '…' : ''}`;
  }
  return '';
}

/** Folding may lengthen or shorten a text, so each folded letter remembers where it came from. */
function foldedWithPlaces(text: string): { readonly letters: string; readonly starts: readonly number[] } {
  let letters = '';
  const starts: number[] = [];
  let place = 0;
  for (const letter of text) {
    const plain = folded(letter);
    letters += plain;
    for (let index = 0; index < plain.length; index += 1) starts.push(place);
    place += letter.length;
  }
  return { letters, starts };
}

function wordStart(text: string, place: number): number {
  if (place === 0) return 0;
  const space = text.slice(place).search(/\s/u);
  return space >= 0 && space < excerptCharacters / 2 ? place + space + 1 : place;
}
