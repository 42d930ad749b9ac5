import type { CommentColumn, CommentCorrections, CommentRole } from '#shared/model/commentPreview.ts';
import type { Sheet } from '../sheet.ts';
import { type Grid, makeGrid } from '../understand/grid.ts';
import { plainText, wordCount } from '../understand/plainText.ts';
import { commentColumns } from './commentColumns.ts';

/** A sheet, or a table of a document, that may hold comments: one each, for surveys put nothing side by side. */
export interface CommentSource {
  readonly key: string;
  readonly grid: Grid;
  readonly headerRow: number | null;
  readonly rows: readonly number[];
  readonly columns: readonly CommentColumn[];
}

/** Titles and explanations above the headings seldom fill more. */
const rowsBeforeHeader = 20;
const longestHeading = 400;

export function commentTables(sheets: readonly Sheet[], corrections: CommentCorrections): readonly CommentSource[] {
  return sheets.flatMap((sheet, index) => {
    const grid = makeGrid(sheet, index);
    if (grid.rowCount === 0) return [];
    const key = String(index);
    const corrected = corrections.headerRows?.find(({ sheetIndex }) => sheetIndex === index);
    const headerRow =
      corrected === undefined
        ? findHeader(grid)
        : corrected.row === null
          ? null
          : Math.min(corrected.row - 1, grid.rowCount - 1);
    const rows = rowsBelow(grid, headerRow);
    const headers = headingsOf(grid, headerRow);
    const chosen = new Map<number, CommentRole>(
      (corrections.columns ?? []).filter(({ table }) => table === key).map(({ column, role }) => [column, role]),
    );
    return [{ key, grid, headerRow, rows, columns: commentColumns(grid, headers, rows, chosen) }];
  });
}

/** One for every column; empty where there is none. */
export const headingsOf = (grid: Grid, row: number | null): readonly string[] =>
  Array.from({ length: Math.max(1, grid.columnCount) }, (_, column) =>
    row === null ? '' : grid.text(row, column).replace(/\s+/g, ' ').trim(),
  );

function rowsBelow(grid: Grid, headerRow: number | null): readonly number[] {
  const rows: number[] = [];
  for (let row = (headerRow ?? -1) + 1; row < grid.rowCount; row += 1) if (grid.filled(row).length > 0) rows.push(row);
  return rows;
}

const knownHeading =
  /\b(?:comments?|feedback|respon(?:se|dent)s?|answers?|quot\w*|said|suggest\w*|views?|verbatim|consent|permission|group|team|department|school|faculty|role|grade|job|staff|date|time|when|theme|pillar|topic|category|channel|source|name|e-?mail|id)\b|\?$/;

/**
 * The row of headings: the first that has as many cells as the widest near it, of which none is a number or a date and
 * at least one reads as a heading of a survey. A list of comments has none.
 */
function findHeader(grid: Grid): number | null {
  const last = Math.min(rowsBeforeHeader, grid.rowCount - 1);
  let widest = 0;
  for (let row = 0; row <= last; row += 1) widest = Math.max(widest, grid.filled(row).length);
  for (let row = 0; row < last + 1 && row < grid.rowCount - 1; row += 1) {
    const filled = grid.filled(row);
    // Below the headings cells may be blank; in the row of headings a column without one is an exception.
    if (filled.length < Math.max(1, widest * 0.6)) continue;
    const cells = filled.map((column) => grid.at(row, column));
    if (cells.some((cell) => cell === undefined || cell.isDate === true || typeof cell.value !== 'string')) return null;
    const texts = cells.map((cell) => cell?.text.trim() ?? '');
    if (texts.some((text) => text.length > longestHeading || /^[\d.,:/ -]+$/.test(text))) return null;
    const known = texts.filter((text) => knownHeading.test(`${plainText(text)}${text.endsWith('?') ? '?' : ''}`));
    // A comment has such words in it too, but it is a sentence among sentences.
    const isShort = texts.every((text) => wordCount(text) <= 4 || text.endsWith('?') || text.endsWith(':'));
    return known.length > 0 && (isShort || known.length >= 2) ? row : null;
  }
  return null;
}
