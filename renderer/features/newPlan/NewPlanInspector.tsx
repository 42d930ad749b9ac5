import { memo } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { RagBadge } from '../../components/RagBadge.tsx';
import { useRatings } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { lineageWords } from '../../text/words.ts';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { ActionHistory } from '../plan/ActionHistory.tsx';
import { ActionRecord } from '../plan/ActionRecord.tsx';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planColumns.ts';

interface NewPlanInspectorProps {
  readonly action: Action;
  readonly acts: { readonly bin: (id: string) => void; readonly shift: (id: string, by: -1 | 1) => void };
}

/** The whole record of an action of the new plan. Give it a key by action, so that its fields are that action's. */
export const NewPlanInspector = memo(function NewPlanInspector({ action, acts }: NewPlanInspectorProps) {
  return (
    <>
      <section className={styles.section}>
        <h2 id={inspectorHeadingId} data-action={action.id} className={styles.title} tabIndex={-1}>
          {action.ref.trim() === '' || action.text.trim() === ''
            ? nameOfAction(action)
            : `${action.ref} · ${action.text}`}
        </h2>
        <Origins action={action} />
        {action.addedSinceSubmission ? <p className={styles.meta}>Added since the plan was submitted</p> : null}
        <div className={styles.facts}>
          <Button onPress={() => acts.shift(action.id, -1)}>Move up</Button>
          <Button onPress={() => acts.shift(action.id, 1)}>Move down</Button>
          <Button look="danger" onPress={() => acts.bin(action.id)}>
            Put in the bin
          </Button>
        </div>
      </section>
      <section className={styles.section}>
        <ActionRecord action={action} />
      </section>
      <LinkedItems targetKind="action" target={action.id} sourceKind="voice" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="evidence" />
      <LinkedItems targetKind="action" target={action.id} sourceKind="frameworkItem" />
      <ActionHistory actionId={action.id} ratings={noRatings} />
    </>
  );
});

const noRatings = [] as const;

/** The actions of the last plan that this one goes on from. */
function Origins({ action }: { readonly action: Action }) {
  const lineage = useWorkspace((state) => state.rows.lineage);
  const actions = useWorkspace((state) => state.rows.action);
  const ratings = useRatings();
  const origins = [...lineage.values()].flatMap(({ id, fromActionId, toActionId, kind, reason }) => {
    const from = actions.get(fromActionId);
    return toActionId === action.id && from ? [{ id, from, kind, reason }] : [];
  });
  return origins.map(({ id, from, kind, reason }) => (
    <div key={id}>
      <p className={styles.facts}>
        <span>
          Continues <a href={`#/last-plan/${from.id}`}>{nameOfAction(from)}</a> of the last plan (
          {lineageWords[kind].toLowerCase()})
        </span>
        <RagBadge rag={ratings.get(from.id)?.[0]?.rag ?? null} />
      </p>
      {reason.trim() === '' ? null : <p className={styles.value}>{reason}</p>}
    </div>
  ));
}
