/** How words are compared in a search: letters alone count, not capitals, accents or the shape of apostrophes. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[‘’]/gu, "'").toLowerCase();

/** The words of a search, folded; what stands in double quotes is one. Signs alone are none. */
export function wordsOf(text: string): readonly string[] {
  const words = [...folded(text).matchAll(/"([^"]*)"|(\S+)/gu)].map(([, phrase, word]) =>
    (phrase ?? word ?? '').trim(),
  );
  return words.map((word) => word.replaceAll('"', '')).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Folding may lengthen or shorten a text, so each folded letter remembers where it came from. */
export function foldedWithPlaces(text: string): { readonly letters: string; readonly starts: readonly number[] } {
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

/** Where the words stand in a text, from and to in its own characters, in order and without overlaps. */
export function foundIn(text: string, words: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const { letters, starts } = foldedWithPlaces(text);
  const places: [number, number][] = [];
  for (const word of words) {
    for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + word.length)) {
      // A word is sought from its beginning, as the index finds it.
      if (at > 0 && /[\p{L}\p{N}]/u.test(letters[at - 1] ?? '')) continue;
      places.push([starts[at] ?? 0, starts[at + word.length] ?? text.length]);
    }
  }
  const found: [number, number][] = [];
  for (const [from, to] of places.toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}
