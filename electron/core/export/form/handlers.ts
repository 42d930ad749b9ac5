import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { contentOf, sha256Of } from '../../files/contents.ts';
import { escapeXml } from '../../officialForm/xmlTree.ts';
import type { Handlers, JobContext } from '../../services.ts';
import { buildSubmission } from '../buildSubmission.ts';
import { exportRefusal } from '../check/exportRefusal.ts';
import { textsInside } from '../check/staysInside.ts';
import { officialFormFileName } from '../fileName.ts';
import { dateOfCopy, fingerprintOf, issueCopy, nextVersion } from '../issuedCopy.ts';
import type { Submission } from '../submission.ts';
import { documentWords } from '../word/documentWords.ts';
import { documentTitle } from '../word/writing.ts';
import type { DraftMark } from './draftMark.ts';
import { fillForm } from './fillForm.ts';
import type { PairedPrompt } from './formAnswers.ts';
import { otherLanguage } from './runLanguage.ts';
import { writeFormParts } from './writeFormParts.ts';

export const officialFormExportHandlers: Pick<Handlers, 'export.form'> = {
  'export.form': async (input, context) => {
    const { cycleId, draft } = input;
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
    const submission = gather(input, context);
    const leftOut = new Set(form.leftOut);
    progress(0.2, 'Writing the answers and the appendices');
    const { fileName, sha256 } = rows.get('attachment', form.attachmentId);
    const blank = contentOf(rows.database, sha256);
    const otherwise = gather({ ...input, language: otherLanguage(input.language) }, context);
    const kept = textsInside(rows, { notes: true });
    const made = await make(blank, fileName, submission, { questions, prompts, leftOut, otherwise, kept });
    // Stopped before anything is kept: nothing was issued, so nothing has to be taken back.
    signal.throwIfAborted();
    const name = officialFormFileName(submission, draft);
    const { options, ...content } = submission;
    const pairs = prompts.map(({ promptKey, questionKey, part }) => [promptKey, questionKey, part]);
    const fingerprint = fingerprintOf({
      content,
      language: options.language,
      form: sha256,
      pairs,
      leftOut: form.leftOut,
    });
    const issuedDocumentId = draft
      ? null
      : issueCopy(context, {
          cycleId,
          kind: 'word',
          note: 'Issued as the official form',
          version: options.copy.version,
          bytes: made.bytes,
          fileName: name,
          fingerprint,
          settings: { officialForm: fileName, language: options.language },
        });
    progress(1, 'Done');
    const titleOf = (key: string): string => questions.find((question) => question.key === key)?.title ?? '';
    const signed = new Set(questions.filter(({ kind }) => kind === 'signatures').map(({ key }) => key));
    const unwritten = prompts.flatMap(({ promptKey, questionKey, part, text }) => {
      if (questionKey === null || signed.has(questionKey) || made.filled.includes(promptKey)) return [];
      return part === null ? titleOf(questionKey) : text;
    });
    return {
      file: context.fileTokens.holdBytes(name, made.bytes),
      fileName: name,
      bytes: made.bytes.byteLength,
      sha256: sha256Of(made.bytes),
      fingerprint,
      issuedDocumentId,
      filled: made.filled.length,
      afterBoxes: prompts.filter(({ promptKey }) => made.afterBoxes.includes(promptKey)).map(({ text }) => text),
      guesses: guesses.filter(({ promptKey }) => made.filled.includes(promptKey)).length,
      inAppendix: made.further,
      leftOut: form.leftOut.map(titleOf).filter((title) => title !== ''),
      blank: [...new Set(unwritten)],
    };
  },
};

/** Everything that the form may hold; what it prints of it is decided by its prompts. */
function gather({ cycleId, draft, language }: ParsedInput<'export.form'>, context: JobContext): Submission {
  const { rows } = context;
  const copy = draft
    ? ({ kind: 'draft', version: '' } as const)
    : ({ kind: 'issued', version: nextVersion(rows, cycleId), fingerprint: '' } as const);
  const options = { parts: ['questions', 'last-plan', 'new-plan'], planAs: 'tables', language, copy } as const;
  return buildSubmission(rows, cycleId, options, dateOfCopy(draft, context, rows));
}

interface Pairs {
  readonly questions: Parameters<typeof writeFormParts>[1];
  readonly prompts: readonly PairedPrompt[];
  readonly leftOut: ReadonlySet<string>;
  /** In the other language, by which our own words are told from those of others. */
  readonly otherwise: Submission;
  /** What must not stand in it. */
  readonly kept: readonly string[];
}

async function make(blank: Uint8Array, fileName: string, submission: Submission, pairs: Pairs) {
  try {
    const { questions, prompts, leftOut, otherwise, kept } = pairs;
    const parts = await writeFormParts(submission, questions, prompts, leftOut, otherwise);
    return { ...fillForm(blank, fileName, parts, markOf(submission), kept), further: parts.further };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw exportRefusal(cause, 'The official form');
  }
}

function markOf(submission: Submission): DraftMark | undefined {
  const { copy, language } = submission.options;
  if (copy.kind === 'issued') return undefined;
  const words = documentWords(language);
  const ours = escapeXml(documentTitle(submission, words));
  return { word: words.draft, language, title: (own) => words.draftTitle(own === '' ? ours : own) };
}
