import type { QuestionSet } from '#shared/model/questionSet.ts';
import { ask, showError } from '../../actions/run.ts';
import { host } from '../../stores/host.ts';
import { notify } from '../../stores/notices.ts';

/** Hands a finished question set to the host, to be saved where the person says. */
export async function saveSet(content: QuestionSet): Promise<void> {
  const made = await ask('questionSet.save', { content });
  if (!made.ok) {
    showError(made.error);
    return;
  }
  const { file, fileName } = made.value;
  const saved = await host().platform.saveFile(file, fileName);
  if (!saved.ok) showError(saved.error);
  else if (saved.value.saved) notify({ kind: 'done', message: `${fileName} was saved.` });
}
