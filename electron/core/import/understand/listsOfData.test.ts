import { describe, expect, it } from 'vitest';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const texts = ['seminars', 'awards', 'mentors', 'networks', 'placements'].map(
  (what) => `Offer ${what} to the technicians of every faculty`,
);
const useOf = (rows: readonly (readonly CellSketch[])[]) => understand([sheetOf(rows)]).tables.map(({ use }) => use);

describe('a table without a header', () => {
  it('is a plan where its texts are rated', () => {
    expect(useOf(texts.map((text) => [text, 'Done', 'Library', 'Room 4']))).toEqual(['plan']);
    expect(useOf(texts.map((text, at) => [text, at < 2 ? 'Done' : '']))).toEqual(['plan']);
  });

  it.each<readonly [string, (at: number) => readonly CellSketch[]]>([
    ['where one rating stands among many texts', (at) => (at === 0 ? ['Done'] : [''])],
    ['where its percentages are what became less', () => ['-20%']],
    [
      'where it has dozens of columns',
      () => ['Done', ...Array.from({ length: 13 }, (_, column) => 'ABCDEFGHIJKLM'.slice(column, column + 1).repeat(4))],
    ],
  ])('is not a plan %s', (_, beside) => {
    expect(useOf(texts.map((text, at) => [text, ...beside(at)]))).toEqual(['not-a-plan']);
  });
});
