import { constants, deflateRawSync } from 'node:zlib';
import { strToU8 } from 'fflate';

export type RawPart = {
  readonly name: string;
  /** As it stands in the file. */
  readonly data: Uint8Array;
  readonly method: 0 | 8;
  /** What the directory states. */
  readonly size: number;
  /** Says that the data of an earlier part are this one's as well. */
  readonly sharesWith?: number;
};

export const storedPart = (name: string, text: string): RawPart => {
  const data = strToU8(text);
  return { name, data, method: 0, size: data.length };
};

/** Text that expands to `head`, then `megabytes` of spaces, from about a kilobyte for each of them. */
export function hugePart(name: string, head: string, megabytes: number, stated?: number): RawPart {
  const flush = { finishFlush: constants.Z_SYNC_FLUSH };
  const start = deflateRawSync(head, flush);
  const block = deflateRawSync(Buffer.alloc(1_048_576, ' '), flush);
  const end = deflateRawSync('');
  const data = Buffer.concat([start, ...Array.from({ length: megabytes }, () => block), end]);
  return { name, data, method: 8, size: stated ?? Buffer.byteLength(head) + megabytes * 1_048_576 };
}

/** A zip exactly as described, true or not, without checksums; with `long`, every number in the fields of zip64. */
export function rawZip(parts: readonly RawPart[], options: { readonly long?: boolean } = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  const add = (chunk: Uint8Array): void => {
    chunks.push(Buffer.from(chunk));
    at += chunk.length;
  };
  for (const part of parts) {
    if (part.sharesWith !== undefined) {
      offsets.push(offsets[part.sharesWith] ?? 0);
      continue;
    }
    offsets.push(at);
    add(header(0x04034b50, part, 30));
    add(strToU8(part.name));
    add(part.data);
  }
  const start = at;
  parts.forEach((part, index) => {
    const line = header(0x02014b50, part, 46);
    line.writeUInt32LE(offsets[index] ?? 0, 42);
    const extra = options.long ? longFields(part, offsets[index] ?? 0) : Buffer.alloc(0);
    if (options.long) for (const field of [20, 24, 42]) line.writeUInt32LE(0xffff_ffff, field);
    line.writeUInt16LE(extra.length, 30);
    add(line);
    add(strToU8(part.name));
    add(extra);
  });
  const length = at - start;
  if (options.long) add(longEnd(parts.length, length, start, at));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.long ? 0xffff : parts.length, 8);
  end.writeUInt16LE(options.long ? 0xffff : parts.length, 10);
  end.writeUInt32LE(options.long ? 0xffff_ffff : length, 12);
  end.writeUInt32LE(options.long ? 0xffff_ffff : start, 16);
  add(end);
  return new Uint8Array(Buffer.concat(chunks));
}

function header(signature: number, { name, data, method, size }: RawPart, length: 30 | 46): Buffer {
  const made = Buffer.alloc(length);
  const shift = length === 46 ? 2 : 0;
  made.writeUInt32LE(signature, 0);
  made.writeUInt16LE(20, 4 + shift);
  made.writeUInt16LE(method, 8 + shift);
  made.writeUInt32LE(data.length, 18 + shift);
  made.writeUInt32LE(size, 22 + shift);
  made.writeUInt16LE(strToU8(name).length, 26 + shift);
  return made;
}

function longFields({ data, size }: RawPart, offset: number): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(data.length), 12);
  extra.writeBigUInt64LE(BigInt(offset), 20);
  return extra;
}

function longEnd(count: number, length: number, start: number, at: number): Buffer {
  const made = Buffer.alloc(76);
  made.writeUInt32LE(0x06064b50, 0);
  made.writeBigUInt64LE(44n, 4);
  made.writeBigUInt64LE(BigInt(count), 24);
  made.writeBigUInt64LE(BigInt(count), 32);
  made.writeBigUInt64LE(BigInt(length), 40);
  made.writeBigUInt64LE(BigInt(start), 48);
  made.writeUInt32LE(0x07064b50, 56);
  made.writeBigUInt64LE(BigInt(at), 64);
  made.writeUInt32LE(1, 72);
  return made;
}
