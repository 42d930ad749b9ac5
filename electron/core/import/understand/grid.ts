import { columnLetter, type Merge, type Sheet, type SheetCell } from '../sheet.ts';

/** A sheet with its merges answered: every cell under a merge shows the merge's first cell. */
export type Grid = {
  readonly sheet: Sheet;
  readonly index: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The cell that a person sees there. */
  readonly at: (row: number, column: number) => SheetCell | undefined;
  readonly text: (row: number, column: number) => string;
  /** How a person finds a cell of this sheet: `F5`; in a Word table `row 5, column 6`. */
  readonly place: (row: number, column: number) => string;
  /** For messages: `sheet “Plan”, row 5`, or `table 2, row 5`. */
  readonly where: (row: number) => string;
  readonly whereColumn: (column: number) => string;
  /** As a person counts, from 1. */
  readonly rowNumber: (row: number) => number;
  readonly columnName: (column: number) => string;
  /** Its rows were made of the columns, or of the forms, of what the file holds. */
  readonly turned?: 'sideways' | 'form';
  readonly mergeAt: (row: number, column: number) => Merge | undefined;
  /** Columns of a row that hold text of their own, not that of a merge begun further up or to the left. */
  readonly filled: (row: number) => readonly number[];
};

export function makeGrid(sheet: Sheet, index: number): Grid {
  const merges = new Map<number, Merge>();
  const width = Math.max(sheet.columnCount, 1);
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) merges.set(row * width + column, merge);
    }
  }
  const mergeAt = (row: number, column: number): Merge | undefined => merges.get(row * width + column);
  const at = (row: number, column: number): SheetCell | undefined => {
    const merge = merges.size === 0 ? undefined : mergeAt(row, column);
    return merge === undefined ? sheet.rows[row]?.[column] : sheet.rows[merge.top]?.[merge.left];
  };
  const isOutline = sheet.kind === 'wordOutline';
  const name = sheet.kind === 'wordTable' || isOutline ? sheet.name : `sheet “${sheet.name}”`;
  return {
    sheet,
    index,
    rowCount: sheet.rows.length,
    columnCount: sheet.columnCount,
    at,
    text: (row, column) => at(row, column)?.text ?? '',
    place: (row, column) =>
      isOutline
        ? `paragraph ${row + 1}`
        : sheet.kind === 'wordTable'
          ? `row ${row + 1}, column ${column + 1}`
          : `${columnLetter(column)}${row + 1}`,
    where: (row) => (isOutline ? `paragraph ${row + 1}` : `${name}, row ${row + 1}`),
    whereColumn: (column) => `${name}, column ${sheet.kind === 'wordTable' ? column + 1 : columnLetter(column)}`,
    rowNumber: (row) => row + 1,
    columnName: columnLetter,
    mergeAt,
    filled: (row) => {
      const columns: number[] = [];
      const cells = sheet.rows[row] ?? [];
      for (let column = 0; column < cells.length; column += 1) {
        if ((cells[column]?.text ?? '') === '') continue;
        const merge = merges.size === 0 ? undefined : mergeAt(row, column);
        if (merge === undefined || (merge.top === row && merge.left === column)) columns.push(column);
      }
      return columns;
    },
  };
}
