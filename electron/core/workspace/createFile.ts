import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { codeOf, openConnection } from './connection.ts';
import { applicationId } from './fileHeader.ts';
import { type Migration, runMigrations } from './migrations.ts';

/**
 * Makes an empty workspace under a name that nobody has. Throws the refusal `workspace-exists`; on any other error
 * nothing is left behind.
 */
export function createWorkspaceFile(path: string, migrations: readonly Migration[]): void {
  mkdirSync(dirname(path), { recursive: true });
  reserve(path);
  const temporary = temporaryBeside(path);
  try {
    const database = openConnection(temporary, { create: true });
    try {
      database.pragma(`application_id = ${applicationId}`);
      runMigrations(database, migrations);
    } finally {
      database.close();
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    rmSync(path, { force: true });
    throw cause;
  }
}

/** Takes the name at once and only if it is free: asking first and making afterwards would leave a gap. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (cause) {
    if (codeOf(cause) !== 'EEXIST') throw cause;
    throw new Refusal('workspace-exists', { fileName: basename(path) }, { cause });
  }
}
