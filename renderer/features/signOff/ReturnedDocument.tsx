import { useState } from 'react';
import type { ReturnedDocument as Returned } from '#shared/contract/returned.ts';
import type { AppError } from '#shared/errors.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { ask, run } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { DropArea } from '../../components/DropArea.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import { WordComparison } from '../../components/WordComparison.tsx';
import { compareWords } from '../../components/wordDifference.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { notify } from '../../stores/notices.ts';
import { longDate } from '../../text/dates.ts';
import styles from './SignOffScreen.module.css';

/** A Word document that came back: whether its words are those that were issued, and what its readers remarked. */
export function ReturnedDocument({ cycle }: { readonly cycle: Cycle }) {
  const [reading, setReading] = useState<string | null>(null);
  const [returned, setReturned] = useState<Returned | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const read = async ({ token }: HeldFileName): Promise<void> => {
    const jobId = crypto.randomUUID();
    setReading(jobId);
    setReturned(null);
    setError(null);
    const result = await ask('returned.read', { file: token, cycleId: cycle.id, jobId });
    setReading(null);
    if (result.ok) setReturned(result.value);
    else if (result.error.code !== 'cancelled') setError(result.error);
  };
  return (
    <section className={styles.panel} aria-labelledby="returned">
      <h2 id="returned">A document that came back</h2>
      <p>
        Open a Word document that was returned to see whether its words are those that were issued, and to keep its
        comments beside their question or action.
      </p>
      {error ? <ErrorAlert error={error} /> : null}
      {reading ? (
        <Progress label="Reading the document" value={null} onStop={() => void ask('job.cancel', { jobId: reading })} />
      ) : (
        <DropArea
          label="Drop the returned Word document here"
          accept={['.docx']}
          purpose="verify"
          onFile={(file) => void read(file)}
        />
      )}
      {returned ? <Verdict returned={returned} /> : null}
      {returned && returned.comments.length > 0 ? <Comments returned={returned} cycle={cycle} /> : null}
    </section>
  );
}

function Verdict({ returned }: { readonly returned: Returned }) {
  const { fileName, verdict, document, changed, changes } = returned;
  const issued = document ? `${document.version}, issued on ${longDate(document.issuedAt.slice(0, 10))}` : '';
  const sentence = {
    issued: `${fileName} is ${issued}, byte for byte.`,
    'same-words': `${fileName} was saved again; every word is as in ${issued}.`,
    changed: `${fileName} was ${issued}. ${changed} ${changed === 1 ? 'paragraph differs' : 'paragraphs differ'}.`,
    other: `${fileName} is none of the copies that were issued. A draft never is.`,
  }[verdict];
  return (
    <>
      <p role="status">
        <strong>{sentence}</strong>
      </p>
      {changes.length > 0 ? (
        <ul className={styles.changes}>
          {changes.map(({ place, before, after }, index) => {
            // The list of one reading never changes.
            const key = `${index} ${place}`;
            return (
              <li key={key}>
                {place === '' ? null : <span className={styles.meta}>{place}</span>}
                <WordComparison parts={compareWords(before, after)} />
              </li>
            );
          })}
        </ul>
      ) : null}
      {changed > changes.length ? <p className={styles.meta}>The first {changes.length} are shown.</p> : null}
    </>
  );
}

function Comments({ returned, cycle }: { readonly returned: Returned; readonly cycle: Cycle }) {
  const fresh = returned.comments.filter(({ known }) => !known);
  const [kept, setKept] = useState(false);
  const keep = async (): Promise<void> => {
    const result = await run('comment.keep', {
      cycleId: cycle.id,
      documentName: returned.fileName,
      comments: fresh.map(({ place: _place, known: _known, ...comment }) => comment),
    });
    if (!result.ok) return;
    setKept(true);
    notify({ kind: 'done', message: `${countOf(result.value.kept)} kept beside what they are about.` });
  };
  return (
    <>
      <h3>
        Comments <span className={styles.meta}>{returned.comments.length}</span>
      </h3>
      <ul className={styles.changes}>
        {returned.comments.map(({ author, text, about, place }, index) => {
          // The list of one reading never changes.
          const key = `${index} ${author}`;
          return (
            <li key={key}>
              <span className={styles.meta}>{[author, place].filter((part) => part !== '').join(' · ')}</span>
              <p>{text}</p>
              <p className={styles.meta}>On: {about}</p>
            </li>
          );
        })}
      </ul>
      {fresh.length === 0 || kept ? (
        <p className={styles.meta}>All of them are kept.</p>
      ) : (
        <Changing>
          <Button look="primary" onPress={() => void keep()}>
            Keep {countOf(fresh.length)} beside what they are about
          </Button>
        </Changing>
      )}
    </>
  );
}

const countOf = (count: number): string => `${count} ${count === 1 ? 'comment' : 'comments'}`;
