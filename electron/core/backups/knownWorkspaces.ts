import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import type { Services } from '../services.ts';
import { readSettings } from '../settings/settings.ts';
import { backupFolders, backupsIn, type StoredBackup, workspaceKeyOf } from '../workspace/backups.ts';
import { fileEnding } from '../workspace/places.ts';

/** A workspace that has backups here. */
export interface BackedUpWorkspace {
  readonly workspaceId: string;
  /** Null where nothing remembers any more where the file was. */
  readonly path: string | null;
  readonly fileName: string;
  /** Newest first, at least one. */
  readonly backups: readonly StoredBackup[];
}

/** By its folder of backups each: they are there even where file and memory of the workspace are gone. */
export function backedUpWorkspaces(services: Services): readonly BackedUpWorkspace[] {
  const paths = new Map(knownPaths(services).map((path) => [workspaceKeyOf(path), path]));
  return backupFolders(services.ports.dataFolder).flatMap(({ workspaceId, name, folder }) => {
    const backups = backupsIn(folder);
    const path = paths.get(workspaceId) ?? null;
    const fileName = path === null ? `${name}${fileEnding}` : basename(path);
    return backups.length === 0 ? [] : [{ workspaceId, path, fileName, backups }];
  });
}

/** Throws the refusal `backup-missing`. */
export function findBackup(
  services: Services,
  backupId: string,
): { readonly workspace: BackedUpWorkspace; readonly backup: StoredBackup } {
  for (const workspace of backedUpWorkspaces(services)) {
    const backup = workspace.backups.find(({ id }) => id === backupId);
    if (backup) return { workspace, backup };
  }
  throw new Refusal('backup-missing');
}

function knownPaths({ ports, session }: Services): readonly string[] {
  const open = session.current();
  const paths = [
    session.recoveryPath(),
    open === null || open.lookedAt ? null : open.path,
    open?.lookedAt?.path ?? null,
    open?.lookedAt?.cameFrom ?? null,
  ];
  return [...readSettings(ports.dataFolder).recent.map(({ path }) => path), ...paths.filter((path) => path !== null)];
}
