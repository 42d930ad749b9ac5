import { Inflate } from 'fflate';
import { ImportError } from '../importError.ts';
import type { ZipEntry } from './zipDirectory.ts';

const localHeader = 0x04034b50;
const stored = 0;
const deflated = 8;
/** Compressed bytes handed on at once: small enough that a bomb is noticed before it has expanded far. */
const chunkBytes = 16_384;

const names = new WeakMap<Uint8Array, string>();

/** The name of the part that these bytes were expanded from, so that whoever stumbles over them can say where. */
export const partNameOf = (part: Uint8Array): string | undefined => names.get(part);

/**
 * Expands one part. Throws `file-encrypted`, or `file-damaged` with the part's name where it is not what the directory
 * states: what a zip says of itself is not to be trusted. Never holds more than the stated size.
 */
export function readEntry(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
  const part = expand(bytes, entry, fileName);
  names.set(part, entry.name);
  return part;
}

function expand(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
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
    if (entry.size !== data.length) damaged();
    if (entry.crc !== 0 && crc32(data) !== entry.crc) damaged();
    return data;
  }
  if (entry.method !== deflated) damaged();
  // Deflate shrinks at most some thousandfold, so a larger claim is not even given room.
  if (entry.size > data.length * 1_100 + 1_000) damaged();

  const whole = new Uint8Array(entry.size);
  let expanded = 0;
  const inflate = new Inflate((chunk) => {
    if (expanded + chunk.length > entry.size) damaged();
    whole.set(chunk, expanded);
    expanded += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += chunkBytes) {
      inflate.push(data.subarray(at, at + chunkBytes), at + chunkBytes >= data.length);
    }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    damaged(cause);
  }
  if (expanded !== entry.size) damaged();
  if (entry.crc !== 0 && crc32(whole) !== entry.crc) damaged();
  return whole;
}

let crcTable: Uint32Array | undefined;

function crc32(bytes: Uint8Array): number {
  crcTable ??= makeCrcTable();
  let crc = 0xffff_ffff;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = ((crcTable[(crc ^ (bytes[index] as number)) & 0xff] as number) ^ (crc >>> 8)) >>> 0;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
    return value;
  });
}

/** A zip of parts as they are, which any reader opens without expanding anything. */
export function storeParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const named = [...parts].map(([name, data]) => ({ name: encoder.encode(name), data }));
  const length = named.reduce((sum, { name, data }) => sum + 76 + name.length * 2 + data.length, 22);
  const zip = new Uint8Array(length);
  const view = new DataView(zip.buffer);
  let at = 0;
  const offsets = named.map(({ name, data }) => {
    const offset = at;
    view.setUint32(at, localHeader, true);
    writeCommon(view, at + 4, data.length, name.length);
    zip.set(name, at + 30);
    zip.set(data, at + 30 + name.length);
    at += 30 + name.length + data.length;
    return offset;
  });
  const start = at;
  named.forEach(({ name, data }, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommon(view, at + 6, data.length, name.length);
    view.setUint32(at + 42, offsets[index] as number, true);
    zip.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - start, true);
  view.setUint32(at + 16, start, true);
  return zip;
}

/** The fields that a part's own header and its line in the directory share, without a checksum: it was checked before. */
function writeCommon(view: DataView, at: number, size: number, nameLength: number): void {
  view.setUint16(at, 20, true);
  // Names are UTF-8.
  view.setUint16(at + 2, 0x0800, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}
