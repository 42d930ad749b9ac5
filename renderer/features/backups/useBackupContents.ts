import { useEffect, useState } from 'react';
import type { BackupContents } from '#shared/contract/backups.ts';
import type { Backup } from '#shared/contract/workspace.ts';
import { ask } from '../../actions/run.ts';

/** What each backup holds, read one after the other: each is looked over whole, which takes as long as it is large. */
export function useBackupContents(backups: readonly Backup[]): ReadonlyMap<string, BackupContents> {
  const [contents, setContents] = useState<ReadonlyMap<string, BackupContents>>(new Map());
  const ids = backups.map(({ id }) => id).join('\n');
  useEffect(() => {
    let wanted = true;
    const readAll = async (): Promise<void> => {
      for (const backupId of ids === '' ? [] : ids.split('\n')) {
        const result = await ask('backup.contents', { backupId });
        if (!wanted) return;
        if (result.ok) setContents((known) => new Map(known).set(backupId, result.value));
      }
    };
    void readAll();
    return () => {
      wanted = false;
    };
  }, [ids]);
  return contents;
}
