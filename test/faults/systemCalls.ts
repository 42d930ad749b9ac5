import { spawnSync } from 'node:child_process';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { changed, type DiskEvent } from './recordedDisk.ts';

/** Whether the system calls of a process can be written down here: `strace`, on Linux. */
export const canTrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;

const calls = [
  'openat',
  'close',
  'write',
  'pwrite64',
  'ftruncate',
  'fsync',
  'fdatasync',
  'rename',
  'renameat2',
  'unlink',
  'unlinkat',
  'link',
  'linkat',
  'mkdir',
  'copy_file_range',
  'sendfile',
];

/** Put before a command, writes its system calls down in a file, strings in hexadecimal and whole. */
export const traced = (to: string): readonly string[] => [
  'strace',
  '-f',
  '-qq',
  '-xx',
  '-s',
  '10000000',
  '-e',
  `trace=${calls.join(',')}`,
  '-e',
  'signal=none',
  '-o',
  to,
];

/** Every file below a folder before the recording begins, by its path from there. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path)];
    }),
  );
}

export interface Recording {
  /** The files that were there before, with their numbers. */
  readonly before: readonly { readonly path: string; readonly file: number; readonly bytes: Buffer }[];
  readonly events: readonly DiskEvent[];
}

interface OpenFile {
  /** Null for a folder. */
  readonly file: number | null;
  readonly path: string;
  at: number;
}

/** What the recorded process did below a folder, as it was on the way to the disk. */
export async function readTrace(trace: string, folder: string, there: ReadonlyMap<string, Buffer>): Promise<Recording> {
  const before = [...there].map(([path, bytes], file) => ({ path, file, bytes }));
  const names = new Map(before.map(({ path, file }) => [path, file]));
  const contents = new Map(before.map(({ file, bytes }) => [file, bytes]));
  const open = new Map<number, OpenFile>();
  const events: DiskEvent[] = [];
  let files = before.length;
  const take = (event: DiskEvent) => {
    events.push(event);
    if (event.did === 'write' || event.did === 'cut') {
      contents.set(event.file, changed(contents.get(event.file) ?? Buffer.alloc(0), event));
    } else if (event.did === 'create') names.set(event.path, event.file);
    else if (event.did === 'remove') names.delete(event.path);
    else if (event.did === 'rename' || event.did === 'link') {
      const file = names.get(event.from);
      if (file !== undefined) names.set(event.to, file);
      if (event.did === 'rename') names.delete(event.from);
    }
  };
  const write = (to: OpenFile | undefined, at: number, bytes: Buffer) => {
    if (to?.file != null) take({ did: 'write', file: to.file, at, bytes });
  };
  const below = (path: string): string | null => {
    const place = relative(folder, path);
    return place.startsWith('..') ? null : place || '.';
  };
  for await (const { name, parameters, result } of callsIn(trace)) {
    const [first = '', second = ''] = parameters;
    const of = open.get(Number(first));
    switch (name) {
      case 'openat': {
        const path = below(textOf(second));
        if (path === null) {
          open.delete(result);
          break;
        }
        const flags = parameters[2] ?? '';
        let file = names.get(path) ?? null;
        if (file === null && flags.includes('O_CREAT')) {
          file = files;
          files += 1;
          take({ did: 'create', path, file });
        }
        if (file !== null && flags.includes('O_TRUNC')) take({ did: 'cut', file, size: 0 });
        open.set(result, { file, path, at: 0 });
        break;
      }
      case 'close':
        open.delete(Number(first));
        break;
      case 'write': {
        const bytes = bytesOf(second).subarray(0, result);
        if (first === '1') for (const line of bytes.toString().split('\n').filter(Boolean)) take({ did: 'say', line });
        if (of) {
          write(of, of.at, bytes);
          of.at += result;
        }
        break;
      }
      case 'pwrite64':
        write(of, Number(parameters[3]), bytesOf(second).subarray(0, result));
        break;
      case 'copy_file_range':
      case 'sendfile': {
        // From one open file to another, both from where they are.
        const [from, to] = name === 'sendfile' ? [open.get(Number(second)), of] : [of, open.get(Number(parameters[2]))];
        const source = contents.get(from?.file ?? -1) ?? Buffer.alloc(0);
        if (from && to) {
          write(to, to.at, Buffer.from(source.subarray(from.at, from.at + result)));
          from.at += result;
          to.at += result;
        }
        break;
      }
      case 'ftruncate':
        if (of?.file != null) take({ did: 'cut', file: of.file, size: Number(second) });
        break;
      case 'fsync':
      case 'fdatasync':
        if (of?.file != null) take({ did: 'sync', file: of.file });
        else if (of) take({ did: 'sync folder', path: of.path });
        break;
      default: {
        const paths = parameters.filter((each) => each.startsWith('"')).map((each) => below(textOf(each)));
        const [path = null, to = null] = paths;
        if (path === null) break;
        if (name.startsWith('unlink')) take({ did: 'remove', path });
        else if (name === 'mkdir') take({ did: 'make folder', path });
        else if (to !== null) take({ did: name.startsWith('link') ? 'link' : 'rename', from: path, to });
      }
    }
  }
  return { before, events };
}

interface Call {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly result: number;
}

/** The calls that succeeded, in the order in which they ended. */
async function* callsIn(trace: string): AsyncGenerator<Call> {
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/su.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/su.exec(rest);
    const whole = resumed ? (begun.get(thread) ?? '') + resumed[1] : rest;
    const equals = whole.lastIndexOf(') ');
    const [, name = '', given = ''] = /^(\w+)\((.*)$/su.exec(whole.slice(0, equals)) ?? [];
    const result = Number.parseInt(whole.slice(equals + 2).replace(/^\s*=\s*/u, ''), 10);
    if (name !== '' && result >= 0) yield { name, parameters: given.split(', '), result };
  }
}

const bytesOf = (quoted: string): Buffer =>
  Buffer.from(quoted.replace(/^"|"(?:\.\.\.)?$/gu, '').replaceAll('\\x', ''), 'hex');
const textOf = (quoted: string): string => bytesOf(quoted).toString();
