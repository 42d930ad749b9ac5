import { loadSession } from '../stores/load.ts';
import { goTo } from '../stores/route.ts';
import { savingDone } from '../stores/saving.ts';
import { ask, showError } from './run.ts';

/** Closes the open workspace once everything typed is on the disk, and shows the Start screen. */
export async function closeWorkspace(): Promise<void> {
  await savingDone();
  const result = await ask('workspace.close', {});
  if (!result.ok) return showError(result.error);
  goTo('/');
  const lost = await loadSession();
  if (lost) showError(lost);
}
