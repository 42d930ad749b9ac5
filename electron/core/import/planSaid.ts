import type { Action, Rating } from '#shared/model/tables.ts';
import { ratingAsOf } from '../actionPlan/repository.ts';
import type { QueryContext } from '../services.ts';
import type { SaidInPlan } from './fieldValues.ts';

type Access = Pick<QueryContext, 'rows' | 'ports'>;
const unrated = { rag: null, progress: '', explanation: '' } as const;

/** What a plan says of one action today, with the rating that says it. */
export function saidInPlan({ rows, ports }: Access, action: Action): SaidInPlan & { readonly current: Rating | null } {
  const current = ratingAsOf(rows, action.id, ports.today());
  return { action, rating: current ?? unrated, current };
}

/** What a plan says of each of its actions today, in the order of the plan and without what is in the bin. */
export function planSaid(access: Access, planId: string): ReadonlyMap<string, SaidInPlan> {
  const actions = access.rows.all('action', { planId, binned: 0 }, ['position']);
  return new Map(actions.map((action) => [action.id, saidInPlan(access, action)]));
}
