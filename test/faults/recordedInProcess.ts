import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type FileOperation, interceptFileOperations } from './fileOperations.ts';
import { changed, type DiskEvent } from './recordedDisk.ts';
import { filesBelow, type Recording } from './systemCalls.ts';

const pageBytes = 4096;

/** Between two times that a file system tells apart: 10 ms on the slowest clocks of Linux, less elsewhere. */
const coarsestStepMilliseconds = 40;

/**
 * Writes down what this process does to the files below a folder, for systems where nobody can watch its system calls:
 * its own operations as they are made, and what SQLite has done between two of them as the difference that it left.
 * SQLite is taken at its word for the files that it keeps open (what it has committed is on the disk); the copies that
 * it makes count as unsynchronised until core synchronises them.
 */
export async function recorded(
  folder: string,
  act: (say: (line: object) => void) => Promise<void>,
): Promise<Recording> {
  const before = [...filesBelow(folder)].map(([path, bytes], file) => ({ path, file, bytes }));
  const names = new Map(before.map(({ path, file }) => [path, file]));
  const contents = new Map(before.map(({ file, bytes }) => [file, bytes]));
  const seen = new Map<string, string>();
  const open = new Map<number, { readonly path: string; readonly file: number | null; at: number }>();
  const events: DiskEvent[] = [];
  let files = before.length;

  const take = (event: DiskEvent): void => {
    events.push(event);
    if (event.did === 'write' || event.did === 'cut') {
      contents.set(event.file, changed(contents.get(event.file) ?? Buffer.alloc(0), event));
    } else if (event.did === 'keep') contents.set(event.file, event.bytes);
    else if (event.did === 'remove') names.delete(event.path);
    else if (event.did === 'rename' || event.did === 'link') {
      const file = names.get(event.from);
      if (file !== undefined) names.set(event.to, file);
      if (event.did === 'rename') names.delete(event.from);
    }
  };
  const create = (path: string): number => {
    const file = files;
    files += 1;
    names.set(path, file);
    contents.set(file, Buffer.alloc(0));
    take({ did: 'create', path, file });
    return file;
  };
  const below = (path: unknown): string | null => {
    const place = relative(folder, String(path));
    return place.startsWith('..') ? null : place || '.';
  };
  /** What is other than it was left by the last operation, SQLite has done. */
  const observe = (): void => {
    for (const path of [...names.keys()]) {
      if (statSync(join(folder, path), { throwIfNoEntry: false })) continue;
      take({ did: 'remove', path });
      take({ did: 'sync folder', path: dirname(path) });
    }
    for (const path of pathsBelow(folder)) {
      const stats = statSync(join(folder, path), { bigint: true });
      const looks = `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
      if (seen.get(path) === looks) continue;
      // Time goes on in steps: what was written this moment may be written again without looking any other.
      if (Date.now() - Number(stats.mtimeMs) > coarsestStepMilliseconds) seen.set(path, looks);
      const file = names.get(path) ?? create(path);
      const bytes = readFileSync(join(folder, path));
      const known = contents.get(file) ?? Buffer.alloc(0);
      if (known.equals(bytes)) continue;
      if (/\.part(?:-journal)?$/u.test(path)) {
        if (bytes.length < known.length) take({ did: 'cut', file, size: bytes.length });
        for (let at = 0; at < bytes.length; at += pageBytes) {
          const page = bytes.subarray(at, at + pageBytes);
          if (!known.subarray(at, at + pageBytes).equals(page)) take({ did: 'write', file, at, bytes: page });
        }
        continue;
      }
      take({ did: 'keep', file, bytes });
      take({ did: 'sync folder', path: dirname(path) });
    }
  };

  const after = (operation: FileOperation, [first, second]: readonly unknown[], result: unknown): void => {
    const of = open.get(Number(first));
    const path = below(first);
    switch (operation) {
      case 'openSync':
        if (path === null) return;
        if (!names.has(path) && !statSync(join(folder, path)).isDirectory()) create(path);
        open.set(Number(result), { path, file: names.get(path) ?? null, at: 0 });
        return;
      case 'closeSync':
        open.delete(Number(first));
        return;
      case 'writeSync':
        if (of?.file == null) return;
        take({ did: 'write', file: of.file, at: of.at, bytes: readBack(join(folder, of.path), of.at, Number(result)) });
        of.at += Number(result);
        return;
      case 'fsyncSync':
        if (of?.file != null) take({ did: 'sync', file: of.file });
        else if (of) take({ did: 'sync folder', path: of.path });
        return;
      case 'mkdirSync':
        for (const made of foldersFrom(below(result), path)) take({ did: 'make folder', path: made });
        return;
      case 'copyFileSync': {
        const to = below(second);
        if (to === null) return;
        const file = names.get(to) ?? create(to);
        const bytes = readFileSync(join(folder, to));
        take({ did: 'write', file, at: 0, bytes });
        return;
      }
      case 'rmSync':
        if (path !== null && names.has(path)) take({ did: 'remove', path });
        return;
      case 'renameSync':
      case 'linkSync': {
        const to = below(second);
        if (path !== null && to !== null) take({ did: operation === 'linkSync' ? 'link' : 'rename', from: path, to });
        return;
      }
      case 'chmodSync':
        return;
    }
  };
  // Looking is done by the same operations, which are not looked at in turn.
  let looking = false;
  const look = (act: () => void): void => {
    if (looking) return;
    looking = true;
    try {
      act();
    } finally {
      looking = false;
    }
  };
  const restore = interceptFileOperations({
    before: () => look(observe),
    after: (...operation) => look(() => after(...operation)),
  });
  try {
    await act((line) => {
      look(observe);
      take({ did: 'say', line: JSON.stringify(line) });
    });
    look(observe);
  } finally {
    restore();
  }
  return { before, events };
}

const pathsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function readBack(path: string, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, length, at);
  } finally {
    closeSync(file);
  }
  return bytes;
}

/** The folders that were made at once, from the first to the last. */
function foldersFrom(first: string | null, last: string | null): readonly string[] {
  if (first === null || last === null) return [];
  const made: string[] = [];
  for (let folder = last; ; folder = dirname(folder)) {
    made.unshift(folder);
    if (folder === first || folder === '.') return made;
  }
}
