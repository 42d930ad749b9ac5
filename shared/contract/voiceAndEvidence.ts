import { z } from 'zod';
import { fileLimits, gridLimits } from '../limits.ts';
import { listCorrectionsSchema, listPreviewSchema } from '../model/frameworkList.ts';
import { tables } from '../model/tables.ts';
import { idSchema } from '../model/words.ts';
import { bounded, changeKindSchema, command, done, fileTokenSchema, job, jobIdSchema, line, query } from './define.ts';

const id = z.strictObject({ id: idSchema });
const numbered = z.strictObject({ id: idSchema, number: z.int().positive() });
const ids = z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() });
export const voiceFieldsSchema = bounded(tables.voice.omit({ id: true, number: true, binned: true })).partial();
export const evidenceFieldsSchema = bounded(
  tables.evidence.omit({ id: true, number: true, binned: true, attachmentId: true }),
).partial();

const fileErrors = [
  'file-token-unknown',
  'file-too-large',
  'file-empty',
  'file-unreadable',
  'refused-by-rule',
] as const;
const listErrors = [
  'file-token-unknown',
  'file-unreadable',
  'file-empty',
  'file-encrypted',
  'file-damaged',
  'file-too-large',
  'file-type-unsupported',
  'file-not-a-plan',
  'import-timed-out',
  'cancelled',
] as const;
const listInput = z.strictObject({
  file: fileTokenSchema,
  corrections: listCorrectionsSchema,
  into: idSchema.nullable(),
  jobId: jobIdSchema,
});
const addedIds = z.strictObject({ ids: z.array(idSchema).readonly() });
const changes = <Fields extends z.ZodType>(fields: Fields) =>
  z.strictObject({
    kind: changeKindSchema,
    changes: z
      .array(z.strictObject({ id: idSchema, fields }))
      .max(gridLimits.changedRows)
      .readonly(),
    added: z.array(z.strictObject({ fields })).max(gridLimits.changedRows).readonly(),
  });

