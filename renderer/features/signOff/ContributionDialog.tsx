import type { Cycle } from '#shared/model/tables.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { ContributionCopy } from './ContributionCopy.tsx';

interface ContributionDialogProps {
  readonly cycle: Cycle;
  readonly plan: 'last' | 'next';
  readonly onClose: () => void;
}

/** The contribution copy, from the plan that it is made of. */
export function ContributionDialog({ cycle, plan, onClose }: ContributionDialogProps) {
  return (
    <Dialog title="Send actions to a lead" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <ContributionCopy cycle={cycle} plan={plan} />
    </Dialog>
  );
}
