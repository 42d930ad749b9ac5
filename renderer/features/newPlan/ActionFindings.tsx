import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { FoldingSection } from '../../components/FoldingSection.tsx';
import styles from '../plan/PlanScreen.module.css';
import { SetAsideForm } from '../readiness/SetAsideForm.tsx';
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
              <Changing>
                <Button look="quiet" onPress={() => dismissed && void run('readiness.restore', { id: dismissed.id })}>
                  Count again
                </Button>
              </Changing>
            </li>
          ))}
        </ul>
      )}
    </FoldingSection>
  );
}

function Finding({ cycleId, finding }: { readonly cycleId: string; readonly finding: ReadinessItem }) {
  return (
    <li>
      <strong>{shortMessage(finding)}</strong>
      <span className={styles.meta}> {finding.reason}</span>
      <SetAsideForm cycleId={cycleId} finding={finding} />
    </li>
  );
}
