import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFile, temporaryBeside } from '../files/atomicWrite.ts';
import { renamePatiently } from '../files/patientRename.ts';
import type { Ports } from '../ports.ts';
import { workspaceKeyOf } from './backups.ts';
import { findingsOf } from './check.ts';
import { codeOf, openConnection, saysBusy, saysDamaged } from './connection.ts';
import type { FileLocation } from './location.ts';
import { claimLock, type FileLock, holderName } from './lock.ts';
import { workingFolderOf, workspacesFolderOf } from './places.ts';
import { quarantine } from './quarantine.ts';
import { type SaveBackWay, saveAside, saveBack } from './saveBack.ts';
import { createSavingBack } from './savingBack.ts';
import { removeUnfinishedCopies, sidecarEndingsOf } from './sidecars.ts';
import { emptyNote, isAsNoted, readNote, sha256OfFile, type WorkingNote, writeNote } from './workingNote.ts';

/** A workspace of a network or synchronised folder, on this computer: SQLite opens `path` and nothing else. */
export interface WorkingCopy {
  readonly path: string;
  /** From here on, changes are saved back through this connection. */
  readonly start: (database: Database) => void;
  /** To be called before each change: notes that there will be something to save back. Throws what the disk throws. */
  readonly beforeChange: () => void;
  /** How it stands, and who is told whenever that changes. */
  readonly state: () => WorkingCopyState;
  readonly follow: (listener: (state: WorkingCopyState) => void) => void;
  /**
   * Saves back what is not yet saved, or all of it in another way than the usual. A failure is logged and told in the
   * state: the working copy has everything, and it is tried again.
   */
  readonly saveBack: (way?: SaveBackWay) => void;
  /** Gives the locks back; the connection must be closed. Can be called twice. */
  readonly release: () => void;
}

/** The folder of the working copy of the original at `path`. */
export const workingFolderFor = (path: string, dataFolder: string): string =>
  workingFolderOf(dataFolder, workspaceKeyOf(path));

/** Whether there is a working copy with changes that never reached the original at `path`. */
export function hasUnsaved(path: string, dataFolder: string): boolean {
  const folder = workingFolderFor(path, dataFolder);
  return existsSync(join(folder, basename(path))) && readNote(folder, path)?.unsaved === true;
}

/**
 * Takes the lock beside the original and gives a working copy of it: a fresh one, or, where changes were not saved
 * back, the one there is while the original is still as it was left or cannot be reached. Where the original has
 * changed since, both are kept: the working copy is saved beside it under a name of its own, and a fresh one is made.
 * Null where the original can only be read and nothing is unsaved. The caller has looked at the original's header.
 * Throws `workspace-in-use` (also for an original that changes while it is copied) and errors of the file system.
 */
export function takeWorkingCopy(
  path: string,
  ports: Ports,
  canBeWritten: boolean,
  location: FileLocation,
): WorkingCopy | null {
  const folder = workingFolderFor(path, ports.dataFolder);
  makeFolder(folder);
  const mutex = claimFolder(folder, path);
  let lock: FileLock | null = null;
  const release = () => {
    try {
      lock?.release();
    } catch (cause) {
      ports.log(`lock not released: ${codeOf(cause) || 'unknown'}`);
    }
    lock = null;
    mutex.close();
  };
  try {
    const unsaved = hasUnsaved(path, ports.dataFolder);
    if (canBeWritten || unsaved) lock = lockBeside(path, folder, ports);
    if (lock === null && !unsaved) {
      release();
      return null;
    }
    const { note, rescued } = chosenCopy(path, folder, unsaved, ports);
    return createSavingBack({ folder, note, rescued, location, lock, release, ports });
  } catch (cause) {
    release();
    throw cause;
  }
}

/** SQLite's lock on a file of its own: it ends with the process, so only one at a time touches the working folder. */
function claimFolder(folder: string, path: string): Database {
  try {
    return openConnection(join(folder, 'in-use.sqlite'), { create: true });
  } catch (cause) {
    if (!saysBusy(cause)) throw cause;
    throw new Refusal('workspace-in-use', { fileName: basename(path), holder: holderName(path) }, { cause });
  }
}

