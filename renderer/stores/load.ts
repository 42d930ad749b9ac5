import { assertNever } from '#shared/assertNever.ts';
import type { AppEvent } from '#shared/contract/workspace.ts';
import type { AppError } from '#shared/errors.ts';
import { chooseForDocument } from './documentChoices.ts';
import { host } from './host.ts';
import { setJob } from './jobs.ts';
import { useReplaced } from './replaced.ts';
import { setApp } from './session.ts';
import { useWorkingCopy } from './workingCopy.ts';
import { applyChanges, setClosed, setLoaded } from './workspace.ts';

/** Asks the host what is open and takes its rows. Gives the error when the host does not answer. */
export async function loadSession(): Promise<AppError | null> {
  const state = await host().client.call('app.state', {});
  if (!state.ok) return state.error;
  if (state.value.workspace) {
    const loaded = await host().client.call('workspace.load', {});
    if (!loaded.ok) return loaded.error;
    setLoaded(state.value.workspace, loaded.value);
    // An issued copy would be kept, and here nothing can be.
    if (state.value.workspace.readOnly) chooseForDocument({ draft: true });
  } else setClosed();
  useWorkingCopy.setState({ state: state.value.workingCopy });
  // Where it is still so, the next change says so again.
  useReplaced.setState({ error: null });
  setApp(state.value);
  return null;
}

/** Follows what the host tells without being asked. */
export async function takeEvent(event: AppEvent): Promise<void> {
  switch (event.type) {
    case 'changed':
      applyChanges(event);
      return;
    case 'workspace':
      await loadSession();
      return;
    case 'workingCopy':
      useWorkingCopy.setState({ state: event.workingCopy });
      return;
    case 'job':
      setJob(event);
      return;
    default:
      assertNever(event);
  }
}
