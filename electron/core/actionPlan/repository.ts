import { Refusal } from '#shared/errors.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { positionBetween } from './positions.ts';

/** The actions named, in the order given and each once, in plans that may be changed. Throws `not-found` or `signed-off`. */
export function openActions(rows: TableAccess, ids: readonly string[]): readonly Action[] {
  const actions = [...new Set(ids)].map((id) => rows.get('action', id));
  for (const planId of new Set(actions.map((action) => action.planId))) ensureUnsigned(rows, { planId });
  return actions;
}

export function openAction(rows: TableAccess, id: string): Action {
  const action = rows.get('action', id);
  ensureUnsigned(rows, { planId: action.planId });
  return action;
}

/**
 * A position in a plan before one of its actions, or at the end; `movingId` is left out of the count. Where there is no
 * room between two neighbours the plan is renumbered first, in the same step. Actions in the bin keep their place, so
 * that one taken out again stands where it was.
 */
export function makeRoom(rows: TableAccess, planId: string, beforeId: string | null, movingId = ''): number {
  const position = (sql: string, ...values: readonly (string | number)[]): number | null => {
    const found = rows.select(sql, planId, movingId, ...values)[0]?.position ?? null;
    return found === null ? null : Number(found);
  };
  const newest = 'SELECT max(position) AS position FROM action WHERE planId = ? AND id <> ?';
  if (beforeId === null) return positionBetween(position(newest), null) ?? 1;
  const after = position('SELECT position FROM action WHERE planId = ? AND id <> ? AND id = ?', beforeId);
  if (after === null) throw new Refusal('not-found', { place: 'action' });
  const before = position(`${newest} AND (position, id) < (?, ?)`, after, beforeId);
  const between = positionBetween(before, after);
  if (between !== null) return between;
  rows.all('action', { planId }, ['position']).forEach(({ id }, place) => {
    rows.update('action', id, { position: place + 1 });
  });
  return makeRoom(rows, planId, beforeId, movingId);
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
