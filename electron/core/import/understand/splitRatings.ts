import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { ColumnProfile } from './columnProfile.ts';
import type { ColumnGuess } from './columns.ts';
import { guessRoles, isNoTick, isTick } from './columnWords.ts';
import type { Grid } from './grid.ts';
import { plainText, wordCount } from './plainText.ts';
import { colourOfHex, readStatusWord, type StatusWord } from './rag.ts';

const group = /^(?:current )?(?:b?rag|r\/a\/g|status|rating|progress|completion)(?: (?:status|rating))?[ :–-]+(?=\S)/i;

/** `In progress` and `Complete` are also headings of progress and completion. */
const mayHoldMarks: ReadonlySet<ColumnRole> = new Set(['rag', 'completed', 'progress']);

/** What a heading rates by itself: `R`, `Amber`, `In progress`, or `RAG – G` under a heading that spans several. */
export function ratingOfHeading(header: string): StatusWord | undefined {
  const text = header.replace(group, '').trim();
  if (text === '' || wordCount(text) > 3 || /\d/.test(text)) return undefined;
  // “Reason if red” and “% complete” hold more than marks.
  if (guessRoles(text).some(({ role, score }) => score >= 8 && !mayHoldMarks.has(role))) return undefined;
  if (/%|\bper ?cent/i.test(text)) return undefined;
  if (/^(?:planned|scheduled|pending)$/i.test(text)) return { kind: 'completion', rag: 'red' };
  const word = readStatusWord(text);
  return word?.kind === 'ask' ? undefined : word;
}

const meaning = (word: StatusWord): string =>
  word.kind === 'colour' ? word.colour : word.kind === 'completion' ? word.rag : word.kind;

/** A row of headings may hold `R`, `A`, `G`, each once; a row of actions holds its one rating. */
export function areSplitHeadings(texts: readonly string[]): boolean {
  const found = texts.map(ratingOfHeading);
  return found.length >= 2 && found.every((word) => word !== undefined) && allDiffer(found as readonly StatusWord[]);
}

const allDiffer = (words: readonly StatusWord[]): boolean =>
  new Set(words.map(meaning)).size === words.length || words.every(({ kind }) => kind === 'health');

/**
 * The columns that together are one rating: each heading is a rating of its own and each cell at most a mark or a
 * colour. Two such columns must hold marks; three or more speak for themselves, whatever is written under them.
 */
export function splitRatingColumns(headers: readonly string[], profiles: readonly ColumnProfile[]): readonly number[] {
  const columns = headers.flatMap((header, column) => {
    const word = ratingOfHeading(header);
    return word === undefined ? [] : [{ column, word }];
  });
  if (columns.length < 2 || !allDiffer(columns.map(({ word }) => word))) return [];
  const marked = columns.filter(({ column }) => {
    const profile = profiles[column];
    return profile === undefined || profile.filled === 0 || profile.ticks + profile.noTicks + profile.statuses >= 0.6;
  });
  if (marked.length < columns.length && columns.length < 3) return [];
  const used = columns.some(({ column }) => (profiles[column]?.filled ?? 0) + (profiles[column]?.colours ?? 0) > 0);
  return used ? columns.map(({ column }) => column) : [];
}

/** Which of the columns are marked in a row, from the left, and how. More than one is for a person to decide. */
export type Mark = {
  readonly columns: readonly number[];
  readonly headers: readonly string[];
  readonly how: 'mark' | 'fill' | 'several' | 'no';
};

/** A text counts before a fill: under headings that are coloured throughout only the text says anything. */
export function markOfRow(grid: Grid, row: number, columns: readonly ColumnGuess[]): Mark | undefined {
  const split = columns.filter(({ role }) => role === 'ragTicks');
  if (split.length === 0) return undefined;
  const written = split.filter(({ column }) => isMark(grid.text(row, column)));
  const coloured = split.filter(({ column }) => colourOfHex(grid.at(row, column)?.fill) !== undefined);
  const marked = furthest(written.length > 0 ? written : coloured.length < split.length ? coloured : []);
  if (marked.length === 0) return notBegun(grid, row, split);
  return {
    columns: marked.map(({ column }) => column),
    headers: marked.map(({ header }) => header),
    how: marked.length > 1 ? 'several' : written.length > 0 ? 'mark' : 'fill',
  };
}

const begun = /^(?:has )?(?:started|begun|commenced)\b/i;

/** What is finished was started as well: of “Started” and “Finished” the second counts. */
function furthest(marked: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const further = marked.filter(({ header }) => !begun.test(header));
  return marked.length === 2 && further.length === 1 ? further : marked;
}

/** A plain no under “Started”, not a blank, says that nothing has begun. */
function notBegun(grid: Grid, row: number, split: readonly ColumnGuess[]): Mark | undefined {
  const started = split.find(({ header }) => begun.test(header));
  if (started === undefined || !isNoTick(grid.text(row, started.column))) return undefined;
  return { columns: [started.column], headers: [started.header], how: 'no' };
}

/** Anything but a plain no: a date or a remark under “Complete” marks it as well. */
const isMark = (text: string): boolean => text.trim() !== '' && !isNoTick(text);

/** Whether a mark says more than that it is one, and so must be kept. */
export const saysMore = (text: string, heading: string): boolean =>
  text.trim() !== '' && !isTick(text) && plainText(text) !== '' && plainText(text) !== plainText(heading);
