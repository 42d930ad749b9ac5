import { Refusal } from '#shared/errors.ts';
import { fileLimits } from '#shared/limits.ts';
import { contentOf } from '../files/contents.ts';
import type { Handlers } from '../services.ts';
import { pictureTypeOf, textOf } from './showable.ts';

/** What the screen shows of attached files. What a file is, is told from its bytes: its name may say anything. */
export const attachmentHandlers: Pick<
  Handlers,
  'attachment.show' | 'attachment.thumbnails' | 'attachment.keepThumbnail'
> = {
  'attachment.show': ({ attachmentId }, { rows }) => {
    const { sha256, bytes: size } = rows.get('attachment', attachmentId);
    if (size > fileLimits.shownPictureBytes) return { kind: 'neither', why: 'too-large' };
    const bytes = contentOf(rows.database, sha256);
    const mediaType = pictureTypeOf(bytes);
    if (mediaType !== null) return { kind: 'picture', mediaType, base64: Buffer.from(bytes).toString('base64') };
    const text = textOf(bytes, fileLimits.shownTextBytes);
    return text === null ? { kind: 'neither', why: 'other-kind' } : { kind: 'text', ...text };
  },

  'attachment.thumbnails': ({ attachmentIds }, { rows }) => {
    const one = rows.database.prepare(
      `SELECT thumbnail.mediaType, thumbnail.bytes FROM attachment JOIN thumbnail USING (sha256) WHERE attachment.id = ?`,
    );
    const found = attachmentIds.flatMap((id): readonly (readonly [string, string])[] => {
      const kept = one.get(id) as { readonly mediaType: string; readonly bytes: Buffer } | undefined;
      return kept ? [[id, `data:${kept.mediaType};base64,${kept.bytes.toString('base64')}`]] : [];
    });
    return Object.fromEntries(found);
  },

  'attachment.keepThumbnail': async ({ attachmentId, base64 }, { rows, session }) => {
    const { info } = session.required();
    const { sha256 } = rows.get('attachment', attachmentId);
    const bytes = Buffer.from(base64, 'base64');
    const mediaType = pictureTypeOf(bytes);
    if (mediaType === null || bytes.byteLength > fileLimits.thumbnailBytes)
      throw new Refusal('refused-by-rule', { field: 'base64', reason: 'A thumbnail is a small picture.' });
    // One that cannot be kept is made again the next time.
    if (!info.readOnly)
      rows.database
        .prepare('INSERT INTO thumbnail (sha256, mediaType, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING')
        .run(sha256, mediaType, bytes);
    return {};
  },
};
