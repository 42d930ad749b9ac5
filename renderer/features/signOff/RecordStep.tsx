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
import { dateAndTime } from '../../text/dates.ts';
import { signOffWords } from '../../text/words.ts';
import styles from './SignOffScreen.module.css';

interface RecordStepProps {
  readonly cycle: Cycle;
  /** The newest step of the round in hand; null before the first. */
  readonly after: SignOffStep | null;
}

export function RecordStep({ cycle, after }: RecordStepProps) {
  const today = useSession((state) => state.today);
  const institution = useInstitution();
  const signatories = useWorkspace((state) => state.rows.signatory);
  const documents = useWorkspace((state) => state.rows.issuedDocument);
  const versions = useWorkspace((state) => state.rows.version);
  // A second signature follows the first; every other step is followed by a later one.
  const from = after === null ? 0 : signOffSteps.indexOf(after) + (after === 'signed' ? 0 : 1);
  const possible = signOffSteps.slice(from);
  // A draft that goes round may be recorded, but usually the first record is of the group that it goes to.
  const [step, setStep] = useState<SignOffStep>(after === null ? 'with-steering-group' : (possible[0] ?? 'published'));
  const [happenedOn, setHappenedOn] = useState(today);
  const [who, setWho] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [copy, setCopy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  if (possible.length === 0) return null;
  const chosen = possible.includes(step) ? step : (possible[0] ?? 'published');
  const people = [...signatories.values()].toSorted((a, b) => a.position - b.position);
  const person = people.find((each) => each.id === who);
  const isSigned = chosen === 'signed';
  // A signature is under a document that can be held against what comes back; a web page is not.
  const copies = [...documents.values()]
    .filter((document) => document.cycleId === cycle.id && (!isSigned || document.kind === 'word'))
    .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt));
  // The newest unless another is chosen: that is the one that goes round.
  const newest = copies[0]?.id ?? '';
  const of = copy !== null && (copies.some(({ id }) => id === copy) || (copy === '' && !isSigned)) ? copy : newest;

  const record = async (): Promise<void> => {
    const result = await run('signOff.record', {
      cycleId: cycle.id,
      step: chosen,
      name: person?.name ?? name.trim(),
      role: person?.role ?? role.trim(),
      happenedOn,
      issuedDocumentId: of === '' ? null : of,
      note,
    });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    // The next step has another person, or is recorded twice by a second press.
    setWho('');
    setName('');
    setRole('');
    setNote('');
  };

  return (
    <form
      className={styles.record}
      aria-label="Record a step"
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
          <option value="">Somebody else</option>
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {[each.name, each.role].filter((part) => part !== '').join(', ')}
            </option>
          ))}
        </select>
      </label>
      {person ? null : (
        <>
          <label>
            Name
            <input value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label>
            Role
            <input value={role} onChange={(event) => setRole(event.target.value)} />
          </label>
        </>
      )}
      <label>
        Issued copy
        <select value={of} onChange={(event) => setCopy(event.target.value)}>
          {copies.map((document) => (
            <option key={document.id} value={document.id}>
              {`${versions.get(document.versionId ?? '')?.name ?? document.fileName}, ${dateAndTime(document.issuedAt)}`}
            </option>
          ))}
          {isSigned && copies.length > 0 ? null : <option value="">None</option>}
        </select>
      </label>
      <label>
        Note
        <input value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <Button type="submit">Record this step</Button>
      {isSigned ? (
        <p className={styles.meta}>
          {copies.length === 0
            ? 'A signature is under an issued copy. Issue the Word document or the official form above first. '
            : ''}
          A signature closes the answers and both plans. An amendment opens them again.
        </p>
      ) : null}
    </form>
  );
}
