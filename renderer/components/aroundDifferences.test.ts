import { expect, it } from 'vitest';
import { aroundDifferences } from './aroundDifferences.ts';
import { compareWords } from './wordDifference.ts';

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(' ');

it('shows each difference whole, with some words around it', () => {
  const before = `${words(1, 100)} nine members ${words(200, 100)} in May ${words(300, 100)}`;
  const after = `${words(1, 100)} eleven members ${words(200, 100)} in June ${words(300, 100)}`;
  const shown = aroundDifferences(compareWords(before, after));
  expect(shown.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual([
    'nine',
    'eleven',
    'May',
    'June',
  ]);
  expect(shown[0]?.text).toBe(`… ${words(76, 25)} `);
  expect(shown.at(-1)?.text).toBe(`${words(300, 25)} … `);
  expect(shown[3]?.text).toMatch(/^members word200 .* … .* word299 in $/u);
});

it('leaves short texts, and texts that are the same, as they are', () => {
  const short = compareWords('The group met.', 'The group meets.');
  expect(aroundDifferences(short)).toEqual(short);
  const same = compareWords(words(1, 100), words(1, 100));
  expect(aroundDifferences(same)).toEqual(same);
});
