import { memo } from 'react';
import type { ReadinessItem } from '#shared/contract/importAndExport.ts';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DocumentComments } from '../comments/DocumentComments.tsx';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { AcrossCycles, CameFrom } from '../plan/AcrossCycles.tsx';
import { ActionHistory } from '../plan/ActionHistory.tsx';
import { ActionRecord } from '../plan/ActionRecord.tsx';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import { NotesToSelf } from '../plan/NotesToSelf.tsx';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planItem.ts';
import { ActionFindings } from './ActionFindings.tsx';

interface NewPlanInspectorProps {
  readonly cycleId: string;
  readonly action: Action;
  readonly findings: readonly ReadinessItem[];
  readonly aside: readonly ReadinessItem[];
  readonly acts: {
    readonly bin: (ids: readonly string[]) => void;
    readonly shift: (ids: readonly string[], by: -1 | 1) => void;
  };
}

/** The whole record of an action of the new plan. Give it a key by action, so that its fields are that action's. */
export const NewPlanInspector = memo(function NewPlanInspector(props: NewPlanInspectorProps) {
  const { cycleId, action, acts, findings, aside } = props;
  return (
    <>
      <section className={styles.section}>
        <h2 id={inspectorHeadingId} data-action={action.id} className={styles.title} tabIndex={-1}>
          {action.ref.trim() === '' || action.text.trim() === ''
            ? nameOfAction(action)
            : `${action.ref} · ${action.text}`}
        </h2>
        <CameFrom action={action} />
        {action.addedSinceSubmission ? <p className={styles.meta}>Added since the plan was submitted</p> : null}
        <Changing>
          <div className={styles.facts}>
            <Button onPress={() => acts.shift([action.id], -1)}>Move up</Button>
            <Button onPress={() => acts.shift([action.id], 1)}>Move down</Button>
            <Button look="danger" onPress={() => acts.bin([action.id])}>
              Put in the bin
            </Button>
          </div>
        </Changing>
      </section>
      <ActionFindings cycleId={cycleId} findings={findings} aside={aside} />
      <section className={styles.section}>
        <ActionRecord action={action} />
      </section>
      <DocumentComments targetId={action.id} />
      <LinkedItems targetKind="action" target={action.id} sourceKind="voice" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="evidence" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="frameworkItem" />
      <AcrossCycles action={action} />
      <NotesToSelf action={action} />
      <ActionHistory actionId={action.id} ratings={noRatings} />
    </>
  );
});

const noRatings = [] as const;
