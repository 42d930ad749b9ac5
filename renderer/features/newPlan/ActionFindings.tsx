import { useId, useState } from 'react';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import styles from '../plan/PlanScreen.module.css';
import { shortMessage } from './planFindings.ts';

interface ActionFindingsProps {
  readonly cycleId: string;
  readonly findings: readonly ReadinessItem[];
  /** Set aside with a reason. */
  readonly aside: readonly ReadinessItem[];
}

/** What is worth a look in this action, each with its reason; what may stay as it is, is set aside with one. */
export function ActionFindings({ cycleId, findings, aside }: ActionFindingsProps) {
  if (findings.length === 0 && aside.length === 0) return null;
  return (
    <FoldingSection title="To look at" count={findings.length}>
      {() => (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <Finding key={`${finding.rule} ${finding.target}`} cycleId={cycleId} finding={finding} />
          ))}
          {aside.map(({ rule, message, dismissed }) => (
            <li key={rule} className={styles.meta}>
              Set aside: {shortMessage({ message })}. {dismissed?.reason}{' '}
              <Button look="quiet" onPress={() => dismissed && void run('readiness.restore', { id: dismissed.id })}>
                Count again
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FoldingSection>
  );
}

function Finding({ cycleId, finding }: { readonly cycleId: string; readonly finding: ReadinessItem }) {
  const id = useId();
  const [reason, setReason] = useState<string | null>(null);
  const { rule, target, weight } = finding;
  return (
    <li>
      <strong>{shortMessage(finding)}</strong>
      <span className={styles.meta}> {finding.reason}</span>
      {weight === 'must' ? null : reason === null ? (
        <div>
          <Button look="quiet" onPress={() => setReason('')}>
            Set aside, because…
          </Button>
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === '') return;
            void run('readiness.dismiss', { cycleId, findings: [{ rule, target }], reason: reason.trim() });
          }}
        >
          <label htmlFor={id}>It can stay as it is, because</label>
          <input
            id={id}
            className={styles.input}
            value={reason}
            // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles.facts}>
            <Button type="submit" isDisabled={reason.trim() === ''}>
              Set aside
            </Button>
            <Button look="quiet" onPress={() => setReason(null)}>
              Keep it here
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
