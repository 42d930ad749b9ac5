import type { SheetCell } from '../sheet.ts';

/**
 * One paragraph of a document outside its tables. Together the lines are what a plan is read from that is written as
 * headings and lists.
 */
export type OutlineLine = {
  /** Which paragraph with words in it this is, counted from 1 outside tables. */
  readonly paragraph: number;
  /** As it is seen, with `\n` for a line break and `\t` for a tab. */
  readonly text: string;
  /** 0 for a title, 1 to 9 for headings; absent for body text. */
  readonly heading?: number;
  /** Depth in a list from 0; absent for what is no item of one. */
  readonly list?: number;
  /** The number that the program counts before it, such as `1.2`; empty for none and for a bullet. */
  readonly label: string;
  /** All of it is bold. */
  readonly bold: boolean;
  /** The bold words at its beginning, where others follow. */
  readonly boldLead: string;
  readonly look: Pick<SheetCell, 'fill' | 'fontColour' | 'strike' | 'struckText' | 'note' | 'noteAuthor' | 'hyperlink'>;
};
