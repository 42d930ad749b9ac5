import { Refusal } from '#shared/errors.ts';
import type { Action } from '#shared/model/tables.ts';
import { cellsOf, changeLabel } from '../changeWords.ts';
import { givenFields } from '../givenFields.ts';
import { academicYearStartOf } from '../institution/repository.ts';
import type { Handlers } from '../services.ts';
import { ensureUnsigned, isPlanSigned, placeOfAction } from '../signOff/signedGuard.ts';
import { actionName, fieldOfAction } from './actionWords.ts';
import { addActions } from './addAction.ts';
import { giveRating } from './giveRating.ts';
import { ratingLabel } from './ratingHandlers.ts';
import { datesFromTexts } from './timescale.ts';

/** Writes many cells of one plan in one step, by the rules of `action.edit` and `rating.give`. */
export const changeActions: Handlers['action.change'] = ({ planId, kind, changes, added, before }, context) => {
  const { rows, label } = context;
  const plan = rows.get('plan', planId);
  ensureUnsigned(rows, { planId, part: 'review' });
  const isSigned = isPlanSigned(rows, planId);
  const yearStart = academicYearStartOf(rows);
  const actions = changes.map(({ id, fields = {}, rating }, index): Action => {
    const action = rows.find('action', id);
    if (action?.planId !== planId) throw new Refusal('not-found', { place: 'action', field: `changes.${index}.id` });
    if (isSigned && Object.keys(fields).length > 0) ensureUnsigned(rows, placeOfAction(rows, action));
    rows.update('action', id, { ...givenFields(fields), ...datesFromTexts(fields, plan.startsOn, yearStart) });
    if (rating) giveRating(context, id, givenFields(rating));
    return action;
  });
  const ids = addActions(
    context,
    planId,
    added.map(({ fields }) => fields),
    before ?? null,
  );
  for (const [index, id] of ids.entries()) {
    const rating = added[index]?.rating;
    if (rating) giveRating(context, id, givenFields(rating));
  }
  label(labelOf(kind, changes, actions) ?? changeLabel(kind, cellsOf(changes), changes.length, ids.length, words));
  return { ids };
};

const words = { one: 'action', many: 'actions' } as const;

type Changes = Parameters<Handlers['action.change']>[0]['changes'];

/** One cell that was written is named like one that was edited by itself. */
function labelOf(kind: string, changes: Changes, actions: readonly Action[]): string | null {
  const [change] = changes;
  const [action] = actions;
  if (kind !== 'write' || !change || !action || changes.length > 1) return null;
  const fields = Object.keys(givenFields(change.fields ?? {}));
  if (fields.length > 0) return `Edited ${fieldOfAction(fields, action)}`;
  return change.rating ? ratingLabel(givenFields(change.rating), actionName(action)) : null;
}
