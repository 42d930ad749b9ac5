import type { OutlineLine } from './readers/outlineLine.ts';

/**
 * What every reader gives, whatever the file was: a sheet of a workbook, a delimited text, or one table of a Word
 * document. Rows and columns count from 0; `row + 1` is the number that a person sees.
 */
export type SheetCell = {
  /** A real date is its ISO day here (`2023-03-31`), with `isDate`. An empty but coloured cell is `''`. */
  readonly value: string | number | boolean;
  readonly isDate?: true;
  /** As the file shows it: `Mar-23` for 1 March 2023 under the format mmm-yy. */
  readonly text: string;
  readonly numberFormat?: string;
  /** `#RRGGBB`, after themes, tints and simple conditional formats. */
  readonly fill?: string;
  readonly fontColour?: string;
  /** How far the text is set in, in the steps of a spreadsheet. */
  readonly indent?: number;
  /** All of the text is struck through. */
  readonly strike?: true;
  /** What is struck through where only a part of the text is. It stands in `text` as well: nothing is dropped. */
  readonly struckText?: string;
  readonly note?: string;
  /** Who wrote the note, where the file keeps that apart from what the note says. */
  readonly noteAuthor?: string;
  readonly hyperlink?: string;
  /** The paragraphs of a Word cell that are list items, in order. */
  readonly listItems?: readonly string[];
  /** The number that Word counts before the only item of the cell, such as `1.2`. It is no part of the text. */
  readonly countedAs?: string;
};

/** Inclusive on all sides. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type SheetRow = readonly (SheetCell | undefined)[];

export type Sheet = {
  readonly name: string;
  readonly kind: 'worksheet' | 'text' | 'wordTable' | 'wordOutline';
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly columnCount: number;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The headings that a Word table stands under, outermost first. */
  readonly headingsAbove: readonly string[];
  /** Why a person must say whether this is a plan, where the lists of a document hardly show it. */
  readonly doubt?: string;
};

export type FileKind = 'xlsx' | 'xlsb' | 'ods' | 'xls' | 'html' | 'csv' | 'docx';

export type ReadResult = {
  readonly kind: FileKind;
  readonly sheets: readonly Sheet[];
  /** The paragraphs of a document outside its tables. */
  readonly outline?: readonly OutlineLine[];
};

/** `0 → A`, `26 → AA`: what a person calls a column. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/**
 * How a person finds a cell: `sheet “Plan”, cell C5`; in a Word table `table 2, row 5, column 3`; where a plan is
 * written as headings and lists, a row is the paragraph at which its action begins.
 */
export function placeOf(sheet: Pick<Sheet, 'name' | 'kind'>, row: number, column: number): string {
  if (sheet.kind === 'wordOutline') return `paragraph ${row + 1}`;
  return sheet.kind === 'wordTable'
    ? `${sheet.name}, row ${row + 1}, column ${column + 1}`
    : `sheet “${sheet.name}”, cell ${columnLetter(column)}${row + 1}`;
}
