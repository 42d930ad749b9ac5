import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { folderForReading } from '../files/fileNames.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkspace } from '../services.ts';
import { backupFacts, makeBackup, workspaceKeyOf } from './backups.ts';
import { codeOf } from './connection.ts';
import type { FileLock } from './lock.ts';
import { closeAndNotePages } from './pageSums.ts';
import { isSamplePath, workspacesFolderOf } from './places.ts';
import { saveAside } from './saveBack.ts';
import { createTableAccess } from './tableAccess.ts';
import type { WorkingCopy } from './workingCopy.ts';

/** A file that was found whole, under its locks. */
export interface Opened {
  /** Where SQLite has it: the workspace itself or its working copy. */
  readonly file: string;
  readonly database: Database;
  readonly readOnly: boolean;
  readonly lock: FileLock | null;
  readonly release: () => void;
}

/** The open workspace at `path`, from its opened file. One that is `unfinished` is being made, and has no backups. */
export function openWorkspace(
  path: string,
  ports: Ports,
  opened: Opened,
  copy: WorkingCopy | null,
  unfinished: boolean,
): OpenWorkspace {
  const { file, database, readOnly, lock, release } = opened;
  const where = { path, dataFolder: ports.dataFolder };
  let backedUpAt: number | null = null;
  const standing = standingOf(opened, path, ports);
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
      lookedAt: null,
    },
    workingCopy: copy,
    beforeChange: () => {
      standing.refuseIfReplaced();
      copy?.beforeChange();
      const now = ports.now();
      signOfLife(lock, now, ports);
      // Either way: after a clock was put back, its next quarter of an hour would be long in coming.
      const since = backedUpAt === null ? Number.POSITIVE_INFINITY : Math.abs(now.getTime() - backedUpAt);
      if (unfinished || since < workspaceLimits.backupIntervalMilliseconds) return;
      // A workspace just made holds nothing yet that could be lost.
      if (isUntouched(database)) return;
      const reason = backedUpAt === null ? 'session' : 'interval';
      // Counted from the attempt, so that a full disk is not tried again at every key.
      backedUpAt = now.getTime();
      try {
        makeBackup(database, where, reason, now, ports.log);
      } catch (cause) {
        ports.log(`backup failed: ${codeOf(cause) || 'unknown'}`);
      }
    },
    backUp: (reason) => {
      standing.refuseIfReplaced();
      // A backup that is made before a change takes the place of `beforeChange`.
      if (reason !== 'asked' && reason !== 'restore') copy?.beforeChange();
      const backup = makeBackup(database, where, reason, ports.now(), ports.log);
      backedUpAt = ports.now().getTime();
      return backupFacts(backup);
    },
    keptAside: standing.keptAside,
    close: () => {
      copy?.saveBack();
      if (database.open) {
        standing.keepIfReplaced();
        if (!readOnly && !unfinished) leaveNoted(database, file, ports);
      }
      release();
      copy?.release();
    },
  };
}

/**
 * Whether the file is still in its place. Elsewhere than on Windows another program can move, replace or delete a file
 * that is open: what is written then goes nowhere. The bytes stay until the file is closed, and are kept before that.
 */
function standingOf({ file, database, readOnly }: Opened, path: string, ports: Ports) {
  const opened = identityOf(file);
  let keptAs: string | null = null;
  const isReplaced = () => !readOnly && identityOf(file) !== opened;
  const keep = () => {
    if (keptAs !== null) return;
    try {
      const folder = workspacesFolderOf(ports.dataFolder);
      keptAs = saveAside(database, folder, path, folder, ports);
      ports.log('workspace replaced underneath, kept aside');
    } catch (cause) {
      ports.log(`workspace replaced underneath, not kept: ${codeOf(cause) || 'unknown'}`);
    }
  };
  return {
    keptAside: () => keptAs,
    refuseIfReplaced: () => {
      if (!isReplaced()) return;
      keep();
      throw new Refusal('workspace-replaced', {
        fileName: basename(path),
        ...(keptAs ? { place: basename(keptAs) } : {}),
      });
    },
    keepIfReplaced: () => {
      if (isReplaced()) keep();
    },
  };
}

function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev} ${stats.ino}` : null;
}

/** Only for finding damage later, so a failure is not in the way. */
function leaveNoted(database: Database, file: string, ports: Ports): void {
  try {
    closeAndNotePages(database, file, ports.dataFolder);
  } catch (cause) {
    ports.log(`pages not noted: ${codeOf(cause) || 'unknown'}`);
  }
}

/** For other computers only, so a failure is not in the way of a change. */
function signOfLife(lock: FileLock | null, now: Date, ports: Ports): void {
  try {
    lock?.refresh(now);
  } catch (cause) {
    ports.log(`lock not refreshed: ${codeOf(cause) || 'unknown'}`);
  }
}

const isUntouched = (database: Database): boolean => database.prepare('SELECT 1 FROM step LIMIT 1').get() === undefined;
