import { useEffect, useRef, useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import type { Rag } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Changing } from '../../components/Changing.tsx';
import { useCycleView } from '../../stores/views.ts';
import { type Outcome, outcomeKind, useOutcomes } from '../plan/outcomes.ts';
import { PlaceOfAction } from '../plan/PlaceOfAction.tsx';
import styles from '../plan/PlanScreen.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { type Choice, decide, isEnding } from './decision.ts';
import { suggestedOutcome } from './reviewCounts.ts';
import { offerBin } from './successorLeft.ts';

interface WhatNextProps {
  readonly action: Action;
  readonly rag: Rag | null;
}

/** What is open: nothing, a first decision, or the alteration of one that was made. */
type Open = null | 'new' | Outcome;

const nothing: readonly Outcome[] = [];

/** What becomes of an action of the last plan: what was decided, with the way back, or the decision to make. */
export function WhatNext({ action, rag }: WhatNextProps) {
  const outcomes = useOutcomes();
  const decided = outcomes.get(action.id) ?? nothing;
  const [open, setOpen] = useState<Open>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wantsFocus = useRef(false);
  useEffect(() => {
    // The button or field that had the focus may be gone with the form: the focus stays in this section.
    if (wantsFocus.current && open === null) heading.current?.focus();
    wantsFocus.current = false;
  });
  const close = (altered: Outcome | null) => (decided: Choice | null) => {
    wantsFocus.current = true;
    setOpen(null);
    if (altered && decided !== null && isEnding(decided)) offerBin(altered);
  };
  const takeBack = async (outcome: Outcome): Promise<void> => {
    wantsFocus.current = true;
    const result = await run('lineage.remove', { id: outcome.lineage.id });
    if (result.ok) offerBin(outcome);
  };
  const suggested = suggestedOutcome(rag) ?? 'continued';
  return (
    <section className={styles.section}>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        What happens next
      </h3>
      {decided.map((outcome) =>
        open !== null && open !== 'new' && open.lineage.id === outcome.lineage.id ? (
          <DecisionForm
            key={outcome.lineage.id}
            actions={[action]}
            choice={choiceOf(outcome)}
            reason={outcome.lineage.reason}
            successor={outcome.successor}
            onDone={close(outcome)}
          />
        ) : (
          <Decided
            key={outcome.lineage.id}
            action={action}
            outcome={outcome}
            onAlter={() => setOpen(outcome)}
            onTakeBack={() => void takeBack(outcome)}
          />
        ),
      )}
      {open === 'new' ? <DecisionForm actions={[action]} choice={suggested} onDone={close(null)} /> : null}
      {decided.length === 0 && open === null ? (
        <Suggestion
          action={action}
          rag={rag}
          onDecide={() => setOpen('new')}
          onTaken={() => heading.current?.focus()}
        />
      ) : null}
    </section>
  );
}

/** An action that was merged or split is altered by the kinds that lead to one action. */
function choiceOf({ lineage: { kind } }: Outcome): Choice {
  return kind === 'merged' || kind === 'split' ? 'continued' : kind;
}

interface DecidedProps {
  readonly action: Action;
  readonly outcome: Outcome;
  readonly onAlter: () => void;
  readonly onTakeBack: () => void;
}

function Decided({ action, outcome, onAlter, onTakeBack }: DecidedProps) {
  const { lineage, successor } = outcome;
  const kind = outcomeKind(outcome, action);
  return (
    <Card>
      <p>
        <strong>{kind}</strong>
        {successor ? (
          <>
            : continues as <PlaceOfAction action={successor} />
          </>
        ) : null}
      </p>
      {lineage.reason.trim() === '' ? null : <p className={styles.value}>{lineage.reason}</p>}
      <Changing>
        <div className={styles.acts}>
          <Button look="quiet" onPress={onAlter}>
            Alter…
          </Button>
          <Button look="quiet" onPress={onTakeBack}>
            Take back
          </Button>
        </div>
      </Changing>
    </Card>
  );
}

interface SuggestionProps {
  readonly action: Action;
  readonly rag: Rag | null;
  readonly onDecide: () => void;
  readonly onTaken: () => void;
}

/** What the rating suggests, to be taken or not: nothing is decided until somebody does. */
function Suggestion({ action, rag, onDecide, onTaken }: SuggestionProps) {
  const newPlanId = useCycleView()?.newPlan.id;
  const suggested = suggestedOutcome(rag);
  const take = async (choice: Choice): Promise<void> => {
    if (newPlanId === undefined) return;
    const result = await decide([action], { ...plainDecision, choice }, newPlanId, false);
    if (result.ok) onTaken();
  };
  const shortcuts: readonly (readonly [Choice, string])[] =
    suggested === 'done'
      ? [
          ['done', 'Done'],
          ['business-as-usual', 'Business as usual'],
        ]
      : suggested === 'continued'
        ? [['continued', 'Carry forward as it is']]
        : [];
  return (
    <>
      <p className={styles.meta}>
        Not decided yet.
        {suggested === 'done' ? ' It is green: it may be done, or business as usual now.' : null}
        {suggested === 'continued' ? ` It is ${rag}: it may go on in the new plan.` : null}
      </p>
      <Changing>
        <div className={styles.facts}>
          {shortcuts.map(([choice, words]) => (
            <Button key={choice} onPress={() => void take(choice)}>
              {words}
            </Button>
          ))}
          <Button onPress={onDecide}>Decide…</Button>
        </div>
      </Changing>
    </>
  );
}

const plainDecision = { reason: '', text: '', parts: [], toActionId: null };
