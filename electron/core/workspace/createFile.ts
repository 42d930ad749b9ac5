import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { codeOf, openConnection } from './connection.ts';
import { applicationId } from './fileHeader.ts';
import { type Migration, runMigrations } from './migrations.ts';

/**
 * Makes an empty workspace under a name that nobody has. Throws the refusals `workspace-exists`, `refused-by-rule`
 * (a folder that cannot be written) and `file-name-refused`; on any error nothing is left behind.
 */
export function createWorkspaceFile(path: string, migrations: readonly Migration[]): void {
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
  const fileName = basename(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, 'wx'));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'EEXIST') throw new Refusal('workspace-exists', { fileName }, { cause });
    if (/^(?:EACCES|EPERM|EROFS)$/u.test(code)) {
      const reason = 'Nothing can be written in this folder. Choose another folder.';
      throw new Refusal('refused-by-rule', { field: 'file', reason }, { cause });
    }
    if (/^(?:ENAMETOOLONG|EINVAL|ENOTDIR)$/u.test(code))
      throw new Refusal('file-name-refused', { fileName }, { cause });
    throw cause;
  }
}
