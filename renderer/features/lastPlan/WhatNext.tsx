import { useState } from 'react';
import type { Action, Lineage } from '#shared/model/tables.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import { lineageWords } from '../../text/words.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planColumns.ts';
import { WhatNextForm } from './WhatNextForm.tsx';

/** What becomes of an action of the last plan: what was decided, with the way back, or the decision to make. */
export function WhatNext({ action }: { readonly action: Action }) {
  const lineage = useWorkspace((state) => state.rows.lineage);
  const [deciding, setDeciding] = useState(false);
  const decided = [...lineage.values()].filter(({ fromActionId }) => fromActionId === action.id);
  return (
    <section className={styles.section}>
      <h3>What happens next</h3>
      {decided.map((each) => (
        <Decision key={each.id} lineage={each} />
      ))}
      {deciding ? (
        <WhatNextForm action={action} onDone={() => setDeciding(false)} />
      ) : (
        <>
          {decided.length === 0 ? <p className={styles.meta}>Not decided yet.</p> : null}
          <Button onPress={() => setDeciding(true)}>{decided.length === 0 ? 'Decide…' : 'Decide again…'}</Button>
        </>
      )}
    </section>
  );
}

function Decision({ lineage }: { readonly lineage: Lineage }) {
  const successor = useWorkspace((state) =>
    lineage.toActionId === null ? undefined : state.rows.action.get(lineage.toActionId),
  );
  return (
    <Card>
      <p>
        <strong>{lineageWords[lineage.kind]}</strong>
        {successor ? (
          <>
            {': '}
            <a href={`#/new-plan/${successor.id}`}>{nameOfAction(successor)}</a> of the new plan
            {successor.binned ? ' (in the bin)' : ''}
          </>
        ) : null}
      </p>
      {lineage.reason.trim() === '' ? null : <p className={styles.value}>{lineage.reason}</p>}
      <Button look="quiet" onPress={() => void run('lineage.remove', { id: lineage.id })}>
        Take back
      </Button>
      {successor ? <p className={styles.meta}>Taking back leaves the action of the new plan as it is.</p> : null}
    </Card>
  );
}
