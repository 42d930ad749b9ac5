import { z } from 'zod';
import { gridLimits } from '../limits.ts';
import { tables } from '../model/tables.ts';
import { idSchema } from '../model/words.ts';
import { bounded, changeKindSchema, command, done, fileTokenSchema, job, line, passage } from './define.ts';

const id = z.strictObject({ id: idSchema });
const numbered = z.strictObject({ id: idSchema, number: z.int().positive() });
const ids = z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() });
export const voiceFieldsSchema = bounded(tables.voice.omit({ id: true, number: true, binned: true })).partial();
export const evidenceFieldsSchema = bounded(
  tables.evidence.omit({ id: true, number: true, binned: true, attachmentId: true }),
).partial();

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
  /** Takes a file into the workspace by its SHA-256 and puts it to an item of evidence. */
  'evidence.attach': job(
    z.strictObject({ id: idSchema, file: fileTokenSchema }),
    z.strictObject({ attachmentId: idSchema }),
    ['not-found', 'file-token-unknown', 'file-too-large', 'file-empty', 'file-unreadable'],
  ),
  /** A copy of the attached file, as a token for the host to save. */
  'evidence.saveOut': job(id, z.strictObject({ file: fileTokenSchema, fileName: z.string() }), ['not-found']),
  'link.add': command(tables.link.omit({ id: true }), id, ['not-found', 'refused-by-rule']),
  'link.remove': command(id, done, ['not-found']),
  'framework.add': command(z.strictObject({ title: line.min(1), description: passage }), id),
  'framework.edit': command(
    z.strictObject({ id: idSchema, title: line.min(1).optional(), description: passage.optional() }),
    done,
    ['not-found'],
  ),
  'framework.remove': command(id, done, ['not-found']),
  'frameworkItem.add': command(z.strictObject({ frameworkId: idSchema, code: line, title: line.min(1) }), id, [
    'not-found',
  ]),
  'frameworkItem.edit': command(
    z.strictObject({ id: idSchema, code: line.optional(), title: line.min(1).optional() }),
    done,
    ['not-found'],
  ),
  'frameworkItem.remove': command(id, done, ['not-found']),
} as const;
