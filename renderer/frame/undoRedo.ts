import { run } from '../actions/run.ts';
import { notify } from '../stores/notices.ts';

/** Takes the last step back and says which, with the way back. */
export async function undo(): Promise<void> {
  const result = await run('history.undo', {});
  if (result.ok)
    notify({
      kind: 'done',
      message: `Undone: ${result.value.label}`,
      action: { label: 'Redo', run: () => void redo() },
    });
}

/** Does again what was taken back. */
export async function redo(): Promise<void> {
  const result = await run('history.redo', {});
  if (result.ok)
    notify({
      kind: 'done',
      message: `Done again: ${result.value.label}`,
      action: { label: 'Undo', run: () => void undo() },
    });
}
