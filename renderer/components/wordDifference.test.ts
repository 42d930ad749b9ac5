import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from './wordDifference.ts';

const text = fc
  .array(fc.constantFrom('the', 'group', 'meets', 'each', 'term', 'year.'), { maxLength: 30 })
  .map((words) => words.join(' '));
const without = (parts: ReturnType<typeof compareWords>, kind: string) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text.trim())
    .join(' ')
    .trim();

describe('comparing two texts', () => {
  it('says which words went and which came', () => {
    expect(compareWords('The group met twice a year.', 'The group meets each term.')).toEqual([
      { kind: 'same', text: 'The group ' },
      { kind: 'removed', text: 'met twice a year.' },
      { kind: 'added', text: 'meets each term.' },
    ]);
  });

  it('shows a rewritten passage whole, whatever small words it shares with the one before', () => {
    const parts = compareWords(
      'It is true that a working group of six met twice in the year. All came.',
      'It is true that a Steering Group of eleven meets in each term. All came.',
    );
    expect(parts).toEqual([
      { kind: 'same', text: 'It is true that a ' },
      { kind: 'removed', text: 'working group of six met twice in the year. ' },
      { kind: 'added', text: 'Steering Group of eleven meets in each term. ' },
      { kind: 'same', text: 'All came.' },
    ]);
  });

  it('loses no word of either text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareWords(before, after);
        expect(without(parts, 'added')).toBe(before);
        expect(without(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('finds nothing to say about the same text', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(compareWords(same, same).every((part) => part.kind === 'same')).toBe(true);
      }),
    );
  });
});
