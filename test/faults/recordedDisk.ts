import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a process did to a disk, in order. Paths are below one folder. */
export type DiskEvent =
  | { readonly did: 'create'; readonly path: string; readonly file: number }
  | { readonly did: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly did: 'cut'; readonly file: number; readonly size: number }
  | { readonly did: 'sync'; readonly file: number }
  /** Everything that was done to a file and synchronised, at once: where nobody could see how. */
  | { readonly did: 'keep'; readonly file: number; readonly bytes: Buffer }
  | { readonly did: 'sync folder'; readonly path: string }
  | { readonly did: 'make folder'; readonly path: string }
  | { readonly did: 'rename'; readonly from: string; readonly to: string }
  | { readonly did: 'link'; readonly from: string; readonly to: string }
  | { readonly did: 'remove'; readonly path: string }
  /** A line that the process said: what it has acknowledged by then. */
  | { readonly did: 'say'; readonly line: string };

/** What the disk has taken of that which was not synchronised when the power went. */
export const losses = [
  'nothing of it',
  'names without contents',
  'contents without names',
  'some of both, torn',
  'all of it',
] as const;
export type Loss = (typeof losses)[number];

type Random = (below: number) => number;
type Change = Extract<DiskEvent, { did: 'write' | 'cut' }>;
type Naming = Extract<DiskEvent, { did: 'create' | 'rename' | 'link' | 'remove' | 'make folder' }>;

interface Content {
  safe: Buffer;
  readonly pending: Change[];
}

const sectorBytes = 512;

/**
 * A disk that holds apart what it has for certain and what is only on its way: contents are certain when their file was
 * synchronised, names when their folder was. At a power cut it keeps the former and anything of the latter.
 */
export class RecordedDisk {
  readonly #contents = new Map<number, Content>();
  readonly #names = new Map<string, number | 'folder'>();
  readonly #pending: Naming[] = [];

  /** A file that was there before, all of it safe. */
  has(path: string, file: number, bytes: Buffer): void {
    this.#contents.set(file, { safe: bytes, pending: [] });
    this.#names.set(path, file);
  }

  take(event: DiskEvent): void {
    switch (event.did) {
      case 'write':
      case 'cut':
        this.#contentOf(event.file).pending.push(event);
        break;
      case 'sync': {
        const content = this.#contentOf(event.file);
        content.safe = content.pending.reduce((bytes, change) => changed(bytes, change), content.safe);
        content.pending.length = 0;
        break;
      }
      case 'keep': {
        const content = this.#contentOf(event.file);
        content.safe = event.bytes;
        content.pending.length = 0;
        break;
      }
      case 'sync folder': {
        const of = this.#pending.filter((naming) => folderOf(naming) === event.path);
        for (const naming of of) this.#name(this.#names, naming);
        const rest = this.#pending.filter((naming) => folderOf(naming) !== event.path);
        this.#pending.splice(0, this.#pending.length, ...rest);
        break;
      }
      case 'say':
        break;
      default:
        this.#pending.push(event);
    }
  }

  /** Writes down what is left after a power cut at this moment. */
  cutPower(folder: string, loss: Loss, random: Random): void {
    const names = new Map(this.#names);
    const takesNames = loss === 'names without contents' || loss === 'all of it';
    // A folder takes its changes in their order; how far it has come is what differs.
    const until = new Map<string, number>();
    for (const naming of this.#pending) {
      const of = folderOf(naming);
      const there = this.#pending.filter((other) => folderOf(other) === of).length;
      if (!until.has(of)) until.set(of, takesNames ? there : loss === 'some of both, torn' ? random(there + 1) : 0);
      const left = until.get(of) ?? 0;
      if (left > 0) this.#name(names, naming);
      until.set(of, left - 1);
    }
    for (const [path, file] of names) {
      if (file === 'folder') mkdirSync(join(folder, path), { recursive: true });
    }
    for (const [path, file] of names) {
      if (file === 'folder' || !isReachable(path, names)) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), this.#left(this.#contentOf(file), loss, random));
    }
  }

  #left({ safe, pending }: Content, loss: Loss, random: Random): Buffer {
    if (loss === 'nothing of it' || loss === 'names without contents') return safe;
    return pending.reduce((bytes, change) => {
      if (loss !== 'some of both, torn') return changed(bytes, change);
      return random(2) === 0 ? bytes : changed(bytes, torn(change, random));
    }, safe);
  }

  #contentOf(file: number): Content {
    const content = this.#contents.get(file) ?? { safe: Buffer.alloc(0), pending: [] };
    this.#contents.set(file, content);
    return content;
  }

  #name(names: Map<string, number | 'folder'>, naming: Naming): void {
    switch (naming.did) {
      case 'create':
        names.set(naming.path, naming.file);
        break;
      case 'make folder':
        names.set(naming.path, 'folder');
        break;
      case 'remove':
        names.delete(naming.path);
        break;
      default: {
        const file = names.get(naming.from);
        if (file !== undefined) names.set(naming.to, file);
        if (naming.did === 'rename') names.delete(naming.from);
      }
    }
  }
}

const folderOf = (naming: Naming): string => dirname('to' in naming ? naming.to : naming.path);

/** Nobody finds a file of a folder that was not kept, unless that folder was there from the beginning. */
function isReachable(path: string, names: ReadonlyMap<string, number | 'folder'>): boolean {
  const folder = dirname(path);
  return folder === '.' || names.get(folder) === 'folder' ? folder === '.' || isReachable(folder, names) : false;
}

export function changed(bytes: Buffer, change: Change): Buffer {
  if (change.did === 'cut') {
    const cut = Buffer.alloc(change.size);
    bytes.copy(cut, 0, 0, Math.min(bytes.length, change.size));
    return cut;
  }
  const grown = Buffer.alloc(Math.max(bytes.length, change.at + change.bytes.length));
  bytes.copy(grown);
  change.bytes.copy(grown, change.at);
  return grown;
}

/** A disk writes sectors, each whole, and not always from the first. */
function torn(change: Change, random: Random): Change {
  if (change.did === 'cut' || change.bytes.length <= sectorBytes) return change;
  const sectors = Math.ceil(change.bytes.length / sectorBytes);
  const from = random(2) === 0 ? 0 : random(sectors);
  const to = from + 1 + random(sectors - from);
  return {
    ...change,
    at: change.at + from * sectorBytes,
    bytes: change.bytes.subarray(from * sectorBytes, to * sectorBytes),
  };
}
