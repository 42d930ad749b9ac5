import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { ChannelOutput, ParsedInput } from '#shared/contract/contract.ts';
import { Refusal } from '#shared/errors.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { loadQuestionSets } from '../cycle/questionSets.ts';
import { startCycle } from '../cycle/startCycle.ts';
import { folderForReading, isSafeFileName } from '../files/fileNames.ts';
import { givenFields } from '../givenFields.ts';
import { historyState } from '../history/steps.ts';
import { buildSample } from '../sample/buildSample.ts';
import type { Handlers, Services } from '../services.ts';
import { forgetRecent, hideGuide, readSettings } from '../settings/settings.ts';
import { leftCopies } from '../workingCopies/unsavedCopies.ts';
import { allBackupsOf } from './backups.ts';
import { newEvidenceKinds } from './newEvidenceKinds.ts';
import { newInstitution } from './newInstitution.ts';
import { changeWorkspace, makeWorkspace, takeWorkspace } from './opening.ts';
import {
  fileEnding,
  freeSamplePath,
  freeWorkspacePath,
  isWorkspaceName,
  samplePath,
  workspacesFolderOf,
} from './places.ts';
import type { TableAccess } from './tableAccess.ts';

export const workspaceHandlers: Pick<
  Handlers,
  | 'app.state'
  | 'app.guide'
  | 'workspace.create'
  | 'workspace.openSample'
  | 'workspace.open'
  | 'workspace.openKept'
  | 'workspace.close'
  | 'workspace.forget'
  | 'workspace.load'
  | 'job.cancel'
> = {
  'app.state': (_input, services) => {
    const { ports, session } = services;
    return {
      appVersion: ports.appVersion,
      host: ports.host,
      today: ports.today(),
      workspace: session.current()?.info ?? null,
      recent: recentOnes(services),
      workspacesFolder: folderForReading(workspacesFolderOf(ports.dataFolder), homedir()),
      backupsFolder: folderForReading(allBackupsOf(ports.dataFolder), homedir()),
      recovery: session.recovery(),
      workingCopy: session.current()?.workingCopy?.state() ?? null,
      guideShown: !readSettings(ports.dataFolder).guideHidden,
      stages: stagesOf(ports.resourcesFolder),
    };
  },

  'app.guide': async ({ shown }, { ports }) => {
    hideGuide(ports.dataFolder, !shown);
    return {};
  },

  'workspace.create': async ({ institution, stage, signedOn, dueOn, questionSet, file }, services) => {
    if (questionSet && questionSet.stage !== stage) {
      const reason = `This form is for Stage ${questionSet.stage}, not for Stage ${stage}`;
      throw new Refusal('input-invalid', { field: 'questionSet', reason });
    }
    if (!questionSet && !stagesOf(services.ports.resourcesFolder).some((each) => each.stage === stage)) {
      throw new Refusal('input-invalid', { field: 'stage', reason: 'There are no questions for this stage' });
    }
    const path = file ? newPathOf(services, file) : freeWorkspacePath(services.ports.dataFolder, institution);
    return makeWorkspace(services, path, (apart) => {
      apart.change('Made the workspace', (context) => {
        for (const kind of newEvidenceKinds) context.rows.insert('evidenceKind', kind);
        context.rows.insert('institution', newInstitution(context.ports.newId(), institution, signedOn));
        startCycle(context, { stage, signedOn, ...givenFields({ dueOn, questionSet }) });
      });
    });
  },

  'workspace.openSample': async (_input, services) => {
    const path = samplePath(services.ports.dataFolder);
    if (existsSync(path)) {
      try {
        return takeWorkspace(services, path);
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        // In use elsewhere, or no longer whole: a sample can always be made again, beside it.
        services.session.setRecovery(null);
      }
    }
    return makeWorkspace(services, freeSamplePath(services.ports.dataFolder), buildSample);
  },

  'workspace.open': async (input, services) => takeWorkspace(services, pathToOpen(services, input)),

  'workspace.openKept': async (_input, services) => {
    const kept = services.session.required().keptAside();
    if (kept === null) throw new Refusal('not-found', { place: 'workspace' });
    return takeWorkspace(services, kept);
  },

  'workspace.close': async (_input, services) => {
    const copy = services.session.current()?.workingCopy;
    changeWorkspace(services, null);
    return { besideName: copy?.state().besideName ?? null };
  },

  'workspace.forget': async ({ recentId }, { ports }) => {
    forgetRecent(ports.dataFolder, recentId);
    return {};
  },

  'workspace.load': (_input, { rows }) => ({ rows: allRows(rows), history: historyState(rows.database) }),

  'job.cancel': ({ jobId }, { jobs }) => {
    jobs.cancel(jobId);
    return {};
  },
};

/** Every row by table, as the renderer holds them. */
function allRows(rows: TableAccess): ChannelOutput<'workspace.load'>['rows'] {
  const entries = tableNames.map((table: TableName) => [table, rows.all(table)] as const);
  return Object.fromEntries(entries) as unknown as ChannelOutput<'workspace.load'>['rows'];
}

function recentOnes({ ports, session }: Services): ChannelOutput<'app.state'>['recent'] {
  const open = session.current();
  return readSettings(ports.dataFolder).recent.map(({ id, path, institution, openedAt }) => ({
    id,
    fileName: basename(path),
    folder: folderForReading(dirname(path), homedir()),
    institution:
      open?.info.recentId === id && !open.lookedAt ? (open.rows.all('institution')[0]?.name ?? '') : institution,
    openedAt,
    missing: !existsSync(path),
  }));
}

function stagesOf(resourcesFolder: string): ChannelOutput<'app.state'>['stages'] {
  const stages = new Map<number, ChannelOutput<'app.state'>['stages'][number]>();
  for (const { stage, title, planMonths, reviewsLastPlan } of loadQuestionSets(resourcesFolder)) {
    // The newest version of a stage comes first.
    if (!stages.has(stage)) stages.set(stage, { stage, title, planMonths, reviewsLastPlan });
  }
  return [...stages.values()];
}

function pathToOpen(services: Services, input: ParsedInput<'workspace.open'>): string {
  if ('recentId' in input) return recentPath(services, input.recentId);
  if ('file' in input) return heldPath(services, input.file);
  const path = services.session.recoveryPath();
  if (path === null) throw new Refusal('workspace-missing');
  return path;
}

function recentPath(services: Services, recentId: string): string {
  const entry = readSettings(services.ports.dataFolder).recent.find(({ id }) => id === recentId);
  // One that was taken off the list is still opened for what was not saved back of it.
  const path = entry?.path ?? leftCopies(services).find(({ workspaceId }) => workspaceId === recentId)?.note.original;
  if (path === undefined) throw new Refusal('workspace-missing');
  return path;
}

function heldPath({ fileTokens }: Services, token: string): string {
  const file = fileTokens.get(token);
  if (file.kind !== 'path') throw new Refusal('file-token-unknown', { fileName: file.fileName });
  return file.path;
}

function newPathOf(services: Services, token: string): string {
  const chosen = heldPath(services, token);
  const path = isWorkspaceName(chosen) ? chosen : chosen + fileEnding;
  if (!isSafeFileName(basename(path))) throw new Refusal('file-name-refused', { fileName: basename(path) });
  return path;
}
