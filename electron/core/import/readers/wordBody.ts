import { importLimits } from '#shared/limits.ts';
import type { Sheet } from '../sheet.ts';
import { buildSheet, newBudget } from './buildSheet.ts';
import type { OutlineLine } from './outlineLine.ts';
import { tidyText } from './shownText.ts';
import { fillWithin, layOutTable, marksOf } from './wordCells.ts';
import { paragraphsOf, type WordBlock, type WordParagraph, type WordTable } from './wordModel.ts';

export type WordBody = { readonly sheets: readonly Sheet[]; readonly outline: readonly OutlineLine[] };

/** Bold lines and captions count as headings below the nine real levels. */
const boldLevel = 10;
const captionLevel = 11;
const longestCaption = 120;
const mostCaptions = 3;

/** Every table as a sheet with the headings that it stands under, and the paragraphs between them as an outline. */
export function readWordBody(blocks: readonly WordBlock[], fileName: string): WordBody {
  const budget = newBudget(fileName);
  const sheets: Sheet[] = [];
  const outline: OutlineLine[] = [];
  const headings: { level: number; text: string }[] = [];
  /** A table has come since the last line. */
  let afterTable = false;
  walk(blocks);
  return { sheets, outline };

  function walk(inside: readonly WordBlock[]): void {
    for (const block of inside) {
      if (block.kind === 'paragraph') readParagraph(block);
      else readTable(block);
    }
  }

  function readTable(table: WordTable): void {
    const cells = table.rows.flatMap((row) => row.cells);
    afterTable = true;
    const isBox = table.rows.every((row) => row.cells.length <= 1);
    if (!isFrame(table)) {
      sheets.push(
        buildSheet(
          {
            name: `table ${sheets.length + 1}`,
            kind: 'wordTable',
            hidden: false,
            headingsAbove: headings.map(({ text }) => text),
            ...layOutTable(table),
          },
          budget,
        ),
      );
      if (!isBox) return;
    }
    for (const cell of cells) {
      const [first, second] = paragraphsOf(cell.blocks).filter(({ letters }) => letters > 0);
      // A single line in a box of its own is a banner over what follows.
      const isBanner = cells.length === 1 && first !== undefined && second === undefined;
      walk(isBanner ? [{ ...first, bold: true }] : cell.blocks);
    }
  }

  function readParagraph(paragraph: WordParagraph): void {
    const text = tidyText(paragraph.text);
    if (text === '' || paragraph.contents) return;
    outline.push(lineOf(paragraph, outline.length + 1));
    forgetCaptions();
    const isBoldLine = paragraph.bold && (paragraph.list === undefined || paragraph.label !== '');
    if (paragraph.heading !== undefined) setHeading(paragraph.heading, text);
    else if (text.length > longestCaption) return;
    else if (isBoldLine) setHeading(boldLevel, text);
    else if (paragraph.list === undefined) headings.push({ level: captionLevel, text });
  }

  /** Short lines count as headings of the next table, as long as few others stand between them and it. */
  function forgetCaptions(): void {
    const first = headings.findIndex(({ level }) => level >= captionLevel);
    if (first < 0) return;
    if (afterTable) headings.splice(first);
    else if (headings.length - first >= mostCaptions) headings.splice(first, 1);
    afterTable = false;
  }

  function setHeading(level: number, text: string): void {
    while (headings.length > 0 && (headings.at(-1)?.level ?? 0) >= level) headings.pop();
    headings.push({ level, text });
  }
}

const lettersOf = (blocks: readonly WordBlock[]): number =>
  paragraphsOf(blocks).reduce((total, { letters }) => total + letters, 0);

/** Many pages of paragraphs. A single one of that length is no text that anybody writes, and is refused. */
function isPages(blocks: readonly WordBlock[]): boolean {
  const lengths = paragraphsOf(blocks).map(({ text }) => text.length + 1);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return total > importLimits.cellCharacters && lengths.every((length) => length <= importLimits.cellCharacters);
}

/**
 * A table that only places others on the page: what is nested in it is more than what it says itself, or one cell of it
 * holds many pages.
 */
function isFrame(table: WordTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells);
  if (cells.some((cell) => isPages(cell.blocks))) return true;
  const nested = cells.flatMap((cell) => cell.blocks.filter((block) => block.kind === 'table'));
  if (nested.length === 0) return false;
  return cells.length === 1 || lettersOf(nested) * 2 > lettersOf(cells.flatMap((cell) => cell.blocks));
}

function lineOf(paragraph: WordParagraph, count: number): OutlineLine {
  const fill = paragraph.fill ?? fillWithin([paragraph]);
  const text = paragraph.text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((part) => tidyText(part).replace(/ {3,}/g, '  '))
        .filter((part) => part !== '')
        .join('\t'),
    )
    .filter((line) => line !== '')
    .join('\n');
  return {
    paragraph: count,
    text,
    ...(paragraph.heading === undefined ? {} : { heading: paragraph.heading }),
    ...(paragraph.list === undefined ? {} : { list: paragraph.list }),
    label: paragraph.label,
    bold: paragraph.bold,
    boldLead: paragraph.boldLead.length > longestCaption ? '' : tidyText(paragraph.boldLead),
    look: { ...(fill === undefined ? {} : { fill }), ...marksOf([paragraph], text) },
  };
}
