import { Refusal } from '#shared/errors.ts';
import { givenFields } from '../givenFields.ts';
import { academicYearStartOf } from '../institution/repository.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { actionsName, fieldOfAction } from './actionWords.ts';
import { addAction } from './addAction.ts';
import { changeActions } from './changeActions.ts';
import { countFromStart, withPeriod } from './planPeriod.ts';
import { periodProblem } from './planRules.ts';
import { idsInOrder, makeRoom, openAction, openActions } from './repository.ts';
import { datesFromTexts } from './timescale.ts';

/** For a plan that no cycle has: what every stage but the first writes. */
const fallbackMonths = 36;

export const actionHandlers: Pick<
  Handlers,
  'plan.edit' | 'action.add' | 'action.edit' | 'action.change' | 'action.move' | 'action.bin' | 'action.unbin'
> = {
  'plan.edit': ({ id, fields }, { rows, label }) => {
    const plan = rows.get('plan', id);
    ensureUnsigned(rows, { planId: id, part: 'words' });
    const changed = withPeriod(plan, givenFields(fields), usualMonthsOf(rows, id));
    const next = { ...plan, ...changed };
    const reason = periodProblem(next);
    if (reason !== null) throw new Refusal('refused-by-rule', { field: 'fields.endsOn', reason });
    rows.update('plan', id, changed);
    if (fields.title !== undefined) label(`Renamed ${plan.title}`);
    else label(`Edited the dates of ${plan.title}`);
    if (next.startsOn === plan.startsOn) return {};
    const moved = countFromStart(rows, plan, next.startsOn, academicYearStartOf(rows));
    if (moved > 0)
      label(`Edited the dates of ${plan.title}, and of ${moved === 1 ? '1 action' : `${moved} actions`} with them`);
    return {};
  },
  'action.add': ({ planId, before, fields }, context) => {
    context.rows.get('plan', planId);
    // What joins a plan that was signed is marked as added since, and is part of its review.
    ensureUnsigned(context.rows, { planId, part: 'review' });
    const id = addAction(context, planId, fields, before ?? null);
    context.label(fields.ref?.trim() ? `Added ${fields.ref.trim()}` : 'Added an action');
    return { id };
  },
  'action.edit': ({ id, fields }, { rows, label }) => {
    const action = openAction(rows, id, 'words');
    const { startsOn } = rows.get('plan', action.planId);
    rows.update('action', id, {
      ...givenFields(fields),
      ...datesFromTexts(fields, startsOn, academicYearStartOf(rows)),
    });
    label(`Edited ${fieldOfAction(Object.keys(givenFields(fields)), action)}`);
    return {};
  },
  'action.change': changeActions,
  'action.move': ({ ids, before }, { rows, label }) => {
    const actions = openActions(rows, ids, 'words');
    const [first] = actions;
    if (!first) return {};
    if (actions.some(({ planId }) => planId !== first.planId))
      throw new Refusal('refused-by-rule', { field: 'ids', reason: 'Only actions of one plan can be moved together.' });
    const moving = new Set(actions.map(({ id }) => id));
    const place = before !== null && moving.has(before) ? nextStaying(rows, first.planId, before, moving) : before;
    const positions = makeRoom(rows, first.planId, place, actions.length, moving);
    for (const [index, { id }] of actions.entries()) rows.update('action', id, { position: positions[index] ?? 0 });
    label(`Moved ${actionsName(actions)}`);
    return {};
  },
  'action.bin': ({ ids }, context) => setBinned(ids, true, context),
  'action.unbin': ({ ids }, context) => setBinned(ids, false, context),
};

/** Before one that moves itself is before the next one that stays. */
function nextStaying(rows: TableAccess, planId: string, id: string, moving: ReadonlySet<string>): string | null {
  const all = idsInOrder(rows, planId);
  return all.slice(all.indexOf(id)).find((each) => !moving.has(each)) ?? null;
}

function setBinned(ids: readonly string[], binned: boolean, { rows, label }: CommandContext): Record<string, never> {
  const actions = openActions(rows, ids, 'words');
  for (const { id } of actions) rows.update('action', id, { binned });
  label(binned ? `Put ${actionsName(actions)} in the bin` : `Took ${actionsName(actions)} out of the bin`);
  return {};
}

/** As long as the form of the cycle that wrote the plan says, else of the one that reviews it. */
function usualMonthsOf(rows: TableAccess, planId: string): number {
  const cycles = rows.all('cycle');
  const cycle =
    cycles.find(({ newPlanId }) => newPlanId === planId) ?? cycles.find(({ lastPlanId }) => lastPlanId === planId);
  return cycle ? rows.get('questionSet', cycle.questionSetId).content.planMonths : fallbackMonths;
}
