import type { GridColumn } from './gridColumns.ts';

/** Narrower than this a column of long texts reads like a ladder. */
const leastGrowing = 144;
/** So much of their width do the other columns give up before the grid scrolls sideways for want of a few pixels. */
const mostGiven = 0.12;

/**
 * Widths in pixels: what a person has set, else the column's own; those that grow share what is left. Where there is not
 * enough room the sum is wider than the space, and the grid scrolls sideways.
 */
export function columnWidths<Row>(
  columns: readonly GridColumn<Row>[],
  set: Readonly<Record<string, number>>,
  space: number,
): readonly number[] {
  const growing = columns.filter(({ key, grows }) => grows && set[key] === undefined);
  const others = columns.filter((column) => !growing.includes(column));
  const own = others.reduce((sum, { key, width }) => sum + (set[key] === undefined ? width : 0), 0);
  const taken = own + others.reduce((sum, { key }) => sum + (set[key] ?? 0), 0);
  const lack = growing.length === 0 ? 0 : taken + growing.length * leastGrowing - space;
  const given = lack > 0 && lack <= own * mostGiven ? lack / own : 0;
  const shares = sharesOf(growing, space - taken + own * given);
  return columns.map((column) => {
    const { key, width } = column;
    return set[key] ?? shares.get(column) ?? Math.floor(width * (1 - given));
  });
}

/** By their own widths; a column whose share would be too narrow takes the least, and the rest share what that leaves. */
function sharesOf<Row>(columns: readonly GridColumn<Row>[], space: number): ReadonlyMap<GridColumn<Row>, number> {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const share = ({ width }: GridColumn<Row>): number => Math.floor((space * width) / Math.max(1, wanted));
  const narrow = columns.filter((column) => share(column) < leastGrowing);
  if (narrow.length === 0) return new Map(columns.map((column) => [column, share(column)]));
  const rest = columns.filter((column) => !narrow.includes(column));
  return new Map([
    ...narrow.map((column) => [column, leastGrowing] as const),
    ...sharesOf(rest, space - narrow.length * leastGrowing),
  ]);
}
