import type { SheetCell } from '../sheet.ts';
import type { ColumnGuess } from './columns.ts';
import { isHorizon, isTick } from './columnWords.ts';
import type { Grid } from './grid.ts';

/**
 * Whether a cell under a timescale is marked: by a tick, or by a fill as a Gantt chart has it. The colour of the whole
 * row is a band and marks nothing.
 * @param beside the cell of the action in the same row.
 */
export function isMarked(cell: SheetCell | undefined, beside: SheetCell | undefined): boolean {
  if (cell === undefined) return false;
  if (isTick(cell.text)) return true;
  return cell.text.trim() === '' && cell.fill !== undefined && !isWhite(cell.fill) && cell.fill !== beside?.fill;
}

const isWhite = (hex: string): boolean => /^#F[A-F]F[A-F]F[A-F]$/i.test(hex);

/**
 * Columns headed by a timescale under which there are only marks. Those of a chart may be empty for all rows.
 * @returns nothing unless some cell is marked.
 */
export function horizonMarkColumns(
  grid: Grid,
  headers: readonly string[],
  rows: readonly number[],
  ticksOf: (column: number) => { readonly filled: number; readonly ticks: number },
): readonly number[] {
  const columns = headers.flatMap((header, column) => {
    if (!isHorizon(header)) return [];
    const { filled, ticks } = ticksOf(column);
    return filled === 0 || ticks >= 0.9 ? [column] : [];
  });
  const others = headers.flatMap((_, column) => (columns.includes(column) ? [] : [column]));
  const isUsed = rows.some((row) =>
    columns.some((column) => {
      const cell = grid.sheet.rows[row]?.[column];
      const band = others.some(
        (other) => cell?.fill !== undefined && grid.sheet.rows[row]?.[other]?.fill === cell.fill,
      );
      return !band && isMarked(cell, undefined);
    }),
  );
  return isUsed ? columns : [];
}

/** The headings under which an action is marked, in order, one a line. */
export function markedHorizons(grid: Grid, row: number, columns: readonly ColumnGuess[]): string {
  const action = columns.find(({ role }) => role === 'action')?.column;
  const beside = action === undefined ? undefined : grid.at(row, action);
  return columns
    .filter(({ role, column }) => role === 'horizonTicks' && isMarked(grid.at(row, column), beside))
    .map(({ header }) => header)
    .join('\n');
}
