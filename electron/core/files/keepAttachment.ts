import type { Attachment } from '#shared/model/tables.ts';
import type { CommandContext } from '../services.ts';
import { keepContent } from './contents.ts';

interface Kept extends Pick<Attachment, 'fileName' | 'mediaType'> {
  readonly bytes: Uint8Array;
}

/** The id of the attachment; the same bytes under the same name are the same one. */
export function keepAttachment({ rows, ports, now }: CommandContext, { fileName, mediaType, bytes }: Kept): string {
  const sha256 = keepContent(rows.database, bytes);
  const [known] = rows.all('attachment', { sha256, fileName });
  if (known) return known.id;
  const id = ports.newId();
  rows.insert('attachment', { id, sha256, fileName, mediaType, bytes: bytes.byteLength, addedAt: now });
  return id;
}
