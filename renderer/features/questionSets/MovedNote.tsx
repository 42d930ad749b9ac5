import type { Answer } from '#shared/model/tables.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dayAndTime } from '../../text/dates.ts';
import { movedFrom } from './earlierDrafts.ts';
import styles from './QuestionSets.module.css';

/** On an answer that moved with the form: why it is to be looked at again. It goes when the answer is marked ready. */
export function MovedNote({ answer }: { readonly answer: Answer }) {
  const rows = useWorkspace((state) => state.rows);
  const moved = answer.state === 'ready' ? null : movedFrom(rows, answer.cycleId, answer.questionKey);
  if (!moved || moved.notes.length === 0) return null;
  return (
    <section className={styles.note} aria-label="Moved with the form">
      <p>
        {moved.wasReady ? 'This answer was ready and is a draft again' : 'This answer moved'} since the form changed on{' '}
        {dayAndTime(moved.movedAt)}:
      </p>
      <ul>
        {moved.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <a href={`#/question-sets/earlier/${moved.questionSetId}`}>Read the draft as it was</a>
    </section>
  );
}
