import { useState } from 'react';
import type { AppError } from '#shared/errors.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { type SignOffStep, signOffSteps } from '#shared/model/words.ts';
import { run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { useSession } from '../../stores/session.ts';
import { useInstitution } from '../../stores/views.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { longDate } from '../../text/dates.ts';
import { signOffWords } from '../../text/words.ts';
import styles from './SignOffScreen.module.css';

/** Draft, with the Steering Group, with the leader, signed, submitted, published: each a record of who and when. */
export function SignOffSteps({ cycle }: { readonly cycle: Cycle }) {
  const all = useWorkspace((state) => state.rows.signOff);
  const records = [...all.values()]
    .filter((record) => record.cycleId === cycle.id)
    .toSorted(
      (a, b) => a.happenedOn.localeCompare(b.happenedOn) || signOffSteps.indexOf(a.step) - signOffSteps.indexOf(b.step),
    );
  const last = records.at(-1);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Sign-off</h2>
      <ol className={styles.steps}>
        {records.map((record) => (
          <li key={record.id}>
            <strong>{signOffWords[record.step]}</strong> on {longDate(record.happenedOn)}
            {record.name || record.role
              ? `: ${[record.name, record.role].filter((part) => part !== '').join(', ')}`
              : ''}
            {record.note ? <span className={styles.meta}> {record.note}</span> : null}{' '}
            {record === last ? (
              <Button look="quiet" onPress={() => void run('signOff.remove', { id: record.id })}>
                Take this step back
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {records.length === 0 ? (
        <p className={styles.meta}>Nothing is recorded yet: the self-assessment is a draft.</p>
      ) : null}
      <RecordStep cycle={cycle} after={last?.step ?? 'draft'} />
    </section>
  );
}

function RecordStep({ cycle, after }: { readonly cycle: Cycle; readonly after: SignOffStep }) {
  const today = useSession((state) => state.today);
  const institution = useInstitution();
  const signatories = useWorkspace((state) => state.rows.signatory);
  const documents = useWorkspace((state) => state.rows.issuedDocument);
  // A second signature follows the first; every other step is followed by a later one.
  const from = signOffSteps.indexOf(after) + (after === 'signed' ? 0 : 1);
  const possible = signOffSteps.slice(from);
  const [step, setStep] = useState<SignOffStep>(possible[0] ?? 'published');
  const [happenedOn, setHappenedOn] = useState(today);
  const [who, setWho] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  if (possible.length === 0) return null;
  const chosen = possible.includes(step) ? step : (possible[0] ?? 'published');
  const people = [...signatories.values()].toSorted((a, b) => a.position - b.position);
  const person = people.find((each) => each.id === who);
  const newest = [...documents.values()]
    .filter((document) => document.cycleId === cycle.id)
    .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt))[0];

  const record = async (): Promise<void> => {
    const result = await run('signOff.record', {
      cycleId: cycle.id,
      step: chosen,
      name: person?.name ?? '',
      role: person?.role ?? '',
      happenedOn,
      issuedDocumentId: newest?.id ?? null,
      note,
    });
    setError(result.ok ? null : result.error);
    if (result.ok) setNote('');
  };

  return (
    <form
      className={styles.record}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      {error ? <ErrorAlert error={error} /> : null}
      <label>
        Step
        <select value={chosen} onChange={(event) => setStep(event.target.value as SignOffStep)}>
          {possible.map((each) => (
            <option key={each} value={each}>
              {each === 'with-leader' ? `With the ${institution?.leaderTitle ?? 'leader'}` : signOffWords[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Date
        <input type="date" value={happenedOn} onChange={(event) => setHappenedOn(event.target.value)} />
      </label>
      <label>
        Who
        <select value={who} onChange={(event) => setWho(event.target.value)}>
          <option value="">Not a signatory</option>
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {[each.name, each.role].filter((part) => part !== '').join(', ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Note
        <input value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button type="submit">Record this step</Button>
      {chosen === 'signed' ? (
        <p className={styles.meta}>
          A signature closes the answers and both plans. Taking the step back opens them again.
        </p>
      ) : null}
    </form>
  );
}
