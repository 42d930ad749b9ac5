import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Backup, backupSchema } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFile, syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { safeFileName } from '../files/fileNames.ts';
import { renamePatiently } from '../files/patientRename.ts';
import { backupsToKeep } from './backupThinning.ts';
import { findingsOf } from './check.ts';
import { codeOf, openConnection } from './connection.ts';
import { readFileHeader } from './fileHeader.ts';

/** A backup and where it is. The path stays in core. */
export interface StoredBackup extends Backup {
  readonly path: string;
}

/**
 * The id of a workspace among the recent ones and of its backups: the file's place, so that a file that cannot be
 * opened still has them.
 */
export function workspaceKeyOf(path: string): string {
  const folder = resolve(dirname(path));
  const place = join(existsSync(folder) ? realpathSync(folder) : folder, basename(path));
  // Windows and macOS do not tell capitals apart.
  const same = process.platform === 'linux' ? place : place.toLowerCase();
  return createHash('sha256').update(same).digest('hex').slice(0, 16);
}

export const allBackupsOf = (dataFolder: string): string => join(dataFolder, 'backups');

/** The readable part is for a person who looks into the folder; the key alone decides. */
function backupsFolderOf(path: string, dataFolder: string): string {
  const name = safeFileName(basename(path, extname(path)), 'Workspace');
  return join(allBackupsOf(dataFolder), `${name} ${workspaceKeyOf(path)}`);
}

/** Every folder of backups, by the id of the workspace that they are of and what its file was called. */
export function backupFolders(
  dataFolder: string,
): readonly { readonly workspaceId: string; readonly name: string; readonly folder: string }[] {
  const all = allBackupsOf(dataFolder);
  if (!statSync(all, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(all).flatMap((folderName) => {
    const [, name, workspaceId] = /^(.+) ([0-9a-f]{16})$/u.exec(folderName) ?? [];
    return name && workspaceId ? [{ workspaceId, name, folder: join(all, folderName) }] : [];
  });
}

/**
 * Makes a backup: a copy by SQLite under a temporary name, opened and checked before it gets its own. Then thins the
 * older ones, as far as they can be. Throws `backup-damaged` when the copy is not whole, and the errors of SQLite and the file system.
 */
export function makeBackup(
  database: Database,
  where: { readonly path: string; readonly dataFolder: string },
  reason: Backup['reason'],
  now: Date,
  log: (line: string) => void,
): StoredBackup {
  const folder = backupsFolderOf(where.path, where.dataFolder);
  makeFolder(folder);
  tidy(() => removeUnfinishedBackups(folder), log);
  const path = freePath(folder, reason, now);
  const temporary = temporaryBeside(path);
  try {
    database.prepare('VACUUM INTO ?').run(temporary);
    if (!isWhole(temporary)) throw new Refusal('backup-damaged', { fileName: basename(path) });
    syncFile(temporary);
    renamePatiently(temporary, path);
    syncFolder(folder);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  tidy(() => thin(where, now, log), log);
  return storedBackup(path) as StoredBackup;
}

/** The backups of a workspace, newest first, whether or not its file can be opened. */
export const backupsOf = (path: string, dataFolder: string): readonly StoredBackup[] =>
  backupsIn(backupsFolderOf(path, dataFolder));

/** The backups in a folder of them, newest first. */
export function backupsIn(folder: string): readonly StoredBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => storedBackup(join(folder, name)))
    .filter((backup) => backup !== null)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
}

/** Opens a backup and checks all of it. */
export function isWhole(path: string): boolean {
  try {
    if (readFileHeader(path).kind !== 'workspace') return false;
    const database = openConnection(path, { readOnly: true });
    try {
      return findingsOf(database).length === 0;
    } finally {
      database.close();
    }
  } catch {
    // Whatever the reason, it could not be read, and that is the answer.
    return false;
  }
}

export const backupFacts = ({ id, madeAt, reason, bytes, verified }: StoredBackup): Backup => ({
  id,
  madeAt,
  reason,
  bytes,
  verified,
});

/** What a killed process left: only the holder of the workspace makes its backups, so nobody is at work on them. */
function removeUnfinishedBackups(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\..*\.[0-9a-f]{12}\.part(?:-journal)?$/u.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** One that cannot be taken away now, as a scanner looks into it, goes at a later backup. */
function thin(
  where: { readonly path: string; readonly dataFolder: string },
  now: Date,
  log: (line: string) => void,
): void {
  const backups = backupsOf(where.path, where.dataFolder);
  const keep = backupsToKeep(backups, now);
  for (const { id, path } of backups) if (!keep.has(id)) tidy(() => rmSync(path, { force: true }), log);
}

/** The backup is made: what it was made for does not fail for want of tidiness. */
function tidy(work: () => void, log: (line: string) => void): void {
  try {
    work();
  } catch (cause) {
    log(`backups not tidied: ${codeOf(cause) || 'unknown'}`);
  }
}

const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z ([a-z-]+)\.tcplan$/u;

function storedBackup(path: string): StoredBackup | null {
  const match = namePattern.exec(basename(path));
  if (!match) return null;
  const [, day, hours, minutes, seconds, milliseconds, reason] = match;
  const parsed = backupSchema.safeParse({
    // The folder's key makes ids of different workspaces different.
    id: `${basename(dirname(path)).slice(-16)} ${basename(path, '.tcplan')}`,
    madeAt: `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`,
    reason,
    bytes: statSync(path).size,
    // The name is given only after the check; what can happen since is a file cut short or overwritten.
    verified: looksWhole(path),
  });
  return parsed.success ? { ...parsed.data, path } : null;
}

/** The pages that the header counts are all there: quick enough for a list. */
function looksWhole(path: string): boolean {
  const header = readFileHeader(path);
  return header.kind === 'workspace' && header.bytes === statSync(path).size;
}

/** A name with an instant of its own, so that names are in the order of making even within a millisecond. */
function freePath(folder: string, reason: Backup['reason'], now: Date): string {
  const taken = new Set(readdirSync(folder).map((name) => name.slice(0, stampLength)));
  for (let at = now.getTime(); ; at += 1) {
    const stamp = new Date(at).toISOString().replaceAll(':', '').replace('.', '');
    if (!taken.has(stamp)) return join(folder, `${stamp} ${reason}.tcplan`);
  }
}

const stampLength = '2026-11-21T140000000Z'.length;
