import { closeSync, existsSync, linkSync, openSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { renamePatiently } from '../files/patientRename.ts';
import { codeOf, openConnection } from './connection.ts';
import { applicationId } from './fileHeader.ts';
import { type Migration, runMigrations } from './migrations.ts';
import { removeWithSidecars } from './sidecars.ts';

/** Makes an empty workspace under a name that nobody has, with the refusals of its two halves. */
export function createWorkspaceFile(path: string, migrations: readonly Migration[]): void {
  const unfinished = createUnfinishedFile(path, migrations);
  try {
    giveName(unfinished, path);
  } catch (cause) {
    removeWithSidecars(unfinished);
    throw cause;
  }
}

/**
 * Makes an empty workspace that is to be called `path`, under a name that nobody opens, to be filled before it gets its
 * own: whoever is killed on the way leaves no half-made workspace. Returns where it is. Throws the refusals
 * `workspace-exists`, `refused-by-rule` (a folder that cannot be written) and `file-name-refused`; on any error nothing
 * is left behind.
 */
export function createUnfinishedFile(path: string, migrations: readonly Migration[]): string {
  const fileName = basename(path);
  if (existsSync(path)) throw new Refusal('workspace-exists', { fileName });
  const unfinished = temporaryBeside(path);
  try {
    makeFolder(dirname(path));
    // By the file system first, whose errors say more than SQLite's.
    closeSync(openSync(unfinished, 'wx'));
  } catch (cause) {
    throw refusalOf(cause, fileName);
  }
  try {
    const database = openConnection(unfinished, { create: true });
    try {
      database.pragma(`application_id = ${applicationId}`);
      runMigrations(database, migrations);
    } finally {
      database.close();
    }
    return unfinished;
  } catch (cause) {
    removeWithSidecars(unfinished);
    throw cause;
  }
}

/**
 * Gives a finished, closed workspace its name, at once and only if it is free: asking first would leave a gap. Throws
 * `workspace-exists`.
 */
export function giveName(unfinished: string, path: string): void {
  try {
    try {
      linkSync(unfinished, path);
      rmSync(unfinished);
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') throw cause;
      // Not every file system gives a file a second name: memory sticks and some network folders do not.
      closeSync(openSync(path, 'wx'));
      exchange(unfinished, path);
    }
  } catch (cause) {
    throw refusalOf(cause, basename(path));
  }
  syncFolder(dirname(path));
}

function exchange(unfinished: string, reserved: string): void {
  try {
    renamePatiently(unfinished, reserved);
  } catch (cause) {
    rmSync(reserved, { force: true });
    throw cause;
  }
}

function refusalOf(cause: unknown, fileName: string): unknown {
  const code = codeOf(cause);
  if (code === 'EEXIST') return new Refusal('workspace-exists', { fileName }, { cause });
  if (/^(?:EACCES|EPERM|EROFS)$/u.test(code)) {
    const reason = 'Nothing can be written in this folder. Choose another folder.';
    return new Refusal('refused-by-rule', { field: 'file', reason }, { cause });
  }
  if (/^(?:ENAMETOOLONG|EINVAL|ENOTDIR)$/u.test(code)) return new Refusal('file-name-refused', { fileName }, { cause });
  return cause;
}
