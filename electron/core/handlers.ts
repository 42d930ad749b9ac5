import { actionPlanHandlers } from './actionPlan/handlers.ts';
import { backupHandlers } from './backups/handlers.ts';
import { cycleHandlers } from './cycle/handlers.ts';
import { attachmentHandlers } from './evidence/attachmentHandlers.ts';
import { evidenceFileHandlers } from './evidence/fileHandlers.ts';
import { evidenceHandlers } from './evidence/handlers.ts';
import { evidenceKindHandlers } from './evidence/kindHandlers.ts';
import { officialFormExportHandlers } from './export/form/handlers.ts';
import { exportHandlers } from './export/handlers.ts';
import { previewHandlers } from './export/preview/handlers.ts';
import { webPageHandlers } from './export/webPage/handlers.ts';
import { workbookHandlers } from './export/workbook/handlers.ts';
import { frameworkHandlers } from './framework/handlers.ts';
import { frameworkListHandlers } from './framework/listHandlers.ts';
import { gridViewHandlers } from './gridViews/handlers.ts';
import { handoverHandlers } from './handover/handlers.ts';
import { historyHandlers } from './history/handlers.ts';
import { versionHandlers } from './history/versionHandlers.ts';
import { houseStyleHandlers } from './houseStyle/handlers.ts';
import { commentHandlers } from './import/comments/handlers.ts';
import { importHandlers } from './import/handlers.ts';
import { institutionHandlers } from './institution/handlers.ts';
import { officialFormHandlers } from './officialForm/handlers.ts';
import { questionSetHandlers } from './questionSets/handlers.ts';
import { readinessHandlers } from './readiness/handlers.ts';
import { returnedHandlers } from './returned/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { selfAssessmentHandlers } from './selfAssessment/handlers.ts';
import type { Handlers } from './services.ts';
import { amendmentHandlers } from './signOff/amendmentHandlers.ts';
import { signOffHandlers } from './signOff/handlers.ts';
import { scanHandlers } from './signOff/scanHandlers.ts';
import { voiceHandlers } from './voice/handlers.ts';
import { workingCopyHandlers } from './workingCopies/handlers.ts';
import { workspaceHandlers } from './workspace/handlers.ts';

/** Every channel of the contract, room by room; a missing one does not compile. */
export const handlers: Handlers = {
  ...workspaceHandlers,
  ...backupHandlers,
  ...workingCopyHandlers,
  ...historyHandlers,
  ...versionHandlers,
  ...houseStyleHandlers,
  ...institutionHandlers,
  ...cycleHandlers,
  ...questionSetHandlers,
  ...selfAssessmentHandlers,
  ...actionPlanHandlers,
  ...voiceHandlers,
  ...evidenceHandlers,
  ...evidenceFileHandlers,
  ...evidenceKindHandlers,
  ...attachmentHandlers,
  ...frameworkHandlers,
  ...frameworkListHandlers,
  ...importHandlers,
  ...commentHandlers,
  ...exportHandlers,
  ...previewHandlers,
  ...workbookHandlers,
  ...webPageHandlers,
  ...officialFormHandlers,
  ...officialFormExportHandlers,
  ...readinessHandlers,
  ...signOffHandlers,
  ...returnedHandlers,
  ...handoverHandlers,
  ...scanHandlers,
  ...amendmentHandlers,
  ...searchHandlers,
  ...gridViewHandlers,
};
