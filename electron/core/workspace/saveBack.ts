import { accessSync, chmodSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { SaveBackFailure } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFile, syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { safeFileName } from '../files/fileNames.ts';
import { renamePatiently } from '../files/patientRename.ts';
import type { Ports } from '../ports.ts';
import { isWhole } from './backups.ts';
import { codeOf } from './connection.ts';
import { fileEnding, isWorkspaceName, nameWithTime } from './places.ts';
import { isAsNoted, sha256OfFile, type WorkingNote, writeNote } from './workingNote.ts';

/**
 * - `usual`: where the file to save to is no longer what the note says, it is never overwritten: the copy goes beside it
 *   under a name with this computer and the time, and so does everything saved later.
 * - `put-back`: a file that was taken away is made again.
 * - `take-place`: the copy takes the place of an original that somebody has changed, which is kept beside it first.
 */
export type SaveBackWay = 'usual' | 'put-back' | 'take-place';

/**
 * Saves a working copy back as one finished file: a copy by SQLite on this computer, checked → plain copy under a
 * temporary name beside the original → on the disk, and read back the same → rename. The network sees only whole files
 * and no locks of SQLite's.
 * Returns the note that holds from then on, which is written already. Throws the errors of SQLite and the file system,
 * `backup-damaged` and `workspace-missing` (a folder without the original may be an empty mount point); then nothing
 * was replaced and the working copy has everything.
 */
export function saveBack(
  database: Database,
  folder: string,
  note: WorkingNote,
  ports: Ports,
  way: SaveBackWay = 'usual',
): WorkingNote {
  const { original } = note;
  return withFinishedCopy(database, folder, original, (finished) => {
    const isThere = existsSync(original);
    if (!isThere && way !== 'put-back') throw new Refusal('workspace-missing', { fileName: basename(original) });
    // A rename would take the place of a file that somebody has made read-only.
    if (isThere) accessSync(original, constants.W_OK);
    const sha256 = sha256OfFile(finished);
    const temporary = copyBeside(finished, original, sha256);
    if (isThere) allowTheSame(temporary, original, ports);
    let savedTo = note.savedTo;
    try {
      if (!isThere || way === 'take-place') {
        const theirs = isThere ? keepTheirs(original, ports.now()) : '';
        savedTo = original;
        writeNote(folder, { ...note, savedTo, sha256: theirs, next: sha256 });
      } else if (isAsNoted(note)) {
        writeNote(folder, { ...note, next: sha256 });
      } else {
        savedTo = freeNameIn(dirname(original), original, fromHere(), ports.now());
        ports.log('working copy saved beside an original that has changed');
      }
      renamePatiently(temporary, savedTo);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    syncFolderIfItCan(dirname(savedTo), ports);
    const saved: WorkingNote = {
      ...note,
      savedTo,
      sha256,
      size: statSync(savedTo).size,
      next: null,
      unsaved: false,
      savedAt: ports.now().toISOString(),
      failure: null,
    };
    writeNote(folder, saved);
    // What was saved beside has no more in it than what has the original's name now.
    if (note.savedTo !== savedTo && note.savedTo !== original && isAsNoted(note)) rmSync(note.savedTo);
    return saved;
  });
}

/** Why a working copy could not be saved back, from what `saveBack` threw. */
export function failureOf(cause: unknown, original: string): SaveBackFailure {
  const code = codeOf(cause);
  const isRename = (cause as { readonly syscall?: unknown }).syscall === 'rename';
  if (code === 'workspace-missing') return existsSync(dirname(original)) ? 'gone' : 'away';
  if (code === 'backup-damaged') return 'cut-short';
  if (/^(?:ENOSPC|EDQUOT|EFBIG)$/u.test(code)) return 'full';
  if (/^(?:EBUSY|ETXTBSY|workspace-in-use)$/u.test(code) || (/^(?:EPERM|EACCES)$/u.test(code) && isRename))
    return 'locked';
  if (/^(?:EPERM|EACCES|EROFS)$/u.test(code)) return 'not-allowed';
  return code.startsWith('SQLITE_') ? 'here' : 'away';
}

/** Keeps what somebody has made of the original beside it, read back. Gives the sum of its bytes. */
function keepTheirs(original: string, now: Date): string {
  const sha256 = sha256OfFile(original);
  const path = freeNameIn(dirname(original), original, 'as it was found', now);
  renamePatiently(copyBeside(original, path, sha256), path);
  // It went on changing meanwhile: then it is left alone, and tried again by whoever asked.
  if (sha256OfFile(original) !== sha256) throw new Refusal('workspace-in-use', { fileName: basename(original) });
  return sha256;
}

/**
 * Keeps what is open in a folder of this computer, where the original's place takes no file. Returns where; the copy is
 * made in `folder`.
 */
export function saveAside(database: Database, folder: string, original: string, target: string, ports: Ports): string {
  makeFolder(folder);
  return withFinishedCopy(database, folder, original, (finished) => {
    makeFolder(target);
    const path = freeNameIn(target, original, fromHere(), ports.now());
    const temporary = copyBeside(finished, path, sha256OfFile(finished));
    renamePatiently(temporary, path);
    syncFolderIfItCan(target, ports);
    return path;
  });
}

function withFinishedCopy<Value>(
  database: Database,
  folder: string,
  original: string,
  use: (finished: string) => Value,
): Value {
  const finished = temporaryBeside(join(folder, basename(original)));
  try {
    database.prepare('VACUUM INTO ?').run(finished);
    if (!isWhole(finished)) throw new Refusal('backup-damaged', { fileName: basename(original) });
    return use(finished);
  } finally {
    rmSync(finished, { force: true });
  }
}

/** A copy under a temporary name, read back from where it went: a network that cuts files short is found out here. */
function copyBeside(finished: string, path: string, sha256: string): string {
  const temporary = temporaryBeside(path);
  try {
    copyFileSync(finished, temporary, constants.COPYFILE_EXCL);
    syncFile(temporary);
    if (sha256OfFile(temporary) !== sha256) throw new Refusal('backup-damaged', { fileName: basename(path) });
    return temporary;
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

const fromHere = (): string => `from ${safeFileName(hostname(), 'another computer')}`;

/** "Eastmere (from LAB-PC-7, 21 November 2026 14.02).tcplan", with a number where somebody has that name. */
function freeNameIn(folder: string, original: string, what: string, now: Date): string {
  const fileName = basename(original);
  const name = isWorkspaceName(fileName) ? fileName.slice(0, -fileEnding.length) : fileName;
  const from = nameWithTime(name, what, now);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${from}${number === 1 ? '' : ` ${number}`}${fileEnding}`);
    if (!existsSync(path)) return path;
  }
}

/** Colleagues who may write the original may write what takes its place. Some network folders know no such rights. */
function allowTheSame(path: string, original: string, ports: Ports): void {
  try {
    chmodSync(path, statSync(original).mode & 0o777);
  } catch (cause) {
    ports.log(`rights not kept: ${codeOf(cause) || 'unknown'}`);
  }
}

/** Some network folders cannot be synchronised as such. The rename is done by then, so that is no failure. */
function syncFolderIfItCan(folder: string, ports: Ports): void {
  try {
    syncFolder(folder);
  } catch (cause) {
    ports.log(`folder not synchronised: ${codeOf(cause) || 'unknown'}`);
  }
}
