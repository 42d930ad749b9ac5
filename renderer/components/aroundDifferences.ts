import type { WordPart } from './wordDifference.ts';

/** How many words of what is the same are shown on either side of a difference, so that its place can be told. */
const usuallyAround = 25;

/** The differences with some words around them; `…` stands for what is the same in both. */
export function aroundDifferences(parts: readonly WordPart[], wordsAround = usuallyAround): readonly WordPart[] {
  return parts.map((part, index) => {
    const words = part.text.match(/\S+\s*/gu) ?? [];
    const before = index === 0 ? 0 : wordsAround;
    const after = index === parts.length - 1 ? 0 : wordsAround;
    if (part.kind !== 'same' || parts.length === 1 || words.length <= before + after) return part;
    const kept = [words.slice(0, before).join('').trimEnd(), words.slice(words.length - after).join('')];
    return {
      kind: 'same',
      text: kept
        .map((text) => text || '')
        .join(' … ')
        .trimStart(),
    };
  });
}
