import { wordsIn } from '#shared/model/laidOutDocument.ts';
import { toDosIn, wordCountOf } from '#shared/model/richText.ts';
import type { Handlers } from '../../services.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import { unansweredQuestions } from '../buildSubmission.ts';
import { gatherSubmission, writeSubmission } from '../gatherSubmission.ts';
import { readDocument } from './readDocument.ts';

export const previewHandlers: Pick<Handlers, 'export.preview'> = {
  'export.preview': async ({ jobId: _jobId, ...input }, context) => {
    context.progress(0, 'Gathering the self-assessment');
    const { submission, planBy, kept } = gatherSubmission(input, context);
    context.progress(0.2, 'Laying out the pages');
    const bytes = await writeSubmission(submission, kept);
    context.signal.throwIfAborted();
    context.progress(0.8, 'Reading the pages');
    const document = readDocument(bytes, input.language);
    // Where the answers are left out, nothing in them is printed.
    const questions = input.parts.includes('questions') ? submission.questions : [];
    return {
      document,
      words: wordsIn(document),
      answerWords: questions.reduce((sum, { text }) => sum + wordCountOf(text), 0),
      unanswered: unansweredQuestions({ questions }).map(({ key, title }) => ({ key, title })),
      toDos: questions.flatMap(({ key, title, text }) => toDosIn(text).map((words) => ({ key, title, words }))),
      planBy,
      step: typeof input.stepId === 'number' ? stepOf(context.rows, input.stepId) : null,
    };
  },
};

function stepOf(rows: TableAccess, stepId: number): { readonly label: string; readonly at: string } {
  const [step] = rows.select('SELECT label, at FROM step WHERE id = ?', stepId);
  return { label: String(step?.label ?? ''), at: String(step?.at ?? '') };
}
