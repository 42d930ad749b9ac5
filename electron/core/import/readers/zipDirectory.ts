import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';

export type ZipEntry = {
  /** With `/` between folders and none before the first, whatever the writer used. */
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  /** 0 where the writer gave none. */
  readonly crc: number;
  readonly headerOffset: number;
  readonly encrypted: boolean;
};

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const longEndLocator = 0x07064b50;
const longEndOfDirectory = 0x06064b50;
/** The end record may be followed by a comment of at most this length. */
const longestComment = 65_535;
/** Stands where the true number is in the longer fields of a zip64 file. */
const seeLonger = 0xffff_ffff;
const longFields = 0x0001;

/**
 * Reads the list at the end of a zip, expanding nothing. Throws `file-damaged` where there is none (a file cut short)
 * or where parts lie in one another, and `file-too-large` where there are too many. Folders are left out.
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): readonly ZipEntry[] {
  const damaged = (place?: string): never => {
    throw new ImportError('file-damaged', place === undefined ? { fileName } : { fileName, place });
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view) ?? damaged();
  if (count > importLimits.zipEntries) {
    const limit = `${importLimits.zipEntries.toLocaleString('en-GB')} parts`;
    throw new ImportError('file-too-large', { fileName, limit });
  }

  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    const [size, compressedSize, headerOffset] =
      readLongFields(view, { at: at + 46 + nameLength, length: extraLength }, [
        view.getUint32(at + 24, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 42, true),
      ]) ?? damaged(name);
    if (!name.endsWith('/')) {
      entries.push({
        name: name.replace(/^\/+/, ''),
        method: view.getUint16(at + 10, true),
        compressedSize,
        size,
        crc: view.getUint32(at + 16, true),
        headerOffset,
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      });
    }
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  const overlap = findOverlap(entries, start);
  if (overlap !== undefined) damaged(overlap.name);
  return entries;
}

function findDirectory(view: DataView): { count: number; start: number } | undefined {
  let end = view.byteLength - 22;
  const earliest = Math.max(0, end - longestComment);
  while (end >= earliest && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < earliest) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== 0xffff && start !== seeLonger) return { count, start };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== longEndLocator) return { count, start };
  const longEnd = Number(view.getBigUint64(locator + 8, true));
  if (longEnd + 56 > view.byteLength || view.getUint32(longEnd, true) !== longEndOfDirectory) return undefined;
  return { count: Number(view.getBigUint64(longEnd + 32, true)), start: Number(view.getBigUint64(longEnd + 48, true)) };
}

type Sizes = readonly [size: number, compressedSize: number, headerOffset: number];

/** The sizes of an entry, from its longer fields where the short ones say so. Undefined where these are missing. */
function readLongFields(view: DataView, extra: { at: number; length: number }, short: Sizes): Sizes | undefined {
  if (!short.includes(seeLonger)) return short;
  const end = Math.min(extra.at + extra.length, view.byteLength);
  for (let at = extra.at; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== longFields) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== seeLonger) return value;
      if (next + 8 > end) return Number.NaN;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const long: Sizes = [take(short[0]), take(short[1]), take(short[2])];
    return long.some(Number.isNaN) ? undefined : long;
  }
  return undefined;
}

/** Parts that share their bytes are how a small zip states gigabytes; no office program writes them. */
function findOverlap(entries: readonly ZipEntry[], directoryStart: number): ZipEntry | undefined {
  let end = 0;
  for (const entry of entries.toSorted((one, other) => one.headerOffset - other.headerOffset)) {
    if (entry.headerOffset < end) return entry;
    end = entry.headerOffset + entry.compressedSize;
    if (end > directoryStart) return entry;
  }
  return undefined;
}

export { readEntry } from './zipParts.ts';
