import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { dateAndTime } from '../../text/dates.ts';
import styles from './Backups.module.css';
import { KeptHow, useBackups } from './BackupsScreen.tsx';
import { BackupTable } from './BackupTable.tsx';
import { countOf } from './backupWords.ts';

type BackedUp = ChannelOutput<'backup.workspaces'>[number];

/** Before a workspace is open: every workspace that has backups here, and the backups of one of them. */
export function StoredBackupsScreen({ workspaceId }: { readonly workspaceId?: string }) {
  const [workspaces, setWorkspaces] = useState<readonly BackedUp[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    void ask('backup.workspaces', {}).then((result) => {
      setError(result.ok ? null : result.error);
      if (result.ok) setWorkspaces(result.value);
    });
  }, []);
  const chosen = workspaces?.find((each) => each.workspaceId === workspaceId);
  return (
    <main className={styles.stored} id="main">
      <PageHeading
        title={chosen ? `Backups of ${chosen.name}` : 'Backups on this computer'}
        lede={
          chosen
            ? `${whereOf(chosen)}.`
            : 'Choose the workspace. Its backups are here even where its file is damaged, moved or gone.'
        }
      >
        {chosen ? <Button onPress={() => goTo('/backups')}>Other workspaces</Button> : null}
        <Button onPress={() => goTo('/')}>Back to Start</Button>
      </PageHeading>
      {error ? <ErrorAlert error={error} /> : null}
      {workspaces?.length === 0 ? (
        <EmptyState title="There is no backup on this computer">
          <p>Backups are made by themselves as soon as something is changed in a workspace.</p>
        </EmptyState>
      ) : null}
      {chosen ? (
        <OfOne workspace={chosen} />
      ) : (
        <ul className={styles.workspaces}>
          {workspaces?.map((each) => (
            <li key={each.workspaceId}>
              <button type="button" onClick={() => goTo(`/backups/${each.workspaceId}`)}>
                <strong>{each.name}</strong>
                <span className={styles.meta}>
                  {countOf(each.count, 'backup')}, the newest of {dateAndTime(each.newest)}. {whereOf(each)}.
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <KeptHow />
    </main>
  );
}

function OfOne({ workspace }: { readonly workspace: BackedUp }) {
  const { backups, error } = useBackups(workspace.workspaceId);
  if (error) return <ErrorAlert error={error} />;
  if (!backups) return <p role="status">Looking for backups…</p>;
  return <BackupTable backups={backups} kept={keptOf(workspace)} canCompare={false} />;
}

function keptOf({ folder, missing }: BackedUp): string {
  if (folder === null) return 'It becomes a new file among your workspaces. Nothing that is there is replaced.';
  if (missing) return `The file is made again in ${folder}, or among your workspaces where that folder is away.`;
  return 'What the file holds now is backed up first; a file that cannot be opened is kept in quarantine as it is.';
}

function whereOf({ folder, missing }: BackedUp): string {
  if (folder === null) return 'Where its file was is not known any more';
  return missing ? `Its file is no longer in ${folder}` : `Its file is in ${folder}`;
}
