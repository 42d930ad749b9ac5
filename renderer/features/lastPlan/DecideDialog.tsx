import { Dialog } from '../../components/Dialog.tsx';
import { goToGrid } from '../plan/inspectorElement.ts';
import type { PlanItem } from '../plan/planItem.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { suggestedOutcome } from './reviewCounts.ts';

interface DecideDialogProps {
  /** Two or more, as they were selected; null while it is closed. A decision may take them out of what is shown. */
  readonly items: readonly PlanItem[] | null;
  readonly onClose: () => void;
  readonly announce: (words: string) => void;
}

/** One decision for many actions, or all of them merged into one. */
export function DecideDialog({ items, onClose, announce }: DecideDialogProps) {
  const count = items?.length ?? 0;
  const close = (): void => {
    onClose();
    goToGrid();
  };
  return (
    <Dialog
      title={`What becomes of ${count} actions`}
      isOpen={items !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      size="wide"
    >
      {items === null ? null : (
        <DecisionForm
          actions={items.map(({ action }) => action)}
          choice={suggestedForAll(items) ?? 'continued'}
          onDone={(choice) => {
            if (choice !== null) announce(`Decided for ${count} actions`);
            close();
          }}
        />
      )}
    </Dialog>
  );
}

/** What the ratings suggest, where they suggest the same for all. */
function suggestedForAll(items: readonly PlanItem[]): 'done' | 'continued' | null {
  const suggested = new Set(items.map(({ current }) => suggestedOutcome(current?.rag ?? null)));
  const [only = null] = suggested;
  return suggested.size === 1 ? only : null;
}
