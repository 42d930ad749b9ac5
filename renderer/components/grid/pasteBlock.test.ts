import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copiedBlock } from './clipboardBlock.ts';
import { htmlOfBlock } from './clipboardHtml.ts';
import { blockOfText } from './clipboardText.ts';
import { type Paste, pasteBlock } from './pasteBlock.ts';
import { at, columns, gridOf, type Line, line } from './plansInGrid.testing.ts';
import { readClipboard } from './readClipboard.ts';

const three = [line('a', { ref: 'V1' }), line('b', { ref: 'V2' }), line('c', { ref: 'V3' })];
const cell = (row: number, key: string) => ({ top: row, bottom: row, left: at(key), right: at(key) });
const paste = (text: string, range: Paste['range'], rows: readonly Line[] = three, more: Partial<Paste> = {}) =>
  pasteBlock(gridOf(rows), { block: blockOfText(text), range, overflow: 'clip', ...more });

it('starts a block at the top left of the selection, and says how much it pasted', () => {
  const result = paste('S1\tOpen days\nS2\tTalks', cell(1, 'ref'));
  expect(result.changes).toEqual([
    { rowId: 'b', fields: { ref: 'S1', text: 'Open days' } },
    { rowId: 'c', fields: { ref: 'S2', text: 'Talks' } },
  ]);
  expect(result.sentence).toBe('Pasted 4 cells.');
  expect(result.range).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
});

it('fills the selection with one cell, and repeats a block that divides it', () => {
  const one = paste('May 2027', { top: 0, bottom: 2, left: at('due'), right: at('due') });
  expect(one.changes.map(({ fields }) => fields)).toEqual([
    { due: 'May 2027' },
    { due: 'May 2027' },
    { due: 'May 2027' },
  ]);
  const four = [...three, line('d')];
  const pair = paste('x\ny', { top: 0, bottom: 3, left: at('text'), right: at('text') }, four);
  expect(pair.changes.map(({ fields }) => fields.text)).toEqual(['x', 'y', 'x', 'y']);
  const odd = paste('x\ny', { top: 0, bottom: 2, left: at('text'), right: at('text') }, four);
  expect(odd.changes.map(({ fields }) => fields.text)).toEqual(['x', 'y']);
});

it('checks every value as if it was typed, leaves a cell that fails and says which', () => {
  const result = paste('Septembre\nMay 2027\nJune 2027', cell(0, 'due'));
  expect(result.changes).toEqual([
    { rowId: 'b', fields: { due: 'May 2027' } },
    { rowId: 'c', fields: { due: 'June 2027' } },
  ]);
  expect(result.problems).toEqual([
    { row: 'a', column: 'due', text: 'Septembre', problem: 'Give a date with its year, such as May 2027.' },
  ]);
  expect(result.sentence).toBe(
    'Pasted 2 cells. 1 of 3 cells could not be pasted: “Septembre” in Due. Give a date with its year, such as May 2027.',
  );
});

it('says nothing of pasting where nothing could be', () => {
  expect(paste('soon', cell(0, 'due')).sentence).toBe(
    '1 of 1 cell could not be pasted: “soon” in Due. Give a date with its year, such as May 2027.',
  );
});

it('passes over cells that are only read, and counts them', () => {
  const result = paste('2027\n2028', cell(0, 'created'));
  expect(result).toMatchObject({ changes: [], skipped: 2 });
  expect(result.sentence).toBe('2 cells cannot be written in and were left as they are.');
  expect(paste('2027', cell(0, 'created')).sentence).toBe('1 cell cannot be written in and was left as it is.');
});

it('clips what reaches beyond the last column, and says so', () => {
  const result = paste('begun\tx\ty', cell(0, 'progress'));
  expect(result.clipped).toEqual({ rows: 0, columns: 1 });
  expect(result.sentence).toBe(
    'Pasted 1 cell. 1 cell cannot be written in and was left as it is. 1 column did not fit and was left out.',
  );
});

it('clips rows beyond the last one, or adds them where the person wants that', () => {
  const text = 'x\ny\nz';
  const clipped = paste(text, cell(1, 'text'));
  expect(clipped).toMatchObject({ clipped: { rows: 1, columns: 0 }, added: [] });
  expect(clipped.sentence).toBe('Pasted 2 cells. 1 row did not fit and was left out.');
  const added = paste(text, cell(1, 'text'), three, { overflow: 'add' });
  expect(added).toMatchObject({ clipped: { rows: 0, columns: 0 }, added: [{ text: 'z' }] });
  expect(added.sentence).toBe('Pasted 3 cells and added 1 row.');
  expect(added.range).toEqual({ top: 1, bottom: 3, left: at('text'), right: at('text') });
});

