import { continuedMark, longTextHeadings } from '#core/export/workbook/layout.ts';
import type { Grid } from './grid.ts';

/** The whole of a text that begins in a cell and goes on elsewhere. */
export type LongTexts = (id: string, heading: string, cell: string) => string;

/**
 * The sheet “Long texts” of our workbook. A cell that says that it goes on is joined with its parts; where these were
 * deleted it is left as it is, with its mark, so that the loss shows.
 */
export function readLongTexts(grids: readonly Grid[]): LongTexts {
  const parts = new Map<string, { readonly part: number; readonly text: string }[]>();
  for (const grid of grids) {
    if (longTextHeadings.some((heading, column) => grid.text(0, column) !== heading)) continue;
    for (let row = 1; row < grid.rowCount; row += 1) {
      const key = `${grid.text(row, 0)} ${grid.text(row, 1)}`;
      const list = parts.get(key) ?? [];
      parts.set(key, list);
      list.push({ part: Number(grid.text(row, 2)), text: grid.text(row, 3) });
    }
  }
  return (id, heading, cell) => {
    if (!cell.endsWith(continuedMark)) return cell;
    const rest = parts.get(`${id} ${heading}`);
    if (rest === undefined) return cell;
    const inOrder = rest.toSorted((one, other) => one.part - other.part).map(({ text }) => text);
    return [cell.slice(0, -continuedMark.length).trimEnd(), ...inOrder].join('');
  };
}
