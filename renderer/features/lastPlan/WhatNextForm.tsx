import { useId, useState } from 'react';
import { assertNever } from '#shared/assertNever.ts';
import type { AppError } from '#shared/errors.ts';
import type { Action } from '#shared/model/tables.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { useActions, useCycleView } from '../../stores/views.ts';
import { errorText } from '../../text/errors.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planColumns.ts';

type Choice =
  | 'done'
  | 'business-as-usual'
  | 'continued'
  | 'extended'
  | 'narrowed'
  | 'replaced'
  | 'merged'
  | 'superseded'
  | 'dropped';

const choices: readonly (readonly [Choice, string])[] = [
  ['done', 'Done'],
  ['business-as-usual', 'Now business as usual'],
  ['continued', 'Carry forward as it is'],
  ['extended', 'Carry forward, reworded or extended'],
  ['narrowed', 'Carry forward, narrowed'],
  ['replaced', 'Carry forward, replaced by another action'],
  ['merged', 'Merge into an action of the new plan'],
  ['superseded', 'Superseded'],
  ['dropped', 'Dropped'],
];

interface WhatNextFormProps {
  readonly action: Action;
  readonly onDone: () => void;
}

/** Decides what becomes of one action. Carrying forward makes the new action, so that it can be written on from there. */
export function WhatNextForm({ action, onDone }: WhatNextFormProps) {
  const newPlanId = useCycleView()?.newPlan.id;
  const targets = useActions(newPlanId);
  const [choice, setChoice] = useState<Choice>('continued');
  const [reason, setReason] = useState('');
  const [text, setText] = useState(action.text);
  const [targetId, setTargetId] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const id = useId();
  const rewords = choice === 'extended' || choice === 'narrowed' || choice === 'replaced';
  const needsReason = choice === 'dropped' || choice === 'superseded';
  const target = targets.find((each) => each.id === targetId) ?? targets[0];
  const said = error ? errorText(error) : null;

  const decide = (): Promise<Result<unknown>> | null => {
    const actionIds = [action.id];
    switch (choice) {
      case 'done':
      case 'business-as-usual':
      case 'superseded':
      case 'dropped':
        return run('lineage.decide', { actionIds, kind: choice, reason });
      case 'merged':
        return target
          ? run('lineage.join', { fromActionId: action.id, toActionId: target.id, kind: 'merged', reason })
          : null;
      case 'continued':
      case 'extended':
      case 'narrowed':
      case 'replaced': {
        if (newPlanId === undefined) return null;
        const fields = rewords ? { text } : {};
        return run('lineage.carryForward', {
          fromActionIds: actionIds,
          toPlanId: newPlanId,
          kind: choice,
          fields,
          reason,
        });
      }
      default:
        return assertNever(choice);
    }
  };
  const submit = async (): Promise<void> => {
    const result = await decide();
    if (!result) return;
    if (result.ok) onDone();
    else setError(result.error);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label>
        What becomes of it
        <select
          className={styles.input}
          value={choice}
          onChange={(event) => {
            const found = choices.find(([value]) => value === event.target.value);
            if (found) setChoice(found[0]);
            setError(null);
          }}
        >
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {rewords ? (
        <label>
          The action in its new words
          <textarea className={styles.input} rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      ) : null}
      {choice === 'merged' ? <Targets targets={targets} value={target?.id ?? ''} onChange={setTargetId} /> : null}
      <label>
        {needsReason ? 'Reason' : 'Reason, if there is one to give'}
        <textarea
          className={styles.input}
          rows={2}
          value={reason}
          aria-invalid={said !== null}
          aria-describedby={said ? `${id}-problem` : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {said ? (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {said.message} {said.remedy}
        </p>
      ) : null}
      <div className={styles.facts}>
        <Button look="primary" type="submit" isDisabled={choice === 'merged' && !target}>
          Decide
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

function Targets(props: {
  readonly targets: readonly Action[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  if (props.targets.length === 0)
    return (
      <p className={styles.meta}>The new plan has no action to merge into yet. Carry one forward or add one first.</p>
    );
  return (
    <label>
      Action of the new plan
      <select className={styles.input} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.targets.map((target) => (
          <option key={target.id} value={target.id}>
            {`${nameOfAction(target)} ${target.ref ? target.text.slice(0, 80) : ''}`}
          </option>
        ))}
      </select>
    </label>
  );
}
