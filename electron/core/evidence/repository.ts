import { assertNever } from '#shared/assertNever.ts';
import { Refusal } from '#shared/errors.ts';
import type { Attachment, Evidence, Link } from '#shared/model/tables.ts';
import { themeSchema } from '#shared/model/words.ts';
import { keepContent } from '../files/contents.ts';
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
  const sha256 = keepContent(rows.database, bytes);
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

/** Puts a file at an item; the one that stood there joins its earlier files. To be called inside a step. */
export function setFile(
  { rows, ports, now }: Pick<CommandContext, 'rows' | 'ports' | 'now'>,
  { id, attachmentId: before }: Evidence,
  attachmentId: string | null,
): void {
  if (before === attachmentId) return;
  for (const { id: earlier } of rows.all('earlierFile', { evidenceId: id, attachmentId }))
    rows.remove('earlierFile', earlier);
  if (before !== null)
    rows.insert('earlierFile', { id: ports.newId(), evidenceId: id, attachmentId: before, replacedAt: now });
  rows.update('evidence', id, { attachmentId });
}

/** The items outside the bin at which these bytes stand now, by number. */
export const itemsWithContent = (rows: TableAccess, sha256: string): readonly Evidence[] =>
  rows
    .all('attachment', { sha256 })
    .flatMap(({ id }) => rows.all('evidence', { attachmentId: id, binned: 0 }))
    .toSorted((one, other) => one.number - other.number);

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
    case 'frameworkItem':
      rows.get(targetKind, target);
      return;
    default:
      assertNever(targetKind);
  }
}
