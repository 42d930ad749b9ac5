import { openAmendment } from '#shared/model/signOffRounds.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import styles from './SignOffScreen.module.css';

/** Said before everything else where an amendment is open: who started it and why, and that nobody has signed it yet. */
export function AmendmentNote({ cycle }: { readonly cycle: Cycle }) {
  const amendments = useWorkspace((state) => state.rows.amendment);
  const records = useWorkspace((state) => state.rows.signOff);
  const ofCycle = ({ cycleId }: { readonly cycleId: string }): boolean => cycleId === cycle.id;
  const open = openAmendment([...amendments.values()].filter(ofCycle), [...records.values()].filter(ofCycle));
  if (!open) return null;
  return (
    <p role="note" className={styles.stillOpen}>
      <strong>Amendment {open.number} is open.</strong> {open.name} started it on {longDate(open.startedOn)}:{' '}
      {open.reason}
    </p>
  );
}
