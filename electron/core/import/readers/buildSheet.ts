import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';
import { type Merge, placeOf, type Sheet, type SheetCell, type SheetRow } from '../sheet.ts';

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
  const tooLarge = (place: string, most: number, of: string): never => {
    const limit = `${most.toLocaleString('en-GB')} ${of}`;
    throw new ImportError('file-too-large', { fileName: budget.fileName, place, limit });
  };
  budget.sheets += 1;
  if (budget.sheets > importLimits.sheets) tooLarge(`sheet “${parts.name}”`, importLimits.sheets, 'sheets');

  // A RAG column may hold colours and no text at all, under a header that has text; so only rows are cut by text.
  let rowCount = parts.rows.length;
  while (rowCount > 0 && parts.rows[rowCount - 1]?.some(holdsText) !== true) rowCount -= 1;
  const rows: SheetRow[] = [];
  let widest = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const cells = parts.rows[row] ?? [];
    let used = false;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell === undefined) continue;
      if (column >= widest) widest = column + 1;
      budget.cells += 1;
      if (cell.text.length > importLimits.cellCharacters) {
        tooLarge(placeOf(parts, row, column), importLimits.cellCharacters, 'characters in one cell');
      }
      if (budget.cells > importLimits.cells) tooLarge(placeOf(parts, row, column), importLimits.cells, 'cells');
      used ||= holdsText(cell);
    }
    if (used) budget.rows += 1;
    if (budget.rows > importLimits.rows) tooLarge(placeOf(parts, row, 0), importLimits.rows, 'filled rows');
    rows.push(cells.length > importLimits.columns ? cells.slice(0, importLimits.columns) : cells);
  }

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
      tooLarge(placeOf(parts, merge.top, merge.left), importLimits.merges, 'merged areas');
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
