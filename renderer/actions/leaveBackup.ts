import type { AppError } from '#shared/errors.ts';
import { loadSession } from '../stores/load.ts';
import { goTo } from '../stores/route.ts';
import { ask } from './run.ts';

/** Back to the workspace that was open before, or to the Start screen. Gives the error, or null once it is shown. */
export async function leaveBackup(path = '/backups'): Promise<AppError | null> {
  const result = await ask('backup.leave', {});
  if (!result.ok) return result.error;
  const lost = await loadSession();
  goTo(result.value.workspace ? path : '/');
  return lost;
}
