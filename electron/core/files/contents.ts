import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';

/**
 * Keeps bytes under their SHA-256 and returns it in hexadecimal. The same bytes are kept once, and they stay when the
 * row that names them is taken back: the log of changes holds names only, so that Redo can find the bytes again.
 */
export function keepContent(database: Database, bytes: Uint8Array): string {
  const sha256 = sha256Of(bytes);
  database
    .prepare('INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING')
    .run(sha256, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return sha256;
}

/** Throws the refusal `not-found`. */
export function contentOf(database: Database, sha256: string): Uint8Array {
  const row = database.prepare('SELECT bytes FROM content WHERE sha256 = ?').get(sha256) as
    | { readonly bytes: Uint8Array }
    | undefined;
  if (!row) throw new Refusal('not-found', { place: 'content' });
  return row.bytes;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
