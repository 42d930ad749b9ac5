import { Refusal } from '#shared/errors.ts';
import { contentOf, sha256Of } from '../../files/contents.ts';
import type { Handlers, JobContext } from '../../services.ts';
import { buildSubmission } from '../buildSubmission.ts';
import { officialFormFileName } from '../fileName.ts';
import type { Submission } from '../submission.ts';
import { fillForm } from './fillForm.ts';
import type { PairedPrompt } from './formAnswers.ts';
import { writeFormParts } from './writeFormParts.ts';

export const officialFormExportHandlers: Pick<Handlers, 'export.form'> = {
  'export.form': async ({ cycleId, draft }, context) => {
    const { rows, progress, signal } = context;
    const cycle = rows.get('cycle', cycleId);
    const [form] = rows.all('officialForm', { cycleId });
    if (form === undefined) {
      throw new Refusal('refused-by-rule', {
        reason: 'No official form has been opened for this cycle. Open the blank form under Official form first.',
      });
    }
    const prompts = rows.all('officialPrompt', { formId: form.id }, ['position']);
    const guesses = prompts.filter(({ confirmed, questionKey }) => !confirmed && questionKey !== null);
    if (!draft && guesses.length > 0) {
      throw new Refusal('refused-by-rule', {
        reason: `${guesses.length === 1 ? 'One prompt is' : `${guesses.length} prompts are`} still paired by a guess. Confirm the pairings under Official form, or export a draft.`,
      });
    }
    progress(0, 'Gathering the answers');
    const { questions } = rows.get('questionSet', cycle.questionSetId).content;
    const submission = gather(cycleId, draft, context);
    const leftOut = new Set(form.leftOut);
    progress(0.2, 'Writing the answers and the appendices');
    const { fileName, sha256 } = rows.get('attachment', form.attachmentId);
    const blank = contentOf(rows.database, sha256);
    const made = await make(blank, fileName, submission, { questions, prompts, leftOut });
    signal.throwIfAborted();
    progress(1, 'Done');
    const name = officialFormFileName(submission, draft);
    const titleOf = (key: string): string => questions.find((question) => question.key === key)?.title ?? '';
    return {
      file: context.fileTokens.holdBytes(name, made.bytes),
      fileName: name,
      bytes: made.bytes.byteLength,
      sha256: sha256Of(made.bytes),
      filled: made.filled.length,
      guesses: guesses.filter(({ promptKey }) => made.filled.includes(promptKey)).length,
      inAppendix: made.further,
      leftOut: form.leftOut.map(titleOf).filter((title) => title !== ''),
    };
  },
};

/** Everything that the form may hold; what it prints of it is decided by its prompts. */
function gather(cycleId: string, draft: boolean, { rows, ports }: JobContext): Submission {
  const copy = draft
    ? ({ kind: 'draft', version: '' } as const)
    : ({ kind: 'issued', version: '', fingerprint: '' } as const);
  const options = { parts: ['questions', 'last-plan', 'new-plan'], planAs: 'tables', language: 'en-GB', copy } as const;
  return buildSubmission(rows, cycleId, options, ports.today());
}

interface Pairs {
  readonly questions: Parameters<typeof writeFormParts>[1];
  readonly prompts: readonly PairedPrompt[];
  readonly leftOut: ReadonlySet<string>;
}

async function make(blank: Uint8Array, fileName: string, submission: Submission, pairs: Pairs) {
  try {
    const parts = await writeFormParts(submission, pairs.questions, pairs.prompts, pairs.leftOut);
    return { ...fillForm(blank, fileName, parts), further: parts.further };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(
      'export-failed',
      { reason: 'The official form could not be filled from what the workspace holds.' },
      { cause },
    );
  }
}
