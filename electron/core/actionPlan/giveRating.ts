import type { CommandContext } from '../services.ts';
import { nextRating, type RatingEdit } from './ratingRules.ts';
import { lastRatedDay, ratingAsOf } from './repository.ts';

/**
 * Rates one action inside the running command, today or on an earlier day: a rating of an earlier day is never
 * overwritten. Sets no label. The caller has made sure that the action may be changed and that the day is not in the
 * future.
 */
export function giveRating(
  { rows, ports, now }: CommandContext,
  actionId: string,
  edit: RatingEdit,
  givenDay?: string,
): void {
  const today = givenDay === undefined ? lastRatedDay(rows, actionId, ports.today()) : ports.today();
  const day = givenDay ?? today;
  const current = ratingAsOf(rows, actionId, day);
  const next = nextRating(current, day, edit, day === today);
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
