import { isHorizon } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { wordCount } from './plainText.ts';
import { isPlainStatus, readStatusWord, type StatusWord } from './rag.ts';
import type { RatingSource } from './rating.ts';
import type { RowReading } from './rows.ts';

/** A heading that rates every action under it, and where it stands. */
export type StatusHeading = {
  readonly word: StatusWord;
  readonly text: string;
  readonly place: string;
  readonly stands: 'above' | 'sheet' | 'over';
};

const counted = /\(\s*\d+\s*(?:actions?|items?)?\s*\)|[:–—-]\s*\d+\s*$/gi;
const around = /\b(?:the|our|all|actions?|items?|tasks?|activit(?:y|ies)|that|which|are|have been|were)\b/gi;
const fewestLetters = 3;
const mostWords = 4;
const longestHeading = 60;

/** What a heading such as “Completed actions” or “In progress (4)” rates. Undefined where it says anything else. */
export function statusOfHeading(heading: string): StatusWord | undefined {
  if (heading.length > longestHeading) return undefined;
  const bare = heading
    .replace(counted, ' ')
    .replace(around, ' ')
    .replace(/[\s:.–—-]+$/, '')
    .trim();
  // One letter is the number of a group as often as a colour.
  if (bare.length < fewestLetters || /\d/.test(bare) || wordCount(bare) > mostWords) return undefined;
  if (/^doing$/i.test(bare)) return { kind: 'completion', rag: 'amber' };
  return isPlainStatus(bare) ? readStatusWord(bare) : undefined;
}

export function statusHeading(
  text: string,
  place: string,
  stands: StatusHeading['stands'] = 'above',
): StatusHeading | undefined {
  const word = statusOfHeading(text);
  return word === undefined ? undefined : { word, text: text.trim(), place, stands };
}

/** The rating of an action that has none of its own and stands under such a heading. */
export const headedSource = ({ word, text, place, stands }: StatusHeading): RatingSource => ({
  placed: { cell: { value: text, text }, place, header: '' },
  text,
  word,
  fill: undefined,
  fontColour: undefined,
  dated: false,
  mark: stands,
});

/** Whether a row of headings is a board: each column is a status, and the actions stand where they are. */
export function isBoard(texts: readonly string[]): boolean {
  const meanings = new Set<string>();
  for (const text of texts) {
    const word = statusOfHeading(text);
    if (word === undefined || meanings.has(meaningOf(word))) return false;
    meanings.add(meaningOf(word));
  }
  return meanings.size >= 2;
}

export const meaningOf = (word: StatusWord): string =>
  word.kind === 'completion' ? word.rag : word.kind === 'colour' ? word.colour : word.kind;

/** Of the columns of a table those that are a board, if they are. */
export function boardColumns(headers: readonly string[]): readonly number[] {
  const columns = headers.flatMap((header, column) => (statusOfHeading(header) === undefined ? [] : [column]));
  return isBoard(columns.map((column) => headers[column] ?? '')) ? columns : [];
}

const mayBeTime = /\b(?:on-?going|continu\w+)\b/i;

type Section = Extract<RowReading, { kind: 'section' }>;

/**
 * Follows the headings of a table from the top. Under “In progress” there may be headings of themes, and under a theme
 * there may be “In progress”: in the second case the next theme begins without a status.
 */
export function statusOfSections(
  grid: Grid,
  readings: readonly RowReading[],
): {
  /** Whether the heading rates what stands under it. */
  readonly enter: (section: Section) => boolean;
  readonly current: () => StatusHeading | undefined;
} {
  const headings = readings.flatMap((reading) => (reading.kind === 'section' ? [reading.text] : []));
  const statuses = headings.filter((text) => statusOfHeading(text) !== undefined);
  // Beside “Year 1”, or alone, “Ongoing” says when and not how far.
  const isTime = headings.some(isHorizon) || statuses.every((text) => mayBeTime.test(text));
  let status: StatusHeading | undefined;
  let themed = false;
  let isInner = false;
  return {
    enter: ({ row, text, themes }) => {
      const found = isTime ? undefined : statusHeading(text, grid.place(row, grid.filled(row)[0] ?? 0));
      if (found !== undefined) {
        if (status === undefined) isInner = themed;
        status = found;
        return true;
      }
      if (themes.length > 0) themed = true;
      if (isInner) status = undefined;
      return false;
    },
    current: () => status,
  };
}
