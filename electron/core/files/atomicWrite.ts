import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs';
import { closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { renamePatiently } from './patientRename.ts';

/** The file system as it is written through; tests hand in one that is full, locked or read-only. */
export type FileLayer = Pick<
  typeof disk,
  'closeSync' | 'fsyncSync' | 'mkdirSync' | 'openSync' | 'renameSync' | 'rmSync' | 'writeSync'
>;

/** Writing one file takes seconds at the most, on the slowest of networks. */
const forgottenMilliseconds = 60 * 60_000;

/**
 * Writes a file whole or not at all: to a temporary name in the same folder, to the disk, then by rename. What was
 * there under the name stays until the new bytes are safe. Errors are those of the file system (`ENOSPC`, `EACCES`).
 */
export function writeFileAtomically(path: string, bytes: string | Uint8Array, files: FileLayer = disk): void {
  const folder = dirname(path);
  makeFolder(folder, files);
  removeForgotten(path, files);
  const temporary = temporaryBeside(path);
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  try {
    const file = files.openSync(temporary, 'wx');
    try {
      for (let written = 0; written < content.byteLength; ) {
        written += files.writeSync(file, content, written, content.byteLength - written);
      }
      files.fsyncSync(file);
    } finally {
      files.closeSync(file);
    }
    renamePatiently(temporary, path, files);
  } catch (cause) {
    files.rmSync(temporary, { force: true });
    throw cause;
  }
  syncFolder(folder);
}

/** What a killed process began under this name, once it is so old that no living one can be at it. */
function removeForgotten(path: string, files: FileLayer): void {
  const start = `.${basename(path)}.`;
  try {
    for (const name of readdirSync(dirname(path))) {
      if (!name.startsWith(start) || !/^[0-9a-f]{12}\.part$/u.test(name.slice(start.length))) continue;
      const begun = join(dirname(path), name);
      if (Date.now() - statSync(begun).mtimeMs > forgottenMilliseconds) files.rmSync(begun, { force: true });
    }
  } catch {
    // Tidying up is in nobody's way: the folder may not be for reading.
  }
}

/** A name in the same folder, and so on the same disk, that a rename can take the place of `path` from. */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);

/** Makes a folder and those above it, on the disk itself: a folder that a power cut takes back takes along what is in it. */
export function makeFolder(folder: string, files: Pick<FileLayer, 'mkdirSync'> = disk): void {
  const first = files.mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = resolve(folder); ; made = dirname(made)) {
    try {
      syncFolder(dirname(made));
    } catch {
      // One that may be gone through but not read. Most file systems bring it along with what is synced inside.
    }
    if (made === resolve(first) || made === dirname(made)) return;
  }
}

/** Puts the bytes of a finished file on the disk itself. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts a rename on the disk itself. Windows does so by itself and opens no folder as a file. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
