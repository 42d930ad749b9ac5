import { importLimits } from '#shared/limits.ts';
import type { Merge, SheetCell } from '../sheet.ts';
import { type HtmlCell, htmlCell } from './htmlCell.ts';
import type { HtmlStyle } from './htmlStyles.ts';

/** Puts the cells of one table where they stand, past those that reach down from rows above. */
export type HtmlTable = {
  readonly openColumn: (attributes: ReadonlyMap<string, string>, style: HtmlStyle) => void;
  readonly openRow: (style: HtmlStyle) => void;
  readonly openCell: (attributes: ReadonlyMap<string, string>, style: HtmlStyle) => HtmlCell;
  readonly closeCell: () => void;
  /** The cell that is open. */
  readonly cell: () => HtmlCell | undefined;
  readonly finish: () => HtmlTableParts;
};

export type HtmlTableParts = {
  readonly rows: (SheetCell | undefined)[][];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
};

/** HTML itself allows no wider and no taller cell. */
const widest = 1_000;
const tallest = 65_534;

const spanOf = (attributes: ReadonlyMap<string, string>, name: string, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(attributes.get(name) ?? '1', 10) || 1));

export function htmlTable(): HtmlTable {
  const rows: (SheetCell | undefined)[][] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  /** By column, the last row that a cell from above reaches. */
  const reachedBy: number[] = [];
  let columns = 0;
  let row = -1;
  let column = 0;
  let rowStyle: HtmlStyle = {};
  let open: { readonly cell: HtmlCell; readonly row: number; readonly column: number } | undefined;

  const closeCell = (): void => {
    if (open === undefined) return;
    const finished = open.cell.finish();
    const cells = rows[open.row];
    if (finished !== undefined && cells !== undefined && open.column < importLimits.columns) {
      cells[open.column] = finished;
    }
    open = undefined;
  };

  const openRow = (style: HtmlStyle): void => {
    closeCell();
    row += 1;
    column = 0;
    rowStyle = style;
    rows[row] = [];
    if (style.hidden) hiddenRows.add(row);
  };

  return {
    openColumn: (attributes, style) => {
      const span = spanOf(attributes, 'span', widest);
      const hidden = style.hidden === true || attributes.get('width') === '0';
      for (let at = columns; hidden && at < columns + span; at += 1) hiddenColumns.add(at);
      columns += span;
    },
    openRow,
    openCell: (attributes, style) => {
      closeCell();
      if (row < 0) openRow({});
      // Beyond the widest table that a page can hold nothing is looked at, so nothing needs to be in its place.
      while (column < widest && (reachedBy[column] ?? -1) >= row) column += 1;
      const width = spanOf(attributes, 'colspan', widest);
      const height = spanOf(attributes, 'rowspan', tallest);
      if (width * height > 1 && style.flows !== true) {
        merges.push({ top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
      }
      if (height > 1) {
        for (let at = column; at < Math.min(column + width, widest); at += 1) reachedBy[at] = row + height - 1;
      }
      const cell = htmlCell({ ...rowStyle, ...style }, attributes);
      open = { cell, row, column };
      column += width;
      return cell;
    },
    closeCell,
    cell: () => open?.cell,
    finish: () => {
      closeCell();
      return {
        rows,
        merges: merges.map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, row) })),
        hiddenRows,
        hiddenColumns,
      };
    },
  };
}
