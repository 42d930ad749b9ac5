import { isVisible } from '#core/export/check/faults.ts';
import { cleanLines } from './cleanText.ts';
import { type ColumnText, columnWidths, lineCount } from './columnWidths.ts';
import type { Inline, RunFormat, TextPiece } from './inlineXml.ts';
import { type Orientation, textHeight, textWidth } from './page.ts';
import { linkOut } from './runs.ts';
import type { TableLook } from './tableLook.ts';
import { type TableCellContent, type TableRowContent, WrittenTable } from './tableXml.ts';

/** One paragraph of a cell: its words, to measure by, and in pieces where they are not all written alike. */
export interface CellParagraph {
  readonly text: string;
  readonly pieces?: readonly TextPiece[];
  readonly href?: string;
}

export interface Cell {
  readonly paragraphs: readonly CellParagraph[];
  readonly shade?: { readonly fill: string; readonly ink: string };
}

export interface DataTableOptions {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly orientation: Orientation;
  /** In place of an empty cell. */
  readonly blank: string;
  /** Column widths in twips, where several tables should line up; by default they suit this table's own text. */
  readonly widths?: readonly number[];
  /** Keeps the whole table on one page. */
  readonly keepTogether?: boolean;
  readonly look: TableLook;
}

/** A line of 11 pt table text with its leading, in twips. */
const lineHeight = 270;

/** A cell of plain text, a paragraph for each line. */
export function textCell(text: string): Cell {
  return { paragraphs: cleanLines(text).map((part) => ({ text: part })) };
}

/** Widths that suit these rows in letters so much wider than Arial. `unbroken`: by the place of a column, what must stay on one line in it. */
export function widthsFor(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  orientation: Orientation,
  letters: number,
  unbroken: readonly (readonly string[])[] = [],
): readonly number[] {
  const columns: readonly ColumnText[] = headings.map((heading, index) => ({
    heading,
    texts: rows.map((row) => textOf(row[index])),
    unbroken: unbroken[index] ?? [],
  }));
  const total = textWidth(orientation);
  if (letters === 1) return columnWidths(columns, total);
  const widths = columnWidths(columns, Math.floor(total / letters)).map((width) => Math.floor(width * letters));
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

/**
 * A table with one header row, repeated on every page, no merged and no empty cells. A row stays on one page unless
 * it would take more than half of one: then moving it whole would leave a hole.
 */
export function dataTable(options: DataTableOptions): WrittenTable {
  const { headings, orientation, look } = options;
  const rows = options.rows.map((row) => headings.map((_, index) => filled(row[index], options.blank)));
  const widths = options.widths ?? widthsFor(headings, rows, orientation, look.letters);
  const halfPage = textHeight(orientation) / 2 / (lineHeight * look.letters);
  const header: TableRowContent = {
    isHeader: true,
    whole: true,
    keepNext: true,
    cells: headings.map((heading) => ({
      fill: look.headingFill,
      paragraphs: filled(textCell(heading), options.blank).paragraphs.map((each) => cellInlines(each)),
    })),
  };
  const body = rows.map((row, rowIndex): TableRowContent => {
    const lines = row.reduce(
      (most, cell, index) => Math.max(most, lineCount(textOf(cell), (widths[index] ?? 0) / look.letters)),
      0,
    );
    return {
      isHeader: false,
      whole: lines <= halfPage,
      keepNext: options.keepTogether === true && rowIndex < rows.length - 1,
      cells: row.map(tableCell),
    };
  });
  return new WrittenTable({
    width: textWidth(orientation),
    columns: widths,
    rows: [header, ...body],
    lines: look.lines,
  });
}

function tableCell({ paragraphs, shade }: Cell): TableCellContent {
  if (shade === undefined) return { paragraphs: paragraphs.map((each) => cellInlines(each)) };
  const format = { bold: true, color: shade.ink };
  return { fill: shade.fill, paragraphs: paragraphs.map((each) => cellInlines(each, format)) };
}

function cellInlines({ text, href, ...paragraph }: CellParagraph, format: RunFormat = {}): readonly Inline[] {
  const pieces = paragraph.pieces ?? [{ text, ...format }];
  return href === undefined ? pieces : linkOut(href, pieces);
}

function filled(cell: Cell | undefined, blank: string): Cell {
  const paragraphs = cell?.paragraphs.filter(({ text }) => isVisible(text)) ?? [];
  if (paragraphs.length > 0) return { ...cell, paragraphs };
  return { paragraphs: [{ text: blank, pieces: [{ text: blank, italics: true }] }] };
}

function textOf(cell: Cell | undefined): string {
  return cell?.paragraphs.map(({ text }) => text).join('\n') ?? '';
}
