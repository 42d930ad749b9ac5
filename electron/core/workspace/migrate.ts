import { copyFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFile, syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { renamePatiently, saysHeld } from '../files/patientRename.ts';
import { makeBackup } from './backups.ts';
import { findingsOf } from './check.ts';
import { openConnection, saysDiskRefused, saysFull, versionOf } from './connection.ts';
import { type Migration, newestVersion, runMigrations } from './migrations.ts';
import { forgetPages } from './pageSums.ts';
import { quarantineFolderOf } from './quarantine.ts';
import { sidecarEndingsOf } from './sidecars.ts';

interface MigrationPorts {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/**
 * Brings an older file to the newest version: backs it up, migrates a copy in the same folder, checks the copy, and
 * puts it in the file's place by one rename. Until that rename the file is as it was, whatever happens; afterwards the
 * original is the newest backup, among those of `backupsOf` (another path for a working copy). Throws the refusal
 * `workspace-migration-failed`, `workspace-in-use` where another program holds the file, and what a full or failing disk throws.
 */
export function migrateFile(
  path: string,
  migrations: readonly Migration[],
  ports: MigrationPorts,
  backupsOf: string = path,
): void {
  const copy = temporaryBeside(path);
  try {
    const original = openConnection(path);
    try {
      makeBackup(original, { path: backupsOf, dataFolder: ports.dataFolder }, 'migration', ports.now(), ports.log);
      original.prepare('VACUUM INTO ?').run(copy);
    } finally {
      original.close();
    }
    ports.log('migration copied');
    const database = openConnection(copy);
    try {
      runMigrations(database, migrations);
      ports.log('migration run');
      const findings = findingsOf(database);
      if (findings.length > 0) throw new Error(`The migrated copy is not whole: ${findings.length} findings`);
      if (versionOf(database) !== newestVersion(migrations)) throw new Error('The migrated copy has another version');
    } finally {
      database.close();
    }
    syncFile(copy);
    ports.log('migration checked');
    takePlaceOf(path, copy, ports.dataFolder, ports.now());
    ports.log('migration done');
  } catch (cause) {
    for (const ending of ['', ...sidecarEndingsOf(copy)]) rmSync(copy + ending, { force: true });
    // No fault of the migration: it is tried again when the disk takes it.
    if (saysFull(cause) || saysDiskRefused(cause)) throw cause;
    // Nor is a file that another program holds: it is whole, and opens when that lets go.
    if (saysHeld(cause))
      throw new Refusal('workspace-in-use', { fileName: basename(path), holder: 'another program' }, { cause });
    throw new Refusal('workspace-migration-failed', { fileName: basename(path) }, { cause });
  }
}

/**
 * Puts a finished file in the place of another, closed one by one rename. Sidecars of the old file go to quarantine
 * first: one that stayed would be replayed into the new file.
 */
export function takePlaceOf(path: string, finished: string, dataFolder: string, now: Date): void {
  const sidecars = sidecarEndingsOf(path);
  for (const ending of sidecars) {
    const folder = quarantineFolderOf(dataFolder);
    makeFolder(folder);
    const stamp = now.toISOString().replaceAll(':', '');
    // The data folder may be on another disk, where a rename does not reach.
    copyFileSync(path + ending, join(folder, `${stamp} ${basename(path)}${ending}`));
    rmSync(path + ending);
  }
  // Gone from the disk before the new file is there: a power cut must not bring them together.
  if (sidecars.length > 0) syncFolder(dirname(path));
  forgetPages(path, dataFolder);
  renamePatiently(finished, path);
  syncFolder(dirname(path));
}
