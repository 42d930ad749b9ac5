import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { ask } from '../../actions/run.ts';
import { loadSession } from '../../stores/load.ts';
import { notify } from '../../stores/notices.ts';
import { goTo } from '../../stores/route.ts';
import { savingDone } from '../../stores/saving.ts';
import { useWorkingCopy } from '../../stores/workingCopy.ts';
import { saveHeldFile } from '../signOff/useFileExport.ts';

/** The state afterwards says whether it worked; the error is one of the call itself. */
type Saved = Promise<Result<WorkingCopyState>>;

async function save(channel: 'workingCopy.saveBack' | 'workingCopy.putBack' | 'workingCopy.takeMine'): Saved {
  await savingDone();
  const result = await ask(channel, {});
  if (!result.ok) return result;
  useWorkingCopy.setState({ state: result.value });
  const { failure, unsaved, besideName, where } = result.value;
  if (failure === null && !unsaved && besideName === null)
    notify({ kind: 'done', message: `Everything is saved back in ${where}.` });
  return result;
}

export const saveBackNow = (): Saved => save('workingCopy.saveBack');
export const putBack = (): Saved => save('workingCopy.putBack');
export const takeMine = (): Saved => save('workingCopy.takeMine');

/** Opens the file as somebody else left it. Gives the error, or null once it is shown. */
export async function takeTheirs(): Promise<AppError | null> {
  await savingDone();
  const result = await ask('workingCopy.takeTheirs', {});
  const lost = await loadSession();
  if (!result.ok) return result.error;
  goTo('/overview');
  return lost;
}

/** Saves a verified copy where the person says. */
export async function copyWorkingCopyOut(workspaceId: string): Promise<AppError | null> {
  await savingDone();
  const result = await ask('workingCopy.copyOut', { workspaceId });
  return result.ok ? saveHeldFile(result.value) : result.error;
}
