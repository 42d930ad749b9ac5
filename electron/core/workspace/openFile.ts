import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { folderForReading } from '../files/fileNames.ts';
import { installTriggers } from '../history/triggers.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkspace } from '../services.ts';
import { backupFacts, makeBackup, workspaceKeyOf } from './backups.ts';
import { findingsOf } from './check.ts';
import { codeOf, openConnection, saysBusy, saysDamaged } from './connection.ts';
import { type FileHeader, readFileHeader } from './fileHeader.ts';
import { locationOf } from './location.ts';
import { claimLock, type FileLock, holderName, refuseIfHeld } from './lock.ts';
import { migrateFile } from './migrate.ts';
import { loadMigrations, type Migration, newestVersion } from './migrations.ts';
import { isSamplePath } from './places.ts';
import { removeUnfinishedCopies } from './sidecars.ts';
import { createTableAccess } from './tableAccess.ts';

export interface OpenOptions {
  /** Opens without taking the lock for writing, as for `planner show`. A file that cannot be written always is. */
  readonly readOnly?: boolean;
  /** Those of the folder `migrations` unless a test gives others. */
  readonly migrations?: readonly Migration[];
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
 * Opens a workspace, in this order: where is it → who has it → is it ours → not newer than us → SQLite's lock and
 * settings → whole → migrated if older → triggers. Refuses with `workspace-missing`, `workspace-in-use`,
 * `workspace-empty-file`, `workspace-not-ours`, `workspace-newer`, `workspace-damaged`, `workspace-migration-failed`,
 * `workspace-read-only` (a file that cannot be brought up to date, or that a killed writer left half written) or
 * `file-unreadable`.
 * A file that is refused is left byte for byte as it was.
 */
export function openWorkspaceFile(path: string, ports: Ports, options: OpenOptions = {}): OpenWorkspace {
  const fileName = basename(path);
  const migrations = options.migrations ?? loadMigrations();
  const location = locationOf(path);
  if (location.kind !== 'local') ports.log(`workspace on a ${location.kind} folder`);

  refuseIfMissing(path);
  refuseIfHeld(path, ports.now());
  const header = headerOf(path);
  if (header.kind === 'empty') throw new Refusal('workspace-empty-file', { fileName });
  if (header.kind === 'foreign') throw new Refusal('workspace-not-ours', { fileName });
  // Read from the file itself: a newer application's schema may mean nothing to the SQLite in this one.
  if (header.version > newestVersion(migrations)) throw new Refusal('workspace-newer', { fileName });

  const readOnly = options.readOnly === true || !isWritable(path);
  if (header.version < newestVersion(migrations)) {
    if (readOnly) throw new Refusal('workspace-read-only', { fileName });
    openChecked(path, ports, false).release();
    migrateFile(path, migrations, ports);
  }
  const opened = openChecked(path, ports, readOnly);
  try {
    installTriggers(opened.database);
  } catch (cause) {
    opened.release();
    throw cause;
  }
  return openWorkspace(path, ports, opened);
}

interface Opened {
  readonly database: Database;
  readonly readOnly: boolean;
  readonly lock: FileLock | null;
  readonly release: () => void;
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
      lock = claimLock(path, ports.now());
      removeUnfinishedCopies(path);
    }
    const findings = findingsOf(database);
    if (findings.length > 0) throw new DamagedWorkspace(fileName, findings);
    return { database, readOnly, lock, release };
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

function openWorkspace(path: string, ports: Ports, opened: Opened): OpenWorkspace {
  const { database, readOnly, lock, release } = opened;
  const where = { path, dataFolder: ports.dataFolder };
  let backedUpAt: number | null = null;
  return {
    path,
    database,
    rows: createTableAccess(database),
    info: {
      recentId: workspaceKeyOf(path),
      fileName: basename(path),
      folder: folderForReading(dirname(path), homedir()),
      isSample: isSamplePath(path, ports.dataFolder),
      readOnly,
    },
    beforeChange: () => {
      const now = ports.now();
      signOfLife(lock, now, ports);
      if (backedUpAt !== null && now.getTime() - backedUpAt < workspaceLimits.backupIntervalMilliseconds) return;
      // A workspace just made holds nothing yet that could be lost.
      if (isUntouched(database)) return;
      const reason = backedUpAt === null ? 'session' : 'interval';
      // Counted from the attempt, so that a full disk is not tried again at every key.
      backedUpAt = now.getTime();
      try {
        makeBackup(database, where, reason, now);
      } catch (cause) {
        ports.log(`backup failed: ${codeOf(cause) || 'unknown'}`);
      }
    },
    backUp: (reason) => {
      const backup = makeBackup(database, where, reason, ports.now());
      backedUpAt = ports.now().getTime();
      return backupFacts(backup);
    },
    close: release,
  };
}

/** For other computers only, so a failure is not in the way of a change. */
function signOfLife(lock: FileLock | null, now: Date, ports: Ports): void {
  try {
    lock?.refresh(now);
  } catch (cause) {
    ports.log(`lock not refreshed: ${codeOf(cause) || 'unknown'}`);
  }
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

const isUntouched = (database: Database): boolean => database.prepare('SELECT 1 FROM step LIMIT 1').get() === undefined;

const saysReadOnly = (cause: unknown): boolean =>
  /^(?:SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/u.test(codeOf(cause));
