import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { useSaving } from '../stores/saving.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { timeOf } from '../text/dates.ts';
import { errorText } from '../text/errors.ts';
import styles from './TopBar.module.css';

/** Saving, Saved 14:02, or Not saved, why, and Retry. Saved means that the change is on the disk. */
export function SaveState() {
  const { pending, unkept, failure } = useSaving();
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
      ) : savedAt ? (
        <span className={styles.saved}>
          <Icon name="check" /> Saved {timeOf(savedAt)}
        </span>
      ) : null}
    </div>
  );
}
