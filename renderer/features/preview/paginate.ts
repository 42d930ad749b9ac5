import { type CellStretch, isPlaced, type Stretch, startOf, takeLines } from './breakRow.ts';
import {
  linesHeight,
  type MeasuredBlock,
  type MeasuredParagraph,
  type MeasuredRow,
  type MeasuredSection,
  type MeasuredTable,
  paragraphHeight,
  rowHeight,
} from './measured.ts';

export interface RowPiece {
  readonly row: number;
  /** What of each cell stands here; null where the whole row does. */
  readonly cells: readonly (readonly CellStretch[])[] | null;
}

export type Piece =
  | ({ readonly kind: 'paragraph'; readonly block: number } & Stretch)
  | { readonly kind: 'picture'; readonly block: number }
  | { readonly kind: 'table'; readonly block: number; readonly rows: readonly RowPiece[] };

export interface Page {
  readonly section: number;
  readonly pieces: readonly Piece[];
}

/** A line alone at the foot or the head of a page is avoided, as Word avoids it. */
const fewestLines = 2;
const tolerance = 0.01;

/**
 * Breaks a document into pages as Word does, from the heights of its lines: headings stay with what follows, a row
 * stays whole where it may, the heading of a table stands on every page of it. An estimate: Word has other fonts.
 */
export function paginate(sections: readonly MeasuredSection[]): readonly Page[] {
  return sections.flatMap((section, index) => pagesOf(section).map((pieces): Page => ({ section: index, pieces })));
}

interface OpenTable {
  readonly kind: 'table';
  readonly block: number;
  readonly rows: RowPiece[];
}

/** Where the next thing goes: the pages so far, and how much of the last one is used. */
interface Sheet {
  readonly height: number;
  readonly pages: Piece[][];
  used: number;
}

function pagesOf({ height, blocks }: MeasuredSection): readonly (readonly Piece[])[] {
  const sheet: Sheet = { height, pages: [[]], used: 0 };
  blocks.forEach((block, index) => {
    const starts = block.kind === 'paragraph' && block.startsPage;
    if (!isFresh(sheet) && (starts || leadOf(blocks, index, height) > height - sheet.used + tolerance)) turn(sheet);
    if (block.kind === 'paragraph') placeParagraph(block, index, sheet);
    else if (block.kind === 'table') placeTable(block, index, sheet);
    else put(sheet, { kind: 'picture', block: index }, block.height);
  });
  return sheet.pages;
}

const isFresh = (sheet: Sheet): boolean => sheet.pages.at(-1)?.length === 0;

function turn(sheet: Sheet): void {
  sheet.pages.push([]);
  sheet.used = 0;
}

function put(sheet: Sheet, piece: Piece, height: number): void {
  sheet.pages.at(-1)?.push(piece);
  sheet.used += height;
}

/** What must stand on one page for a block to begin there: itself where it is kept with what follows, and the start of that. */
function leadOf(blocks: readonly MeasuredBlock[], from: number, page: number): number {
  let height = 0;
  for (let index = from; height <= page; index += 1) {
    const block = blocks[index];
    if (block === undefined || (index > from && block.kind === 'paragraph' && block.startsPage)) return height;
    if (block.kind === 'picture') return height + block.height;
    if (block.kind === 'table') return height + leadOfTable(block, page - height);
    if (!block.keepNext) return height + block.before + leadingLines(block) * block.lineHeight;
    height += paragraphHeight(block);
  }
  // More than a page cannot be kept together.
  return 0;
}

function leadingLines({ starts, keepLines }: MeasuredParagraph): number {
  return keepLines || starts.length < 2 * fewestLines ? starts.length : fewestLines;
}

function leadOfTable({ heading, rows }: MeasuredTable, room: number): number {
  let height = rowHeight(heading);
  for (const row of rows) {
    height += row.whole ? rowHeight(row) : Math.min(rowHeight(row), leastOf(row));
    if (height > room) return rowHeight(heading) + leastOf(row);
    if (!row.keepNext) return height;
  }
  return height;
}

/** Less than this of a row is not worth breaking it for. */
function leastOf(row: MeasuredRow): number {
  const tallest = Math.max(0, ...row.cells.flatMap((cell) => cell.map((each) => each.lineHeight)));
  return tallest === 0 ? rowHeight(row) : Math.min(rowHeight(row), (fewestLines + 1) * tallest);
}

function placeParagraph(paragraph: MeasuredParagraph, block: number, sheet: Sheet): void {
  const { starts, lineHeight, keepLines } = paragraph;
  const place = (from: number, to: number, before: number): void => {
    const height = before + (to - from) * lineHeight + (to === starts.length ? paragraph.after : 0);
    put(sheet, { kind: 'paragraph', block, from: starts[from] ?? 0, to: starts[to] ?? null }, height);
  };
  for (let line = 0; line < starts.length; ) {
    const before = line > 0 || isFresh(sheet) ? 0 : paragraph.before;
    const room = sheet.height - sheet.used - before + tolerance;
    const left = starts.length - line;
    let fit = Math.min(left, Math.floor(room / lineHeight));
    if (fit < left) {
      if (keepLines && linesHeight(paragraph) <= sheet.height) fit = 0;
      else fit = Math.min(fit, left - fewestLines);
      if (fit < fewestLines) fit = isFresh(sheet) ? Math.max(1, Math.floor(room / lineHeight)) : 0;
    }
    if (fit > 0) place(line, Math.min(line + fit, starts.length), before);
    line += Math.max(0, fit);
    if (line < starts.length) turn(sheet);
  }
}

function placeTable(table: MeasuredTable, block: number, sheet: Sheet): void {
  const headingHeight = rowHeight(table.heading);
  const begin = (): OpenTable => {
    const piece: OpenTable = { kind: 'table', block, rows: [] };
    put(sheet, piece, headingHeight);
    return piece;
  };
  let open = begin();
  const next = (): void => {
    // A heading with nothing under it goes over with the row.
    if (open.rows.length === 0) sheet.pages.at(-1)?.pop();
    turn(sheet);
    open = begin();
  };
  table.rows.forEach((row, index) => {
    const height = rowHeight(row);
    const fits = (): boolean => height <= sheet.height - sheet.used + tolerance;
    // A row without words has nowhere to break.
    const isWordless = isPlaced(row, startOf(row));
    const staysWhole = (row.whole && height <= sheet.height - headingHeight) || isWordless;
    if (!fits() && staysWhole && open.rows.length > 0) next();
    if (fits() || isWordless) {
      open.rows.push({ row: index, cells: null });
      sheet.used += height;
      return;
    }
    for (let place = startOf(row); !isPlaced(row, place); ) {
      const isFirst = open.rows.length === 0;
      const room = sheet.height - sheet.used;
      if (!isFirst && room < leastOf(row)) {
        next();
        continue;
      }
      // A page too low for one line still takes one, or this would never end.
      const taken = takeLines(row, place, isFirst ? Math.max(room, leastOf(row) + headingHeight) : room);
      if (taken.lines === 0) {
        next();
        continue;
      }
      open.rows.push({ row: index, cells: taken.cells });
      sheet.used += taken.height;
      place = taken.next;
      if (!isPlaced(row, place)) next();
    }
  });
}