it('adds no row for an empty one, nor for one with nothing but problems', () => {
  const blank = paste('x\n\t\n\t', cell(2, 'text'), three, { overflow: 'add' });
  expect(blank.added).toEqual([]);
  expect(paste('x\n\n', cell(2, 'text')).clipped.rows).toBe(0);
  const failing = paste('May 2027\nsoon', cell(2, 'due'), three, { overflow: 'add' });
  expect(failing.added).toEqual([]);
  expect(failing.problems).toMatchObject([{ row: null, text: 'soon' }]);
});

it('makes rows in an empty grid', () => {
  const result = paste('V1\tShow\nV2\tTell', { top: 0, bottom: 0, left: 0, right: 0 }, [], { overflow: 'add' });
  expect(result.added).toEqual([
    { ref: 'V1', text: 'Show' },
    { ref: 'V2', text: 'Tell' },
  ]);
  expect(result.sentence).toBe('Pasted 4 cells and added 2 rows.');
});

it('takes what stands there already for no change, also in other words', () => {
  const rows = [line('a', { ref: 'V1', rag: 'green' })];
  expect(paste('V1', cell(0, 'ref'), rows)).toMatchObject({
    changes: [],
    sentence: 'Nothing changed: the cells hold this already.',
  });
  expect(paste('Done', cell(0, 'rag'), rows)).toMatchObject({ changes: [], same: 1 });
  expect(paste('V1\tnew', cell(0, 'ref'), rows)).toMatchObject({
    changes: [{ rowId: 'a', fields: { text: 'new' } }],
    sentence: 'Pasted 2 cells.',
  });
});

it('empties cells with empty ones, but not with those that a merged cell covers', () => {
  const rows = [line('a', { text: 'one' }), line('b', { text: 'two' }), line('c', { text: 'three' })];
  const html = '<table><tr><td rowspan=2>merged</tr><tr></tr><tr><td></td></tr></table>';
  const read = readClipboard({ html, text: '' });
  if (read.kind !== 'block') throw new Error('Not read');
  const { changes } = pasteBlock(gridOf(rows), { block: read.block, range: cell(0, 'text'), overflow: 'clip' });
  expect(changes).toEqual([
    { rowId: 'a', fields: { text: 'merged' } },
    { rowId: 'c', fields: { text: '' } },
  ]);
});

it('does not take the ##### of a narrow column for a value', () => {
  expect(paste('#######', cell(0, 'text')).problems).toMatchObject([
    { problem: 'The spreadsheet showed only ##### because its column is too narrow. Widen it there and copy again.' },
  ]);
});

it('leaves a text out that is longer than a cell holds', () => {
  const result = paste('x'.repeat(65_537), cell(0, 'text'));
  expect(result.changes).toEqual([]);
  expect(result.sentence).toContain(
    '“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” in Action. This is longer than the 65,536',
  );
});

it('refuses more rows and more text than one step may change, whole', () => {
  const many = Array.from({ length: 10_001 }, (_, index) => line(String(index)));
  const all = { top: 0, bottom: many.length - 1, left: at('text'), right: at('text') };
  expect(paste('x', all, many)).toMatchObject({
    changes: [],
    sentence: 'Nothing was pasted. More than 10,000 rows cannot be changed in one step. Select fewer rows.',
  });
  expect(paste('x'.repeat(60_000), { ...all, bottom: 99 }, many)).toMatchObject({
    changes: [],
    sentence: 'Nothing was pasted. More than 2,000,000 characters cannot be written in one step. Select fewer cells.',
  });
});

it('says that nothing was pasted where there is no room at all', () => {
  expect(paste('x', { top: 0, bottom: 0, left: 0, right: 0 }, []).sentence).toBe(
    'Nothing was pasted. 1 row did not fit and was left out.',
  );
});

it('says that text around the table was left out', () => {
  expect(paste('x', cell(0, 'text'), three, { leftOut: true }).sentence).toBe(
    'Pasted 1 cell. The text around the table was left out.',
  );
});

const copyOf = (rows: readonly Line[]) => {
  const read = readClipboard({ html: htmlOfBlock(copiedBlock(rows, columns)), text: '' });
  if (read.kind !== 'block') throw new Error('Not read');
  return read.block;
};