export const voiceAndEvidenceChannels = {
  'voice.add': command(z.strictObject({ fields: voiceFieldsSchema }), numbered, ['refused-by-rule']),
  'voice.edit': command(z.strictObject({ id: idSchema, fields: voiceFieldsSchema }), done, [
    'not-found',
    'refused-by-rule',
  ]),
  /** Many cells at once, as one step; see `action.change`. */
  'voice.change': command(changes(voiceFieldsSchema), addedIds, ['not-found', 'refused-by-rule']),
  'voice.bin': command(ids, done, ['not-found']),
  'voice.unbin': command(ids, done, ['not-found']),
  'evidence.add': command(z.strictObject({ fields: evidenceFieldsSchema }), numbered, ['refused-by-rule']),
  'evidence.edit': command(z.strictObject({ id: idSchema, fields: evidenceFieldsSchema }), done, [
    'not-found',
    'refused-by-rule',
  ]),
  /** Many cells at once, as one step; see `action.change`. */
  'evidence.change': command(changes(evidenceFieldsSchema), addedIds, ['not-found', 'refused-by-rule']),
  'evidence.bin': command(ids, done, ['not-found']),
  'evidence.unbin': command(ids, done, ['not-found']),
  /**
   * Takes a file into the workspace and makes an item of evidence of it, in one step. Where the same bytes stand at an
   * item already, nothing is added and that item is given, unless `evenIfKept`.
   */
  'evidence.addFile': job(
    z.strictObject({ file: fileTokenSchema, fields: evidenceFieldsSchema, evenIfKept: z.boolean() }),
    numbered.extend({ added: z.boolean() }),
    fileErrors,
  ),
  /**
   * Takes a file into the workspace by its SHA-256 and puts it to an item of evidence; the file that stood there is
   * kept among its earlier ones. `alsoAt`: the numbers of other items at which the same bytes stand.
   */
  'evidence.attach': job(
    z.strictObject({ id: idSchema, file: fileTokenSchema }),
    z.strictObject({ attachmentId: idSchema, alsoAt: z.array(z.int()).readonly() }),
    ['not-found', ...fileErrors],
  ),
  /** Puts an earlier file of an item in the place of the one that stands there; null only takes that one away. */
  'evidence.setFile': command(z.strictObject({ id: idSchema, attachmentId: idSchema.nullable() }), done, ['not-found']),
  /** A copy of the attached file, or of an earlier one, as a token for the host to save. */
  'evidence.saveOut': job(
    z.strictObject({ id: idSchema, attachmentId: idSchema.optional() }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['not-found'],
  ),
  'evidenceKind.add': command(z.strictObject({ title: line.min(1) }), id, ['refused-by-rule']),
  'evidenceKind.edit': command(
    z.strictObject({ id: idSchema, title: line.optional(), retired: z.boolean().optional() }),
    done,
    ['not-found', 'refused-by-rule'],
  ),
  /**
   * An attached file as far as it can be shown without being run: a picture by its bytes, a plain text by its words.
   * Everything else can only be saved out.
   */
  'attachment.show': query(
    z.strictObject({ attachmentId: idSchema }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('picture'), mediaType: z.string(), base64: z.string() }),
      z.strictObject({ kind: z.literal('text'), text: z.string(), isWhole: z.boolean() }),
      z.strictObject({ kind: z.literal('neither'), why: z.enum(['too-large', 'other-kind']) }),
    ]),
    ['not-found'],
  ),
  /** The thumbnails there are, as `data:` addresses, by the id of the attachment. */
  'attachment.thumbnails': query(
    z.strictObject({ attachmentIds: z.array(idSchema).min(1).max(fileLimits.thumbnailsAsked).readonly() }),
    z.record(z.string(), z.string()).readonly(),
  ),
  /** Keeps a thumbnail beside the bytes of a picture; it is no step of history. */
  'attachment.keepThumbnail': job(
    z.strictObject({ attachmentId: idSchema, base64: z.base64().max(Math.ceil(fileLimits.thumbnailBytes / 3) * 4) }),
    done,
    ['not-found', 'refused-by-rule'],
  ),
  'link.add': command(tables.link.omit({ id: true }), id, ['not-found', 'refused-by-rule']),
  'link.remove': command(id, done, ['not-found']),
  'framework.add': command(z.strictObject({ title: line.min(1), description: line }), id),
  'framework.edit': command(
    z.strictObject({ id: idSchema, title: line.min(1).optional(), description: line.optional() }),
    done,
    ['not-found'],
  ),
  /** Moves a framework before another, or to the end. */
  'framework.move': command(z.strictObject({ id: idSchema, before: idSchema.nullable() }), done, ['not-found']),
  /**
   * What bringing a list in from a spreadsheet would do. `into` is the framework for a list that names none; null makes
   * a new one of it.
   */
  'framework.previewList': job(listInput, listPreviewSchema, listErrors),
  /** Does it, in one step. `import-preview-expired` where it would no longer do what the preview with this digest said. */
  'framework.applyList': job(
    listInput.extend({ digest: z.string() }),
    z.strictObject({ changes: z.int().nonnegative() }),
    [...listErrors, 'import-preview-expired', 'disk-full'],
  ),
  /** All frameworks, or one, as a workbook that comes back with nothing changed but what was edited in it. */
  'framework.export': job(
    z.strictObject({ frameworkId: idSchema.nullable().optional(), jobId: jobIdSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string(), bytes: z.int(), sha256: z.string() }),
    ['not-found', 'cancelled'],
  ),
  /** To the bin and out of it, with its items; what they are linked to stays linked. */
  'framework.bin': command(id, done, ['not-found']),
  'framework.unbin': command(id, done, ['not-found']),
  'frameworkItem.add': command(z.strictObject({ frameworkId: idSchema, code: line, title: line.min(1) }), id, [
    'not-found',
  ]),
  'frameworkItem.edit': command(
    z.strictObject({ id: idSchema, code: line.optional(), title: line.min(1).optional() }),
    done,
    ['not-found'],
  ),
  /** Moves an item before another of the same framework, or to the end. */
  'frameworkItem.move': command(z.strictObject({ id: idSchema, before: idSchema.nullable() }), done, [
    'not-found',
    'refused-by-rule',
  ]),
  'frameworkItem.bin': command(ids, done, ['not-found']),
  'frameworkItem.unbin': command(ids, done, ['not-found']),
} as const;
