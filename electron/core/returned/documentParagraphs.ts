import type { WordComment } from '../import/readers/wordComments.ts';
import type { WordBlock, WordRow } from '../import/readers/wordModel.ts';

/** A paragraph of a document with where it stands, as far as its words and those around it tell. */
export interface DocumentParagraph {
  /** With every run of white space as one space: a program that saves the file again may break lines otherwise. */
  readonly text: string;
  /** The headings it stands under, the nearest last. */
  readonly headings: readonly string[];
  /** The texts of the table row it stands in, cell by cell; empty outside a table. */
  readonly row: readonly string[];
  readonly comments: readonly WordComment[];
}

/**
 * Every paragraph that says something, in reading order. `addresses` are those that the issued copy links to, where
 * this is one that may have come of it.
 */
export function documentParagraphs(
  blocks: readonly WordBlock[],
  addresses: ReadonlySet<string> = new Set(),
): readonly DocumentParagraph[] {
  const headings: { readonly level: number; readonly text: string }[] = [];
  const paragraphs: DocumentParagraph[] = [];
  walk(blocks, []);
  return paragraphs;

  function walk(inside: readonly WordBlock[], row: readonly string[]): void {
    for (const block of inside) {
      if (block.kind === 'table') {
        for (const each of block.rows) {
          const texts = rowTexts(each, addresses);
          for (const cell of each.cells) walk(cell.blocks, texts);
        }
        continue;
      }
      const text = plain(withoutFlattened(block.text, addresses));
      if (text === '') continue;
      if (block.heading !== undefined) {
        const { heading: level } = block;
        while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
        headings.push({ level, text });
      }
      paragraphs.push({ text, headings: headings.map((heading) => heading.text), row, comments: block.comments });
    }
  }
}

/**
 * Within a control of an official form LibreOffice saves what a link is made of as words before it. Only where the
 * issued copy links to that address, or to a bookmark of ours, is it taken for one: no word can hide behind it.
 */
const withoutFlattened = (text: string, addresses: ReadonlySet<string>): string =>
  text.replaceAll(
    /HYPERLINK "([^"]*)"(?: \\l "(p*planner_[a-z0-9_]*)")?/gu,
    (whole, address: string, bookmark: string | undefined) =>
      (bookmark !== undefined && address === '') || (bookmark === undefined && addresses.has(address)) ? '' : whole,
  );

/** Every address that a document links to. */
export const addressesIn = (blocks: readonly WordBlock[]): ReadonlySet<string> =>
  new Set(
    blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? block.links
        : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => [...addressesIn(cell.blocks)])),
    ),
  );

const rowTexts = (row: WordRow, addresses: ReadonlySet<string>): readonly string[] =>
  row.cells.map(({ blocks }) =>
    blocks
      .map((block) => (block.kind === 'paragraph' ? plain(withoutFlattened(block.text, addresses)) : ''))
      .filter((text) => text !== '')
      .join('\n'),
  );

export const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
