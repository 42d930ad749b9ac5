import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { saveBackFailureSchema } from '#shared/contract/workspace.ts';
import { writeFileAtomically } from '../files/atomicWrite.ts';
import { codeOf } from './connection.ts';
import { sidecarEndingsOf } from './sidecars.ts';

const noteSchema = z.object({
  /** The path that was opened. */
  original: z.string(),
  /** Where saving back goes: the original, or the file beside it once somebody else has changed the original. */
  savedTo: z.string(),
  /** What that file was when it was copied or last saved back. */
  sha256: z.string(),
  size: z.int(),
  /** What it becomes by the saving back under way, so that one killed after its rename is still recognised. */
  next: z.string().nullable(),
  /** Whether the working copy may hold more than that file. Written before the first change, so it is never missed. */
  unsaved: z.boolean(),
  /** When it was last saved back, and why it could not be since: for a person who has it closed. */
  savedAt: z.iso.datetime().nullable().default(null),
  failure: saveBackFailureSchema.nullable().default(null),
});
/** What a working copy was copied from, and whether all of it has been saved back. */
export type WorkingNote = Readonly<z.infer<typeof noteSchema>>;

export const emptyNote: WorkingNote = {
  original: '',
  savedTo: '',
  sha256: '',
  size: 0,
  next: null,
  unsaved: false,
  savedAt: null,
  failure: null,
};

const notePathOf = (folder: string): string => join(folder, 'note.json');

/** Null where there is none. One that cannot be understood counts as unsaved, so that nothing is thrown away for it. */
export function readNote(folder: string, original: string): WorkingNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(notePathOf(folder), 'utf8')));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    return { ...emptyNote, original, savedTo: original, unsaved: true };
  }
}

export const writeNote = (folder: string, note: WorkingNote): void =>
  writeFileAtomically(notePathOf(folder), JSON.stringify(note, null, 2));

/** Whether the file saved to is still what it was left as, and nobody is writing in it. */
export const isAsNoted = (note: WorkingNote): boolean => {
  if (!existsSync(note.savedTo) || sidecarEndingsOf(note.savedTo).length > 0) return false;
  const sha256 = sha256OfFile(note.savedTo);
  return sha256 === note.sha256 || sha256 === note.next;
};

const chunkBytes = 1_048_576;

/** Never for a file that this process has open in SQLite: closing it again would drop SQLite's locks on POSIX. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(chunkBytes);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
