import { useEffect, useState } from 'react';
import type { BackupContents } from '#shared/contract/backups.ts';
import { ask } from '../../actions/run.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

interface GoBackToLookedAtProps {
  readonly backupId: string;
  readonly madeAt: string;
  readonly canCompare: boolean;
  readonly onClose: () => void;
}

/** The question before going back, for the backup that is shown: what it lacks is asked for first. */
export function GoBackToLookedAt({ backupId, madeAt, canCompare, onClose }: GoBackToLookedAtProps) {
  const [contents, setContents] = useState<BackupContents | undefined>(undefined);
  useEffect(() => {
    void ask('backup.contents', { backupId }).then((result) => {
      if (result.ok) setContents(result.value);
    });
  }, [backupId]);
  return (
    <RestoreDialog
      backup={{ id: backupId, madeAt }}
      contents={contents}
      kept="What the workspace holds now is backed up first, and can be gone back to in the same way."
      canCompare={canCompare}
      onClose={onClose}
    />
  );
}