it('carries both texts of a red action to another, and in words to one that has no place for a reason', () => {
  const red = line('a', { rag: 'red', progress: 'Paused', reason: 'No budget' });
  const block = copyOf([red]).map((row) => row.slice(at('progress'), at('progress') + 1));
  const pasteOn = (row: Line) =>
    pasteBlock(gridOf([row]), { block, range: cell(0, 'progress'), overflow: 'clip' }).changes[0]?.fields;
  expect(pasteOn(line('b', { rag: 'red', reason: 'Old' }))).toEqual({ progress: 'Paused', reason: 'No budget' });
  expect(pasteOn(line('b', { rag: 'green' }))).toEqual({ progress: 'Paused\nReason: No budget' });
});

it('gives a row that stands in two groups one text only', () => {
  const twice = [three[0] ?? line('a'), line('b'), three[0] ?? line('a')];
  const result = paste('one\ntwo\nthree', cell(0, 'text'), twice);
  expect(result.changes).toEqual([
    { rowId: 'a', fields: { text: 'one' } },
    { rowId: 'b', fields: { text: 'two' } },
  ]);
  expect(result.problems).toMatchObject([{ row: 'a', text: 'three' }]);
  expect(paste('one\ntwo\none', cell(0, 'text'), twice).problems).toEqual([]);
});

const anyText = fc.oneof(fc.constantFrom('', 'Green', 'Done', 'soon', 'May 2027', '2027', '###'), fc.string());
const anyLine = (id: string): fc.Arbitrary<Line> =>
  fc
    .tuple(anyText, anyText, anyText, fc.constantFrom('', 'green', 'red'), anyText, anyText)
    .map(([ref, text, due, rag, progress, reason]) => line(id, { ref, text, due, rag, progress, reason }));
const anyRows = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyLine(`row ${index}`))));
const anyRange = (rows: number) =>
  fc
    .tuple(
      fc.nat({ max: Math.max(0, rows - 1) }),
      fc.nat({ max: 3 }),
      fc.nat({ max: columns.length - 1 }),
      fc.nat({ max: 3 }),
    )
    .map(([top, tall, left, wide]) => ({
      top,
      bottom: Math.max(top, Math.min(rows - 1, top + tall)),
      left,
      right: Math.min(columns.length - 1, left + wide),
    }));
const anyBlock = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, width]) =>
  fc.array(
    fc.array(
      anyText.map((text) => ({ text })),
      { minLength: width, maxLength: width },
    ),
    { minLength: rows, maxLength: rows },
  ),
);
const anyPaste = anyRows.chain((rows) =>
  fc.tuple(fc.constant(rows), anyRange(rows.length), anyBlock, fc.constantFrom('clip' as const, 'add' as const)),
);
const applied = (
  rows: readonly Line[],
  changes: readonly { rowId: string | null; fields: object }[],
): readonly Line[] => rows.map((row) => ({ ...row, ...changes.find(({ rowId }) => rowId === row.id)?.fields }));

it('accounts for every cell, changes no row twice, and once it is carried out has nothing left to change', () => {
  fc.assert(
    fc.property(anyPaste, ([rows, range, block, overflow]) => {
      const result = pasteBlock(gridOf(rows), { block, range, overflow });
      const ids = result.changes.map(({ rowId }) => rowId);
      expect(new Set(ids).size).toBe(ids.length);
      const [height, width] = [block.length, block[0]?.length ?? 0];
      const [tall, wide] = [range.bottom - range.top + 1, range.right - range.left + 1];
      const repeats = tall % height === 0 && wide % width === 0;
      const down = Math.min(repeats ? tall : height, overflow === 'add' ? 99 : rows.length - range.top);
      const across = Math.min(repeats ? wide : width, columns.length - range.left);
      const counted = result.written + result.same + result.skipped + result.problems.length;
      expect(counted).toBe(Math.max(0, down) * Math.max(0, across));
      expect(overflow === 'add' ? result.clipped.rows : result.added.length).toBe(0);
      expect(result.sentence).toMatch(/\.$|^$/);
      const again = pasteBlock(gridOf(applied(rows, result.changes)), { block, range, overflow: 'clip' });
      // A rating pasted beside it can give a cell its field for the reason, or take it; otherwise nothing is left.
      if (!result.changes.some(({ fields }) => 'rag' in fields)) expect(again.changes).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('changes nothing when cells are pasted where they were copied', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      if (rows.length === 0) return;
      const range = { top: 0, bottom: rows.length - 1, left: 0, right: columns.length - 1 };
      const result = pasteBlock(gridOf(rows), { block: copyOf(rows), range, overflow: 'clip' });
      expect(result.changes).toEqual([]);
      expect(result.added).toEqual([]);
    }),
  );
});
