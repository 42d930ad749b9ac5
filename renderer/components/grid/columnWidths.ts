import type { GridColumn } from './gridColumns.ts';

/** Narrower than this a column of long texts reads like a ladder. */
const leastGrowing = 150;

/**
 * Widths in pixels: what a person has set, else the column's own; those that grow share what is left. Where there is not
 * enough room the sum is wider than the space, and the grid scrolls sideways.
 */
export function columnWidths<Row>(
  columns: readonly GridColumn<Row>[],
  set: Readonly<Record<string, number>>,
  space: number,
): readonly number[] {
  const fixed = columns.map(({ key, width, grows }) => set[key] ?? (grows ? null : width));
  const growing = columns.filter((_, index) => fixed[index] === null);
  const wanted = growing.reduce((sum, { width }) => sum + width, 0);
  const left = space - fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  return columns.map(({ width }, index) => {
    const own = fixed[index];
    if (own !== null && own !== undefined) return own;
    return Math.max(leastGrowing, Math.floor((left * width) / Math.max(1, wanted)));
  });
}
