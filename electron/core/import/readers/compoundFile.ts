/**
 * The container of Office files before 2007, and of those with a password since: a small file system of sectors.
 * Only what stands at its top is read; a document inside a document is not what was chosen.
 */
export type CompoundFile = {
  /** In lower case: Office does not tell `Workbook` from `WORKBOOK`. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream, or undefined where there is none of this name or its sectors do not reach its end. */
  readonly read: (name: string) => Uint8Array | undefined;
};

export const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};

const headerBytes = 512;
const entryBytes = 128;
const listInHeader = 109;
const lastSector = 0xffff_fffa;
const stream = 2;
const root = 5;

/** Undefined where the file's own tables do not hang together. Every walk is bounded by the sectors there are. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (bytes.length < headerBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const sectorBytes = 1 << shift;
  const sectors = Math.ceil((bytes.length - headerBytes) / sectorBytes);
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;

  const table = readSectorTable(view, sectors, offsetOf, sectorBytes);
  const chain = (first: number, most: number): readonly number[] | undefined => {
    const found: number[] = [];
    for (let sector = first; found.length < most && sector < lastSector; sector = table[sector] ?? lastSector) {
      if (sector >= sectors || found.length > sectors) return undefined;
      found.push(sector);
    }
    return found;
  };
  const join = (chained: readonly number[], size: number): Uint8Array => {
    const whole = new Uint8Array(size);
    chained.forEach((sector, index) => {
      const at = index * sectorBytes;
      whole.set(bytes.subarray(offsetOf(sector), offsetOf(sector) + Math.min(sectorBytes, size - at)), at);
    });
    return whole;
  };

  /** Whether these bytes are in the file. Writers leave out the padding of the very last sector, and no more. */
  const reaches = (chained: readonly number[], size: number): boolean =>
    chained.every(
      (sector, index) => offsetOf(sector) + Math.min(sectorBytes, size - index * sectorBytes) <= bytes.length,
    );

  const directory = chain(view.getUint32(48, true), sectors);
  if (directory === undefined || directory.length === 0) return undefined;
  if (!reaches(directory, directory.length * sectorBytes)) return undefined;
  const entries = readEntries(join(directory, directory.length * sectorBytes), shift === 9);
  const top = entries[0];
  if (top?.kind !== root) return undefined;

  const smallSize = view.getUint32(56, true);
  const small = (): Uint8Array | undefined => {
    const chained = chain(top.start, Math.ceil(top.size / sectorBytes));
    return chained === undefined ? undefined : join(chained, Math.min(top.size, chained.length * sectorBytes));
  };
  const topEntries = walkTop(entries, top.child);
  return {
    names: new Set(topEntries.map(({ name }) => name.toLowerCase())),
    read: (name) => {
      const entry = topEntries.find((one) => one.kind === stream && one.name.toLowerCase() === name.toLowerCase());
      if (entry === undefined || entry.size > bytes.length) return undefined;
      if (entry.size < smallSize)
        return readSmall(view, entry, small(), chain(view.getUint32(60, true), sectors), offsetOf, sectorBytes);
      const chained = chain(entry.start, Math.ceil(entry.size / sectorBytes));
      if (chained === undefined || chained.length * sectorBytes < entry.size) return undefined;
      if (!reaches(chained, entry.size)) return undefined;
      return join(chained, entry.size);
    },
  };
}

/** For every sector the one that follows it. */
function readSectorTable(
  view: DataView,
  sectors: number,
  offsetOf: (sector: number) => number,
  sectorBytes: number,
): Uint32Array {
  const perSector = sectorBytes / 4;
  const table = new Uint32Array(sectors).fill(0xffff_ffff);
  let filled = 0;
  const take = (sector: number): void => {
    const at = offsetOf(sector);
    for (let index = 0; index < perSector && filled < sectors; index += 1, filled += 1) {
      if (at + index * 4 + 4 <= view.byteLength) table[filled] = view.getUint32(at + index * 4, true);
    }
  };
  for (let index = 0; index < listInHeader; index += 1) {
    const sector = view.getUint32(76 + index * 4, true);
    if (sector < sectors) take(sector);
  }
  let list = view.getUint32(68, true);
  for (let seen = 0; list < sectors && seen <= sectors && filled < sectors; seen += 1) {
    const at = offsetOf(list);
    if (at + sectorBytes > view.byteLength) break;
    for (let index = 0; index < perSector - 1; index += 1) {
      const sector = view.getUint32(at + index * 4, true);
      if (sector < sectors) take(sector);
    }
    list = view.getUint32(at + sectorBytes - 4, true);
  }
  return table;
}

/** A stream below the size of the header lies in short sectors of 64 bytes inside the root's own stream. */
function readSmall(
  view: DataView,
  entry: Entry,
  container: Uint8Array | undefined,
  tableSectors: readonly number[] | undefined,
  offsetOf: (sector: number) => number,
  sectorBytes: number,
): Uint8Array | undefined {
  if (container === undefined || tableSectors === undefined) return undefined;
  const shortBytes = 64;
  const next = (short: number): number => {
    const sector = tableSectors[Math.floor((short * 4) / sectorBytes)];
    const at = sector === undefined ? Number.NaN : offsetOf(sector) + ((short * 4) % sectorBytes);
    return at + 4 <= view.byteLength ? view.getUint32(at, true) : lastSector;
  };
  const whole = new Uint8Array(entry.size);
  let short = entry.start;
  for (let at = 0; at < entry.size; at += shortBytes, short = next(short)) {
    if (short >= lastSector || short * shortBytes >= container.length) return undefined;
    const from = short * shortBytes;
    whole.set(container.subarray(from, from + Math.min(shortBytes, entry.size - at)), at);
  }
  return whole;
}

function readEntries(directory: Uint8Array, shortSizes: boolean): readonly Entry[] {
  const view = new DataView(directory.buffer);
  const decoder = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / entryBytes) }, (_, index) => {
    const at = index * entryBytes;
    const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 64);
    return {
      name: decoder.decode(directory.subarray(at, at + nameBytes)),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // The upper half is unspecified in files of the older version.
      size: shortSizes ? view.getUint32(at + 120, true) : Number(view.getBigUint64(at + 120, true)),
    };
  });
}

/** What stands directly under the root, which is a tree of its own. Each entry is met once, however it is linked. */
function walkTop(entries: readonly Entry[], first: number): readonly Entry[] {
  const seen = new Set<number>();
  const waiting = [first];
  const found: Entry[] = [];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || entry.kind === 0 || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
