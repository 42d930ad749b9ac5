import { useState } from 'react';
import type { SaveBackFailure, WorkingCopyState } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { useSession } from '../../stores/session.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './WorkingCopy.module.css';
import { copyWorkingCopyOut, putBack, saveBackNow } from './workingCopyActs.ts';
import { failureWords, savedBack } from './workingCopyWords.ts';

interface NotSavedBackDialogProps {
  readonly state: WorkingCopyState;
  readonly failure: SaveBackFailure;
  readonly onClose: () => void;
  /** Where the workspace is being closed: closes it all the same. */
  readonly onLeave?: () => void;
}

/** What happened when a working copy could not be saved back, that nothing is lost, and the ways on. */
export function NotSavedBackDialog({ state, failure, onClose, onLeave }: NotSavedBackDialogProps) {
  const workspaceId = useWorkspace(({ info }) => info?.recentId ?? '');
  const fileName = useWorkspace(({ info }) => info?.fileName ?? '');
  const today = useSession((session) => session.today);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const { what, remedy } = failureWords[failure];

  const attempt = async (work: () => Promise<Result<WorkingCopyState>>): Promise<void> => {
    setBusy(true);
    const result = await work();
    setBusy(false);
    setTries((count) => count + 1);
    setError(result.ok ? null : result.error);
    if (result.ok && result.value.failure === null) (onLeave ?? onClose)();
  };

  return (
    <Dialog title={`Not saved back in ${state.where}`} isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      {error ? <ErrorAlert error={error} /> : null}
      <div role="status">
        <p>
          {tries > 0 && !busy ? 'It was tried again, and still ' : ''}
          {tries > 0 && !busy ? what : `${what.charAt(0).toUpperCase()}${what.slice(1)}`} ({state.folder}).
        </p>
      </div>
      <p>
        <strong>Nothing is lost.</strong> Every change is in the copy on this computer ({state.copyFolder}). It is tried
        again every minute, and the next time that {fileName} is opened here it goes on from there.
      </p>
      <p>{remedy}</p>
      <p className={styles.meta}>{savedBack(state, today)}.</p>
      <div className={styles.buttons}>
        <Button look="primary" isDisabled={busy} onPress={() => void attempt(saveBackNow)}>
          Try again
        </Button>
        {failure === 'gone' ? (
          <Button isDisabled={busy} onPress={() => void attempt(putBack)}>
            Save it there again
          </Button>
        ) : null}
        <Button isDisabled={busy} onPress={() => void copyWorkingCopyOut(workspaceId).then(setError)}>
          Save a copy elsewhere…
        </Button>
        {onLeave ? (
          <Button isDisabled={busy} onPress={onLeave}>
            Close all the same
          </Button>
        ) : null}
        <Button onPress={onClose}>{onLeave ? 'Go on working' : 'Not now'}</Button>
      </div>
    </Dialog>
  );
}
