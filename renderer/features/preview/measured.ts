/** What is known of a document once its lines are: enough to break it into pages without a browser. In points. */
export interface MeasuredParagraph {
  readonly kind: 'paragraph';
  readonly before: number;
  readonly after: number;
  readonly lineHeight: number;
  /** Where each line begins, in characters; the first is 0, and there is always one. */
  readonly starts: readonly number[];
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly startsPage: boolean;
}

export interface MeasuredRow {
  readonly cells: readonly (readonly MeasuredParagraph[])[];
  /** Not to be broken between two pages. */
  readonly whole: boolean;
  readonly keepNext: boolean;
}

export interface MeasuredTable {
  readonly kind: 'table';
  readonly heading: MeasuredRow;
  readonly rows: readonly MeasuredRow[];
}

export interface MeasuredPicture {
  readonly kind: 'picture';
  readonly height: number;
}

export type MeasuredBlock = MeasuredParagraph | MeasuredTable | MeasuredPicture;

export interface MeasuredSection {
  /** Between the margins. */
  readonly height: number;
  readonly blocks: readonly MeasuredBlock[];
}

/** Above and below the words of a cell, and the line under them. */
export const cellPadding = 2.5;
export const cellLine = 0.5;

export const linesHeight = ({ starts, lineHeight }: MeasuredParagraph): number => starts.length * lineHeight;
export const paragraphHeight = (paragraph: MeasuredParagraph): number =>
  paragraph.before + linesHeight(paragraph) + paragraph.after;

export function rowHeight({ cells }: MeasuredRow): number {
  const heights = cells.map((paragraphs) => paragraphs.reduce((sum, each) => sum + paragraphHeight(each), 0));
  return Math.max(0, ...heights) + 2 * cellPadding + cellLine;
}
