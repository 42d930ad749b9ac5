import type { CommandContext } from '../services.ts';
import { nextRating, type RatingEdit } from './ratingRules.ts';
import { ratingAsOf } from './repository.ts';

/**
 * Rates one action on a day inside the running command: a rating of an earlier day is never overwritten. Sets no label.
 * The caller has made sure that the action may be changed and that the day is not in the future.
 */
export function giveRating(
  { rows, ports, now }: CommandContext,
  actionId: string,
  edit: RatingEdit,
  day: string,
): void {
  const current = ratingAsOf(rows, actionId, day);
  const next = nextRating(current, day, edit, day === ports.today());
  if (next.kind === 'edit' && current) {
    rows.update('rating', current.id, { ...next.values, ratedAt: now, source: 'review' });
  } else if (next.kind === 'add') {
    rows.insert('rating', {
      id: ports.newId(),
      actionId,
      ratedOn: day,
      ratedAt: now,
      source: 'review',
      ...next.values,
    });
  }
}