/** Null where the folder takes no file: then others are not told, and saving back never overwrites what they did. */
function lockBeside(path: string, folder: string, ports: Ports): FileLock | null {
  try {
    const lock = claimLock(path, ports.now(), folder);
    removeUnfinishedCopies(path);
    return lock;
  } catch (cause) {
    if (cause instanceof Refusal || !/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|ENOSPC)$/u.test(codeOf(cause))) throw cause;
    ports.log(`lock not taken: ${codeOf(cause)}`);
    return null;
  }
}

function chosenCopy(
  path: string,
  folder: string,
  unsaved: boolean,
  ports: Ports,
): { readonly note: WorkingNote; readonly rescued: WorkingCopyState['rescued'] } {
  const note = readNote(folder, path);
  if (!note || !unsaved) {
    // What was done here the last time went beside an original that somebody else had changed.
    const isBeside = note !== null && note.savedTo !== path && existsSync(note.savedTo);
    const rescued = isBeside ? ({ fileName: basename(note.savedTo), place: 'beside' } as const) : null;
    return { note: copyAfresh(path, folder), rescued };
  }
  if (!existsSync(path) || (note.savedTo === path && isAsNoted(note))) {
    const copy = join(folder, basename(path));
    if (!existsSync(path) || !isDamaged(copy)) {
      ports.log('working copy with unsaved changes taken');
      return { note, rescued: null };
    }
    // Damaged here and whole there: the original is no reason to refuse, and backups may hold what it lacks.
    ports.log('working copy damaged, kept in quarantine');
    const fileName = quarantine(copy, ports.dataFolder);
    return { note: copyAfresh(path, folder), rescued: { fileName, place: 'quarantine' } };
  }
  const rescued = rescue(note, folder, join(folder, basename(path)), ports);
  return { note: copyAfresh(path, folder), rescued };
}

/** Opened to be written, so that the half of a change of a killed process is taken back and not taken for damage. */
function isDamaged(copy: string): boolean {
  let database: Database | null = null;
  try {
    database = openConnection(copy);
    return findingsOf(database).length > 0;
  } catch (cause) {
    return saysDamaged(cause);
  } finally {
    database?.close();
  }
}

/** Puts unsaved changes where a person finds them, before the working copy makes room for a fresh one. Says where. */
function rescue(note: WorkingNote, folder: string, copy: string, ports: Ports): WorkingCopyState['rescued'] {
  let database: Database | null = null;
  try {
    database = openConnection(copy);
    try {
      return { fileName: basename(saveBack(database, folder, note, ports).savedTo), place: 'beside' };
    } catch (cause) {
      ports.log(`working copy not saved beside: ${codeOf(cause) || 'unknown'}`);
      const aside = saveAside(database, folder, note.original, workspacesFolderOf(ports.dataFolder), ports);
      return { fileName: basename(aside), place: 'workspaces' };
    }
  } catch (cause) {
    if (!saysDamaged(cause) && codeOf(cause) !== 'backup-damaged') throw cause;
    database?.close();
    ports.log('working copy damaged, kept in quarantine');
    return { fileName: quarantine(copy, ports.dataFolder), place: 'quarantine' };
  } finally {
    database?.close();
  }
}

function copyAfresh(path: string, folder: string): WorkingNote {
  const copy = join(folder, basename(path));
  const temporary = temporaryBeside(copy);
  try {
    copyFileSync(path, temporary);
    syncFile(temporary);
    const sha256 = sha256OfFile(temporary);
    if (sidecarEndingsOf(path).length > 0 || sha256OfFile(path) !== sha256) {
      throw new Refusal('workspace-in-use', { fileName: basename(path), holder: 'another program' });
    }
    const { size } = statSync(temporary);
    const note: WorkingNote = { ...emptyNote, original: path, savedTo: path, sha256, size };
    // Before the exchange: a note without unsaved changes is always followed by a fresh copy, so none is mistaken.
    writeNote(folder, note);
    for (const ending of sidecarEndingsOf(copy)) rmSync(copy + ending);
    renamePatiently(temporary, copy);
    return note;
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
