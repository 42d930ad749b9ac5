import { useClosing } from '../stores/closing.ts';
import { loadSession } from '../stores/load.ts';
import { notify } from '../stores/notices.ts';
import { goTo } from '../stores/route.ts';
import { savingDone } from '../stores/saving.ts';
import { useWorkingCopy } from '../stores/workingCopy.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { ask, showError } from './run.ts';

/**
 * Closes the open workspace once everything typed is on the disk, and shows the Start screen. A working copy is saved
 * back first; where that does not succeed, the person is asked (`ClosingDialog`).
 */
export async function closeWorkspace(): Promise<void> {
  await savingDone();
  if (useWorkingCopy.getState().state?.unsaved) {
    const saved = await ask('workingCopy.saveBack', {});
    if (saved.ok) useWorkingCopy.setState({ state: saved.value });
    if (saved.ok && saved.value.failure !== null) {
      useClosing.setState({ closing: true });
      return;
    }
  }
  await closeNow();
}

/** Closes it, saved back or not: what was not stays on this computer. */
export async function closeNow(): Promise<void> {
  useClosing.setState({ closing: false });
  const fileName = useWorkspace.getState().info?.fileName;
  const result = await ask('workspace.close', {});
  if (!result.ok) return showError(result.error);
  const { besideName } = result.value;
  if (besideName !== null)
    notify({
      kind: 'problem',
      message: `What was done here is in “${besideName}”, beside ${fileName}, which somebody else had changed. Open that file to go on with it.`,
    });
  goTo('/');
  const lost = await loadSession();
  if (lost) showError(lost);
}

/** A window that is closed while a working copy is not saved back asks first, as browsers and the desktop window do. */
export function askBeforeLeaving(): () => void {
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (useWorkingCopy.getState().state?.failure) event.preventDefault();
  };
  window.addEventListener('beforeunload', onLeaving);
  return () => window.removeEventListener('beforeunload', onLeaving);
}
