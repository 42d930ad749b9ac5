import { type ClipboardBlock, type ClipboardCell, type CopiedBlock, cleanCellText } from './clipboardBlock.ts';

/**
 * Cells as tab-separated text. Read by hand rather than by papaparse: Excel quotes a cell only for a tab or a line
 * break, so one that merely begins with a quotation mark arrives bare ("Thrive" programme), which papaparse reads on
 * from to the next quotation mark, over tabs and rows.
 */

/**
 * Text as Excel puts it on the clipboard: tabs, CRLF, and quotes round a cell with a tab or a line break. A cell that
 * begins with a quotation mark is quoted as well, because it would otherwise be read as a quoted one.
 */
export function textOfBlock(block: Pick<CopiedBlock, 'cells'>): string {
  const lines = block.cells.map((row) => row.map(({ text }) => quoted(cleanCellText(text))).join('\t'));
  // One row is often pasted into a sentence, where a line break would be in the way.
  return lines.length > 1 ? lines.map((line) => `${line}\r\n`).join('') : (lines[0] ?? '');
}

const quoted = (text: string): string => (/[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The cells of tab-separated text, also where its quotes are not in order. The last line break ends the last row. */
export function blockOfText(text: string): ClipboardBlock {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const field = fieldAt(text, at);
    row.push(cleanCellText(field.text));
    at = field.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rectangular(rows.map((texts) => texts.map((each) => ({ text: each }))));
}

interface Field {
  readonly text: string;
  /** Where its tab, its line break or the end of everything stands. */
  readonly end: number;
}

const endsField = (character: string | undefined): boolean =>
  character === undefined || character === '\t' || character === '\n' || character === '\r';

function fieldAt(text: string, from: number): Field {
  if (text[from] === '"') {
    const field = quotedFieldAt(text, from);
    if (field) return field;
  }
  let end = from;
  while (!endsField(text[end])) end += 1;
  return { text: text.slice(from, end), end };
}

/** Null where the first quotation mark that is not doubled does not end the field: then it is part of the text. */
function quotedFieldAt(text: string, from: number): Field | null {
  let quote = from;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    if (quote < 0) return null;
    if (text[quote + 1] === '"') quote += 1;
    else break;
  }
  if (!endsField(text[quote + 1])) return null;
  return { text: text.slice(from + 1, quote).replaceAll('""', '"'), end: quote + 1 };
}

/** Shorter rows are filled up with cells that hold nothing of their own. */
export function rectangular(rows: readonly (readonly ClipboardCell[])[]): ClipboardBlock {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  return rows.map((row) =>
    row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => coveredCell)],
  );
}

export const coveredCell: ClipboardCell = { text: '', covered: true };
