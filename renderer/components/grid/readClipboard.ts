import { clipboardLimits } from '#shared/limits.ts';
import { type ClipboardBlock, cleanCellText } from './clipboardBlock.ts';
import { blockOfText } from './clipboardText.ts';
import { type HtmlRead, readClipboardHtml } from './readClipboardHtml.ts';

/** What the clipboard holds, as cells. */

export type ClipboardRead =
  | {
      readonly kind: 'block';
      readonly block: ClipboardBlock;
      /** Text stood beside the table and is not part of it. */
      readonly leftOut: boolean;
    }
  /** A sentence for the person: what is too much, and what to do instead. */
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'empty' };

/** The two forms of a clipboard, empty where it does not have one: `clipboardData.getData('text/html')` and `'text/plain'`. */
export interface ClipboardForms {
  readonly html: string;
  readonly text: string;
}

const instead = 'Copy fewer rows, or bring the whole file in with Update from a spreadsheet.';
const count = (value: number): string => value.toLocaleString('en-GB');
const tooMuchText = `The clipboard holds more than ${count(clipboardLimits.textCharacters)} characters. ${instead}`;
const tooMuchHtml = `What was copied is too long to read at once. ${instead}`;
const tooManyCells = `The clipboard holds more than ${count(clipboardLimits.cells)} cells. ${instead}`;

/**
 * A table of the html if there is one; else a table of the text; else one cell with all of the text, as a paragraph
 * from Word is meant. Reads anything and never throws.
 */
export function readClipboard({ html, text }: ClipboardForms): ClipboardRead {
  if (text.length > clipboardLimits.textCharacters) return { kind: 'too-large', message: tooMuchText };
  if (html.length > clipboardLimits.htmlCharacters) return { kind: 'too-large', message: tooMuchHtml };
  const read = html.trim() === '' ? null : readClipboardHtml(html);
  if (read?.kind === 'too-many-cells') return { kind: 'too-large', message: tooManyCells };
  if (read?.kind === 'table') return limited(read.block, read.leftOut);
  if (text.trim() === '' && (read === null || read.text === '')) return { kind: 'empty' };
  if (isTable(text, read)) return limited(blockOfText(text), false);
  return limited([[{ text: oneText(text, read) }]], false);
}

function limited(block: ClipboardBlock, leftOut: boolean): ClipboardRead {
  let cells = 0;
  let characters = 0;
  for (const row of block) {
    cells += row.length;
    for (const cell of row) characters += cell.text.length;
  }
  if (cells > clipboardLimits.cells) return { kind: 'too-large', message: tooManyCells };
  if (characters > clipboardLimits.textCharacters) return { kind: 'too-large', message: tooMuchText };
  return { kind: 'block', block, leftOut };
}

/**
 * Text is a table where it has tabs between cells, or a quoted cell of several lines, unless a word processor wrote it:
 * there a tab sets a bullet or a page number apart.
 */
function isTable(text: string, read: Exclude<HtmlRead, { kind: 'table' }> | null): boolean {
  if (read?.kind === 'text' && (read.isOffice || read.isSheetCell)) return false;
  if (text.includes('\t')) return true;
  return /^"[^"]*(""[^"]*)*"\r?$/m.test(text) && blockOfText(text).some(([cell]) => cell?.text.includes('\n'));
}

/** The html of an office program knows its lists and line breaks; elsewhere the text is what was copied. */
function oneText(text: string, read: Exclude<HtmlRead, { kind: 'table' }> | null): string {
  const known = read?.kind === 'text' && (read.isOffice || read.isSheetCell || text === '') ? read.text : '';
  return known !== '' ? known : cleanCellText(text).replace(/\n$/, '');
}
