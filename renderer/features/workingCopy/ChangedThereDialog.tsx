import { useState } from 'react';
import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './WorkingCopy.module.css';
import { takeMine, takeTheirs } from './workingCopyActs.ts';
import { failureWords } from './workingCopyWords.ts';

interface ChangedThereDialogProps {
  readonly state: WorkingCopyState;
  /** The file that changes made here go to. */
  readonly besideName: string;
  readonly onClose: () => void;
}

/** Somebody else changed the file meanwhile: both are kept, and which one goes on is for the person to say. */
export function ChangedThereDialog({ state, besideName, onClose }: ChangedThereDialogProps) {
  const fileName = useWorkspace(({ info }) => info?.fileName ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const chooseMine = async (): Promise<void> => {
    setBusy(true);
    const result = await takeMine();
    setBusy(false);
    if (!result.ok) setError(result.error);
    else if (result.value.failure === null) onClose();
  };
  const chooseTheirs = async (): Promise<void> => {
    setBusy(true);
    const failed = await takeTheirs();
    setBusy(false);
    if (failed) setError(failed);
    else onClose();
  };

  return (
    <Dialog
      title="Somebody else changed the file meanwhile"
      size="wide"
      isOpen
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {error ? <ErrorAlert error={error} /> : null}
      {state.failure ? <p role="alert">That did not work: {failureWords[state.failure].what}.</p> : null}
      <p>
        {fileName} in {state.where} is not what it was when it was opened here. It was not overwritten, and nothing is
        lost: both are in {state.folder}.
      </p>
      <ul className={styles.choices}>
        <li>
          <p>
            <strong>See what differs</strong>, answer by answer and action by action, before choosing.
          </p>
          <Button
            onPress={() => {
              onClose();
              goTo('/compare-file');
            }}
          >
            Compare the two
          </Button>
        </li>
        <li>
          <p>
            <strong>Keep both for now.</strong> Theirs stays “{fileName}”. What is done here goes on being saved in “
            {besideName}”.
          </p>
          <Button look="primary" onPress={onClose}>
            Keep both
          </Button>
        </li>
        <li>
          <p>
            <strong>Go on with mine.</strong> What is here becomes “{fileName}”. Theirs is kept beside it, under a name
            that says “as it was found” with the time.
          </p>
          <Button isDisabled={busy} onPress={() => void chooseMine()}>
            Go on with mine
          </Button>
        </li>
        <li>
          <p>
            <strong>Go on with theirs.</strong> “{fileName}” is opened as it is there. What was done here stays in “
            {besideName}”.
          </p>
          <Button isDisabled={busy} onPress={() => void chooseTheirs()}>
            Go on with theirs
          </Button>
        </li>
      </ul>
    </Dialog>
  );
}
