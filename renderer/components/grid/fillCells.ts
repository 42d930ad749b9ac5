import { copiedCell } from './clipboardBlock.ts';
import type { CellRange } from './selection.ts';
import { seriesOf } from './series.ts';
import {
  type CellsWritten,
  type CellToWrite,
  type GridCells,
  nothingWritten,
  sentenceOf,
  type WrittenWords,
  writeCells,
} from './writeCells.ts';

/** Filling from cells that are there, and emptying cells. Nothing is carried out here. */

export interface FillResult extends CellsWritten {
  readonly sentence: string;
}

const filled: WrittenWords = {
  done: 'Filled',
  past: 'filled',
  nothing: 'Nothing changed: the cells hold this already.',
  countsSame: true,
};
const cleared: WrittenWords = {
  done: 'Cleared',
  past: 'cleared',
  nothing: 'Nothing changed: the cells are empty already.',
  countsSame: false,
};
const cut: WrittenWords = { ...cleared, done: 'Cut', past: 'cut' };

function carried<Row>(grid: GridCells<Row>, cells: readonly CellToWrite[], words: WrittenWords): FillResult {
  const result = writeCells(grid, cells);
  return { ...result, sentence: sentenceOf(result, words, grid.columns) };
}

/** A refusal in one sentence: there is nothing to fill from. */
const nothingFrom = (sentence: string): FillResult => ({ ...nothingWritten, sentence });

/** Ctrl+D: the first row of the selection into those below; of one row alone, the row above into it, as in Excel. */
export function fillDown<Row>(grid: GridCells<Row>, range: CellRange): FillResult {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  if (from < 0) return nothingFrom('Nothing was filled: there is no row above.');
  return carried(grid, repeated(grid, { ...range, top: from, bottom: from }, { ...range, top: from + 1 }), filled);
}

/** Ctrl+R: the first column of the selection into those to its right; of one column alone, the one to its left. */
export function fillRight<Row>(grid: GridCells<Row>, range: CellRange): FillResult {
  const from = range.left === range.right ? range.left - 1 : range.left;
  if (from < 0) return nothingFrom('Nothing was filled: there is no column to the left.');
  return carried(grid, repeated(grid, { ...range, left: from, right: from }, { ...range, left: from + 1 }), filled);
}

/** The cells that dragging the handle of `source` to a cell would fill: the farther way decides. Null inside it. */
export function handleTarget(
  source: CellRange,
  to: { readonly row: number; readonly column: number },
): CellRange | null {
  const down = to.row - source.bottom;
  const up = source.top - to.row;
  const right = to.column - source.right;
  const left = source.left - to.column;
  const farthest = Math.max(down, up, right, left);
  if (farthest <= 0) return null;
  if (farthest === down) return { ...source, top: source.bottom + 1, bottom: to.row };
  if (farthest === up) return { ...source, top: to.row, bottom: source.top - 1 };
  if (farthest === right) return { ...source, left: source.right + 1, right: to.column };
  return { ...source, left: to.column, right: source.left - 1 };
}

/**
 * Dragging the handle of `source` over `target`, from `handleTarget`: the block repeats. Down and up, a column that
 * `continuesSeries` goes on with one, where the source has at least two cells that count by a constant step.
 */
export function fillByHandle<Row>(grid: GridCells<Row>, source: CellRange, target: CellRange): FillResult {
  const cells = repeated(grid, source, target);
  const isVertical = target.top > source.bottom || target.bottom < source.top;
  if (!isVertical) return carried(grid, cells, filled);
  const series = new Map(
    grid.columns.slice(source.left, source.right + 1).flatMap((column, at) => {
      const rows = column.continuesSeries ? grid.rows.slice(source.top, source.bottom + 1) : [];
      const next = seriesOf(rows.map((row) => column.text(row)));
      return next ? [[source.left + at, next] as const] : [];
    }),
  );
  const continued = cells.flatMap((cell): readonly CellToWrite[] => {
    const next = series.get(cell.column);
    if (!next) return [cell];
    // A series that counts down stops where nothing comes before: there is no V-1.
    const text = next(cell.row - source.top);
    return text === null ? [] : [{ row: cell.row, column: cell.column, text }];
  });
  return carried(grid, continued, filled);
}

/**
 * By key, without the handle: in each column of the selection the cells that are filled from its top on begin a series,
 * which goes on to its foot; where all of them are, the first two do. A column in which nothing counts is left alone.
 */
export function continueSeries<Row>(grid: GridCells<Row>, range: CellRange): FillResult {
  const rows = grid.rows.slice(range.top, range.bottom + 1);
  const cells = grid.columns.slice(range.left, range.right + 1).flatMap((column, at): readonly CellToWrite[] => {
    if (!column.continuesSeries) return [];
    const texts = rows.map((row) => column.text(row));
    const blank = texts.findIndex((text) => text.trim() === '');
    const begun = blank < 0 ? 2 : blank;
    const next = seriesOf(texts.slice(0, begun));
    if (!next) return [];
    return texts.flatMap((_, place) => {
      const text = place < begun ? null : next(place);
      return text === null ? [] : [{ row: range.top + place, column: range.left + at, text }];
    });
  });
  return cells.length === 0
    ? nothingFrom('Nothing was filled: select two cells or more that count, V1 and V2 or two months, and those below.')
    : carried(grid, cells, filled);
}

/** The cells of `source` over `target`, again and again, in step with where `source` stands. */
function repeated<Row>(grid: GridCells<Row>, source: CellRange, target: CellRange): readonly CellToWrite[] {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const cells: CellToWrite[] = [];
  for (let row = target.top; row <= Math.min(target.bottom, grid.rows.length - 1); row += 1) {
    for (let column = target.left; column <= Math.min(target.right, grid.columns.length - 1); column += 1) {
      const from = grid.rows[source.top + remainder(row - source.top, height)];
      const like = grid.columns[source.left + remainder(column - source.left, width)];
      if (from === undefined || !like) continue;
      const { text, fields } = copiedCell(from, like);
      cells.push({ row, column, text, fields });
    }
  }
  return cells;
}

const remainder = (value: number, by: number): number => ((value % by) + by) % by;

/** Delete: every selected cell, with all of its fields. */
export const clearCells = <Row>(grid: GridCells<Row>, range: CellRange): FillResult =>
  carried(grid, emptied(grid, range), cleared);

/** Ctrl+X: what was copied is taken away at once, in one step, and one undo brings it back. */
export const cutCells = <Row>(grid: GridCells<Row>, range: CellRange): FillResult =>
  carried(grid, emptied(grid, range), cut);

function emptied<Row>(grid: GridCells<Row>, { top, bottom, left, right }: CellRange): readonly CellToWrite[] {
  const cells: CellToWrite[] = [];
  for (let row = top; row <= Math.min(bottom, grid.rows.length - 1); row += 1) {
    for (let column = left; column <= Math.min(right, grid.columns.length - 1); column += 1) {
      const from = grid.rows[row];
      const like = grid.columns[column];
      const fields = from === undefined ? [] : (like?.fields?.(from) ?? []);
      const each = fields.length > 1 ? Object.fromEntries(fields.map(({ key }) => [key, ''])) : undefined;
      cells.push({ row, column, text: '', fields: each });
    }
  }
  return cells;
}
