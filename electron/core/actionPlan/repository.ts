import { Refusal } from '#shared/errors.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import { ensureUnsigned, isPlanSigned, placeOfAction } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { positionsBetween } from './positions.ts';

/**
 * The actions named, in the order given and each once, of which the part that is named may be changed. Throws
 * `not-found` or `signed-off`.
 */
export function openActions(rows: TableAccess, ids: readonly string[], part: 'words' | 'review'): readonly Action[] {
  const actions = [...new Set(ids)].map((id) => rows.get('action', id));
  for (const planId of new Set(actions.map((action) => action.planId))) {
    ensureUnsigned(rows, { planId, part: 'review' });
    // Which of them were signed is asked one by one only where any was.
    if (part === 'words' && isPlanSigned(rows, planId))
      for (const action of actions) if (action.planId === planId) ensureUnsigned(rows, placeOfAction(rows, action));
  }
  return actions;
}

export function openAction(rows: TableAccess, id: string, part: 'words' | 'review'): Action {
  const action = rows.get('action', id);
  ensureUnsigned(rows, part === 'words' ? placeOfAction(rows, action) : { planId: action.planId, part });
  return action;
}

/** The actions of a plan in its order, those in the bin at their places too. */
export const idsInOrder = (rows: TableAccess, planId: string): readonly string[] =>
  rows.select('SELECT id FROM action WHERE planId = ? ORDER BY position, id', planId).map(({ id }) => String(id));

/**
 * Positions in a plan before one of its actions, or at the end, for `count` actions that stand together; those that
 * move are left out of the count. Where there is no room between two neighbours the plan is renumbered first, in the
 * same step. Actions in the bin keep their place, so that one taken out again stands where it was.
 */
export function makeRoom(
  rows: TableAccess,
  planId: string,
  beforeId: string | null,
  count = 1,
  moving: ReadonlySet<string> = new Set(),
): readonly number[] {
  const others = rows
    .select('SELECT id, position FROM action WHERE planId = ? ORDER BY position, id', planId)
    .filter(({ id }) => !moving.has(String(id)));
  const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
  if (at < 0) throw new Refusal('not-found', { place: 'action' });
  const position = (index: number): number | null => (others[index] ? Number(others[index].position) : null);
  const between = positionsBetween(position(at - 1), position(at), count);
  if (between !== null) return between;
  others.forEach(({ id }, place) => {
    rows.update('action', String(id), { position: place + 1 });
  });
  return makeRoom(rows, planId, beforeId, count, moving);
}

/** The rating that was current at the end of a day: the newest by its day, then by when it was given. */
export function ratingAsOf(rows: TableAccess, actionId: string, day: string): Rating | null {
  const [newest] = rows.select(
    'SELECT id FROM rating WHERE actionId = ? AND ratedOn <= ? ORDER BY ratedOn DESC, ratedAt DESC, id DESC LIMIT 1',
    actionId,
    day,
  );
  return newest ? rows.get('rating', String(newest.id)) : null;
}

/**
 * The day on which a rating counts that is given now: today, or the day of the newest one where that is later. A clock
 * was put back then, and a rating dated before the one on the screen would seem not to have been taken.
 */
export function lastRatedDay(rows: TableAccess, actionId: string, today: string): string {
  const [newest] = rows.select('SELECT max(ratedOn) AS day FROM rating WHERE actionId = ?', actionId);
  return typeof newest?.day === 'string' && newest.day > today ? newest.day : today;
}
