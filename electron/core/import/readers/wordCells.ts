import type { Merge, SheetCell } from '../sheet.ts';
import { tidyText } from './shownText.ts';
import { isNeutral } from './wordColours.ts';
import { placeCells } from './wordGrid.ts';
import { paragraphsOf, type WordBlock, type WordCell, type WordParagraph, type WordTable } from './wordModel.ts';

export type LaidOutTable = {
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
};

/** Puts the cells of a table on its grid, with spans and vertical merges as merges of a sheet. */
export function layOutTable(table: WordTable): LaidOutTable {
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const growing = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  const rows = placeCells(table).map((row, rowIndex) => {
    const cells: (SheetCell | undefined)[] = [];
    for (const { cell, left, right } of row) {
      const above = growing.get(left);
      if (cell.merge === 'continue' && above !== undefined && above.bottom === rowIndex - 1) {
        above.bottom = rowIndex;
        continue;
      }
      const made = toSheetCell(cell);
      if (made !== undefined) cells[left] = made;
      const merge = { top: rowIndex, left, bottom: rowIndex, right };
      if (cell.merge === 'restart') growing.set(left, merge);
      else growing.delete(left);
      if (cell.merge === 'restart' || right > left) merges.push(merge);
    }
    return cells;
  });
  const hiddenRows = new Set(table.rows.flatMap((row, index) => (row.hidden ? [index] : [])));
  return { rows, merges, hiddenRows };
}

type Line = { readonly text: string; readonly list: number | undefined; readonly label?: string };

/** A nested table becomes lines, its cells divided by dashes, so that what it says is not lost. */
function linesOf(blocks: readonly WordBlock[]): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => {
    if (block.kind === 'table') {
      return block.rows.flatMap((row) => {
        const texts = row.cells.map((cell) => textOf(cell.blocks).replaceAll('\n', ' ')).filter((text) => text !== '');
        return texts.length === 0 ? [] : [{ text: texts.join(' – '), list: undefined }];
      });
    }
    const text = tidyText(block.text);
    // The column of numbers often holds nothing but numbers that Word counts.
    if (text === '') return block.label === '' ? [] : [{ text: block.label.replace(/[.):]+$/, ''), list: undefined }];
    return [{ text, list: block.list, label: block.label }];
  });
}

const textOf = (blocks: readonly WordBlock[]): string =>
  linesOf(blocks)
    .map(({ text }) => text)
    .join('\n');

/** The items of the outermost list; what is nested in one belongs to its text. */
function itemsOf(lines: readonly Line[]): readonly string[] {
  const levels = lines.flatMap(({ list }) => (list === undefined ? [] : [list]));
  const outermost = Math.min(...levels);
  const items: string[] = [];
  for (const { text, list } of lines) {
    if (list === undefined) continue;
    const open = items.at(-1);
    if (list > outermost && open !== undefined) items[items.length - 1] = `${open}\n${text}`;
    else items.push(text);
  }
  return items;
}

/** Undefined for a cell that says nothing at all. */
export function toSheetCell(cell: WordCell): SheetCell | undefined {
  const lines = linesOf(cell.blocks);
  const text = lines.map((line) => line.text).join('\n');
  const paragraphs = paragraphsOf(cell.blocks);
  const inner = fillWithin(paragraphs);
  const fill = cell.fill !== undefined && (inner === undefined || !isNeutral(cell.fill)) ? cell.fill : inner;
  const marks = marksOf(paragraphs, text);
  if (text === '' && fill === undefined && marks.note === undefined) return undefined;
  const listItems = itemsOf(lines);
  const counted = listItems.length === 1 ? (lines[0]?.label ?? '').replace(/^[\s([]+|[\s.):\]]+$/g, '') : '';
  const countedAs = /\d/.test(counted) ? counted : '';
  return {
    value: text,
    text,
    ...(fill === undefined ? {} : { fill }),
    ...marks,
    ...(listItems.length === 0 ? {} : { listItems }),
    ...(countedAs === '' ? {} : { countedAs }),
  };
}

/** Below this a highlighted word is what the cell says, not a passage in it. */
const shortCell = 30;

const sum = (paragraphs: readonly WordParagraph[], of: (paragraph: WordParagraph) => number): number =>
  paragraphs.reduce((total, paragraph) => total + of(paragraph), 0);

/** The colour behind the text: of a paragraph, or of most of its letters. */
export function fillWithin(paragraphs: readonly WordParagraph[]): string | undefined {
  const written = paragraphs.filter(({ letters }) => letters > 0);
  const shaded = (written.length > 0 ? written : paragraphs).find(({ fill }) => fill !== undefined)?.fill;
  if (shaded !== undefined && !isNeutral(shaded)) return shaded;
  const letters = sum(paragraphs, (paragraph) => paragraph.letters);
  const [fill, under] = mostOf(paragraphs.map(({ runFills }) => runFills));
  return under > 0 && (under * 2 >= letters || letters <= shortCell) ? fill : shaded;
}

function mostOf(counts: readonly ReadonlyMap<string, number>[]): readonly [string | undefined, number] {
  const totals = new Map<string, number>();
  for (const one of counts) for (const [key, letters] of one) totals.set(key, (totals.get(key) ?? 0) + letters);
  return [...totals].sort(([, one], [, other]) => other - one)[0] ?? [undefined, 0];
}

/** Colour and crossing out of the letters, comments and links: what a cell or a line carries besides its text. */
export function marksOf(
  paragraphs: readonly WordParagraph[],
  text: string,
): Pick<SheetCell, 'fontColour' | 'strike' | 'struckText' | 'note' | 'noteAuthor' | 'hyperlink'> {
  const letters = sum(paragraphs, (paragraph) => paragraph.letters);
  const struck = sum(paragraphs, (paragraph) => paragraph.struck);
  const [fontColour, coloured] = mostOf(paragraphs.map(({ colours }) => colours));
  const comments = paragraphs.flatMap((paragraph) => paragraph.comments);
  const authors = [...new Set(comments.map(({ author }) => author).filter((author) => author !== ''))];
  const links = [...new Set(paragraphs.flatMap((paragraph) => paragraph.links))].filter(
    (address) => !text.includes(address.replace(/^mailto:/i, '')),
  );
  return {
    ...(fontColour === undefined || coloured * 2 < letters ? {} : { fontColour }),
    ...(letters > 0 && struck === letters ? { strike: true as const } : {}),
    ...(struck > 0 && struck < letters
      ? { struckText: tidyText(paragraphs.map((paragraph) => paragraph.struckText).join(' ')).replace(/ +/g, ' ') }
      : {}),
    ...(comments.length === 0 ? {} : { note: comments.map((comment) => comment.text).join('\n') }),
    ...(authors.length === 0 ? {} : { noteAuthor: authors.join(', ') }),
    ...(links.length === 0 ? {} : { hyperlink: links.join('\n') }),
  };
}
