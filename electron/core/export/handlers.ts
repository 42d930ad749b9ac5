import { createHash } from 'node:crypto';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { contentOf, keepContent, sha256Of } from '../files/contents.ts';
import { atStep } from '../history/pastWorkspace.ts';
import { loadDraft } from '../readiness/repository.ts';
import { readinessOf } from '../readiness/rules.ts';
import type { Handlers, JobContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { buildSubmission } from './buildSubmission.ts';
import { exportRefusal } from './check/exportRefusal.ts';
import { exportFileName } from './fileName.ts';
import type { Submission, SubmissionCopy } from './submission.ts';
import { writeWord } from './word/writeWord.ts';

export const exportHandlers: Pick<Handlers, 'export.word' | 'export.issuedAgain'> = {
  'export.word': async (input, context) => {
    const { stepId = null } = input;
    if (stepId !== null && !input.draft)
      throw new Refusal('refused-by-rule', {
        reason: 'An earlier version is exported as a draft that carries its name.',
      });
    context.progress(0, 'Gathering the self-assessment');
    const { submission, fingerprint } = gather(input, context);
    context.progress(0.2, 'Laying out the pages');
    const bytes = await write(submission);
    // Stopped between laying out and keeping: nothing was issued, so nothing has to be taken back.
    context.signal.throwIfAborted();
    const sha256 = sha256Of(bytes);
    const fileName = exportFileName(submission, input.draft, 'docx');
    const issuedDocumentId = input.draft
      ? null
      : issue(input, context, { submission, bytes, sha256, fileName, fingerprint });
    context.progress(1, 'Done');
    return {
      file: context.fileTokens.holdBytes(fileName, bytes),
      fileName,
      bytes: bytes.byteLength,
      sha256,
      fingerprint,
      issuedDocumentId,
    };
  },

  'export.issuedAgain': async ({ issuedDocumentId }, context) => {
    const document = context.rows.get('issuedDocument', issuedDocumentId);
    const bytes = contentOf(context.rows.database, document.sha256);
    return { file: context.fileTokens.holdBytes(document.fileName, bytes), fileName: document.fileName };
  },
};

type WordInput = ParsedInput<'export.word'>;

/** The fingerprint is of the content alone: the same words give the same one, whatever the copy is called. */
function gather(
  input: WordInput,
  context: JobContext,
): { readonly submission: Submission; readonly fingerprint: string } {
  const { parts, planAs, language, stepId = null } = input;
  const options = { parts, planAs, language } as const;
  const version = stepId === null ? undefined : context.rows.all('version', { stepId })[0]?.name;
  const draft: SubmissionCopy = { kind: 'draft', version: version ?? '' };
  const submission = atStep(context.rows, stepId, (rows) =>
    buildSubmission(
      rows,
      input.cycleId,
      { ...options, copy: draft },
      dateOf(input, context, rows),
      'signatory',
      input.planBy,
    ),
  );
  const { options: _options, ...content } = submission;
  const digest = createHash('sha256')
    .update(JSON.stringify({ content, options }))
    .digest('hex')
    .slice(0, 12)
    .toUpperCase();
  const fingerprint = digest.match(/.{4}/g)?.join(' ') ?? digest;
  if (input.draft) return { submission, fingerprint };
  const issued = context.rows.all('issuedDocument', { cycleId: input.cycleId });
  const copy: SubmissionCopy = { kind: 'issued', version: `Version ${issued.length + 1}`, fingerprint };
  return { submission: { ...submission, options: { ...options, copy } }, fingerprint };
}

/** A draft carries the day of its newest change, so that the same content gives the same bytes; an issue, today. */
function dateOf(input: WordInput, context: JobContext, rows: TableAccess): string {
  if (!input.draft) return context.ports.today();
  const [newest] = rows.select('SELECT max(at) AS at FROM step');
  return typeof newest?.at === 'string' ? newest.at.slice(0, 10) : context.ports.today();
}

async function write(submission: Submission): Promise<Uint8Array> {
  try {
    return await writeWord(submission);
  } catch (cause) {
    throw exportRefusal(cause, 'The Word document');
  }
}

interface Issue {
  readonly submission: Submission;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly fileName: string;
  readonly fingerprint: string;
}

/**
 * Keeps an issued copy byte for byte under a version of its own, in one step, with what the submission still asked for
 * when it was issued regardless.
 */
function issue(
  input: WordInput,
  context: JobContext,
  { submission, bytes, sha256, fileName, fingerprint }: Issue,
): string {
  const { version } = submission.options.copy;
  return context.change(`Issued ${version}`, ({ rows, ports, stepId, now }) => {
    keepContent(rows.database, bytes);
    const versionId = ports.newId();
    rows.insert('version', { id: versionId, name: version, stepId, namedAt: now, note: 'Issued as a Word document' });
    const id = ports.newId();
    rows.insert('issuedDocument', {
      id,
      cycleId: input.cycleId,
      kind: 'word',
      versionId,
      fileName,
      sha256,
      fingerprint,
      issuedAt: now,
      settings: {
        parts: [...input.parts],
        planAs: input.planAs,
        language: input.language,
        planBy: input.planBy ?? 'theme',
        openMusts: readinessOf(loadDraft(rows, input.cycleId, ports.today()))
          .filter(({ weight }) => weight === 'must')
          .map(({ message }) => message),
      },
    });
    return id;
  });
}
