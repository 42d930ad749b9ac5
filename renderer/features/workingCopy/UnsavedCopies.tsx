import { useEffect, useState } from 'react';
import type { UnsavedCopy } from '#shared/contract/workingCopy.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useSession } from '../../stores/session.ts';
import type { Open } from '../start/StartScreen.tsx';
import styles from './UnsavedCopies.module.css';
import { copyWorkingCopyOut } from './workingCopyActs.ts';
import { failureWords, savedBack } from './workingCopyWords.ts';

/** On the Start screen: workspaces that were closed with changes that are on this computer only. */
export function UnsavedCopies({ onOpen }: { readonly onOpen: Open }) {
  const app = useSession((state) => state.app);
  const today = useSession((state) => state.today);
  const [copies, setCopies] = useState<readonly UnsavedCopy[]>([]);
  const [error, setError] = useState<AppError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open or was closed is why it is asked again
  useEffect(() => {
    let wanted = true;
    void ask('workingCopy.unsaved', {}).then((result) => {
      if (wanted && result.ok) setCopies(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [app]);
  if (copies.length === 0) return null;
  return (
    <section className={styles.unsaved} aria-labelledby="unsaved-copies">
      <h2 id="unsaved-copies">Not saved back yet</h2>
      {error ? <ErrorAlert error={error} /> : null}
      <ul>
        {copies.map((copy) => (
          <li key={copy.workspaceId}>
            <p role="status">
              <Icon name="warning" />
              <span>
                <strong>{copy.fileName}</strong> was closed with changes that are not in {copy.where} ({copy.folder})
                {copy.failure ? `, because ${failureWords[copy.failure].what}` : ''}. They are safe on this computer.{' '}
                {savedBack(copy, today)}.
              </span>
            </p>
            <span className={styles.buttons}>
              <Button
                look="primary"
                aria-label={`Open it and try again: ${copy.fileName}`}
                onPress={() =>
                  void onOpen(`Opening ${copy.fileName}`, () => ask('workspace.open', { recentId: copy.workspaceId }))
                }
              >
                Open it and try again
              </Button>
              <Button
                aria-label={`Save a copy elsewhere: ${copy.fileName}`}
                onPress={() => void copyWorkingCopyOut(copy.workspaceId).then(setError)}
              >
                Save a copy elsewhere…
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
