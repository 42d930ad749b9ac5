import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Rag } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../text/errors.ts';
import { ragWords } from '../../text/words.ts';
import styles from '../plan/PlanScreen.module.css';
import { today } from '../plan/planItems.ts';
import { RatingChoices } from './RatingChoices.tsx';

interface RateFormProps {
  readonly actionIds: readonly string[];
  /** An earlier day can be given: for ratings that are entered later. */
  readonly asksDay: boolean;
  readonly onDone: (rated: string | null) => void;
}

/** Rates one action on an earlier day, or many at once: rating, progress and reason in one step. */
export function RateForm({ actionIds, asksDay, onDone }: RateFormProps) {
  const [rag, setRag] = useState<Rag | null | undefined>(undefined);
  const [progress, setProgress] = useState('');
  const [explanation, setExplanation] = useState('');
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    if (rag === undefined && progress.trim() === '' && explanation.trim() === '')
      return setProblem('Choose a rating, or write the progress.');
    if (asksDay && day === '') return setProblem('Say which day the rating was made on.');
    const result = await run('rating.give', {
      actionIds,
      // What is left empty keeps the value that each action has.
      ...(rag === undefined ? {} : { rag }),
      ...(progress.trim() === '' ? {} : { progress }),
      ...(explanation.trim() === '' ? {} : { explanation }),
      ...(asksDay ? { ratedOn: day } : {}),
    });
    if (result.ok) return onDone(rag === undefined ? 'Progress written' : `Rated ${ragWords[rag ?? 'unrated']}`);
    const { message, remedy } = errorText(result.error);
    setProblem(`${message} ${remedy}`.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onDone(null);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={asksDay ? 'A rating of an earlier day' : 'A rating for all of them'}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {asksDay ? (
        <label>
          Rated on
          <input
            type="date"
            className={styles.input}
            max={today()}
            value={day}
            onChange={(event) => {
              setDay(event.target.value);
              setProblem(null);
            }}
          />
        </label>
      ) : null}
      <RatingChoices
        name={`${id}-rag`}
        legend="Rating"
        value={rag}
        onChange={(next) => {
          setRag(next);
          setProblem(null);
        }}
      />
      <label>
        Progress
        <textarea
          className={styles.input}
          rows={2}
          value={progress}
          onChange={(event) => setProgress(event.target.value)}
        />
      </label>
      {rag === 'red' ? (
        <label>
          Reason for red
          <textarea
            className={styles.input}
            rows={2}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
          />
        </label>
      ) : null}
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.facts}>
        <Button look="primary" type="submit">
          {actionIds.length > 1 ? `Rate ${actionIds.length}` : 'Rate'}
        </Button>
        <Button onPress={() => onDone(null)}>Cancel</Button>
      </div>
    </form>
  );
}
