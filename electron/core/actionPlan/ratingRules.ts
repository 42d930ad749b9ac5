import type { Rating } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';

export interface RatingEdit {
  readonly rag?: Rag | null;
  readonly progress?: string;
  readonly explanation?: string;
}
type Rated = Pick<Rating, 'ratedOn' | 'rag' | 'progress' | 'explanation'>;

export type NextRating =
  | { readonly kind: 'same' }
  /** Today's own rating changes in place. */
  | { readonly kind: 'edit'; readonly values: Required<RatingEdit> }
  /** A new rating; that of the earlier day stays, to be read as "was Red, January 2025". */
  | { readonly kind: 'add'; readonly values: Required<RatingEdit> };

/**
 * What becomes of an action's rating when some of it is given on a day. What is not given keeps its value; a rating of
 * an earlier day is never overwritten. A red may stand without an explanation, for it is often written later;
 * readiness lists it (domain.md 1: every red needs an explanation).
 *
 * `current` is the rating that holds on that day. `isToday` is false for a rating that is entered for an earlier day:
 * one that was given on that very day stays too.
 */
export function nextRating(current: Rated | null, day: string, edit: RatingEdit, isToday = true): NextRating {
  const before = {
    rag: current?.rag ?? null,
    progress: current?.progress ?? '',
    explanation: current?.explanation ?? '',
  };
  const values = {
    rag: edit.rag === undefined ? before.rag : edit.rag,
    progress: edit.progress ?? before.progress,
    explanation: edit.explanation ?? before.explanation,
  };
  const same =
    values.rag === before.rag && values.progress === before.progress && values.explanation === before.explanation;
  if (current?.ratedOn === day && isToday) return same ? { kind: 'same' } : { kind: 'edit', values };
  // Amber again a year later is news; text that a blur brings back unchanged is not.
  const ratedAgain = edit.rag !== undefined && edit.rag !== null && current?.ratedOn !== day;
  return same && !ratedAgain ? { kind: 'same' } : { kind: 'add', values };
}
