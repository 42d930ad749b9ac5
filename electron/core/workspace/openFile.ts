import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { installTriggers } from '../history/triggers.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkspace } from '../services.ts';
import { findingsOf } from './check.ts';
import { codeOf, openConnection, saysBusy, saysDamaged, versionOf as versionInside } from './connection.ts';
import { type FileHeader, readFileHeader } from './fileHeader.ts';
import { type FileLocation, folderLocationOf } from './location.ts';
import { claimLock, type FileLock, holderName, refuseIfHeld, wasHeldHere } from './lock.ts';
import { migrateFile } from './migrate.ts';
import { loadMigrations, type Migration, newestVersion } from './migrations.ts';
import { type Opened, openWorkspace } from './openWorkspace.ts';
import { changedPages } from './pageSums.ts';
import { removeUnfinishedCopies, sidecarEndingsOf } from './sidecars.ts';
import { hasUnsaved, takeWorkingCopy, type WorkingCopy, workingFolderFor } from './workingCopy.ts';

export interface OpenOptions {
  /** Opens without taking the lock for writing, as for `planner show`. A file that cannot be written always is. */
  readonly readOnly?: boolean;
  /** Those of the folder `migrations` unless a test gives others. */
  readonly migrations?: readonly Migration[];
  /** Where the file is, as its path and its disk tell, unless a test gives another. */
  readonly location?: FileLocation;
  /** One that is being made: opened where it is, whatever the folder, and without backups, as nothing can be lost yet. */
  readonly unfinished?: boolean;
}

/** A file that was found wanting, with what was found, for the recovery screen. */
export class DamagedWorkspace extends Refusal {
  readonly findings: readonly string[];
  constructor(fileName: string, findings: readonly string[], options?: ErrorOptions) {
    super('workspace-damaged', { fileName }, options);
    this.findings = findings;
  }
}

/**
 * Opens a workspace, in this order: where is it (a network or synchronised folder gives a local working copy) → who
 * has it → is it ours → not newer than us → SQLite's lock and settings → whole → migrated if older → triggers.
 * Refuses with `workspace-missing`, `workspace-in-use`, `workspace-empty-file`, `workspace-not-ours`,
 * `workspace-newer`, `workspace-damaged`, `workspace-migration-failed`, `workspace-read-only` (a file that cannot be
 * brought up to date, or that a killed writer left half written) or `file-unreadable`.
 * A file that is refused is left byte for byte as it was.
 */
export function openWorkspaceFile(path: string, ports: Ports, options: OpenOptions = {}): OpenWorkspace {
  const migrations = options.migrations ?? loadMigrations();
  const location = options.unfinished ? onThisComputer : (options.location ?? folderLocationOf(path));
  if (location.kind !== 'local') ports.log(`workspace on a ${location.kind} folder`);
  // A data folder that is itself on a network has no better place to offer.
  const isCopied =
    location.kind !== 'local' &&
    options.readOnly !== true &&
    folderLocationOf(join(ports.dataFolder, 'working')).kind === 'local';
  if (!isCopied) {
    refuseIfMissing(path);
    refuseIfHeld(path, ports.now());
  }
  const copy = isCopied ? workingCopyOf(path, ports, migrations, location) : null;
  try {
    return openAt(copy?.path ?? path, path, copy, ports, migrations, options);
  } catch (cause) {
    copy?.release();
    throw cause;
  }
}

/** The checks of the original itself, then its working copy; null where the original can only be read. */
function workingCopyOf(
  path: string,
  ports: Ports,
  migrations: readonly Migration[],
  location: FileLocation,
): WorkingCopy | null {
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  // With the network away, changes that never reached it are still at hand.
  if (isThere || !hasUnsaved(path, ports.dataFolder)) refuseIfMissing(path);
  refuseIfHeld(path, ports.now(), workingFolderFor(path, ports.dataFolder));
  if (isThere) {
    versionOf(path, migrations);
    settleJournal(path, ports);
  }
  return takeWorkingCopy(path, ports, isWritable(path), location);
}

/** A journal beside the original: ours if a process of this computer was killed, and otherwise somebody is writing. */
function settleJournal(path: string, ports: Ports): void {
  if (sidecarEndingsOf(path).length === 0) return;
  if (!wasHeldHere(path)) {
    throw new Refusal('workspace-in-use', { fileName: basename(path), holder: holderName(path) });
  }
  openChecked(path, ports, false).release();
}

