import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Action } from '#shared/model/tables.ts';
import { Button } from '../../components/Button.tsx';
import { useActions, useCycleView } from '../../stores/views.ts';
import { errorText } from '../../text/errors.ts';
import styles from '../plan/PlanScreen.module.css';
import { nameOfAction } from '../plan/planItem.ts';
import { ActionTicks } from './ActionTicks.tsx';
import {
  type Choice,
  choices,
  choicesForMany,
  choicesOfDecided,
  type Decision,
  decide,
  endings,
  goingOn,
  partsOfSplit,
  rewords,
  unfinished,
} from './decision.ts';
import { EachInWords } from './EachInWords.tsx';
import { mergedText } from './mergedFields.ts';
import { SplitParts } from './SplitParts.tsx';

interface DecisionFormProps {
  /** One or more actions of the last plan, which is decided about together. */
  readonly actions: readonly Action[];
  /** What the list begins at: what the rating suggests, or what was decided. */
  readonly choice: Choice;
  readonly reason?: string;
  /** The action of the new plan that a decision which is altered leads to already. */
  readonly successor?: Action | null;
  /** With what was decided, or null where nothing was. */
  readonly onDone: (decided: Choice | null) => void;
}

/** Decides what becomes of one action, or of many at once. Carrying forward makes the new action with its lineage. */
export function DecisionForm({ actions, choice: first, reason = '', successor = null, onDone }: DecisionFormProps) {
  const newPlanId = useCycleView()?.newPlan.id;
  const inNewPlan = useActions(newPlanId);
  const inLastPlan = useActions(actions[0]?.planId);
  const alone = actions.length === 1 ? actions[0] : undefined;
  const [draft, setDraft] = useState<Decision>(() => ({
    choice: first,
    reason,
    text: alone?.text ?? '',
    parts: [alone?.text ?? '', ''],
    toActionId: successor?.id ?? null,
  }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(actions.map(({ id }) => id)));
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  // The proposal follows the ticks until somebody writes in it.
  const [mergedDraft, setMergedDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const id = useId();
  const write = (part: Partial<Decision>): void => {
    setDraft((all) => ({ ...all, ...part }));
    setProblem(null);
  };
  useEffect(() => {
    list.current?.focus();
  }, []);

  const { choice } = draft;
  const offered = offeredChoices(alone !== undefined, successor !== null);
  const merging = choice === 'merged';
  const chosen = (alone && merging ? inLastPlan : actions).filter(({ id: each }) => ticked.has(each));
  const origins = alone && !merging ? actions : chosen;
  const merged = mergedDraft ?? mergedText(chosen);
  const text = merging ? merged : draft.text;

  const submit = async (): Promise<void> => {
    const decision: Decision = { ...draft, text, ...(alone ? {} : { texts }) };
    const missing = unfinished(decision, origins);
    if (missing !== null) return setProblem(missing);
    if (newPlanId === undefined || waiting) return;
    setWaiting(true);
    const result = await decide(origins, decision, newPlanId, successor !== null);
    setWaiting(false);
    if (result.ok) onDone(choice);
    else {
      const { message, remedy } = errorText(result.error);
      setProblem(`${message} ${remedy}`.trim());
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onDone(null);
  };

  return (
    <form
      className={styles.form}
      aria-label="What becomes of it"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label>
        What becomes of {alone ? 'it' : 'them'}
        <select
          ref={list}
          className={styles.input}
          value={choice}
          onChange={(event) => {
            const found = choices.find(([value]) => value === event.target.value);
            if (found) write({ choice: found[0] });
          }}
        >
          <Options label="It ends here" from={endings} offered={offered} many={!alone} />
          <Options label="It goes on in the new plan" from={goingOn} offered={offered} many={!alone} />
        </select>
      </label>
      {alone && !merging ? null : (
        <ActionTicks
          legend={alone ? 'Merged with' : 'Actions'}
          actions={alone ? othersOf(alone, inLastPlan) : actions}
          ticked={ticked}
          onTick={(next) => {
            setTicked(next);
            setProblem(null);
          }}
        />
      )}
      {rewords(choice) && !alone ? <EachInWords actions={chosen} texts={texts} onChange={setTexts} /> : null}
      {merging || (rewords(choice) && alone && successor === null) ? (
        <label>
          {merging ? 'The new action, in words for all of them' : 'The new action'}
          <textarea
            className={styles.input}
            rows={merging ? 5 : 3}
            value={text}
            onChange={(event) => (merging ? setMergedDraft(event.target.value) : write({ text: event.target.value }))}
          />
        </label>
      ) : null}
      {choice === 'split' ? <SplitParts parts={draft.parts} onChange={(parts) => write({ parts })} /> : null}
      {choice === 'joined' ? (
        <Targets targets={inNewPlan} value={draft.toActionId} onChange={(toActionId) => write({ toActionId })} />
      ) : null}
      {choice === 'continued' && !alone ? (
        <p className={styles.meta}>
          Each goes on in an action of its own in the new plan, in the same words. Those that go on already are left as
          they are.
        </p>
      ) : (
        <label>
          {reasonLabel(choice)}
          <textarea
            className={styles.input}
            rows={2}
            value={draft.reason}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => write({ reason: event.target.value })}
          />
        </label>
      )}
      {problem === null ? null : (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.facts}>
        <Button look="primary" type="submit" isDisabled={waiting}>
          {submitWords(choice, origins.length, draft.parts)}
        </Button>
        <Button onPress={() => onDone(null)}>Cancel</Button>
      </div>
    </form>
  );
}

/** What an action may be merged with: those that share a theme with it first. */
function othersOf(alone: Action, all: readonly Action[]): readonly Action[] {
  const others = all.filter(({ id }) => id !== alone.id);
  const shares = ({ themes }: Action): boolean => themes.some((theme) => alone.themes.includes(theme));
  return [...others.filter(shares), ...others.filter((action) => !shares(action))];
}

function offeredChoices(isAlone: boolean, isAltered: boolean): readonly Choice[] {
  if (isAltered) return choicesOfDecided;
  return isAlone ? choices.map(([choice]) => choice) : choicesForMany;
}

function reasonLabel(choice: Choice): string {
  if (choice === 'dropped') return 'Why it is dropped';
  if (choice === 'superseded') return 'What superseded it';
  return 'Note, if there is one to give';
}

/** The button says what it will make, so that nobody counts on the new plan what is not there yet. */
function submitWords(choice: Choice, count: number, parts: readonly string[]): string {
  if (choice === 'merged') return count < 2 ? 'Merge' : `Merge ${count} into one`;
  if (choice === 'split') return `Split into ${Math.max(2, partsOfSplit(parts).length)}`;
  if (count < 2) return 'Decide';
  return choice === 'continued' || rewords(choice) ? `Carry ${count} forward` : `Decide for ${count}`;
}

function Options(props: {
  readonly label: string;
  readonly from: readonly (readonly [Choice, string])[];
  readonly offered: readonly Choice[];
  readonly many: boolean;
}) {
  const shown = props.from.filter(([choice]) => props.offered.includes(choice));
  return (
    <optgroup
      label={props.many ? props.label.replace('It ends', 'They end').replace('It goes', 'They go') : props.label}
    >
      {shown.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {props.many ? (manyWords[choice] ?? words) : words}
        </option>
      ))}
    </optgroup>
  );
}

const manyWords: Readonly<Partial<Record<Choice, string>>> = {
  continued: 'Carry each forward as it is',
  reworded: 'Carry each forward, reworded',
  narrowed: 'Carry each forward, narrowed',
  extended: 'Carry each forward, extended',
  merged: 'Merge them into one action',
};

function Targets(props: {
  readonly targets: readonly Action[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  if (props.targets.length === 0)
    return <p className={styles.meta}>The new plan has no action yet. Carry one forward or add one first.</p>;
  return (
    <label>
      Action of the new plan
      <select
        className={styles.input}
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="" disabled>
          Choose one
        </option>
        {props.targets.map((target) => (
          <option key={target.id} value={target.id}>
            {`${nameOfAction(target)} ${target.ref ? target.text.slice(0, 80) : ''}`}
          </option>
        ))}
      </select>
    </label>
  );
}
