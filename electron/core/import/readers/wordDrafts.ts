import type { WordComment } from './wordComments.ts';
import type { WordBlock, WordCell, WordLink, WordParagraph, WordRow, WordTable } from './wordModel.ts';
import type { ListPlace, RunLook, WordStyle } from './wordStyles.ts';

/** A paragraph while it is read. */
export type ParagraphDraft = {
  text: string;
  style: WordStyle;
  heading: number | undefined;
  list: ListPlace | undefined;
  contents: boolean;
  fill: string | undefined;
  runFills: Map<string, number>;
  colours: Map<string, number>;
  letters: number;
  boldLetters: number;
  struck: number;
  struckText: string;
  boldLead: string;
  leading: boolean;
  comments: WordComment[];
  links: string[];
  leadsTo: WordLink[];
  hiddenText: string;
  notes: { readonly id: string; readonly at: number }[];
  run: { look: RunLook } | undefined;
  /** Its end is deleted by a tracked change, so the next paragraph goes on with it. */
  endDeleted: boolean;
};

export const newParagraph = (style: WordStyle): ParagraphDraft => ({
  text: '',
  style,
  heading: undefined,
  list: undefined,
  contents: false,
  fill: undefined,
  runFills: new Map(),
  colours: new Map(),
  letters: 0,
  boldLetters: 0,
  struck: 0,
  struckText: '',
  boldLead: '',
  leading: true,
  comments: [],
  links: [],
  leadsTo: [],
  hiddenText: '',
  notes: [],
  run: undefined,
  endDeleted: false,
});

const count = (counts: Map<string, number>, key: string | undefined, letters: number): void => {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + letters);
};

export function addText(paragraph: ParagraphDraft, text: string): void {
  const look = paragraph.run?.look ?? paragraph.style;
  paragraph.text += text;
  const letters = text.replace(/\s/g, '').length;
  if (paragraph.leading && (look.bold === true || letters === 0)) paragraph.boldLead += text;
  else if (letters > 0) paragraph.leading = false;
  if (letters === 0) return;
  paragraph.letters += letters;
  if (look.bold) paragraph.boldLetters += letters;
  if (look.strike) {
    paragraph.struck += letters;
    paragraph.struckText += text;
  }
  count(paragraph.runFills, look.fill, letters);
  count(paragraph.colours, look.colour, letters);
}

/** Words that lead somewhere: a link that is cut into runs, or goes on after others, is one. */
export function addLink(paragraph: ParagraphDraft, address: string): void {
  if (paragraph.leadsTo.at(-1)?.address !== address) paragraph.leadsTo.push({ address, at: paragraph.text.length });
}

/** Puts what stood in a paragraph without an end before what stands in the next one. */
export function joinParagraphs(first: ParagraphDraft, second: ParagraphDraft): void {
  second.text = first.text + second.text;
  second.boldLead = first.boldLead;
  second.leading = first.leading;
  second.letters += first.letters;
  second.boldLetters += first.boldLetters;
  second.struck += first.struck;
  second.struckText = first.struckText + second.struckText;
  for (const [fill, letters] of first.runFills) count(second.runFills, fill, letters);
  for (const [colour, letters] of first.colours) count(second.colours, colour, letters);
  second.comments.unshift(...first.comments);
  second.links.unshift(...first.links);
  second.hiddenText = first.hiddenText + second.hiddenText;
  const shift = first.text.length;
  second.leadsTo = [...first.leadsTo, ...second.leadsTo.map((each) => ({ ...each, at: each.at + shift }))];
  second.notes = [...first.notes, ...second.notes.map((each) => ({ ...each, at: each.at + shift }))];
}

export function finishParagraph(draft: ParagraphDraft, label: string): WordParagraph {
  const heading = draft.heading ?? draft.style.heading;
  const place = draft.list ?? draft.style.list;
  const listed = heading === undefined && place !== undefined && place.list !== '0';
  const allBold = draft.letters > 0 && draft.boldLetters === draft.letters;
  return {
    kind: 'paragraph',
    text: draft.text,
    heading,
    contents: draft.contents || draft.style.contents === true,
    list: listed ? place.level : undefined,
    label,
    bold: allBold,
    boldLead: allBold ? '' : draft.boldLead.trim(),
    fill: draft.fill,
    runFills: draft.runFills,
    colours: draft.colours,
    letters: draft.letters,
    struck: draft.struck,
    struckText: draft.struckText,
    comments: draft.comments,
    links: draft.links,
    leadsTo: draft.leadsTo,
    hiddenText: draft.hiddenText,
    notes: draft.notes,
  };
}

type Mutable<Shape> = { -readonly [Field in keyof Shape]: Shape[Field] };
export type CellDraft = Mutable<Omit<WordCell, 'blocks'>> & {
  readonly blocks: WordBlock[];
  deleted: boolean;
  joinsLeft: boolean;
};
export type RowDraft = Mutable<Omit<WordRow, 'cells'>> & { readonly cells: CellDraft[]; deleted: boolean };
export type TableDraft = { readonly rows: RowDraft[]; readonly widths: number[] };

export const newRow = (): RowDraft => ({ cells: [], before: 0, hidden: false, deleted: false });
export const newCell = (): CellDraft => ({
  blocks: [],
  span: 1,
  merge: undefined,
  fill: undefined,
  deleted: false,
  joinsLeft: false,
});

/** Leaves out what tracked changes deleted, and joins cells merged in the old way to the one on their left. */
export function finishTable({ rows, widths }: TableDraft): WordTable {
  return {
    kind: 'table',
    widths,
    rows: rows.flatMap((row) => {
      if (row.deleted || (row.cells.length > 0 && row.cells.every(({ deleted }) => deleted))) return [];
      const cells: CellDraft[] = [];
      for (const cell of row.cells) {
        const left = cells.at(-1);
        if (left !== undefined && cell.joinsLeft) {
          left.span += cell.span;
          left.blocks.push(...cell.blocks);
        } else cells.push(cell.deleted ? { ...cell, blocks: [], fill: undefined } : cell);
      }
      return [{ cells, before: row.before, hidden: row.hidden }];
    }),
  };
}
