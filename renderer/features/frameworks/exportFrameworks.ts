import { ask, showError } from '../../actions/run.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';

/** Hands all frameworks to the host as a workbook that comes back under Bring in a list. */
export async function exportFrameworks(): Promise<void> {
  const made = await ask('framework.export', {});
  if (!made.ok) return showError(made.error);
  const { file, fileName } = made.value;
  const saved = await host().platform.saveFile(file, fileName);
  if (!saved.ok) showError(saved.error);
  else if (saved.value.saved) notify({ kind: 'done', message: `${fileName} was saved.` });
}
