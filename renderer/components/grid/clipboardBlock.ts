import type { CellShade, GridColumn } from './gridColumns.ts';

/** A rectangle of cells on its way to or from the clipboard. */

/** One cell as it was read from a clipboard. */
export interface ClipboardCell {
  readonly text: string;
  /** Nothing of its own stands here: a merged cell covers it, or its row was shorter. Pasting leaves what it meets. */
  readonly covered?: true;
  /** The fields of a cell that has several, where it was copied from a grid of this application. */
  readonly fields?: CellTexts;
}
export type CellTexts = Readonly<Record<string, string>>;

/** Rows of equal length; at least one cell. */
export type ClipboardBlock = readonly (readonly ClipboardCell[])[];

export interface CopiedCell {
  readonly text: string;
  readonly fields?: CellTexts;
  readonly shade: CellShade | null;
}
export interface CopiedBlock {
  readonly labels: readonly string[];
  readonly cells: readonly (readonly CopiedCell[])[];
}

/** The cells of the selected rows and columns, as the clipboard takes them. */
export function copiedBlock<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[]): CopiedBlock {
  return {
    labels: columns.map(({ label }) => label),
    cells: rows.map((row) => columns.map((column) => copiedCell(row, column))),
  };
}

export function copiedCell<Row>(row: Row, column: GridColumn<Row>): CopiedCell {
  const text = cleanCellText(column.text(row));
  const shade = column.shade?.(row) ?? null;
  const fields = textsOf(row, column);
  const keys = Object.keys(fields);
  // Where the one field is all that the cell shows, its text says it already.
  const saysAll = keys.length === 0 || (keys.length === 1 && keys.every((key) => fields[key] === text));
  return saysAll ? { text, shade } : { text, shade, fields };
}

/** The texts of a cell's fields by their keys; empty for a cell that is only read. */
export const textsOf = <Row>(row: Row, column: GridColumn<Row>): CellTexts =>
  Object.fromEntries((column.fields?.(row) ?? []).map(({ key, text }) => [key, text]));

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/g;

/**
 * A cell's text as every way through the clipboard leaves it: lines end in `\n`, spaces that only keep words together
 * are spaces (office programs put them everywhere), and characters that cannot be seen or saved are gone.
 */
export const cleanCellText = (text: string): string =>
  text.replace(unseen, '').toWellFormed().replace(lineEnds, '\n').replaceAll('\u00a0', ' ');
