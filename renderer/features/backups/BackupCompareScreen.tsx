import { useEffect, useState } from 'react';
import type { ChannelOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/errors.ts';
import { ask } from '../../actions/run.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorAlert } from '../../components/ErrorAlert.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { goTo } from '../../stores/route.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { dateAndTime } from '../../text/dates.ts';
import { Compared } from '../history/Compared.tsx';
import { lookAtBackup } from './backupActs.ts';

/** What differs between a backup and the workspace as it is now. */
export function BackupCompareScreen({ backupId }: { readonly backupId: string }) {
  const newest = useWorkspace((state) => state.history.stepId);
  const [comparison, setComparison] = useState<ChannelOutput<'backup.compare'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step is why the comparison is made again
  useEffect(() => {
    let wanted = true;
    void ask('backup.compare', { backupId }).then((result) => {
      if (!wanted) return;
      setError(result.ok ? null : result.error);
      setComparison(result.ok ? result.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [backupId, newest]);
  const at = comparison?.from?.at;
  return (
    <>
      <PageHeading
        title={at === undefined ? 'A backup and now' : `The backup of ${dateAndTime(at)} and now`}
        lede="Struck through: only in the backup. Underlined: only in the workspace as it is now."
      >
        <Button onPress={() => void lookAtBackup(backupId).then(setError)}>Look at the backup</Button>
        <Button onPress={() => goTo('/backups')}>Back to Backups</Button>
      </PageHeading>
      {error ? <ErrorAlert error={error} /> : null}
      {comparison ? <Compared comparison={comparison} /> : error ? null : <p role="status">Comparing…</p>}
    </>
  );
}