/** Opens `file`, which is the workspace at `path` or its working copy. */
function openAt(
  file: string,
  path: string,
  copy: WorkingCopy | null,
  ports: Ports,
  migrations: readonly Migration[],
  options: OpenOptions,
): OpenWorkspace {
  const version = versionOf(file, migrations);
  const readOnly = options.readOnly === true || !isWritable(file);
  if (version < newestVersion(migrations)) {
    if (readOnly) throw new Refusal('workspace-read-only', { fileName: basename(path) });
    openChecked(file, ports, false).release();
    copy?.beforeChange();
    migrateFile(file, migrations, ports, path);
  }
  const opened = openChecked(file, ports, readOnly);
  try {
    installTriggers(opened.database);
  } catch (cause) {
    opened.release();
    if (saysDamaged(cause)) throw new DamagedWorkspace(basename(path), [(cause as Error).message], { cause });
    throw cause;
  }
  copy?.start(opened.database);
  return openWorkspace(path, ports, opened, copy, options.unfinished === true);
}

/** The version that a file says it has, read from the file itself: a newer one may mean nothing to the SQLite here. */
function versionOf(path: string, migrations: readonly Migration[]): number {
  const fileName = basename(path);
  const header = headerOf(path);
  if (header.kind === 'empty') throw new Refusal('workspace-empty-file', { fileName });
  if (header.kind === 'foreign') throw new Refusal('workspace-not-ours', { fileName });
  if (header.version > newestVersion(migrations)) throw new Refusal('workspace-newer', { fileName });
  return header.version;
}

/** The file under both locks, with its settings read back and found whole. */
function openChecked(path: string, ports: Ports, readOnly: boolean): Opened {
  const fileName = basename(path);
  let database: Database | null = null;
  let lock: FileLock | null = null;
  const release = () => {
    database?.close();
    try {
      lock?.release();
    } catch (cause) {
      // A lock that stays behind (the disk was taken out) is taken over at the next opening.
      ports.log(`lock not released: ${codeOf(cause) || 'unknown'}`);
    }
  };
  try {
    database = openConnection(path, { readOnly });
    if (!readOnly) {
      // SQLite opens to read only, without a word, what the rights of a person forbid and its attributes do not.
      database.exec('DELETE FROM step WHERE 0');
      lock = claimLock(path, ports.now());
      removeUnfinishedCopies(path);
    }
    const findings = findingsOf(database);
    if (findings.length > 0) throw new DamagedWorkspace(fileName, findings);
    const changed = changedPages(database, path, ports.dataFolder);
    if (changed.length > 0) throw new DamagedWorkspace(fileName, [pagesFinding(changed)]);
    if (!readOnly) takeOverJournal(database, path);
    return { file: path, database, readOnly, lock, release };
  } catch (cause) {
    release();
    if (cause instanceof Refusal) throw cause;
    if (saysBusy(cause)) {
      throw new Refusal('workspace-in-use', { fileName, holder: holderName(path) }, { cause });
    }
    if (saysDamaged(cause)) throw new DamagedWorkspace(fileName, [(cause as Error).message], { cause });
    // The folder may forbid what the file allows: then there is neither journal nor lock, and only reading.
    if (!saysReadOnly(cause)) throw cause;
    if (!readOnly) return openChecked(path, ports, true);
    // A killed writer left half a change in it, and taking that back means writing.
    throw new Refusal('workspace-read-only', { fileName }, { cause });
  }
}

/**
 * SQLite leaves a finished journal of a killed process where it is until something is written, and takes its own away on
 * closing. Never deleted from here: by now it may be the one in use.
 */
function takeOverJournal(database: Database, path: string): void {
  if (sidecarEndingsOf(path).length > 0) database.pragma(`user_version = ${versionInside(database)}`);
}

function refuseIfMissing(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Refusal('workspace-missing', { fileName: basename(path) });
  if (!stats.isFile()) throw new Refusal('workspace-not-ours', { fileName: basename(path) });
}

function headerOf(path: string): FileHeader {
  try {
    return readFileHeader(path);
  } catch (cause) {
    throw new Refusal('file-unreadable', { fileName: basename(path) }, { cause });
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    // Any refusal to write is the answer asked for.
    return false;
  }
}

const onThisComputer: FileLocation = { kind: 'local', where: 'this computer' };

const pagesFinding = (changed: readonly number[]): string => {
  const shown = changed.slice(0, workspaceLimits.findings).join(', ');
  const more =
    changed.length > workspaceLimits.findings ? ` and ${changed.length - workspaceLimits.findings} more` : '';
  return `Pages that changed on the disk after the workspace was closed: ${shown}${more}`;
};

const saysReadOnly = (cause: unknown): boolean =>
  /^(?:SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/u.test(codeOf(cause));
