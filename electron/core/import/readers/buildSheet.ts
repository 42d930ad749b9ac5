import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';
import { type Merge, placeOf, type Sheet, type SheetCell } from '../sheet.ts';

/** Counts over the whole file, so that many sheets together are held to the limits as well. */
export type ReadingBudget = { readonly fileName: string; rows: number; cells: number; sheets: number };

export const newBudget = (fileName: string): ReadingBudget => ({ fileName, rows: 0, cells: 0, sheets: 0 });

export type SheetParts = Omit<
  Sheet,
  'rows' | 'columnCount' | 'merges' | 'hiddenRows' | 'hiddenColumns' | 'headingsAbove'
> & {
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  readonly merges?: readonly Merge[];
  readonly hiddenRows?: ReadonlySet<number>;
  readonly hiddenColumns?: ReadonlySet<number>;
  readonly headingsAbove?: readonly string[];
};

const holdsText = (cell: SheetCell | undefined): boolean =>
  cell !== undefined && (cell.text !== '' || cell.note !== undefined);

/** Cuts the empty rim off, holds the sheet to the limits, and throws `file-too-large` with the place beyond them. */
export function buildSheet(parts: SheetParts, budget: ReadingBudget): Sheet {
  const tooLarge = (place: string): never => {
    throw new ImportError('file-too-large', { fileName: budget.fileName, place });
  };
  budget.sheets += 1;
  if (budget.sheets > importLimits.sheets) tooLarge(`sheet “${parts.name}”`);

  let rowCount = 0;
  let columnCount = 0;
  parts.rows.forEach((row, rowIndex) => {
    let used = false;
    row.forEach((cell, columnIndex) => {
      if (cell === undefined) return;
      budget.cells += 1;
      if (cell.text.length > importLimits.cellCharacters) tooLarge(placeOf(parts, rowIndex, columnIndex));
      if (budget.cells > importLimits.cells) tooLarge(placeOf(parts, rowIndex, columnIndex));
      if (!holdsText(cell)) return;
      used = true;
      if (columnIndex >= columnCount) columnCount = columnIndex + 1;
    });
    if (!used) return;
    rowCount = rowIndex + 1;
    budget.rows += 1;
    if (budget.rows > importLimits.rows) tooLarge(placeOf(parts, rowIndex, 0));
  });

  // A RAG column may hold colours and no text at all, under a header that has text; so only rows are cut by text.
  const rows = parts.rows.slice(0, rowCount).map((row) => row.slice(0, importLimits.columns));
  const widest = rows.reduce((width, row) => Math.max(width, lastUsed(row) + 1), columnCount);

  const merges: Merge[] = [];
  let merged = 0;
  for (const merge of parts.merges ?? []) {
    const bounded: Merge = {
      top: merge.top,
      left: merge.left,
      bottom: Math.min(merge.bottom, rowCount - 1),
      right: Math.min(merge.right, Math.max(widest, 1) - 1),
    };
    const height = bounded.bottom - bounded.top + 1;
    const width = bounded.right - bounded.left + 1;
    if (height < 1 || width < 1 || height * width < 2) continue;
    merged += height * width;
    merges.push(bounded);
    if (merges.length > importLimits.merges || merged > importLimits.mergedCells) {
      tooLarge(placeOf(parts, merge.top, merge.left));
    }
  }

  return {
    name: parts.name,
    kind: parts.kind,
    hidden: parts.hidden,
    rows,
    columnCount: Math.min(widest, importLimits.columns),
    merges,
    hiddenRows: parts.hiddenRows ?? new Set(),
    hiddenColumns: parts.hiddenColumns ?? new Set(),
    headingsAbove: parts.headingsAbove ?? [],
  };
}

function lastUsed(row: readonly (SheetCell | undefined)[]): number {
  for (let column = row.length - 1; column >= 0; column -= 1) if (row[column] !== undefined) return column;
  return -1;
}
