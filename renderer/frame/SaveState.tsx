import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReadOnly } from '../stores/readOnly.ts';
import { useSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { timeOf } from '../text/dates.ts';
import { errorText } from '../text/errors.ts';
import styles from './TopBar.module.css';

/** Saving, Saved 14:02, or Not saved, why, and Retry. Saved means that the change is on the disk. */
export function SaveState() {
  const { pending, unkept, failure } = useSaving();
  const left = useLeftAnswer();
  const savedAt = useWorkspace((state) => state.history.savedAt);
  return (
    <div role="status" aria-live="polite" data-testid="save-state" className={styles.state}>
      {failure ? (
        <span className={styles.unsaved}>
          Not saved: {errorText(failure.error).message}
          <Button onPress={failure.retry}>Retry</Button>
        </span>
      ) : unkept ? (
        <span className={styles.unsaved}>Not saved: {unkept}</span>
      ) : pending > 0 ? (
        <span className={styles.saving}>Saving…</span>
      ) : left ? (
        <span className={styles.unsaved}>
          Not saved: the last words of <a href={left.path}>{left.title}</a>
        </span>
      ) : savedAt ? (
        <span className={styles.saved}>
          <Icon name="check" /> Saved {timeOf(savedAt)}
        </span>
      ) : null}
    </div>
  );
}

/** An answer of this workspace that was left before it could be saved. A backup that is looked at knows of none. */
function useLeftAnswer(): { readonly path: string; readonly title: string } | null {
  const left = useSaving((state) => state.left);
  const { answer: answers, cycle: cycles, questionSet: sets } = useWorkspace((state) => state.rows);
  if (useReadOnly()) return null;
  const answer = [...left].flatMap((id) => answers.get(id) ?? [])[0];
  const cycle = answer && cycles.get(answer.cycleId);
  if (!cycle) return null;
  const questions = sets.get(cycle.questionSetId)?.content.questions ?? [];
  const title = questions.find(({ key }) => key === answer.questionKey)?.title ?? 'an answer';
  return { path: `#/question/${answer.questionKey}`, title };
}
