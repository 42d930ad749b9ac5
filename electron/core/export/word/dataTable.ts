import { type ITableBordersOptions, Paragraph, type ParagraphChild, Table, TableCell, TableRow } from 'docx';
import { isVisible } from '#core/export/check/faults.ts';
import { cleanLines } from './cleanText.ts';
import { type ColumnText, columnWidths, lineCount } from './columnWidths.ts';
import { type Orientation, textHeight, textWidth } from './page.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';

/** One paragraph of a cell: its words, to measure by, and how they are written where not as plain text. */
export interface CellParagraph {
  readonly text: string;
  readonly runs?: readonly ParagraphChild[];
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
}

const line = { style: 'single', size: 4, color: '8C97A1' } as const;
const borders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const headingFill = 'E3E9EE';
/** A line of 11 pt table text with its leading, in twips. */
const lineHeight = 270;

/** A cell of plain text, a paragraph for each line. */
export function textCell(text: string): Cell {
  return { paragraphs: cleanLines(text).map((part) => ({ text: part })) };
}

/** Widths that suit these rows. `unbroken`: by the place of a column, what must stay on one line in it. */
export function widthsFor(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  orientation: Orientation,
  unbroken: readonly (readonly string[])[] = [],
): readonly number[] {
  const columns: readonly ColumnText[] = headings.map((heading, index) => ({
    heading,
    texts: rows.map((row) => textOf(row[index])),
    unbroken: unbroken[index] ?? [],
  }));
  return columnWidths(columns, textWidth(orientation));
}

/**
 * A table with one header row, repeated on every page, no merged and no empty cells. A row stays on one page unless
 * it would take more than half of one: then moving it whole would leave a hole.
 */
export function dataTable(options: DataTableOptions): Table {
  const { headings, orientation } = options;
  const rows = options.rows.map((row) => headings.map((_, index) => filled(row[index], options.blank)));
  const widths = options.widths ?? widthsFor(headings, rows, orientation);
  const halfPage = textHeight(orientation) / 2 / lineHeight;
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: headings.map((heading, index) =>
      tableCell(textCell(heading), widths[index] ?? 0, { heading: true, keepNext: true }),
    ),
  });
  const body = rows.map((row, rowIndex) => {
    const lines = Math.max(...row.map((cell, index) => lineCount(textOf(cell), widths[index] ?? 0)));
    const keepNext = options.keepTogether === true && rowIndex < rows.length - 1;
    return new TableRow({
      ...(lines <= halfPage ? { cantSplit: true } : {}),
      children: row.map((cell, index) => tableCell(cell, widths[index] ?? 0, { heading: false, keepNext })),
    });
  });
  return new Table({
    width: { size: textWidth(orientation), type: 'dxa' },
    columnWidths: [...widths],
    layout: 'fixed',
    borders,
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [header, ...body],
  });
}

function tableCell(
  cell: Cell,
  width: number,
  look: { readonly heading: boolean; readonly keepNext: boolean },
): TableCell {
  const fill = cell.shade?.fill ?? (look.heading ? headingFill : undefined);
  const format = cell.shade === undefined ? {} : { bold: true, color: cell.shade.ink };
  return new TableCell({
    width: { size: width, type: 'dxa' },
    ...(fill === undefined ? {} : { shading: { type: 'clear', color: 'auto', fill } }),
    children: cell.paragraphs.map(
      ({ text, runs }) =>
        new Paragraph({
          style: look.heading ? styleIds.tableHeading : styleIds.tableText,
          ...(look.keepNext ? { keepNext: true } : {}),
          children: runs ?? textRuns(text, format),
        }),
    ),
  });
}

function filled(cell: Cell | undefined, blank: string): Cell {
  const paragraphs = cell?.paragraphs.filter(({ text }) => isVisible(text)) ?? [];
  if (paragraphs.length > 0) return { ...cell, paragraphs };
  return { paragraphs: [{ text: blank, runs: textRuns(blank, { italics: true }) }] };
}

function textOf(cell: Cell | undefined): string {
  return cell?.paragraphs.map(({ text }) => text).join('\n') ?? '';
}
