import { closeSync, openSync, readSync } from 'node:fs';

/** "TCP1": the first page of a workspace says that it is one, so no other application's database is taken for ours. */
export const applicationId = 0x54435031;

export type FileHeader =
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign' }
  /** `bytes` is the size that the header counts: less or more on the disk means cut short or overwritten. */
  | { readonly kind: 'workspace'; readonly version: number; readonly bytes: number };

const headerBytes = 100;
const pageSizeAt = 16;
const pageCountAt = 28;
const userVersionAt = 60;
const applicationIdAt = 68;

/**
 * Reads what a file says it is, without SQLite, so that nothing of a foreign or newer file can be changed by looking.
 * Never call it for a file that this process has open: on POSIX, closing any handle of a file drops every lock that
 * the process holds on it.
 */
export function readFileHeader(path: string): FileHeader {
  const bytes = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  let read = 0;
  try {
    read = readSync(file, bytes, 0, headerBytes, 0);
  } finally {
    closeSync(file);
  }
  if (read === 0) return { kind: 'empty' };
  const isSqlite = read === headerBytes && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!isSqlite || bytes.readUInt32BE(applicationIdAt) !== applicationId) return { kind: 'foreign' };
  // A page of 65,536 bytes does not fit the field and is written as 1.
  const pageSize = bytes.readUInt16BE(pageSizeAt) === 1 ? 65_536 : bytes.readUInt16BE(pageSizeAt);
  return {
    kind: 'workspace',
    version: bytes.readUInt32BE(userVersionAt),
    bytes: pageSize * bytes.readUInt32BE(pageCountAt),
  };
}
