import type { WorkspaceInfo } from '#shared/contract/workspace.ts';
import type { Services } from '../services.ts';
import { rememberRecent } from '../settings/settings.ts';
import { workspaceKeyOf } from './backups.ts';
import { codeOf } from './connection.ts';
import { createUnfinishedFile, giveName } from './createFile.ts';
import { loadMigrations } from './migrations.ts';
import { openWorkspaceFile } from './openFile.ts';
import { recoveryFor } from './recovery.ts';
import { removeWithSidecars } from './sidecars.ts';

/**
 * Opens a file and makes it the workspace of the session, closing the one before. A refusal leaves the open workspace
 * open and, where there is something to recover from, tells the session.
 */
export function takeWorkspace(services: Services, path: string): WorkspaceInfo {
  const { ports, session } = services;
  const current = session.current();
  if (current && !current.lookedAt && workspaceKeyOf(current.path) === workspaceKeyOf(path)) return current.info;
  try {
    const opened = openWorkspaceFile(path, ports);
    rememberOpen(services);
    session.change(opened);
  } catch (cause) {
    const recovery = recoveryFor(path, cause, ports);
    if (recovery) session.setRecovery(recovery, path);
    // Where another stays open, its screens tell of the one that was not opened.
    if (recovery && current) services.events.emit({ type: 'workspace', workspace: current.info });
    throw cause;
  }
  rememberOpen(services);
  return session.required().info;
}

/**
 * Makes a workspace: filled by a core apart under a name that nobody opens, named when it is finished, then opened. On
 * any error no file is left behind, and what was open stays open.
 */
export async function makeWorkspace(
  services: Services,
  path: string,
  fill: (services: Services) => void | Promise<void>,
): Promise<WorkspaceInfo> {
  const unfinished = createUnfinishedFile(path, loadMigrations());
  const apart = services.apart();
  try {
    try {
      apart.session.change(openWorkspaceFile(unfinished, services.ports, { unfinished: true }));
      await fill(apart);
    } finally {
      apart.session.change(null);
    }
    giveName(unfinished, path);
  } catch (cause) {
    removeWithSidecars(unfinished);
    throw cause;
  }
  try {
    return takeWorkspace(services, path);
  } catch (cause) {
    // Nobody has been told of it, and it holds nothing but what can be made again.
    removeWithSidecars(path);
    throw cause;
  }
}

/**
 * Keeps the open workspace, under the name its institution has now, among the recent ones. A failure is logged and not
 * in the way: the list is a convenience, and each workspace can still be opened by its file.
 */
export function rememberOpen({ ports, session }: Services): void {
  const open = session.current();
  // A backup that is looked at is no workspace to come back to.
  if (!open || open.lookedAt) return;
  try {
    rememberRecent(ports.dataFolder, {
      id: open.info.recentId,
      path: open.path,
      institution: open.rows.all('institution')[0]?.name ?? '',
      openedAt: ports.now().toISOString(),
    });
  } catch (cause) {
    ports.log(`settings failed: ${codeOf(cause) || 'unknown'}`);
  }
}
