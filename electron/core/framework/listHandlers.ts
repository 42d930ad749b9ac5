import type { ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import type { FrameworkPlan, ListReading } from '#shared/model/frameworkList.ts';
import { sha256Of } from '../files/contents.ts';
import { safeFileName } from '../files/fileNames.ts';
import { ImportError } from '../import/importError.ts';
import { readListFile } from '../import/previewFile.ts';
import type { Handlers, JobContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { applyList } from './applyList.ts';
import { changesIn, digestOf, type KnownFramework, planList } from './planList.ts';
import { writeList } from './writeList.ts';

/** Lists that come from a spreadsheet and go to one, through the same readers as a plan. */
export const frameworkListHandlers: Pick<
  Handlers,
  'framework.previewList' | 'framework.applyList' | 'framework.export'
> = {
  'framework.previewList': async (input, context) => {
    const { fileName, reading, plans } = await planOf(input, context);
    const { entries: _entries, ...shown } = reading;
    return { fileName, reading: shown, frameworks: plans, changes: changesIn(plans), digest: digestOf(plans) };
  },
  'framework.applyList': async ({ digest, ...input }, context) => {
    const { fileName, plans } = await planOf(input, context);
    // Read again, and held against what the person saw: whatever was edited meanwhile is not overwritten unseen.
    if (digestOf(plans) !== digest) {
      const reason = 'The frameworks were changed after the list was shown.';
      throw new Refusal('import-preview-expired', { reason });
    }
    const changes = changesIn(plans);
    if (changes === 0) return { changes };
    context.session.required().backUp('import');
    return context.change(`Brought in the list ${fileName}`, (command) => {
      applyList(command, plans);
      return { changes };
    });
  },
  'framework.export': async ({ frameworkId = null }, context) => {
    const institution = context.rows.all('institution')[0]?.name ?? '';
    const known = knownFrameworks(context.rows).filter(({ id }) => frameworkId === null || id === frameworkId);
    if (known.length === 0) throw new Refusal('not-found', { place: 'framework' });
    const [newest] = context.rows.select('SELECT max(at) AS at FROM step');
    const changedAt = typeof newest?.at === 'string' ? newest.at : null;
    const bytes = await writeList(known, { institution, changedAt });
    context.signal.throwIfAborted();
    const name = frameworkId === null ? `${institution} frameworks` : (known[0]?.title ?? '');
    const fileName = `${safeFileName(name, 'Frameworks')}.xlsx`;
    const file = context.fileTokens.holdBytes(fileName, bytes);
    return { file, fileName, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
  },
};

async function planOf(
  { file, corrections, into }: ParsedInput<'framework.previewList'>,
  context: JobContext,
): Promise<{ readonly fileName: string; readonly reading: ListReading; readonly plans: readonly FrameworkPlan[] }> {
  context.progress(null, 'Reading the file');
  const { fileName, bytes } = await context.fileTokens.read(file, importLimits.fileBytes);
  const reading = await readIt(bytes, fileName, corrections, context);
  const sheetName = reading.sheets.find(({ index }) => index === reading.sheet)?.name ?? '';
  const plain = fileName.replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  const otherwise = /^(?:sheet|table|tabelle)? ?\d*$/iu.test(sheetName.trim()) ? plain : sheetName;
  return {
    fileName,
    reading,
    plans: planList(reading, knownFrameworks(context.rows), into, otherwise || 'New framework'),
  };
}

async function readIt(
  bytes: Uint8Array,
  fileName: string,
  corrections: ParsedInput<'framework.previewList'>['corrections'],
  { signal, ports }: JobContext,
): Promise<ListReading> {
  try {
    return await readListFile(bytes, fileName, corrections, { signal, workerUrl: ports.importWorkerUrl });
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause;
    const code = cause.code === 'import-cancelled' ? 'cancelled' : cause.code;
    throw new Refusal(code, cause.detail, { cause });
  }
}

function knownFrameworks(rows: TableAccess): readonly KnownFramework[] {
  return rows.all('framework', { binned: 0 }, ['position']).map((framework) => ({
    ...framework,
    items: rows.all('frameworkItem', { frameworkId: framework.id, binned: 0 }, ['position']),
  }));
}
