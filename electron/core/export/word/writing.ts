import type { Submission, SubmissionPart } from '#core/export/submission.ts';
import { cleanLine } from './cleanText.ts';
import type { DocumentWords } from './documentWords.ts';
import type { Inline } from './inlineXml.ts';
import type { ListNumbering } from './listNumbering.ts';
import { TextParagraph } from './paragraphXml.ts';
import { textRuns } from './runs.ts';
import { styleIds } from './styles.ts';
import type { TableLook } from './tableLook.ts';

export type PrintedPart = SubmissionPart | 'references';

/** What every part of the document is written with. */
export interface Writing {
  readonly submission: Submission;
  readonly words: DocumentWords;
  readonly lists: ListNumbering;
  readonly tables: TableLook;
  /** The headings of the parts that are printed, appendix letters included. A part that is absent is left out. */
  readonly partTitles: ReadonlyMap<PrintedPart, string>;
  /** The number of a reference by `kind:id`. */
  readonly referenceNumbers: ReadonlyMap<string, number>;
}

/** Bookmark names: letters, digits and underscores, at most 40, as Word asks. */
export const bookmarks = {
  part: (part: PrintedPart) => `part_${part.replaceAll('-', '_')}`,
  question: (index: number) => `question_${index + 1}`,
  group: (part: 'last-plan' | 'new-plan', index: number) => `${part.replaceAll('-', '_')}_group_${index + 1}`,
  reference: (number: number) => `reference_${number}`,
} as const;

const order: readonly PrintedPart[] = [
  'brief',
  'questions',
  'references',
  'signatures',
  'last-plan',
  'new-plan',
  'voice',
  'evidence',
];
const appendices: ReadonlySet<PrintedPart> = new Set<PrintedPart>(['last-plan', 'new-plan', 'voice', 'evidence']);

/** The parts to print, in order, with their titles. Appendices are lettered as they come, so none is skipped. */
export function titlesOfParts(submission: Submission, words: DocumentWords): ReadonlyMap<PrintedPart, string> {
  const titles = new Map<PrintedPart, string>();
  let letters = 0;
  for (const part of order) {
    if (!isPrinted(part, submission)) continue;
    if (!appendices.has(part)) {
      titles.set(part, words.parts[part]);
      continue;
    }
    titles.set(part, words.parts.appendix(String.fromCharCode(65 + letters), words.parts[part]));
    letters += 1;
  }
  return titles;
}

function isPrinted(part: PrintedPart, submission: Submission): boolean {
  const { parts } = submission.options;
  // References serve the answers: without these nothing points to them.
  if (part === 'references') return parts.includes('questions') && submission.references.length > 0;
  // The first stage reviews no earlier plan.
  if (part === 'last-plan' && submission.lastPlan === null) return false;
  return parts.includes(part);
}

const headingStyles = { 1: styleIds.heading1, 2: styleIds.heading2, 3: styleIds.heading3 } as const;

/** A part of the document begins on a page of its own, so a heading of level 1 does. */
export function heading(level: 1 | 2 | 3, text: string, options: { readonly bookmark?: string } = {}): TextParagraph {
  const runs = textRuns(cleanLine(text));
  return new TextParagraph({
    style: headingStyles[level],
    // Said here as well as in the style: in an official form it stands in a style of the form's own.
    keepNext: true,
    ...(level === 1 ? { pageBreakBefore: true } : {}),
    inlines: options.bookmark === undefined ? runs : [{ bookmark: options.bookmark, inlines: runs }],
  });
}

/** What stands as the title on the first page, a draft's with its mark; never blank. */
export function pageTitle({ titleBlock, options }: Submission, words: DocumentWords): string {
  const title = cleanLine(titleBlock.title) || cleanLine(titleBlock.shortTitle) || words.parts.questions;
  return options.copy.kind === 'draft' ? words.draftTitle(title) : title;
}

/** What a screen reader says of the window, and what a list of files shows: without the page, it says whose it is. */
export function documentTitle({ titleBlock }: Submission, words: DocumentWords): string {
  const title = cleanLine(titleBlock.title) || cleanLine(titleBlock.shortTitle) || words.parts.questions;
  return [title, titleBlock.initiative, titleBlock.institution]
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(', ');
}

/** A numbered version in the document's language (*Version 3*), any other by its name. */
export function versionText(version: string, words: DocumentWords): string {
  const number = versionNumber(version);
  return number === null ? cleanLine(version) : words.version(number);
}

/** *3* of *Version 3*, as issued copies are named; null for a version with a name of its own. */
export const versionNumber = (version: string): string | null =>
  /^(?:version\s+)?(\d+)$/iu.exec(cleanLine(version))?.[1] ?? null;

type StyleId = (typeof styleIds)[keyof typeof styleIds];

export function paragraph(
  style: StyleId,
  text: string,
  format: { readonly italics?: boolean; readonly bold?: boolean } = {},
): TextParagraph {
  return new TextParagraph({ style, inlines: textRuns(text, format) });
}

/** A label in bold and its value after a tab stop. */
export function detail(label: string, value: readonly Inline[]): TextParagraph {
  return new TextParagraph({
    style: styleIds.detail,
    inlines: [...textRuns(cleanLine(label), { bold: true }), ...textRuns('\t'), ...value],
  });
}
