import { run } from '../../actions/run.ts';
import { notify } from '../../stores/notices.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import type { Outcome } from '../plan/outcomes.ts';
import { nameOfAction } from '../plan/planItem.ts';

/**
 * Says that an action of the new plan is still there after what led to it was taken back, and offers the bin: somebody
 * may have written in it since, so it does not go by itself. Silent while another action still goes on in it.
 */
export function offerBin({ lineage: taken, successor }: Outcome): void {
  if (!successor) return;
  const { action, lineage } = useWorkspace.getState().rows;
  const now = action.get(successor.id);
  if (!now || now.binned) return;
  // The row that was taken away may still be on its way out of the store.
  for (const { fromActionId, toActionId } of lineage.values())
    if (toActionId === now.id && fromActionId !== taken.fromActionId) return;
  notify({
    kind: 'done',
    message: `${nameOfAction(now)} is still in the new plan.`,
    action: { label: 'Put it in the bin', run: () => void run('action.bin', { ids: [now.id] }) },
  });
}
