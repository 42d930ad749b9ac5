import { importLimits } from '#shared/limits.ts';
import type { SheetCell } from '../sheet.ts';
import type { StyleParts } from './styleParts.ts';

/** Rows as they come from a file, which may be formatted far beyond what it holds. */
export type SparseRows = {
  /** @returns false where the cell was passed over, as all further empty ones of the same kind will be. */
  readonly put: (row: number, column: number, cell: SheetCell | undefined) => boolean;
  /** For the cells of the row that the file does not give. */
  readonly styleRow: (row: number, style: StyleParts) => void;
  readonly finish: () => (SheetCell | undefined)[][];
};

/** Excel has no row beyond this. */
export const lastRow = 1_048_575;

/** Stands for a cell that the file gives as plain, where its row or column would have a fill. */
const plainCell: SheetCell = { value: '', text: '' };

/**
 * Empty coloured cells count only among cells that hold something: those below the last text of a sheet are let go,
 * however many there are. Throws nothing; cells beyond the limits of rows and columns are passed over.
 * @param columnStyles for cells that neither the file gives nor the style of their row formats.
 */
export function sparseRows(columnStyles: ReadonlyMap<number, StyleParts>): SparseRows {
  const rows: (SheetCell | undefined)[][] = [];
  const rowStyles = new Map<number, StyleParts>();
  let emptyKept = 0;
  let width = 0;

  const rowAt = (row: number): (SheetCell | undefined)[] => {
    // One array each, since conditional formats may fill cells in between later.
    while (rows.length <= row) rows.push([]);
    return rows[row] as (SheetCell | undefined)[];
  };

  return {
    put: (row, column, cell) => {
      if (!(row >= 0 && row <= lastRow && column >= 0 && column < importLimits.columns)) return false;
      const isEmpty = cell === undefined || cell.text === '';
      if (isEmpty) {
        if (emptyKept >= importLimits.emptyCells) return false;
        if (cell === undefined && !rowStyles.has(row) && !columnStyles.has(column)) return true;
        emptyKept += 1;
      } else {
        emptyKept = 0;
        if (column >= width) width = column + 1;
      }
      rowAt(row)[column] = cell ?? plainCell;
      return true;
    },
    styleRow: (row, style) => {
      if (row >= 0 && row <= lastRow && rowStyles.size < importLimits.rows) rowStyles.set(row, style);
    },
    finish: () => {
      if (rowStyles.size > 0 || columnStyles.size > 0) {
        rows.forEach((cells, row) => {
          const rowStyle = rowStyles.get(row);
          if (cells.length === 0) return;
          for (let column = 0; column < width; column += 1) {
            const style = rowStyle ?? columnStyles.get(column);
            if (cells[column] === undefined && style?.fill !== undefined) cells[column] = { ...plainCell, ...style };
          }
        });
      }
      return rows;
    },
  };
}
