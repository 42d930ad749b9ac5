import { useState } from 'react';
import type { BackupContents } from '#shared/contract/backups.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { Progress } from '../../components/Progress.tsx';
import styles from './Backups.module.css';
import { compareBackup, restoreBackup } from './backupActs.ts';
import { lostSince, nameOfBackup, onlyHere } from './backupWords.ts';

interface RestoreDialogProps {
  readonly backup: Pick<Backup, 'id' | 'madeAt'>;
  readonly contents: BackupContents | undefined;
  /** What becomes of what is there now, in a sentence. */
  readonly kept: string;
  readonly canCompare: boolean;
  readonly onClose: () => void;
}

/** Asks before a backup takes the place of the workspace: what is lost by it, what is kept, how to come back. */
export function RestoreDialog({ backup, contents, kept, canCompare, onClose }: RestoreDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const restore = async (): Promise<void> => {
    setBusy(true);
    const failed = await restoreBackup(backup);
    setBusy(false);
    if (failed) setError(failed);
    else onClose();
  };
  return (
    <Dialog
      title={`Go back to ${nameOfBackup(backup)}`}
      isOpen
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
    >
      {error ? <ErrorAlert error={error} /> : null}
      {contents ? (
        <p>
          Not in it: {lostSince(contents)} {onlyHere(contents)}
        </p>
      ) : null}
      <p>{kept}</p>
      {busy ? (
        <Progress label="Going back to the backup" value={null} />
      ) : (
        <div className={styles.buttons}>
          <Button look="primary" onPress={() => void restore()}>
            Go back to it
          </Button>
          {canCompare ? (
            <Button
              onPress={() => {
                onClose();
                void compareBackup(backup.id);
              }}
            >
              Compare first
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
        </div>
      )}
    </Dialog>
  );
}
