import { type Notice, notify } from '../stores/notices.ts';
import { useWorkspace } from '../stores/workspace.ts';
import { run } from './run.ts';

/** The newest step, to be asked before a command is run whose notice offers the way back. */
export const newestStep = (): number => useWorkspace.getState().history.stepId;

/**
 * The way back from the step that a command has just made, for its notice. A notice may stand for long, so what was
 * done since is never undone in its place.
 */
export function undoOfStep(before: number): NonNullable<Notice['action']> {
  let own = newestStep();
  // The answer to a command may come before the event that tells of its step.
  if (own === before) {
    const stop = useWorkspace.subscribe(({ history }) => {
      if (history.stepId === before) return;
      own = history.stepId;
      stop();
    });
  }
  return {
    label: 'Undo',
    run: () => {
      if (newestStep() === own) void run('history.undo', {});
      else
        notify({
          kind: 'problem',
          message: 'Something else was done since. Ctrl+Z undoes step by step, the newest first; History lists them.',
        });
    },
  };
}
