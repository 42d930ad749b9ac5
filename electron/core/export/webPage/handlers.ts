import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Redaction } from '#shared/model/redaction.ts';
import { sha256Of } from '../../files/contents.ts';
import { safeFileName } from '../../files/fileNames.ts';
import type { Handlers, JobContext, QueryContext } from '../../services.ts';
import { checkCsv } from '../check/checkCsv.ts';
import { checkPage } from '../check/checkPage.ts';
import { exportRefusal } from '../check/exportRefusal.ts';
import { type Fault, refuseFaults } from '../check/faults.ts';
import { dateOfCopy, fingerprintOf, issueCopy, nextVersion } from '../issuedCopy.ts';
import { cleanLine } from '../word/cleanText.ts';
import { plainLine } from '../workbook/cellText.ts';
import { buildPublicPage } from './buildPublicPage.ts';
import { csvHeadings, writePlanCsv } from './planCsv.ts';
import type { PublicPage } from './publicPage.ts';
import { writeWebPage } from './writeWebPage.ts';

export const webPageHandlers: Pick<Handlers, 'export.webReview' | 'export.web'> = {
  'export.webReview': (input, context) => gather(input, [], context, context.ports.today()).redactions,

  'export.web': async (input, context) => {
    const { cycleId, draft, exceptions } = input;
    context.progress(0, 'Gathering the plan');
    const made = gather(input, exceptions, context, dateOfCopy(draft, context, context.rows));
    context.progress(0.4, 'Writing the page');
    const fingerprint = fingerprintOf(made.page);
    const version = draft ? '' : nextVersion(context.rows, cycleId);
    const page: PublicPage = draft ? made.page : { ...made.page, copy: { kind: 'issued', version, fingerprint } };
    const { html, csv } = written(page, made.redactions);
    // Stopped before anything is kept: nothing was issued, so nothing has to be taken back.
    context.signal.throwIfAborted();
    const fileName = fileNameOf(page, 'action plan', 'html');
    const issuedDocumentId = draft
      ? null
      : issueCopy(context, {
          cycleId,
          kind: 'web',
          note: 'Issued as a web page',
          version,
          bytes: html,
          fileName,
          fingerprint,
          settings: settingsOf(input),
        });
    context.progress(1, 'Done');
    return {
      page: held(fileName, html, context),
      plan: held(fileNameOf(page, 'action plan', 'csv'), csv, context),
      fingerprint,
      issuedDocumentId,
      redactions: [...made.redactions],
    };
  },
};

type Wished = Pick<ParsedInput<'export.web'>, 'cycleId' | 'parts' | 'language' | 'planBy'>;

const gather = (
  { cycleId, parts, language, planBy = 'theme' }: Wished,
  exceptions: readonly string[],
  { rows }: QueryContext,
  date: string,
) => buildPublicPage(rows, { cycleId, parts, language, planBy, exceptions, date });

/** How an issued page was made, with the exceptions that somebody answers for. */
const settingsOf = ({ parts, language, planBy, exceptions }: ParsedInput<'export.web'>) => ({
  parts: [...parts],
  language,
  planBy: planBy ?? 'theme',
  exceptions: [...exceptions],
});

/** Both are read through before either leaves: neither is there without the other. */
function written(
  page: PublicPage,
  redactions: readonly Redaction[],
): { readonly html: Uint8Array; readonly csv: Uint8Array } {
  const named = (page.voice ?? []).filter(({ attribution, group }) => attribution !== group);
  const kept = { redactions, named: new Set(named.map(({ attribution }) => cleanLine(attribution))) };
  const checked = (what: string, write: () => Uint8Array, check: (text: string) => readonly Fault[]): Uint8Array => {
    try {
      const bytes = write();
      refuseFaults(check(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
      return bytes;
    } catch (cause) {
      throw exportRefusal(cause, what);
    }
  };
  return {
    html: checked(
      'The web page',
      () => writeWebPage(page),
      (text) => checkPage(text, kept),
    ),
    csv: checked(
      'The plan as csv',
      () => writePlanCsv(page.newPlan),
      (text) => checkCsv(text, csvHeadings, kept),
    ),
  };
}

/** “Eastmere University Technician Commitment action plan (draft).html”. */
function fileNameOf({ institution, copy }: PublicPage, what: string, extension: string): string {
  const parts = [institution, `Technician Commitment ${what}`, copy.kind === 'draft' ? '(draft)' : ''];
  const name = parts.map(plainLine).filter((part) => part !== '');
  return `${safeFileName(name.join(' '), 'Action plan')}.${extension}`;
}

function held(fileName: string, bytes: Uint8Array, { fileTokens }: JobContext) {
  const file = fileTokens.holdBytes(fileName, bytes);
  return { file, fileName, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
}
