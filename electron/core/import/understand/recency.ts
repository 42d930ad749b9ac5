import { readDateText } from './dates.ts';
import { readPlanMonths } from './relativeDates.ts';

const current = /\b(?:current|latest|now|newest|most recent|final)\b/i;
const earlier =
  /\b(?:previous|prior|last (?:year|time|review|rag|status)|initial|original|baseline|old|former|first|interim|mid-?(?:point|term))\b/i;
/** “Q2 update”, “Review 3”: the turn counts where no year is said. */
const ordinal =
  /^(?:(?:rag|status|rating|progress|update|comments?) )?(?:at |for )?(?:q|quarter|term|update|review|report|meeting|round) ?(\d)(?: (?:rag|status|rating|progress|updates?|comments?|review))?$/i;
/** No heading of a review has more words than this before its date. */
const longestHeading = 12;

/**
 * How late a heading such as “RAG at Jan 2025” or “Update Year 2” stands among others of its kind: the greater the
 * number, the later. Undefined for a heading that says nothing about its time.
 */
export function recencyOf(header: string): number | undefined {
  if (current.test(header)) return Number.MAX_SAFE_INTEGER;
  if (earlier.test(header)) return -1;
  const words = header
    .replace(/[()[\]:]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > longestHeading || !/\d/.test(header)) return undefined;
  const turn = ordinal.exec(words.join(' '))?.[1];
  if (turn !== undefined) return Number(turn);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const part = words.slice(from, to).join(' ');
      const date = readDateText(part);
      if (date.kind === 'period') return Number(date.end.replaceAll('-', ''));
      const months = readPlanMonths(part);
      if (months !== undefined) return months.to;
    }
  }
  return undefined;
}

/** Columns of earlier updates, the latest first: what an action says where the newest has nothing. */
export const earlierThan = (
  newest: number,
  columns: readonly { readonly column: number; readonly header: string }[],
): readonly number[] =>
  columns
    .flatMap(({ column, header }) => {
      const when = recencyOf(header);
      return when === undefined || column === newest ? [] : [{ column, when }];
    })
    .toSorted((one, other) => other.when - one.when)
    .map(({ column }) => column);

/** The latest of some headings, and how many there are to choose from; undefined where fewer than two say a time. */
export function newestOf(
  columns: readonly { readonly column: number; readonly header: string }[],
): { readonly column: number; readonly of: number } | undefined {
  const dated = columns.flatMap(({ column, header }) => {
    const when = recencyOf(header);
    return when === undefined ? [] : [{ column, when }];
  });
  const newest = dated.toSorted((one, other) => other.when - one.when)[0];
  const known = dated.length >= 2 || (newest !== undefined && newest.when > 0 && columns.length >= 2);
  return known && newest !== undefined ? { column: newest.column, of: columns.length } : undefined;
}
