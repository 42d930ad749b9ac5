import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnWidths } from './columnWidths.ts';
import type { GridColumn } from './gridColumns.ts';

const column = (key: string, width: number, grows = false): GridColumn<string> => ({
  key,
  label: key,
  width,
  grows,
  text: () => '',
});
const review = [
  column('ref', 64),
  column('text', 300, true),
  column('lead', 150),
  column('due', 104),
  column('progress', 260, true),
  column('rag', 138),
];
const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);

it('shares what is left among the columns that grow, by their own widths', () => {
  expect(columnWidths(review, {}, 1_016)).toEqual([64, 300, 150, 104, 260, 138]);
  expect(columnWidths(review, {}, 1_576)[1]).toBe(600);
});

it('lets one column take the least without a sideways scroll for the others', () => {
  const widths = columnWidths(review, {}, 770);
  expect(widths[4]).toBeGreaterThanOrEqual(144);
  expect(sum(widths)).toBeLessThanOrEqual(770);
});

it('has the others give a little before it scrolls, but never what a person has set', () => {
  const widths = columnWidths(review, { lead: 150 }, 720);
  expect(sum(widths)).toBeLessThanOrEqual(720);
  expect(widths[2]).toBe(150);
  expect(widths[0]).toBeLessThan(64);
  expect(columnWidths(review, {}, 500)).toEqual([64, 144, 150, 104, 144, 138]);
});

it('fits whenever there is room for the least of each, and is never narrower than that', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 3_000 }),
      fc.array(fc.tuple(fc.integer({ min: 40, max: 400 }), fc.boolean()), { minLength: 1, maxLength: 9 }),
      (space, given) => {
        const columns = given.map(([width, grows], at) => column(String(at), width, grows));
        const widths = columnWidths(columns, {}, space);
        const fixed = sum(columns.filter(({ grows }) => !grows).map(({ width }) => width));
        const growing = columns.filter(({ grows }) => grows).length;
        for (const [at, width] of widths.entries()) if (columns[at]?.grows) expect(width).toBeGreaterThanOrEqual(144);
        if (growing > 0 && fixed + growing * 144 <= space) expect(sum(widths)).toBeLessThanOrEqual(space);
      },
    ),
  );
});
