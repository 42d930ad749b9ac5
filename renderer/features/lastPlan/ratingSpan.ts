import type { Rating } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';
import { dayAndMonth, longDate } from '../../text/dates.ts';

/** How long an action has had its colour, and which it had before: "Amber since 3 November, before that Red". */
export interface RatingSpan {
  readonly rag: Rag | null;
  /** The first day of the present colour: later ratings may only have added to its progress. */
  readonly since: string;
  /** The colour before, where there was one. */
  readonly before: Rating | null;
}

/** Null where nothing was ever rated. `ratings` are those of one action, newest first. */
export function ratingSpan(ratings: readonly Rating[]): RatingSpan | null {
  const [current] = ratings;
  if (!current) return null;
  const change = ratings.findIndex((rating) => rating.rag !== current.rag);
  const first = (change < 0 ? ratings.at(-1) : ratings[change - 1]) ?? current;
  // Not yet rated in between is no colour: what it was before that is what a reader asks for.
  const before = change < 0 ? undefined : ratings.slice(change).find(({ rag }) => rag !== null && rag !== current.rag);
  return { rag: current.rag, since: first.ratedOn, before: before ?? null };
}

/** "3 November" in the year of `today`, else "3 November 2025". */
export const dayInWords = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : longDate(day);
