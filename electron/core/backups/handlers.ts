import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { folderForReading } from '../files/fileNames.ts';
import { compareStates } from '../history/compareStates.ts';
import type { Handlers, OpenWorkspace, Services } from '../services.ts';
import {
  backupFacts,
  backupFolders,
  backupsIn,
  isWhole,
  type StoredBackup,
  workspaceKeyOf,
} from '../workspace/backups.ts';
import { changeWorkspace, takeWorkspace } from '../workspace/opening.ts';
import { fileEnding, freeNamedPath, isSamplePath, nameWithTime } from '../workspace/places.ts';
import { openReadOnlyCopy } from '../workspace/readOnlyCopy.ts';
import { restoreBackup } from '../workspace/restore.ts';
import { contentsOfBackup, presentSteps } from './backupContents.ts';
import { type BackedUpWorkspace, backedUpWorkspaces, findBackup } from './knownWorkspaces.ts';

export const backupHandlers: Pick<
  Handlers,
  | 'workspace.backUp'
  | 'workspace.backups'
  | 'workspace.restore'
  | 'backup.workspaces'
  | 'backup.contents'
  | 'backup.open'
  | 'backup.leave'
  | 'backup.compare'
  | 'backup.copyOut'
> = {
  'workspace.backUp': async (_input, { session }) => session.required().backUp('asked'),

  'workspace.backups': ({ workspaceId }, { ports, session }) => {
    const id = workspaceId ?? workspaceIdOf(session.required());
    const known = backupFolders(ports.dataFolder).find((each) => each.workspaceId === id);
    return known ? backupsIn(known.folder).map(backupFacts) : [];
  },

  'workspace.restore': async ({ backupId }, services) => {
    const { workspace, backup } = findBackup(services, backupId);
    const { session, ports } = services;
    const path = placeToRestore(workspace, ports.dataFolder);
    const wasOpen = session.current()?.path === path;
    let kept: StoredBackup['id'] | null = null;
    try {
      kept = restoreBackup(services, path, backup);
    } catch (cause) {
      // Closed for the exchange, which did not happen: open what is still there.
      if (wasOpen && !session.current()) takeWorkspace(services, path);
      throw cause;
    }
    const info = takeWorkspace(services, path);
    return { workspace: info, kept: kept === null ? null : backupFacts(findBackup(services, kept).backup) };
  },

  'backup.workspaces': (_input, services) =>
    backedUpWorkspaces(services)
      .map(({ workspaceId, path, fileName, backups }) => ({
        workspaceId,
        name: fileName,
        folder: path === null ? null : folderForReading(dirname(path), homedir()),
        missing: path === null || !existsSync(path),
        count: backups.length,
        newest: backups[0]?.madeAt ?? '',
      }))
      .toSorted((one, other) => other.newest.localeCompare(one.newest)),

  'backup.contents': ({ backupId }, services) => {
    const { workspace, backup } = findBackup(services, backupId);
    return contentsOfBackup(backup, presentSteps(services, workspace.path));
  },

  'backup.open': async ({ backupId }, services) => {
    const { workspace, backup } = findBackup(services, backupId);
    const { session } = services;
    const open = session.current();
    const cameFrom = open?.lookedAt ? open.lookedAt.cameFrom : (open?.path ?? null);
    const looked = lookAt(workspace, backup, cameFrom, services);
    changeWorkspace(services, looked);
    return looked.info;
  },

  'backup.leave': async (_input, services) => {
    const { session } = services;
    const open = session.current();
    if (open && !open.lookedAt) return { workspace: open.info };
    const cameFrom = open?.lookedAt?.cameFrom ?? null;
    if (cameFrom !== null) return { workspace: takeWorkspace(services, cameFrom) };
    session.change(null);
    return { workspace: null };
  },

  'backup.compare': ({ backupId }, services) => {
    const { rows, session, ports } = services;
    const { workspace, backup } = findBackup(services, backupId);
    if (workspace.workspaceId !== workspaceKeyOf(session.required().path)) throw new Refusal('workspace-not-open');
    const past = openReadOnlyCopy(backup.path, ports);
    try {
      const from = { label: 'the backup', at: backup.madeAt };
      return { from, to: null, ...compareStates(past.rows, rows) };
    } finally {
      past.close();
    }
  },

  'backup.copyOut': ({ backupId }, services) => {
    const { workspace, backup } = findBackup(services, backupId);
    if (!isWhole(backup.path)) throw new Refusal('backup-damaged', { fileName: workspace.fileName });
    const name = nameWithTime(basename(workspace.fileName, fileEnding), 'backup', new Date(backup.madeAt));
    return { file: services.fileTokens.holdPath(backup.path), fileName: `${name}${fileEnding}` };
  },
};

/** Its own place; where that is not known, or its folder is away, a new one among the workspaces of this computer. */
function placeToRestore({ path, fileName }: BackedUpWorkspace, dataFolder: string): string {
  return path !== null && existsSync(dirname(path)) ? path : freeNamedPath(dataFolder, fileName);
}

const workspaceIdOf = (open: OpenWorkspace): string => open.info.lookedAt?.workspaceId ?? open.info.recentId;

/** A copy of the backup, under the name of the workspace that it is of. */
function lookAt(
  { workspaceId, path, fileName }: BackedUpWorkspace,
  { id, madeAt, path: backupPath }: StoredBackup,
  cameFrom: string | null,
  { ports }: Services,
): OpenWorkspace {
  const copy = openReadOnlyCopy(backupPath, ports);
  return {
    ...copy,
    info: {
      recentId: workspaceId,
      fileName,
      folder: folderForReading(dirname(backupPath), homedir()),
      isSample: path !== null && isSamplePath(path, ports.dataFolder),
      readOnly: true,
      lookedAt: { backupId: id, madeAt, workspaceId, cameFrom: cameFrom !== null },
    },
    workingCopy: null,
    lookedAt: { path, cameFrom },
  };
}
