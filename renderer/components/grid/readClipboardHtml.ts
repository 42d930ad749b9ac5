import { clipboardLimits } from '#shared/limits.ts';
import { cellTextOfHtml, isHidden } from './cellTextOfHtml.ts';
import type { ClipboardBlock, ClipboardCell } from './clipboardBlock.ts';
import { plannerCellsAttribute, plannerCellsOf, plannerHeaderAttribute } from './clipboardHtml.ts';
import { coveredCell, rectangular } from './clipboardText.ts';
import { inertHtml, styleOf } from './inertHtml.ts';

/** The table that an html clipboard holds, as Excel, LibreOffice, Google Sheets, Word and Outlook write it. */

export type HtmlRead =
  | { readonly kind: 'table'; readonly block: ClipboardBlock; readonly leftOut: boolean }
  /** No table: its text, whole. `isOffice` where a word processor wrote it, whose tabs are no columns. */
  | { readonly kind: 'text'; readonly text: string; readonly isOffice: boolean; readonly isSheetCell: boolean }
  | { readonly kind: 'too-many-cells' };

/** Nothing of it touches the page: the parser's document is inert, loads nothing and runs nothing. */
export function readClipboardHtml(html: string): HtmlRead {
  const body = new DOMParser().parseFromString(inertHtml(withTable(html)), 'text/html').body;
  const tables = outermost(body).map(withoutFrame);
  const rows: ClipboardCell[][] = [];
  let cells = 0;
  for (const table of tables) {
    const own = cellsOf(table, clipboardLimits.cells - cells);
    if (!own) return { kind: 'too-many-cells' };
    cells += own.reduce((sum, row) => sum + row.length, 0);
    for (const row of own) rows.push(row);
  }
  if (rows.some((row) => row.length > 0)) {
    const block = rectangular(rows);
    if (block.length * (block[0]?.length ?? 0) > clipboardLimits.cells) return { kind: 'too-many-cells' };
    for (const table of outermost(body)) table.remove();
    return { kind: 'table', block, leftOut: cellTextOfHtml(body) !== '' };
  }
  const isSheetCell = body.querySelector('[data-sheets-root], [data-sheets-value]') !== null;
  return { kind: 'text', text: cellTextOfHtml(body), isOffice: /mso-|class="?Mso/.test(html), isSheetCell };
}

/** Some programs give rows without their table, which a parser throws away. */
const withTable = (html: string): string =>
  /<tr[\s>]/i.test(html) && !/<table[\s>]/i.test(html) ? `<table>${html}</table>` : html;

const outermost = (element: Element): readonly HTMLTableElement[] =>
  [...element.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table') && !isHidden(table));

/** Mail programs set a table into a cell of another that only places it. */
function withoutFrame(table: HTMLTableElement): HTMLTableElement {
  let inner = table;
  for (let depth = 0; depth < mostFrames; depth += 1) {
    const cell = inner.rows.length === 1 && inner.rows[0]?.cells.length === 1 ? inner.rows[0].cells[0] : undefined;
    const next = cell?.querySelector('table');
    if (!cell || !next || cellTextOfHtml(cell) !== cellTextOfHtml(next)) return inner;
    inner = next;
  }
  return inner;
}

/** Newsletters are set in three or four; each costs a reading of what is inside. */
const mostFrames = 8;

const span = (element: Element, attribute: string, most: number): number => {
  const value = Number.parseInt(element.getAttribute(attribute) ?? '1', 10);
  // A span of 0 rows reaches to the end of the table.
  if (value === 0 && attribute === 'rowspan') return most;
  return Math.max(1, Math.min(most, Number.isNaN(value) ? 1 : value));
};

/** The rows of one table; null where they are more than `most` cells. */
function cellsOf(table: HTMLTableElement, most: number): ClipboardCell[][] | null {
  const isOurs = table.hasAttribute(plannerCellsAttribute);
  const rows = [...table.rows].filter((row) => !isHidden(row) && !row.hasAttribute(plannerHeaderAttribute));
  const grid: (ClipboardCell | undefined)[][] = rows.map(() => []);
  const shown = new Set<number>();
  const unseen = new Set<number>();
  let count = 0;
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column] !== undefined) column += 1;
      // Not more than html allows a cell to span; what lies beyond is damage.
      const across = span(cell, 'colspan', 1_000);
      const down = span(cell, 'rowspan', rows.length - at);
      count += across * down;
      if (count > most) return null;
      const seen = isHidden(cell) ? unseen : shown;
      for (let each = column; each < column + across; each += 1) seen.add(each);
      place(grid, at, column, across, down, cell, isOurs);
      column += across;
    }
  }
  for (const column of hiddenColumns(table)) shown.delete(column);
  for (const [at, column, text, fields] of plannerCellsOf(table.getAttribute(plannerCellsAttribute) ?? '[]')) {
    const line = grid[at];
    if (line?.[column]?.text === text) line[column] = { text, fields };
  }
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) => shown.has(column));
  return grid.map((row) => kept.map((column) => row[column] ?? coveredCell));
}

function place(
  grid: (ClipboardCell | undefined)[][],
  row: number,
  column: number,
  across: number,
  down: number,
  cell: HTMLTableCellElement,
  isOurs: boolean,
): void {
  // Excel lets a long text run over its empty neighbours and writes it as a span, which is no merge: they are empty.
  const runsOver = /mso-ignore\s*:\s*colspan/i.test(styleOf(cell));
  for (let y = 0; y < down; y += 1) {
    const line = grid[row + y];
    if (!line) return;
    for (let x = 0; x < across; x += 1) line[column + x] ??= runsOver ? { text: '' } : coveredCell;
  }
  const line = grid[row];
  if (line && !isHidden(cell)) line[column] = { text: textOf(cell, isOurs) };
}

/** Excel 2003 writes a text whose spaces html would lose a second time, as an attribute. */
function textOf(cell: HTMLTableCellElement, isOurs: boolean): string {
  return cell.getAttribute('x:str')?.trim() || cellTextOfHtml(cell, isOurs);
}

/** Columns that are hidden as such. A `col` may stand for several, and a `colgroup` without any stands for its own. */
function hiddenColumns(table: HTMLTableElement): readonly number[] {
  const hidden: number[] = [];
  let column = 0;
  for (const col of table.querySelectorAll(':scope > colgroup > col, :scope > colgroup:not(:has(> col))')) {
    const columns = span(col, 'span', 1_000);
    if (isHidden(col)) for (let at = 0; at < columns; at += 1) hidden.push(column + at);
    column += columns;
  }
  return hidden;
}
