import type { QuestionSet } from '#shared/model/questionSet.ts';
import { ask, showError } from '../../actions/run.ts';
import type { HeldFileName } from '../../platform/platform.ts';
import { useQuestionSets } from './shippedSets.ts';

/** Reads a JSON file and holds the question set in it; null, with a notice of what is wrong, where there is none. */
export async function readSetFile(file: HeldFileName): Promise<QuestionSet | null> {
  const result = await ask('questionSet.read', { file: file.token });
  if (!result.ok) {
    showError(result.error);
    return null;
  }
  useQuestionSets.setState({ opened: result.value });
  return result.value.content;
}
