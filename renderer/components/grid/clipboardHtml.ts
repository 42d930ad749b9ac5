import { z } from 'zod';
import { type CellTexts, type CopiedBlock, type CopiedCell, cleanCellText } from './clipboardBlock.ts';

/** Cells as an html table, for Excel, LibreOffice, Word and Outlook, and for a grid of this application itself. */

/** On our own table: the fields of the cells that have several. Its presence says that spaces are meant as they stand. */
export const plannerCellsAttribute = 'data-planner-cells';
/** On a row that only names the columns. */
export const plannerHeaderAttribute = 'data-planner-header';

/** `text` is what the cell shows: where somebody has written in the copy, the fields no longer hold. */
const plannerCellSchema = z.tuple([z.int(), z.int(), z.string(), z.record(z.string(), z.string())]);
type PlannerCell = readonly [row: number, column: number, text: string, fields: CellTexts];

/** The attribute's cells; none where it is not what was written. */
export function plannerCellsOf(attribute: string): readonly PlannerCell[] {
  try {
    return z.array(plannerCellSchema).parse(JSON.parse(attribute));
  } catch {
    // Another program has cut it, or invented it; the texts of the cells are there as well.
    return [];
  }
}

export interface HtmlCopy {
  /** A first row with the names of the columns. */
  readonly header: boolean;
}

export function htmlOfBlock(block: CopiedBlock, { header }: HtmlCopy = { header: false }): string {
  const cells = block.cells.flatMap((row, at) =>
    row.flatMap(({ text, fields }, column): readonly PlannerCell[] =>
      fields ? [[at, column, cleanCellText(text), fields]] : [],
    ),
  );
  const head = header
    ? `<tr ${plannerHeaderAttribute}="">${block.labels.map((label) => `<th>${inner(label)}</th>`).join('')}</tr>`
    : '';
  const rows = block.cells.map((row) => `<tr>${row.map(tableCell).join('')}</tr>`).join('');
  const attribute = `${plannerCellsAttribute}="${escaped(JSON.stringify(cells))}"`;
  return `<meta charset="utf-8"><table ${attribute} style="${tableStyle}"><tbody style="vertical-align:top">${head}${rows}</tbody></table>`;
}

const tableStyle = 'border-collapse:collapse;white-space:pre-wrap';

function tableCell({ text, shade }: CopiedCell): string {
  const styles = [
    // Otherwise Excel makes a date of 1-2 and 1.1 of the reference 1.10.
    /^(0|[1-9]\d{0,14})$/.test(text) ? null : "mso-number-format:'\\@'",
    shade && colour.test(shade.background) ? `background:${shade.background}` : null,
    shade && colour.test(shade.ink) ? `color:${shade.ink}` : null,
  ];
  const style = styles.filter((each) => each !== null).join(';');
  return `<td${style === '' ? '' : ` style="${style}"`}>${inner(text)}</td>`;
}

const colour = /^#[\da-f]{6}$/i;

/** Excel begins a new row at a line break unless it is told to stay in the cell. */
const lineBreak = '<br style="mso-data-placement:same-cell">';

function inner(text: string): string {
  const lines = cleanCellText(text).split('\n').map(spaced);
  // A break at the end of a cell shows nothing, so an empty last line takes one more.
  const isOpen = lines.length > 1 && lines.at(-1) === '';
  return lines.join(lineBreak) + (isOpen ? lineBreak : '');
}

/** Runs of spaces and those at the ends are lost in html unless they are bound. */
const spaced = (line: string): string =>
  escaped(line)
    .replace(/ {2,}|^ | $/g, (spaces) => '&nbsp;'.repeat(spaces.length))
    .replaceAll('\t', '<span style="white-space:pre">&#9;</span>');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
