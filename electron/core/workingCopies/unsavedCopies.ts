import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { UnsavedCopy } from '#shared/contract/workingCopy.ts';
import { folderForReading } from '../files/fileNames.ts';
import type { Services } from '../services.ts';
import { locationOf } from '../workspace/location.ts';
import { allWorkingFoldersOf } from '../workspace/places.ts';
import { readNote, type WorkingNote } from '../workspace/workingNote.ts';

/** A working copy that is not open, with changes that never reached its folder. */
export interface LeftCopy {
  readonly workspaceId: string;
  /** On this computer. */
  readonly path: string;
  readonly note: WorkingNote;
}

/** From the notes beside the working copies, which stay also after a crash. Those without their copy are left out. */
export function leftCopies({ ports, session }: Services): readonly LeftCopy[] {
  const all = allWorkingFoldersOf(ports.dataFolder);
  if (!statSync(all, { throwIfNoEntry: false })?.isDirectory()) return [];
  const open = session.current()?.workingCopy?.path;
  return readdirSync(all).flatMap((workspaceId) => {
    const folder = join(all, workspaceId);
    const note = readNote(folder, '');
    if (!note?.unsaved || note.original === '') return [];
    const path = join(folder, basename(note.original));
    if (path === open || !statSync(path, { throwIfNoEntry: false })) return [];
    return [{ workspaceId, path, note }];
  });
}

export function unsavedCopies(services: Services): readonly UnsavedCopy[] {
  return leftCopies(services).map(({ workspaceId, note: { original, savedAt, failure } }) => {
    // By the name alone: asking a folder that is away can take a minute.
    const { kind, where } = locationOf(original);
    return {
      workspaceId,
      fileName: basename(original),
      where: kind === 'local' ? 'a network folder' : where,
      folder: folderForReading(dirname(original), homedir()),
      savedAt,
      failure,
    };
  });
}
