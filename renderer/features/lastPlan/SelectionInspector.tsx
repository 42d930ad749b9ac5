import { useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { goToInspector, inspectorHeadingId, severalRecords } from '../plan/inspectorElement.ts';
import { useOutcomes } from '../plan/outcomes.ts';
import styles from '../plan/PlanScreen.module.css';
import { groupSummary, nameOfAction, type PlanItem } from '../plan/planItem.ts';
import { RateForm } from './RateForm.tsx';

interface SelectionInspectorProps {
  /** Two or more. */
  readonly items: readonly PlanItem[];
  readonly onDecide: (items: readonly PlanItem[]) => void;
  readonly announce: (words: string) => void;
}

/** What can be done with several selected actions at once: rate them, and decide what becomes of them. */
export function SelectionInspector({ items, onDecide, announce }: SelectionInspectorProps) {
  const outcomes = useOutcomes();
  const [rating, setRating] = useState(false);
  const count = items.length;
  const undecided = items.filter(({ action }) => !outcomes.has(action.id)).length;
  const close = (said: string | null): void => {
    setRating(false);
    if (said !== null) announce(`${said}: ${count} actions`);
    goToInspector([severalRecords(count)]);
  };
  return (
    <section className={styles.section}>
      <h2 id={inspectorHeadingId} data-action={severalRecords(count)} className={styles.title} tabIndex={-1}>
        {count} actions selected
      </h2>
      <p className={styles.meta}>{names(items.map(({ action }) => action))}</p>
      <p className={styles.meta}>
        {groupSummary(items, true).replace(/^[^·]*· /u, '')}
        {undecided > 0 ? ` · ${undecided} undecided` : ''}
      </p>
      {rating ? (
        <RateForm actionIds={items.map(({ action }) => action.id)} asksDay={false} onDone={close} />
      ) : (
        <Changing>
          <div className={styles.facts}>
            <Button onPress={() => setRating(true)}>Rate all…</Button>
            <Button onPress={() => onDecide(items)}>What happens next…</Button>
          </div>
        </Changing>
      )}
    </section>
  );
}

const mostNamed = 12;
const names = (actions: readonly Action[]): string => {
  const first = actions.slice(0, mostNamed).map(nameOfAction).join(', ');
  return actions.length > mostNamed ? `${first} and ${actions.length - mostNamed} more` : first;
};
