import { Refusal } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import type { ImportPreview } from '#shared/model/importPreview.ts';
import type { Action } from '#shared/model/tables.ts';
import { readTimescale } from '../actionPlan/timescale.ts';
import { revertStep } from '../history/revert.ts';
import { academicYearStartOf } from '../institution/repository.ts';
import type { Handlers, JobContext } from '../services.ts';
import { areWordsSigned, ensureUnsigned, isPlanSigned } from '../signOff/signedGuard.ts';
import { ensureStepUnsigned } from '../signOff/signedPlace.ts';
import { applyPreview } from './applyPreview.ts';
import { refusalOf } from './importError.ts';
import { settleOurWorkbook } from './ourWorkbookInPlan.ts';
import { planSaid } from './planSaid.ts';
import { previewFile } from './previewFile.ts';
import { keepPreview, takePreview } from './previews.ts';
import type { ReadPreviewOptions } from './readPreview.ts';
import { rememberedReadings, rememberReadings } from './rememberReadings.ts';
import { reportText } from './reportText.ts';
import { withMatches } from './withMatches.ts';

export const importHandlers: Pick<
  Handlers,
  'import.preview' | 'import.apply' | 'import.report' | 'import.undo' | 'plan.dates' | 'mapping.forget'
> = {
  'import.preview': async ({ file, planId, corrections }, context) => {
    const plan = context.rows.get('plan', planId);
    context.progress(null, 'Reading the file');
    const { fileName, bytes } = await context.fileTokens.read(file, importLimits.fileBytes);
    const read = await readPlan(bytes, fileName, context, {
      corrections,
      planStartsOn: plan.startsOn ?? undefined,
      academicYearStart: academicYearStartOf(context.rows),
      remembered: corrections?.remembered === false ? [] : rememberedReadings(context.rows),
    });
    const said = planSaid(context, planId);
    const settled = settleOurWorkbook(read, planId, said, planOfAction(context));
    const { rows } = context;
    const isSigned = isPlanSigned(rows, planId);
    const areSigned = (action: Action) => isSigned && areWordsSigned(rows, action);
    const preview = withMatches(settled, said, rows.all('institution')[0], areSigned);
    return {
      previewId: keepPreview(context.session.required(), { preview, planId, corrections: corrections ?? {}, said }),
      preview,
      importedBefore: importedBefore(context, preview.source.sha256),
    };
  },

  'import.apply': async ({ previewId, choices, blanks }, context) => {
    const workspace = context.session.required();
    const shown = takePreview(workspace, previewId);
    const { preview, planId } = shown;
    ensureUnsigned(context.rows, { planId, part: 'review' });
    context.progress(null, 'Backing up');
    workspace.backUp('import');
    context.progress(null, 'Bringing the actions in');
    return context.change(`Brought in ${preview.source.fileName}`, (command) => {
      const report = applyPreview(command, shown, choices, blanks);
      rememberReadings(command, shown);
      const importRunId = command.ports.newId();
      command.rows.insert('importRun', {
        id: importRunId,
        planId,
        fileName: preview.source.fileName,
        sha256: preview.source.sha256,
        appliedAt: command.now,
        stepId: command.stepId,
        undoneAt: null,
        report,
      });
      return { importRunId, ...report };
    });
  },

  'import.report': async ({ importRunId }, context) => {
    const run = context.rows.get('importRun', importRunId);
    const { fileName, text } = reportText(run);
    return { file: context.fileTokens.holdBytes(fileName, new TextEncoder().encode(text)), fileName };
  },

  'import.undo': ({ importRunId, evenIfEdited = false }, context) => {
    const run = context.rows.get('importRun', importRunId);
    if (run.undoneAt !== null) throw new Refusal('undo-conflict', { reason: 'This import is taken back already.' });
    ensureStepUnsigned(context.rows, run.stepId);
    // The record of the import stays, marked as taken back: only what it did to the plan is reverted.
    revertStep(context, run.stepId, {
      evenIfEdited,
      keepTables: ['importRun'],
      // How spreadsheets are read may have been corrected again by a later import.
      yieldTables: ['mapping', 'commentMapping'],
    });
    context.rows.update('importRun', importRunId, { undoneAt: context.now });
    context.label(`Undid the import of ${run.fileName}`);
    return {};
  },

  'plan.dates': ({ text, as, planStartsOn }, { rows }) =>
    readTimescale(text, as, planStartsOn, academicYearStartOf(rows)),

  'mapping.forget': ({ id }, { rows, label }) => {
    if (rows.find('commentMapping', id)) {
      rows.remove('commentMapping', id);
      label('Forgot how survey comments were read');
      return {};
    }
    rows.get('mapping', id);
    rows.remove('mapping', id);
    label('Forgot how a spreadsheet was read');
    return {};
  },
};

async function readPlan(
  bytes: Uint8Array,
  fileName: string,
  context: JobContext,
  options: ReadPreviewOptions,
): Promise<ImportPreview> {
  try {
    return await previewFile(bytes, fileName, {
      ...options,
      signal: context.signal,
      workerUrl: context.ports.importWorkerUrl,
    });
  } catch (cause) {
    throw refusalOf(cause);
  }
}

/** When the same bytes were brought in before and not taken back since. */
function importedBefore({ rows }: JobContext, sha256: string): string | null {
  return rows.all('importRun', { sha256, undoneAt: null }, ['appliedAt']).at(-1)?.appliedAt ?? null;
}

const planOfAction =
  ({ rows }: JobContext) =>
  (actionId: string) => {
    const action = rows.find('action', actionId);
    return action && rows.get('plan', action.planId);
  };
