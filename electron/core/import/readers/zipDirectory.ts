import { Inflate } from 'fflate';
import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
  readonly encrypted: boolean;
};

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
/** The end record may be followed by a comment of at most this length. */
const longestComment = 65_535;

/**
 * Reads the list at the end of a zip, expanding nothing. Throws `file-damaged` where there is none (a file cut short)
 * and `file-too-large` where the sizes that it states are together beyond the limit.
 */
export function readZipDirectory(bytes: Uint8Array, fileName: string): readonly ZipEntry[] {
  const damaged = (): never => {
    throw new ImportError('file-damaged', { fileName });
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const earliest = Math.max(0, end - longestComment);
  while (end >= earliest && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < earliest) damaged();
  const count = view.getUint16(end + 10, true);
  if (count > importLimits.zipEntries) throw new ImportError('file-too-large', { fileName });

  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  let expanded = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) damaged();
    const nameLength = view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    };
    expanded += entry.size;
    if (expanded > importLimits.expandedBytes) throw new ImportError('file-too-large', { fileName, place: entry.name });
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

const stored = 0;
const deflated = 8;
/** Compressed bytes handed on at once: small enough that a bomb is noticed before it has expanded far. */
const chunkBytes = 16_384;

/**
 * Expands one part chunk by chunk and stops with `file-damaged` as soon as it is larger than the directory states:
 * what a zip says of itself is not to be trusted.
 * @param onChunk may return false to stop early.
 */
function expandEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  fileName: string,
  onChunk: (chunk: Uint8Array) => boolean,
): void {
  const damaged = (cause?: unknown): never => {
    throw new ImportError('file-damaged', { fileName, place: entry.name }, { cause });
  };
  if (entry.encrypted) throw new ImportError('file-encrypted', { fileName });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = entry.headerOffset;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localHeader) damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + entry.compressedSize);
  if (data.length !== entry.compressedSize) damaged();
  if (entry.method === stored) {
    onChunk(data);
    return;
  }
  if (entry.method !== deflated) damaged();

  let expanded = 0;
  let going = true;
  const inflate = new Inflate((chunk) => {
    expanded += chunk.length;
    if (expanded > entry.size) damaged();
    if (going) going = onChunk(chunk);
  });
  try {
    for (let at = 0; at < data.length && going; at += chunkBytes) {
      inflate.push(data.subarray(at, at + chunkBytes), at + chunkBytes >= data.length);
    }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    damaged(cause);
  }
  if (going && expanded !== entry.size) damaged();
}

/** The whole of one part. Only for parts that the reader itself works on. */
export function readEntry(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
  const whole = new Uint8Array(entry.size);
  let at = 0;
  expandEntry(bytes, entry, fileName, (chunk) => {
    whole.set(chunk.subarray(0, whole.length - at), at);
    at += chunk.length;
    return true;
  });
  return whole;
}

/**
 * Goes through every part once, keeping nothing: sizes must be true and no XML part may declare a document type.
 * Entities are how a kilobyte of XML becomes gigabytes; no office program writes them.
 */
export function checkZipParts(bytes: Uint8Array, entries: readonly ZipEntry[], fileName: string): void {
  for (const entry of entries) {
    if (entry.size === 0 || entry.name.endsWith('/')) continue;
    const isXml = /\.(xml|rels|vml)$/i.test(entry.name);
    let prolog = '';
    let inProlog = isXml;
    const decoder = new TextDecoder();
    expandEntry(bytes, entry, fileName, (chunk) => {
      if (!inProlog) return true;
      prolog += decoder
        .decode(chunk.subarray(0, importLimits.xmlPrologCharacters), { stream: true })
        .replaceAll('\0', '');
      if (/<!(doctype|entity)/i.test(firstOfRoot(prolog))) {
        throw new ImportError('file-damaged', { fileName, place: entry.name });
      }
      if (/<[\p{L}_]/u.test(prolog)) inProlog = false;
      else if (prolog.length > importLimits.xmlPrologCharacters) {
        throw new ImportError('file-damaged', { fileName, place: entry.name });
      }
      return true;
    });
  }
}

/** What stands before the first element, where alone a document type may stand. */
function firstOfRoot(text: string): string {
  const root = text.search(/<[\p{L}_]/u);
  return root < 0 ? text : text.slice(0, root);
}
