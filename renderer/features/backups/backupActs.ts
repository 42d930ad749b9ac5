import type { AppError } from '#shared/errors.ts';
import { leaveBackup } from '../../actions/leaveBackup.ts';
import { ask, showError } from '../../actions/run.ts';
import { loadSession } from '../../stores/load.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { savingDone } from '../../stores/saving.ts';
import { saveHeldFile } from '../signOff/useFileExport.ts';
import { nameOfBackup } from './backupWords.ts';

/** Each gives the error, or null once it is done and shown. */
type Outcome = Promise<AppError | null>;

/** Opens a backup in the place of the workspace; what was typed a moment ago is saved first. */
export async function lookAtBackup(backupId: string): Outcome {
  await savingDone();
  const result = await ask('backup.open', { backupId });
  if (!result.ok) return result.error;
  const lost = await loadSession();
  goTo('/overview');
  return lost;
}

export async function compareBackup(backupId: string): Outcome {
  const left = await leaveBackup();
  if (left === null) goTo(`/compare-backup/${encodeURIComponent(backupId)}`);
  return left;
}

/** Puts the backup in the place of the workspace, and says where what was there before is. */
export async function restoreBackup(backup: { readonly id: string; readonly madeAt: string }): Outcome {
  await savingDone();
  const result = await ask('workspace.restore', { backupId: backup.id });
  const lost = await loadSession();
  if (!result.ok) return result.error;
  goTo('/overview');
  const { kept, workspace } = result.value;
  notify({
    kind: 'done',
    message: kept
      ? `The workspace is as it was in ${nameOfBackup(backup)}. What was there before is kept under Backups.`
      : `The workspace is as it was in ${nameOfBackup(backup)}, in ${workspace.folder}. A file that was there before is kept in quarantine.`,
    action: kept
      ? {
          label: 'Take it back',
          run: () =>
            void restoreBackup(kept).then((error) => {
              if (error) showError(error);
            }),
        }
      : undefined,
  });
  return lost;
}

/** Saves a copy of a backup where the person says. */
export async function copyBackupOut(backupId: string): Outcome {
  const result = await ask('backup.copyOut', { backupId });
  return result.ok ? saveHeldFile(result.value) : result.error;
}
