import type { OutlineLine } from '../readers/outlineLine.ts';
import { readDateText } from './dates.ts';
import { type HeadingMeaning, readHeadingMeaning } from './outlineHeadings.ts';
import { takeReference } from './outlineItem.ts';
import { roleOfLabel, splitLabels } from './outlineLabels.ts';
import { saysWhatToDo } from './outlineVerbs.ts';
import { isBullet, plainText, withoutBullet, wordCount } from './plainText.ts';

/** A line of the outline with what it is in the plan. */
export type PlannedLine = {
  readonly line: OutlineLine;
  readonly text: string;
  /** Depth in a list, by the program's own list or by a mark that was typed. */
  readonly depth: number | undefined;
  readonly number: string;
  /** The labelled fields of its first line, with the text before them. */
  readonly labels: ReturnType<typeof splitLabels>;
  /** A heading, how deep it stands, and what it says of the lines below. */
  readonly heading: { readonly level: number; readonly meaning: HeadingMeaning } | undefined;
};

/** Below the nine real levels: bold lines, then plain ones, then items of lists. */
const boldLevel = 10;
const plainLevel = 11;
const listLevel = 12;
export const isWeakLevel = (level: number): boolean => level >= boldLevel;

const longestBoldHeading = 140;
const longestPlainHeading = 70;
/** A line of more characters is prose, whatever stands in it. */
export const longestLine = 1_000;
/** Where more of the lines are bold, bold sets nothing apart. */
const mostBold = 0.6;

/**
 * Takes apart lines that hold a typed list, leaves out what is no text, and says which lines are headings.
 * @param loose whether a heading that says what to do is an action, where nothing else in the document is.
 */
export function planLines(outline: readonly OutlineLine[], loose = false): readonly PlannedLine[] {
  const lines = outline.flatMap(splitTypedList).map(labelledByBold).flatMap(bareLine);
  const bold = lines.filter(({ line }) => line.bold && line.heading === undefined).length;
  const trustsBold = bold <= lines.length * mostBold;
  const planned: PlannedLine[] = lines.map((one) => ({ ...one, heading: undefined }));
  // From the end, since a heading that only fields follow is itself an action.
  for (let index = planned.length - 1; index >= 0; index -= 1) {
    const one = planned[index] as PlannedLine;
    const heading = headingOf(one, planned[index + 1], trustsBold);
    if (heading === undefined) continue;
    const below = planned.slice(index + 1, index + 40);
    if (isActionHeading(heading.meaning, one, below)) continue;
    if (loose && isTask(heading, below)) continue;
    planned[index] = { ...one, heading };
  }
  return planned;
}

/** A list that was typed with line ends within one paragraph. */
function splitTypedList(line: OutlineLine): readonly OutlineLine[] {
  const parts = line.text.split('\n');
  if (parts.length < 2 || parts.filter(isBullet).length < 2) return [line];
  return parts.map((text) => ({ ...line, text, look: parts.length > 1 && !isBullet(text) ? {} : line.look }));
}

/** `Lead HR` with its first word bold is a label without a colon. */
function labelledByBold(line: OutlineLine): OutlineLine {
  const label = line.boldLead.replace(/[\s:–—-]+$/, '');
  if (label === '' || !line.text.startsWith(label) || wordCount(label) > 3) return line;
  const rest = line.text.slice(label.length).replace(/^[\s:–—-]+/, '');
  return roleOfLabel(label) === undefined || rest === '' ? line : { ...line, text: `${label}: ${rest}` };
}

function bareLine(line: OutlineLine): readonly Omit<PlannedLine, 'heading'>[] {
  const isContents = /\t\d{1,3}$/.test(line.text) || /(?<![.…])[.…]{5,}\s*\d{1,3}$/.test(line.text);
  if (isContents || !/[\p{L}\p{N}]/u.test(line.text) || /^\s*_{3,}/.test(line.text)) return [];
  const typed = line.list === undefined && line.heading === undefined && isBullet(line.text);
  const mark = typed ? (/^\s*\(?(\d{1,2})[.)]/.exec(line.text)?.[1] ?? '') : '';
  const text = typed ? withoutBullet(line.text) : line.text;
  const number = line.label.replace(/^[\s([]+|[\s.):\]]+$/g, '');
  return [
    {
      line,
      text,
      labels: text.length > longestLine ? { text, fields: [] } : splitLabels(text.split('\n')[0] ?? ''),
      depth: line.list ?? (typed ? 0 : undefined),
      number: /\d/.test(number) ? number : mark,
    },
  ];
}

/** Whether a line is nothing but labelled fields, such as `Lead: HR`. */
export const isFieldsOnly = ({ labels, heading }: PlannedLine): boolean =>
  heading === undefined && labels.text === '' && labels.fields.length > 0;

