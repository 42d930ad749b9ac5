import { Refusal } from '#shared/errors.ts';
import type { Action } from '#shared/model/tables.ts';
import type { LineageKind } from '#shared/model/words.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext, Handlers } from '../services.ts';
import { ensureUnsigned } from '../signOff/signedGuard.ts';
import { actionName, actionsName, lineageWords } from './actionWords.ts';
import { addAction, addActions } from './addAction.ts';
import { carriedFields, originsProblem, reasonProblem, replacedBy, samePlanProblem } from './lineageRules.ts';
import { openAction, openActions } from './repository.ts';

export const lineageHandlers: Pick<
  Handlers,
  'lineage.decide' | 'lineage.carryForward' | 'lineage.carryEach' | 'lineage.split' | 'lineage.join' | 'lineage.remove'
> = {
  'lineage.decide': ({ actionIds, kind, reason }, context) => {
    const { rows, label } = context;
    const actions = openActions(rows, actionIds, 'review');
    refuseFor(reasonProblem(kind, reason), 'reason');
    for (const action of actions) decide(context, action, null, kind, reason);
    label(`Marked ${actionsName(actions)} as ${lineageWords[kind]}`);
    return {};
  },
  'lineage.carryForward': ({ fromActionIds, toPlanId, kind, fields, reason = '' }, context) => {
    const { rows, label } = context;
    const origins = openActions(rows, fromActionIds, 'review');
    rows.get('plan', toPlanId);
    ensureUnsigned(rows, { planId: toPlanId, part: 'review' });
    refuseFor(samePlanProblem(origins, toPlanId), 'toPlanId');
    refuseFor(originsProblem(kind, origins.length), 'fromActionIds');
    const [first] = origins;
    const id = addAction(context, toPlanId, { ...(first ? carriedFields(first) : {}), ...givenFields(fields) });
    for (const origin of origins) decide(context, origin, id, kind, reason);
    label(`${kind === 'merged' ? 'Merged' : 'Carried forward'} ${actionsName(origins)}`);
    return { id };
  },
  'lineage.carryEach': ({ fromActionIds, toPlanId, kind = 'continued', texts = [], reason = '' }, context) => {
    const { rows, label } = context;
    const origins = openActions(rows, fromActionIds, 'review').filter(
      ({ id }) => !rows.all('lineage', { fromActionId: id }).some(({ toActionId }) => toActionId !== null),
    );
    rows.get('plan', toPlanId);
    ensureUnsigned(rows, { planId: toPlanId, part: 'review' });
    refuseFor(samePlanProblem(origins, toPlanId), 'toPlanId');
    const textOf = new Map(texts.map(({ id, text }) => [id, text]));
    const carried = origins.map((origin) => ({ ...carriedFields(origin), text: textOf.get(origin.id) ?? origin.text }));
    const ids = addActions(context, toPlanId, carried);
    for (const [index, origin] of origins.entries()) decide(context, origin, ids[index] ?? null, kind, reason);
    label(`Carried forward ${actionsName(origins)}`);
    return { ids };
  },
  'lineage.split': ({ fromActionId, toPlanId, into, reason = '' }, context) => {
    const { rows, label } = context;
    const origin = openAction(rows, fromActionId, 'review');
    rows.get('plan', toPlanId);
    ensureUnsigned(rows, { planId: toPlanId, part: 'review' });
    refuseFor(samePlanProblem([origin], toPlanId), 'toPlanId');
    const ids = addActions(
      context,
      toPlanId,
      into.map((fields) => ({ ...carriedFields(origin), ...givenFields(fields) })),
    );
    for (const id of ids) decide(context, origin, id, 'split', reason);
    label(`Split ${actionName(origin)} into ${ids.length} actions`);
    return { ids };
  },
  'lineage.join': ({ fromActionId, others = [], toActionId, kind, reason = '' }, context) => {
    const { rows, label } = context;
    const from = openAction(rows, fromActionId, 'review');
    const all = [from, ...(others.length > 0 ? openActions(rows, others, 'review') : [])];
    const to = openAction(rows, toActionId, 'review');
    refuseFor(samePlanProblem(all, to.planId), 'toActionId');
    const [id = ''] = all.map((each) => decide(context, each, toActionId, kind, reason));
    label(`Joined ${actionsName(all)} to ${actionName(to)}`);
    return { id };
  },
  'lineage.remove': ({ id }, { rows, label }) => {
    const { fromActionId, toActionId } = rows.get('lineage', id);
    const from = openAction(rows, fromActionId, 'review');
    if (toActionId !== null) openAction(rows, toActionId, 'review');
    rows.remove('lineage', id);
    label(`Took back what becomes of ${actionName(from)}`);
    return {};
  },
};

function refuseFor(reason: string | null, field: string): void {
  if (reason !== null) throw new Refusal('refused-by-rule', { field, reason });
}

/** Writes one decision about an action and takes away those it replaces. A pair that is joined already keeps its row. */
function decide(
  { rows, ports }: CommandContext,
  from: Action,
  toActionId: string | null,
  kind: LineageKind,
  reason: string,
): string {
  const earlier = rows.all('lineage', { fromActionId: from.id });
  const same = earlier.find((each) => each.toActionId === toActionId);
  for (const each of replacedBy(earlier, kind)) if (each !== same) rows.remove('lineage', each.id);
  if (same) {
    rows.update('lineage', same.id, { kind, reason });
    return same.id;
  }
  const id = ports.newId();
  rows.insert('lineage', { id, fromActionId: from.id, toActionId, kind, reason });
  return id;
}
