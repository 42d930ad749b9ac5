import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { makeFolder } from '../files/atomicWrite.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkspace } from '../services.ts';
import { codeOf, openConnection, saysDamaged } from './connection.ts';
import { readFileHeader } from './fileHeader.ts';
import { loadMigrations, newestVersion, runMigrations } from './migrations.ts';
import { openWorkspaceFile } from './openFile.ts';

/**
 * Opens a copy of a file, brought up to this version, which cannot be changed and goes when it is closed: the file
 * itself is only ever read, so a backup stays the bytes it was. Throws `backup-damaged` where it is not whole,
 * `workspace-newer`, and the errors of the file system.
 */
export function openReadOnlyCopy(source: string, ports: Ports): OpenWorkspace {
  const folder = mkdtempSync(join(copiesFolder(ports), 'copy-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(source));
    copyFileSync(source, copy);
    bringUpToDate(copy, basename(source));
    const opened = openWorkspaceFile(copy, ports, {
      readOnly: true,
      location: { kind: 'local', where: 'this computer' },
    });
    return {
      ...opened,
      backUp: () => {
        throw new Refusal('workspace-read-only', { fileName: basename(source) });
      },
      close: () => {
        opened.close();
        remove();
      },
    };
  } catch (cause) {
    remove();
    const isDamaged = cause instanceof Refusal ? damage.has(cause.code) : saysDamaged(cause);
    if (isDamaged) throw new Refusal('backup-damaged', { fileName: basename(source) }, { cause });
    throw cause;
  }
}

/** Where copies are that nobody keeps, without those that a killed process left there. */
export function copiesFolder(ports: Ports): string {
  const copies = join(ports.dataFolder, 'looked-at');
  makeFolder(copies);
  removeForgotten(copies, ports);
  return copies;
}

const damage: ReadonlySet<string> = new Set(['workspace-damaged', 'workspace-empty-file', 'workspace-not-ours']);

/** Straight in the copy: what a migration breaks there is not kept. */
function bringUpToDate(copy: string, fileName: string): void {
  const header = readFileHeader(copy);
  if (header.kind !== 'workspace') throw new Refusal('backup-damaged', { fileName });
  const migrations = loadMigrations();
  if (header.version > newestVersion(migrations)) throw new Refusal('workspace-newer', { fileName });
  if (header.version === newestVersion(migrations)) return;
  const database = openConnection(copy);
  try {
    runMigrations(database, migrations);
  } finally {
    database.close();
  }
}

/** Copies that a killed process left. One that another process still shows is younger than a day. */
function removeForgotten(copies: string, ports: Ports): void {
  for (const name of readdirSync(copies)) {
    const path = join(copies, name);
    try {
      const age = ports.now().getTime() - statSync(path).mtimeMs;
      if (age > workspaceLimits.forgottenCopyMilliseconds) rmSync(path, { recursive: true, force: true });
    } catch (cause) {
      // Somebody else was quicker, or still has it open: it can wait for the next time.
      ports.log(`copy not removed: ${codeOf(cause) || 'unknown'}`);
    }
  }
}
