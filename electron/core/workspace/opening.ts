import { rmSync } from 'node:fs';
import type { WorkspaceInfo } from '#shared/contract/workspace.ts';
import type { Services } from '../services.ts';
import { rememberRecent } from '../settings/settings.ts';
import { workspaceKeyOf } from './backups.ts';
import { codeOf } from './connection.ts';
import { createWorkspaceFile } from './createFile.ts';
import { loadMigrations } from './migrations.ts';
import { openWorkspaceFile } from './openFile.ts';
import { recoveryFor } from './recovery.ts';

/**
 * Opens a file and makes it the workspace of the session, closing the one before. A refusal leaves the open workspace
 * open and, where there is something to recover from, tells the session.
 */
export function takeWorkspace(services: Services, path: string): WorkspaceInfo {
  const { ports, session } = services;
  const current = session.current();
  if (current && workspaceKeyOf(current.path) === workspaceKeyOf(path)) return current.info;
  try {
    const opened = openWorkspaceFile(path, ports);
    rememberOpen(services);
    session.change(opened);
  } catch (cause) {
    const recovery = recoveryFor(path, cause, ports);
    if (recovery) session.setRecovery(recovery, path);
    throw cause;
  }
  rememberOpen(services);
  return session.required().info;
}

/** Makes a file, opens it and fills it; on any error no file is left behind, and what was open before is open again. */
export async function makeWorkspace(
  services: Services,
  path: string,
  fill: () => void | Promise<void>,
): Promise<WorkspaceInfo> {
  const { session } = services;
  const before = session.current()?.path ?? null;
  createWorkspaceFile(path, loadMigrations());
  try {
    takeWorkspace(services, path);
    await fill();
  } catch (cause) {
    session.change(null);
    rmSync(path, { force: true });
    if (before !== null) takeWorkspace(services, before);
    throw cause;
  }
  rememberOpen(services);
  return session.required().info;
}

/**
 * Keeps the open workspace, under the name its institution has now, among the recent ones. A failure is logged and not
 * in the way: the list is a convenience, and each workspace can still be opened by its file.
 */
export function rememberOpen({ ports, session }: Services): void {
  const open = session.current();
  if (!open) return;
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
