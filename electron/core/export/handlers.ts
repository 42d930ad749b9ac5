import { contentOf, keepContent, sha256Of } from '../files/contents.ts';
import { loadDraft } from '../readiness/repository.ts';
import { readinessOf } from '../readiness/rules.ts';
import type { Handlers, JobContext } from '../services.ts';
import { exportFileName } from './fileName.ts';
import { gatherSubmission, type WordInput, writeSubmission } from './gatherSubmission.ts';
import type { Submission } from './submission.ts';

export const exportHandlers: Pick<Handlers, 'export.word' | 'export.issuedAgain'> = {
  'export.word': async (input, context) => {
    context.progress(0, 'Gathering the self-assessment');
    const { submission, fingerprint } = gatherSubmission(input, context);
    context.progress(0.2, 'Laying out the pages');
    const bytes = await writeSubmission(submission);
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