/** A line that is nothing but the number of the action below it: `Action 4`. */
export const loneReference = (text: string): string | undefined =>
  /^\s*(?:action|activity|ref(?:erence)?|no)\.?\s*(?:no\.?\s*)?((?:[A-Z]{1,3}[-. ]?)?\d[\d.]*[a-z]?)\s*[:.]?$/i.exec(
    text,
  )?.[1];

/** Most lines cannot be headings, and need no closer look. */
function mayBeHeading({ line, text, depth, number }: PlannedLine, next: PlannedLine | undefined): boolean {
  if (line.heading !== undefined) return text.length <= longestLine;
  if (text.length > longestBoldHeading * 2) return false;
  if (line.bold && (depth === undefined || number !== '')) return true;
  return depth === undefined || (next?.depth !== undefined && next.depth > depth);
}

function headingOf(one: PlannedLine, next: PlannedLine | undefined, trustsBold: boolean): PlannedLine['heading'] {
  const { line, text, depth, number } = one;
  if (!mayBeHeading(one, next) || loneReference(text) !== undefined) return undefined;
  const meaning = readHeadingMeaning(text);
  if (line.heading !== undefined) return { level: line.heading, meaning };
  const words = wordCount(text);
  const isLabelled = isFieldsOnly(one) && meaning.kind !== 'theme' && meaning.kind !== 'objective';
  if (isLabelled && !/:\s*$/.test(text)) return undefined;
  const listed = depth !== undefined;
  if (trustsBold && line.bold && (!listed || number !== '') && text.length <= longestBoldHeading)
    return { level: boldLevel, meaning };
  if (listed) {
    const leads = next?.depth !== undefined && next.depth > depth;
    const names = (meaning.kind === 'theme' && words <= 6) || meaning.kind === 'horizon';
    return leads && names ? { level: listLevel + depth, meaning } : undefined;
  }
  if (isSignature(text)) return { level: plainLevel, meaning: { kind: 'closing', text } };
  if (meaning.kind === 'objective') return /[:–—-]\s/.test(text) ? { level: plainLevel, meaning } : undefined;
  if (text.length > longestPlainHeading || /[.;,?]$/.test(text) || text.includes('\t')) return undefined;
  switch (meaning.kind) {
    case 'theme':
      return words <= 6 || /^\s*(?:theme|pillar)/i.test(text) ? { level: plainLevel, meaning } : undefined;
    case 'horizon':
      // A date in a line of its own is mostly that of the document.
      if (readDateText(text).kind === 'period' && next?.depth === undefined) return undefined;
      return { level: plainLevel, meaning };
    case 'status':
      return { level: plainLevel, meaning };
    case 'plan':
    case 'closing':
      return words <= 5 ? { level: plainLevel, meaning } : undefined;
    case 'field':
      return words <= 4 ? { level: plainLevel, meaning } : undefined;
    case 'other':
      return undefined;
  }
}

/** The block of names and dates at the end of a submission. */
const isSignature = (text: string): boolean =>
  /^(?:signed|signature|print(?:ed)? name|name|position|job title|on behalf of|e-?mail|tel(?:ephone)?)\b[^:_….]{0,50}(?:[:_…]|\.{3})/i.test(
    text,
  );

/** A heading of the lowest level that says what to do, with nothing but prose below it. */
function isTask({ level, meaning }: NonNullable<PlannedLine['heading']>, below: readonly PlannedLine[]): boolean {
  const next = below.find(({ heading }) => heading !== undefined);
  const isLowest = next?.heading === undefined || next.heading.level <= level;
  return (
    meaning.kind === 'other' && level > 1 && isLowest && wordCount(meaning.text) >= 3 && saysWhatToDo(meaning.text)
  );
}

/** `Action 1.1: Publish a directory`, or any heading below which stand fields and no list of actions. */
function isActionHeading(meaning: HeadingMeaning, one: PlannedLine, below: readonly PlannedLine[]): boolean {
  if (meaning.kind === 'theme' || meaning.kind === 'horizon' || meaning.kind === 'closing' || meaning.kind === 'field')
    return false;
  if (meaning.kind === 'status') return false;
  if (wordCount(meaning.text) < 2) return false;
  const numbered = /^\s*action\s+[A-Z]{0,3}[-. ]?\d/i.test(one.text) && takeReference(one.text).ref !== '';
  if (numbered) return true;
  if (meaning.kind === 'plan') return false;
  const end = below.findIndex(({ heading }) => heading !== undefined);
  const block = end < 0 ? below : below.slice(0, end);
  const fields = block.filter(isFieldsOnly);
  const startsAction = fields.some(({ labels }) => labels.fields.some(({ role }) => role === 'action'));
  const items = block.filter((other) => other.depth !== undefined && !isFieldsOnly(other));
  const first = block[0];
  return (
    !startsAction &&
    fields.length > 0 &&
    first !== undefined &&
    (isFieldsOnly(first) || fields.length >= 2) &&
    items.length === 0 &&
    plainText(one.text).split(' ').length >= 3
  );
}
