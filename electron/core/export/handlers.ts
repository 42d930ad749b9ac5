import { contentOf, sha256Of } from '../files/contents.ts';
import { houseStyleIn } from '../houseStyle/handlers.ts';
import type { Handlers } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { exportFileName } from './fileName.ts';
import { gatherSubmission, writeSubmission } from './gatherSubmission.ts';
import { issueCopy } from './issuedCopy.ts';

/** What the looks of an issued copy were taken from. */
function houseStyleName(rows: TableAccess): string | null {
  const id = rows.all('institution')[0]?.houseStyleId ?? null;
  return id === null ? null : rows.get('attachment', id).fileName;
}

export const exportHandlers: Pick<Handlers, 'export.word' | 'export.issuedAgain'> = {
  'export.word': async (input, context) => {
    context.progress(0, 'Gathering the self-assessment');
    const given = input.style === undefined ? null : await houseStyleIn(input.style, context.fileTokens);
    const gathered = gatherSubmission(input, context);
    const { fingerprint, kept } = gathered;
    const submission = given === null ? gathered.submission : { ...gathered.submission, houseStyle: given.style };
    context.progress(0.2, 'Laying out the pages');
    const bytes = await writeSubmission(submission, kept);
    // Stopped between laying out and keeping: nothing was issued, so nothing has to be taken back.
    context.signal.throwIfAborted();
    const sha256 = sha256Of(bytes);
    const fileName = exportFileName(submission, input.draft, 'docx');
    const issuedDocumentId = input.draft
      ? null
      : issueCopy(context, {
          cycleId: input.cycleId,
          kind: 'word',
          note: 'Issued as a Word document',
          version: submission.options.copy.version,
          bytes,
          fileName,
          fingerprint,
          settings: {
            parts: [...input.parts],
            planAs: input.planAs,
            language: input.language,
            planBy: input.planBy ?? 'theme',
            houseStyle: given?.fileName ?? (submission.houseStyle === null ? null : houseStyleName(context.rows)),
          },
        });
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
