import type { ClipboardBlock, ClipboardCell } from './clipboardBlock.ts';
import type { CellRange } from './selection.ts';
import {
  type CellsWritten,
  type CellToWrite,
  counted,
  type GridCells,
  sentenceOf,
  type WrittenWords,
  writeCells,
} from './writeCells.ts';

/** What a block from the clipboard does to the cells it is pasted on. Nothing is carried out here. */

export interface Paste {
  readonly block: ClipboardBlock;
  /** The selected cells. */
  readonly range: CellRange;
  /** What becomes of rows below the last one. The caller asks: with `clip`, `clipped.rows` says how many there are. */
  readonly overflow: 'clip' | 'add';
  /** Text stood around the table on the clipboard, which the sentence then says. */
  readonly leftOut?: boolean;
}

export interface PasteResult extends CellsWritten {
  /** One sentence or a few: what happened, what did not, and why. */
  readonly sentence: string;
  /** Rows and columns with something in them that found no place. */
  readonly clipped: { readonly rows: number; readonly columns: number };
  /** The cells that were pasted on, for the selection; they may reach over new rows. Null where nothing fitted. */
  readonly range: CellRange | null;
}

const words: WrittenWords = {
  done: 'Pasted',
  past: 'pasted',
  nothing: 'Nothing changed: the cells hold this already.',
  countsSame: true,
};

/** One cell fills the selection, a block that divides it repeats; any other starts at its top left. */
export function pasteBlock<Row>(grid: GridCells<Row>, { block, range, overflow, leftOut }: Paste): PasteResult {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const repeats = height > 0 && width > 0 && tall % height === 0 && wide % width === 0;
  const rows = repeats ? tall : height;
  const columns = repeats ? wide : width;
  const isAdding = overflow === 'add';
  const lastRow = isAdding ? Number.POSITIVE_INFINITY : grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;
  const cells: CellToWrite[] = [];
  const clippedRows = new Set<number>();
  const clippedColumns = new Set<number>();
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const cell = block[y % height]?.[x % width];
      if (!cell || cell.covered) continue;
      const row = range.top + y;
      const column = range.left + x;
      if (row > lastRow && cell.text !== '') clippedRows.add(row);
      if (column > lastColumn && cell.text !== '') clippedColumns.add(column);
      if (row <= lastRow && column <= lastColumn) cells.push(toWrite(cell, row, column));
    }
  }
  const result = writeCells(grid, cells);
  const clipped = { rows: clippedRows.size, columns: clippedColumns.size };
  const sentence = [
    sentenceOf(result, words, grid.columns),
    clippedSentence(clipped),
    leftOut ? 'The text around the table was left out.' : '',
  ];
  const bottom = Math.min(range.top + rows - 1, grid.rows.length - 1 + result.added.length);
  const right = Math.min(range.left + columns - 1, lastColumn);
  return {
    ...result,
    sentence: sentence.filter((part) => part !== '').join(' '),
    clipped,
    range: bottom < range.top || right < range.left ? null : { top: range.top, bottom, left: range.left, right },
  };
}

const toWrite = ({ text, fields }: ClipboardCell, row: number, column: number): CellToWrite => ({
  row,
  column,
  text,
  fields,
  problem: /^#{3,}$/.test(text) ? tooNarrow : undefined,
});

const tooNarrow = 'The spreadsheet showed only ##### because its column is too narrow. Widen it there and copy again.';

function clippedSentence({ rows, columns }: PasteResult['clipped']): string {
  const parts = [rows > 0 ? counted(rows, 'row') : '', columns > 0 ? counted(columns, 'column') : ''];
  const said = parts.filter((part) => part !== '').join(' and ');
  if (said === '') return '';
  return `${said} did not fit and ${rows + columns === 1 ? 'was' : 'were'} left out.`;
}
