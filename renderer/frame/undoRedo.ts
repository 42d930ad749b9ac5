import { run } from '../actions/run.ts';
import { notify } from '../stores/notices.ts';
import { savingDone } from '../stores/saving.ts';

/** Takes the last step back and says which, with the way back. */
export async function undo(): Promise<void> {
  // What was typed a moment ago is a step of its own; it must be on the disk before the last step can be taken back.
  await savingDone();
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
  await savingDone();
  const result = await run('history.redo', {});
  if (result.ok)
    notify({
      kind: 'done',
      message: `Done again: ${result.value.label}`,
      action: { label: 'Undo', run: () => void undo() },
    });
}
