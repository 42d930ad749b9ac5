import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { WorkingCopyState } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { folderForReading } from '../files/fileNames.ts';
import type { Ports } from '../ports.ts';
import { codeOf, saysFull } from './connection.ts';
import type { FileLocation } from './location.ts';
import type { FileLock } from './lock.ts';
import { failureOf, type SaveBackWay, saveBack } from './saveBack.ts';
import type { WorkingCopy } from './workingCopy.ts';
import { readNote, type WorkingNote, writeNote } from './workingNote.ts';

interface SavingBackParts {
  readonly folder: string;
  readonly note: WorkingNote;
  readonly rescued: WorkingCopyState['rescued'];
  readonly location: FileLocation;
  readonly lock: FileLock | null;
  readonly release: () => void;
  readonly ports: Ports;
}

/** A working copy that is saved back within a minute of a change, and says how that goes. */
export function createSavingBack(parts: SavingBackParts): WorkingCopy {
  const { folder, location, lock, release, ports } = parts;
  let { note } = parts;
  let database: Database | null = null;
  let timer: NodeJS.Timeout | null = null;
  let listener: (state: WorkingCopyState) => void = () => undefined;

  const state = (): WorkingCopyState => ({
    kind: location.kind === 'synced' ? 'synced' : 'network',
    where: location.where,
    folder: folderForReading(dirname(note.original), homedir()),
    copyFolder: folderForReading(folder, homedir()),
    unsaved: note.unsaved,
    savedAt: note.savedAt,
    besideName: note.savedTo === note.original ? null : basename(note.savedTo),
    failure: note.failure,
    rescued: parts.rescued,
  });

  const save = (way: SaveBackWay = 'usual') => {
    if ((way === 'usual' && !note.unsaved) || !database?.open) return;
    try {
      note = saveBack(database, folder, note, ports, way);
      ports.log('working copy saved back');
    } catch (cause) {
      ports.log(`working copy not saved back: ${codeOf(cause) || 'unknown'}`);
      // What the failed attempt may have noted on the way: the name it was about to give, with the sum of its bytes.
      note = { ...(readNote(folder, note.original) ?? note), unsaved: true, failure: failureOf(cause, note.original) };
      keepFailure(folder, note, ports);
    }
    listener(state());
  };
  const saveLater = () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      save();
      if (note.unsaved) saveLater();
    }, workspaceLimits.saveBackMilliseconds);
    timer.unref();
  };

  return {
    path: join(folder, basename(note.original)),
    start: (connection) => {
      database = connection;
      if (!note.unsaved) return;
      // What was left unsaved is the first thing to try, where the file can be reached again.
      if (parts.note.unsaved && existsSync(note.original)) save();
      if (note.unsaved) saveLater();
    },
    beforeChange: () => {
      if (!note.unsaved) {
        const changed = { ...note, unsaved: true };
        try {
          writeNote(folder, changed);
        } catch (cause) {
          // Without it a copy that is left by a crash would be taken for one that was saved, so nothing is changed.
          ports.log(`note not written: ${codeOf(cause) || 'unknown'}`);
          throw saysFull(cause) ? cause : new Refusal('disk-refused', {}, { cause });
        }
        note = changed;
        listener(state());
      }
      try {
        lock?.refresh(ports.now());
      } catch (cause) {
        ports.log(`lock not refreshed: ${codeOf(cause) || 'unknown'}`);
      }
      saveLater();
    },
    state,
    follow: (next) => {
      listener = next;
    },
    saveBack: save,
    release: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      database = null;
      listener = () => undefined;
      release();
    },
  };
}

/** For whoever opens the application next; where the note cannot be written, it says `unsaved` already. */
function keepFailure(folder: string, note: WorkingNote, ports: Ports): void {
  try {
    writeNote(folder, note);
  } catch (cause) {
    ports.log(`note not written: ${codeOf(cause) || 'unknown'}`);
  }
}
