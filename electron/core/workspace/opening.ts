import { dirname, join } from 'node:path';
import type { WorkspaceInfo } from '#shared/contract/workspace.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { rememberRecent } from '../settings/settings.ts';
import { workspaceKeyOf } from './backups.ts';
import { codeOf } from './connection.ts';
import { createUnfinishedFile, giveName } from './createFile.ts';
import { loadMigrations } from './migrations.ts';
import { openWorkspaceFile } from './openFile.ts';
import { workspacesFolderOf } from './places.ts';
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
    changeWorkspace(services, opened);
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
 * Closes the open workspace, if there is one, and takes the next. Where its changes went into a file beside it, because
 * somebody else had changed the original, that file is among the recent ones from then on: it is where they go on.
 */
export function changeWorkspace(services: Services, next: OpenWorkspace | null): void {
  const { session, ports } = services;
  const before = session.current();
  const institution = before && !before.lookedAt ? institutionOf(before, ports) : null;
  rememberOpen(services);
  session.change(next);
  const besideName = before?.workingCopy?.state().besideName ?? null;
  if (before && besideName !== null) remember(join(dirname(before.path), besideName), institution, ports);
  const rescued = next?.workingCopy?.state().rescued ?? null;
  if (next === null || rescued === null || rescued.place === 'quarantine') return;
  const folder = rescued.place === 'beside' ? dirname(next.path) : workspacesFolderOf(ports.dataFolder);
  remember(join(folder, rescued.fileName), institutionOf(next, ports), ports);
}

/**
 * Keeps the open workspace, under the name its institution has now, among the recent ones. A failure is logged and not
 * in the way: the list is a convenience, and each workspace can still be opened by its file.
 */
export function rememberOpen({ ports, session }: Services): void {
  const open = session.current();
  // A backup that is looked at is no workspace to come back to.
  if (open && !open.lookedAt) remember(open.path, institutionOf(open, ports), ports);
}

/** Null where it cannot be read: a workspace can become damaged while it is open, and is closed all the same. */
function institutionOf(open: OpenWorkspace, ports: Ports): string | null {
  try {
    return open.rows.all('institution')[0]?.name ?? '';
  } catch (cause) {
    ports.log(`institution not read: ${codeOf(cause) || 'unknown'}`);
    return null;
  }
}

function remember(path: string, institution: string | null, ports: Ports): void {
  if (institution === null) return;
  try {
    const openedAt = ports.now().toISOString();
    rememberRecent(ports.dataFolder, { id: workspaceKeyOf(path), path, institution, openedAt });
  } catch (cause) {
    ports.log(`settings failed: ${codeOf(cause) || 'unknown'}`);
  }
}
