import { createHash } from 'node:crypto';
import { assertNever } from '#shared/assertNever.ts';
import { Refusal } from '#shared/errors.ts';
import type { Attachment, Link } from '#shared/model/tables.ts';
import { themeSchema } from '#shared/model/words.ts';
import type { CommandContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { mediaTypeOf } from './rules.ts';

/**
 * Keeps the bytes of a file once, by their SHA-256, and returns the attachment that names them. The same file under
 * the same name is the same attachment. To be called inside a step.
 */
export function keepAttachment(
  { rows, ports, now }: Pick<CommandContext, 'rows' | 'ports' | 'now'>,
  fileName: string,
  bytes: Uint8Array,
): Attachment {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  rows.database
    .prepare('INSERT INTO content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING')
    .run(sha256, bytes);
  const [known] = rows.all('attachment', { sha256, fileName });
  if (known) return known;
  const attachment: Attachment = {
    id: ports.newId(),
    sha256,
    fileName,
    mediaType: mediaTypeOf(fileName),
    bytes: bytes.byteLength,
    addedAt: now,
  };
  rows.insert('attachment', attachment);
  return attachment;
}

/** The bytes by their SHA-256. Throws `not-found` where they are missing. */
export function contentOf(rows: TableAccess, sha256: string): Uint8Array {
  const content = rows.database.prepare('SELECT bytes FROM content WHERE sha256 = ?').get(sha256) as
    | { readonly bytes: Uint8Array }
    | undefined;
  if (!content) throw new Refusal('not-found', { place: 'content' });
  return content.bytes;
}

/** SQL cannot check ends of several kinds, so this does. Throws `not-found`. */
export function ensureEnds(rows: TableAccess, { sourceKind, sourceId, targetKind, target }: Omit<Link, 'id'>): void {
  rows.get(sourceKind, sourceId);
  switch (targetKind) {
    case 'theme':
      if (!themeSchema.safeParse(target).success) throw new Refusal('not-found', { place: 'theme' });
      return;
    case 'answer':
    case 'action':
    case 'evidence':
      rows.get(targetKind, target);
      return;
    default:
      assertNever(targetKind);
  }
}
