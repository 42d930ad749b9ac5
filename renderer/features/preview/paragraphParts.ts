import type { CSSProperties } from 'react';
import type { DocumentLook, DocumentParagraph, DocumentRun, LaidOutDocument } from '#shared/model/laidOutDocument.ts';

/** How a paragraph looks in the end: its style, and what it says itself over that. In points. */
export type ParagraphLook = Omit<DocumentLook, 'line'> & { readonly lineHeight: number };

export const plainLook: DocumentLook = {
  size: 12,
  line: 1.15,
  before: 0,
  after: 6,
  indent: 0,
  hanging: 0,
  bold: false,
  italic: false,
  colour: '1B1F24',
  fill: null,
  font: null,
  alignment: 'left',
  rule: null,
  over: null,
  under: null,
  keepNext: false,
  keepLines: false,
  heading: null,
};
/** A line of Arial, single-spaced, in parts of its size. */
const singleLine = 1.149;

export function lookOf(paragraph: DocumentParagraph, { looks }: LaidOutDocument): ParagraphLook {
  const { line, ...look } = looks[paragraph.style] ?? plainLook;
  return {
    ...look,
    lineHeight: look.size * singleLine * line,
    before: paragraph.before ?? look.before,
    after: paragraph.after ?? look.after,
    indent: paragraph.indent ?? look.indent,
    // Of a list the hanging is its own; an indent given alone stands straight.
    hanging: paragraph.hanging ?? (paragraph.indent === undefined ? look.hanging : 0),
    keepNext: paragraph.keepNext ?? look.keepNext,
  };
}

/** The family that a document asks for, and what has the same widths where it is missing. */
export const fontOf = ({ font }: LaidOutDocument): string => familyOf(font);

/** Calibri has a free font of its widths; for others the usual sans serif stands in. */
const familyOf = (font: string): string =>
  `"${font.replaceAll(/["\\\n]/gu, '')}", ${/^calibri/iu.test(font) ? '"Carlito", ' : ''}"Liberation Sans", Arial, sans-serif`;

/** What decides where lines break; the same for the ruler and for the page. `first`: the paragraph begins here. */
export function flowOf(look: ParagraphLook, first: boolean): CSSProperties {
  const rule = look.rule === null ? 0 : ruleWidth + ruleSpace;
  return {
    fontSize: `${look.size}pt`,
    lineHeight: `${look.lineHeight}pt`,
    fontWeight: look.bold ? 700 : 400,
    fontStyle: look.italic ? 'italic' : 'normal',
    ...(look.font === null ? {} : { fontFamily: familyOf(look.font) }),
    marginLeft: `${look.indent - rule}pt`,
    textIndent: first && look.hanging > 0 ? `${-look.hanging}pt` : 0,
    ...(look.rule === null ? {} : { borderLeft: `${ruleWidth}pt solid #${look.rule}`, paddingLeft: `${ruleSpace}pt` }),
  };
}
const ruleWidth = 3;
const ruleSpace = 6;

export interface ParagraphParts {
  /** What hangs before the text: a marker, or a label up to its tab. */
  readonly label: readonly DocumentRun[];
  readonly text: readonly DocumentRun[];
  /** Characters of the paragraph before `text`: a marker is none of them. */
  readonly offset: number;
}

export function partsOf(paragraph: DocumentParagraph): ParagraphParts {
  const { runs, marker } = paragraph;
  if (marker !== undefined) return { label: [{ text: marker }], text: runs, offset: 0 };
  const tab = runs
    .map(({ text }) => text)
    .join('')
    .indexOf('\t');
  if (tab < 0) return { label: [], text: runs, offset: 0 };
  return { label: sliceRuns(runs, 0, tab), text: sliceRuns(runs, tab + 1, null), offset: tab + 1 };
}

/** A stretch of the characters, each with its format. */
export function sliceRuns(runs: readonly DocumentRun[], from: number, to: number | null): readonly DocumentRun[] {
  const sliced: DocumentRun[] = [];
  let at = 0;
  for (const run of runs) {
    const start = Math.max(0, from - at);
    const end = to === null ? run.text.length : Math.min(run.text.length, to - at);
    if (end > start) sliced.push({ ...run, text: run.text.slice(start, end) });
    at += run.text.length;
  }
  return sliced;
}

export const lengthOf = (runs: readonly DocumentRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);
