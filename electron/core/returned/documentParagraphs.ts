import type { WordComment } from '../import/readers/wordComments.ts';
import {
  paragraphsOf,
  type WordBlock,
  type WordPages,
  type WordParagraph,
  type WordRow,
} from '../import/readers/wordModel.ts';
import { addressesOf, marksOf, plain, withoutFlattened } from './paragraphMarks.ts';

/** A paragraph of a document with where it stands, as far as its words and those around it tell. */
export interface DocumentParagraph {
  /** With every run of white space as one space: a program that saves the file again may break lines otherwise. */
  readonly text: string;
  /** What its words alone do not tell: what is struck out or hidden, where links lead, and its notes. */
  readonly marks: readonly string[];
  /** The headings it stands under, the nearest last. */
  readonly headings: readonly string[];
  /** The texts of the table row it stands in, cell by cell; empty outside a table. */
  readonly row: readonly string[];
  readonly comments: readonly WordComment[];
}

/**
 * Every paragraph that says something, in reading order, and after those the headers and footers. `addresses` are those
 * that the issued copy links to, where this is one that may have come of it.
 */
export function documentParagraphs(
  { blocks, notes, edges }: WordPages,
  addresses: ReadonlySet<string> = new Set(),
): readonly DocumentParagraph[] {
  const headings: { readonly level: number; readonly text: string }[] = [];
  const paragraphs: DocumentParagraph[] = [];
  const titles = headingTexts(blocks);
  walk(blocks, { texts: [], hidden: false });
  return [...paragraphs, ...edgeParagraphs(edges)];

  function walk(inside: readonly WordBlock[], row: { readonly texts: readonly string[]; readonly hidden: boolean }) {
    for (const block of inside) {
      if (block.kind === 'table') {
        for (const each of block.rows) {
          const texts = rowTexts(each, addresses);
          for (const cell of each.cells) walk(cell.blocks, { texts, hidden: row.hidden || each.hidden });
        }
        continue;
      }
      if (isOfContents(block, titles)) continue;
      const text = plain(withoutFlattened(block.text, addresses));
      const marks = marksOf(block, { addresses, hiddenRow: row.hidden, noteText: (id) => textOfNote(notes.get(id)) });
      if (text === '' && marks.length === 0) continue;
      if (block.heading !== undefined && text !== '') {
        const { heading: level } = block;
        while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
        headings.push({ level, text });
      }
      const above = headings.map((heading) => heading.text);
      paragraphs.push({ text, marks, headings: above, row: row.texts, comments: block.comments });
    }
  }
}

/**
 * What stands at the head and foot of the pages, in the order of the sections. Programs repeat a header for each section
 * or leave it to the one before, which says the same.
 */
function edgeParagraphs(edges: WordPages['edges']): readonly DocumentParagraph[] {
  const said = new Set<string>();
  return edges.flatMap(({ kind, blocks }) => {
    const inside = documentParagraphs({ blocks, notes: new Map(), edges: [] });
    const whole = JSON.stringify(inside.map(({ text, marks }) => [text, marks]));
    if (said.has(`${kind} ${whole}`)) return [];
    said.add(`${kind} ${whole}`);
    const headings = [kind === 'header' ? 'Header' : 'Footer'];
    return inside.map((paragraph) => ({ ...paragraph, headings, comments: [] }));
  });
}

const textOfNote = (blocks: readonly WordBlock[] | undefined): string =>
  documentParagraphs({ blocks: blocks ?? [], notes: new Map(), edges: [] })
    .map(({ text, marks }) => [text, ...marks].join(' '))
    .join(' ');

/**
 * A line of a table of contents that repeats a heading, whether it is one by its style or only leads there: its page is
 * counted anew and its mark named anew, and the heading itself is held.
 */
function isOfContents({ heading, contents, leadsTo, text }: WordParagraph, titles: ReadonlySet<string>): boolean {
  const leadsInside = leadsTo.length > 0 && leadsTo.every(({ address }) => address.startsWith('#'));
  if (heading !== undefined || !(contents || leadsInside)) return false;
  return titles.has(plain(text.replace(/\t\s*(?:\d+|[ivxlc]+)\s*$/iu, '')));
}

const headingTexts = (blocks: readonly WordBlock[]): ReadonlySet<string> =>
  new Set(paragraphsOf(blocks).flatMap(({ heading, text }) => (heading === undefined ? [] : [plain(text)])));

/** Every address that a document links to. */
export const addressesIn = ({ blocks }: WordPages): ReadonlySet<string> =>
  new Set(paragraphsOf(blocks).flatMap((paragraph) => addressesOf(paragraph)));

const rowTexts = (row: WordRow, addresses: ReadonlySet<string>): readonly string[] =>
  row.cells.map(({ blocks }) =>
    blocks
      .map((block) => (block.kind === 'paragraph' ? plain(withoutFlattened(block.text, addresses)) : ''))
      .filter((text) => text !== '')
      .join('\n'),
  );
