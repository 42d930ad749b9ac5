import { useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { goToInspector, inspectorHeadingId } from '../plan/inspectorElement.ts';
import { useOutcomes } from '../plan/outcomes.ts';
import styles from '../plan/PlanScreen.module.css';
import { groupSummary, nameOfAction, type PlanItem } from '../plan/planColumns.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { RateForm } from './RateForm.tsx';
import { suggestedOutcome } from './reviewCounts.ts';

interface SelectionInspectorProps {
  /** Two or more. */
  readonly items: readonly PlanItem[];
  /** The one in focus: Space leads here from it. */
  readonly focusedId: string | null;
  readonly announce: (words: string) => void;
}

/** What can be done with several selected actions at once: rate them, and decide what becomes of them. */
export function SelectionInspector({ items, focusedId, announce }: SelectionInspectorProps) {
  const outcomes = useOutcomes();
  const [open, setOpen] = useState<'rate' | 'decide' | null>(null);
  const count = items.length;
  const undecided = items.filter(({ action }) => !outcomes.has(action.id)).length;
  const close = (said: string | null): void => {
    setOpen(null);
    if (said !== null) announce(`${said}: ${count} actions`);
    goToInspector(focusedId);
  };
  return (
    <section className={styles.section}>
      <h2 id={inspectorHeadingId} data-action={focusedId ?? ''} className={styles.title} tabIndex={-1}>
        {count} actions selected
      </h2>
      <p className={styles.meta}>{names(items.map(({ action }) => action))}</p>
      <p className={styles.meta}>
        {groupSummary(items, true).replace(/^[^·]*· /u, '')}
        {undecided > 0 ? ` · ${undecided} undecided` : ''}
      </p>
      {open === 'rate' ? (
        <RateForm actionIds={items.map(({ action }) => action.id)} asksDay={false} onDone={close} />
      ) : (
        <div className={styles.facts}>
          <Button onPress={() => setOpen('rate')}>Rate all…</Button>
          <Button onPress={() => setOpen('decide')}>What happens next…</Button>
        </div>
      )}
      <Dialog
        title={`What becomes of ${count} actions`}
        isOpen={open === 'decide'}
        onOpenChange={(isOpen) => (isOpen ? undefined : close(null))}
        size="wide"
      >
        <DecisionForm
          actions={items.map(({ action }) => action)}
          choice={suggestedForAll(items) ?? 'continued'}
          onDone={(choice) => close(choice === null ? null : 'Decided')}
        />
      </Dialog>
    </section>
  );
}

const mostNamed = 12;
const names = (actions: readonly Action[]): string => {
  const first = actions.slice(0, mostNamed).map(nameOfAction).join(', ');
  return actions.length > mostNamed ? `${first} and ${actions.length - mostNamed} more` : first;
};

/** What the ratings suggest, where they suggest the same for all. */
function suggestedForAll(items: readonly PlanItem[]): 'done' | 'continued' | null {
  const suggested = new Set(items.map(({ current }) => suggestedOutcome(current?.rag ?? null)));
  const [only = null] = suggested;
  return suggested.size === 1 ? only : null;
}
