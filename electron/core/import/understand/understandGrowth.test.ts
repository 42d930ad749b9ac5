import { describe, expect, it } from 'vitest';
import { processorTime } from '#test/helpers/processorTime.ts';
import type { Merge, Sheet, SheetCell } from '../sheet.ts';
import { understand } from './understand.ts';

const header = ['Ref', 'Theme', 'Action', 'Lead', 'Deadline', 'Success measure', 'Progress', 'RAG'];
const themes = ['Visibility', 'Recognition', 'Career Development', 'Sustainability'];
const cellsOf = (texts: readonly string[]): (SheetCell | undefined)[] =>
  texts.map((text) => (text === '' ? undefined : { value: text, text }));
const rowOf = (index: number): string[] => [
  `A${index}`,
  themes[index % 4] ?? '',
  `Prepare a rota for workshop ${index} and write to every head of school`,
  index % 2 === 0 ? 'Estates / Library' : 'Dean',
  `${(index % 28) + 1} May 20${10 + (index % 20)}`,
  `${index} members of staff take part`,
  `So far ${index} have been told`,
  ['Green', 'Amber', 'Red', '', `Purple ${index}`][index % 5] ?? '',
];

type Layout = (index: number, rowsSoFar: number) => { readonly rows: readonly string[][]; readonly merge?: Merge };
const layouts: Readonly<Record<string, Layout>> = {
  'a plain table': (index) => ({ rows: [rowOf(index)] }),
  'headers again and again': (index) => ({ rows: index % 10 === 0 ? [header, rowOf(index)] : [rowOf(index)] }),
  'another header again and again': (index) => ({
    rows: index % 10 === 0 ? [header.toSpliced(7, 1, `Comments ${index}`), rowOf(index)] : [rowOf(index)],
  }),
  'merged themes': (index, top) => ({
    rows: [rowOf(index)],
    ...(index % 4 === 0 ? { merge: { top, left: 1, bottom: top + 3, right: 1 } } : {}),
  }),
  sections: (index) => ({ rows: index % 5 === 0 ? [[`Objective ${index}: all know`], rowOf(index)] : [rowOf(index)] }),
  'actions over two rows': (index) => ({ rows: [rowOf(index), ['', '', '', 'HR', '', '', 'More was done']] }),
  bullets: (index) => ({
    rows: [rowOf(index).toSpliced(2, 1, `• Write to dean ${index} again\n• Hold lunch ${index} for all`)],
  }),
};

function sheetWith(actions: number, layout: Layout): Sheet {
  const rows = [cellsOf(header)];
  const merges: Merge[] = [];
  for (let index = 0; index < actions; index += 1) {
    const { rows: more, merge } = layout(index, rows.length);
    for (const texts of more) rows.push(cellsOf(texts));
    if (merge !== undefined) merges.push(merge);
  }
  const last = rows.length - 1;
  return {
    name: 'Plan',
    kind: 'worksheet',
    hidden: false,
    rows,
    columnCount: header.length,
    merges: merges.map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, last) })),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    headingsAbove: [],
  };
}

/** The quickest of some runs: the first is slower, as long as nothing has been compiled. */
const milliseconds = (sheet: Sheet, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => processorTime(() => understand([sheet]))));

describe('the time to understand a sheet', () => {
  it.each(Object.entries(layouts))('grows with its length, not with the square of it: %s', (_, layout) => {
    const short = milliseconds(sheetWith(800, layout), 3);
    const long = milliseconds(sheetWith(8_000, layout), 1);
    // Ten times the rows: a hundred times the time would be the square. Half of that leaves room for a machine whose
    // memory is slow.
    expect(long).toBeLessThan(short * 40 + 500);
  });
});
