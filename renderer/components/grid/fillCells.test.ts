import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clearCells, continueSeries, cutCells, fillByHandle, fillDown, fillRight, handleTarget } from './fillCells.ts';
import { at, gridOf, line } from './plansInGrid.testing.ts';

const range = (top: number, bottom: number, from: string, to = from) => ({
  top,
  bottom,
  left: at(from),
  right: at(to),
});
const plan = gridOf([
  line('a', { ref: 'V1', text: 'Show 1', due: 'January 2027' }),
  line('b', { ref: 'V2', text: 'Show 2', due: 'February 2027' }),
  line('c', { text: 'Keep' }),
  line('d'),
]);

it('copies the first row of the selection down, and the row above into a single one', () => {
  expect(fillDown(plan, range(0, 2, 'text', 'due'))).toMatchObject({
    changes: [
      { rowId: 'b', fields: { text: 'Show 1', due: 'January 2027' } },
      { rowId: 'c', fields: { text: 'Show 1', due: 'January 2027' } },
    ],
    sentence: 'Filled 4 cells.',
  });
  expect(fillDown(plan, range(1, 1, 'text')).changes).toEqual([{ rowId: 'b', fields: { text: 'Show 1' } }]);
  expect(fillDown(plan, range(0, 0, 'text'))).toMatchObject({
    changes: [],
    sentence: 'Nothing was filled: there is no row above.',
  });
});

it('copies the first column to the right, and the one to the left into a single one', () => {
  expect(fillRight(plan, range(0, 1, 'ref', 'text')).changes).toEqual([
    { rowId: 'a', fields: { text: 'V1' } },
    { rowId: 'b', fields: { text: 'V2' } },
  ]);
  expect(fillRight(plan, range(0, 0, 'due'))).toMatchObject({
    changes: [],
    sentence: '1 of 1 cell could not be filled: “Show 1” in Due. Give a date with its year, such as May 2027.',
  });
  expect(fillRight(plan, range(0, 0, 'ref')).sentence).toBe('Nothing was filled: there is no column to the left.');
});

it('takes the cells of the handle in the direction of the farther way', () => {
  const source = { top: 2, bottom: 3, left: 2, right: 3 };
  expect(handleTarget(source, { row: 6, column: 4 })).toEqual({ ...source, top: 4, bottom: 6 });
  expect(handleTarget(source, { row: 0, column: 3 })).toEqual({ ...source, top: 0, bottom: 1 });
  expect(handleTarget(source, { row: 4, column: 7 })).toEqual({ ...source, left: 4, right: 7 });
  expect(handleTarget(source, { row: 2, column: 0 })).toEqual({ ...source, left: 0, right: 1 });
  expect(handleTarget(source, { row: 3, column: 2 })).toBeNull();
});

it('goes on with a series down and up where the column counts, and repeats elsewhere', () => {
  const { changes } = fillByHandle(plan, range(0, 1, 'ref', 'due'), range(2, 3, 'ref', 'due'));
  expect(changes).toEqual([
    { rowId: 'c', fields: { ref: 'V3', text: 'Show 1', due: 'March 2027' } },
    { rowId: 'd', fields: { ref: 'V4', text: 'Show 2', due: 'April 2027' } },
  ]);
  const up = gridOf([line('z'), line('y'), line('x'), line('a', { ref: '1' }), line('b', { ref: '2' })]);
  expect(fillByHandle(up, range(3, 4, 'ref'), range(0, 2, 'ref')).changes).toEqual([
    { rowId: 'x', fields: { ref: '0' } },
  ]);
});

it('goes on by key with the series that a selection begins with, and says where nothing counts', () => {
  expect(continueSeries(plan, range(0, 3, 'ref', 'due'))).toMatchObject({
    changes: [
      { rowId: 'c', fields: { ref: 'V3', due: 'March 2027' } },
      { rowId: 'd', fields: { ref: 'V4', due: 'April 2027' } },
    ],
    sentence: 'Filled 4 cells.',
  });
  const full = gridOf(['V1', 'V2', 'V7'].map((ref, index) => line(String(index), { ref })));
  expect(continueSeries(full, range(0, 2, 'ref')).changes).toEqual([{ rowId: '2', fields: { ref: 'V3' } }]);
  for (const selected of [range(0, 0, 'ref'), range(2, 3, 'ref'), range(0, 3, 'text')])
    expect(continueSeries(plan, selected)).toMatchObject({
      changes: [],
      sentence: expect.stringMatching(/^Nothing was filled: select two cells or more that count/u),
    });
});

it('repeats a single cell, and blocks of texts in step', () => {
  expect(fillByHandle(plan, range(0, 0, 'ref'), range(1, 2, 'ref')).changes.map(({ fields }) => fields.ref)).toEqual([
    'V1',
    'V1',
  ]);
  const texts = gridOf(['', '', '', '', 'p', 'q', 'r'].map((text, index) => line(String(index), { text })));
  const up = fillByHandle(texts, range(4, 6, 'text'), range(0, 3, 'text'));
  expect(up.changes.map(({ fields }) => fields.text)).toEqual(['r', 'p', 'q', 'r']);
});

it('repeats to the right and to the left without going on with a series', () => {
  const wide = gridOf([line('a', { ref: 'V1', text: 'V2' })]);
  const { changes, problems } = fillByHandle(wide, range(0, 0, 'ref', 'text'), range(0, 0, 'due', 'rag'));
  expect(changes).toEqual([]);
  expect(problems.map(({ text }) => text)).toEqual(['V1', 'V2']);
});

it('fills both texts of a red action', () => {
  const reds = gridOf([line('a', { rag: 'red', progress: 'p', reason: 'r' }), line('b', { rag: 'red' })]);
  expect(fillDown(reds, range(0, 1, 'progress')).changes).toEqual([
    { rowId: 'b', fields: { progress: 'p', reason: 'r' } },
  ]);
});

it('empties the selected cells with all their texts, passing over those that are only read', () => {
  const reds = gridOf([line('a', { text: 'Show', rag: 'red', progress: 'p', reason: 'r' })]);
  expect(clearCells(reds, range(0, 0, 'text', 'created'))).toMatchObject({
    changes: [{ rowId: 'a', fields: { text: '', rag: '', progress: '', reason: '' } }],
    sentence: 'Cleared 3 cells. 1 cell cannot be written in and was left as it is.',
  });
  expect(clearCells(plan, range(3, 3, 'ref', 'due'))).toMatchObject({
    changes: [],
    sentence: 'Nothing changed: the cells are empty already.',
  });
  expect(cutCells(plan, range(0, 0, 'text')).sentence).toBe('Cut 1 cell.');
});

it('never fills a cell of the source, nor any outside the target', () => {
  const rows = fc.array(fc.string({ maxLength: 3 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), fc.nat(), (texts, a, b, c) => {
      const grid = gridOf(texts.map((text, index) => line(String(index), { ref: text, text })));
      const [top, bottom, to] = [a % texts.length, b % texts.length, c % texts.length];
      const source = { ...range(Math.min(top, bottom), Math.max(top, bottom), 'ref', 'text') };
      const target = handleTarget(source, { row: to, column: 0 });
      if (!target) return;
      for (const { rowId } of fillByHandle(grid, source, target).changes) {
        expect(Number(rowId)).toBeGreaterThanOrEqual(target.top);
        expect(Number(rowId)).toBeLessThanOrEqual(target.bottom);
      }
    }),
  );
});
