import type { WordComment } from './wordComments.ts';

/** What stands in a Word document, in reading order, without pages, headers, footers and notes at their foot. */
export type WordBlock = WordParagraph | WordTable;

export type WordParagraph = {
  readonly kind: 'paragraph';
  /** As it is seen, with `\n` for a line break and `\t` for a tab. */
  readonly text: string;
  /** 0 for a title, 1 to 9 for headings. */
  readonly heading: number | undefined;
  /** A line of a table of contents. */
  readonly contents: boolean;
  /** Depth in a list from 0; absent for what is no item of one. */
  readonly list: number | undefined;
  /** The number that Word counts before it, such as `1.2`; empty for a bullet. */
  readonly label: string;
  /** Every letter is bold. */
  readonly bold: boolean;
  /** The bold words at its beginning, where others follow. */
  readonly boldLead: string;
  /** Shading of the whole paragraph. */
  readonly fill: string | undefined;
  /** Letters under each colour of highlighter or shading, and in each colour of their own. */
  readonly runFills: ReadonlyMap<string, number>;
  readonly colours: ReadonlyMap<string, number>;
  readonly letters: number;
  readonly struck: number;
  readonly struckText: string;
  readonly comments: readonly WordComment[];
  readonly links: readonly string[];
  /** Where its words lead, one after the other, each with the place in the text where it begins. */
  readonly leadsTo: readonly WordLink[];
  /** What is there and not seen. Empty where a plan is read, as is `notes`. */
  readonly hiddenText: string;
  /** The notes that it refers to, with the place in the text. */
  readonly notes: readonly { readonly id: string; readonly at: number }[];
};

export type WordLink = { readonly address: string; readonly at: number };

export type WordTable = {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
  /** Widths of the columns of its grid in twentieths of a point; may be shorter than the grid, or empty. */
  readonly widths: readonly number[];
};

export type WordRow = {
  readonly cells: readonly WordCell[];
  /** Columns of the grid that stay free before the first cell. */
  readonly before: number;
  readonly hidden: boolean;
};

export type WordCell = {
  readonly blocks: readonly WordBlock[];
  /** Columns of the grid that it covers. */
  readonly span: number;
  readonly merge: 'restart' | 'continue' | undefined;
  readonly fill: string | undefined;
};

/** Everything that says something in a Word document: its body, the notes it refers to, and the edges of its pages. */
export type WordPages = {
  readonly blocks: readonly WordBlock[];
  /** By kind and id, as in `footnote 2`. */
  readonly notes: ReadonlyMap<string, readonly WordBlock[]>;
  /** What stands at the head and foot of its pages, each as often as it changes from one section to the next. */
  readonly edges: readonly WordEdge[];
};

export type WordEdge = { readonly kind: 'header' | 'footer'; readonly blocks: readonly WordBlock[] };

/** Reading order through nested tables as well. */
export function paragraphsOf(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}
