import type { Action } from '#shared/model/tables.ts';
import { useCycleView } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { nameOfAction } from './planItem.ts';

/** "V1 in the new plan", as a link where its plan has a screen. */
export function PlaceOfAction({ action, joint = 'in' }: { readonly action: Action; readonly joint?: 'in' | 'of' }) {
  const view = useCycleView();
  const title = useWorkspace((state) => state.rows.plan.get(action.planId)?.title.trim());
  const name = nameOfAction(action);
  const path =
    action.planId === view?.newPlan.id ? 'new-plan' : action.planId === view?.lastPlan.id ? 'last-plan' : null;
  const plan =
    path === 'new-plan' ? 'the new plan' : path === 'last-plan' ? 'the last plan' : title || 'an earlier plan';
  return (
    <>
      {path === null || action.binned ? name : <a href={`#/${path}/${action.id}`}>{name}</a>} {joint} {plan}
      {action.binned ? ' (in the bin)' : ''}
    </>
  );
}
