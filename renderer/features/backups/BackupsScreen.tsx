import { useCallback, useEffect, useState } from 'react';
import type { Backup } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { Changing } from '../../components/Changing.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { notify } from '../../stores/notices.ts';
import { savingDone } from '../../stores/saving.ts';
import { useSession } from '../../stores/session.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import styles from './Backups.module.css';
import { BackupTable } from './BackupTable.tsx';

/** The backups of the open workspace: every one that is kept, and a new one now. */
export function BackupsScreen() {
  const info = useWorkspace((state) => state.info);
  const workspaceId = info?.lookedAt?.workspaceId ?? info?.recentId ?? '';
  const { backups, error, again } = useBackups(workspaceId);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);

  const backUp = async (): Promise<void> => {
    setBusy(true);
    await savingDone();
    const result = await ask('workspace.backUp', {});
    setBusy(false);
    setFailed(result.ok ? null : result.error);
    if (result.ok) notify({ kind: 'done', message: 'A backup was made and found whole.' });
    again();
  };

  return (
    <>
      <PageHeading
        title="Backups"
        lede="Whole copies of the workspace on this computer. One is made at the first change of a session, every quarter of an hour of changes, and before an import, a change of version, a signature and going back to a backup."
      >
        <Changing>
          <Button isDisabled={busy} onPress={() => void backUp()}>
            Make a backup now
          </Button>
        </Changing>
      </PageHeading>
      {error || failed ? <ErrorAlert error={(failed ?? error) as AppError} /> : null}
      {backups?.length === 0 ? (
        <EmptyState title="There is no backup yet">
          <p>The first one is made by itself at the first change.</p>
        </EmptyState>
      ) : null}
      {backups && backups.length > 0 ? (
        <BackupTable
          backups={backups}
          kept="What is there now is backed up first, and can be gone back to in the same way."
          canCompare={info?.lookedAt == null || info.lookedAt.cameFrom}
        />
      ) : null}
      <KeptHow />
    </>
  );
}

/** Which backups stay, and where they are. */
export function KeptHow() {
  const app = useSession((state) => state.app);
  return (
    <p className={styles.meta}>
      The newest three backups of today are kept, one of each of the fourteen days before and one of each of the twelve
      months before that; also the newest ten that were asked for or made before going back. They are in{' '}
      {app?.backupsFolder}, on this computer only: save a copy elsewhere in case it is lost.
    </p>
  );
}

/** The list of a workspace, and how to ask for it again. */
export function useBackups(workspaceId: string): {
  readonly backups: readonly Backup[] | null;
  readonly error: AppError | null;
  readonly again: () => void;
} {
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is why
  useEffect(() => {
    let wanted = true;
    void ask('workspace.backups', { workspaceId }).then((result) => {
      if (!wanted) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setBackups(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [workspaceId, asked]);
  return { backups, error, again: useCallback(() => setAsked((count) => count + 1), []) };
}
