import { z } from 'zod';
import { handoverLimits } from '../limits.ts';
import { idSchema, instantSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, line, query } from './define.ts';

/** What of an entry that must not leave also stands somewhere else, where nobody takes it out. */
const wordsElsewhereSchema = z.strictObject({
  /** The number of the entry. */
  voice: z.int().positive(),
  /** What a person would look at: a question, an action, an item of evidence. */
  place: z.string(),
});

const copyFactsSchema = z.strictObject({
  id: idSchema,
  toName: line.min(1),
  byName: line.min(1),
  fileName: line.min(1),
  handedAt: instantSchema,
  withInternal: z.boolean(),
});

/** What came into a row, field by field; `before` is as it is here. */
const mergedFieldSchema = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() });

/** One row of a thing that would change. */
const mergeLineSchema = z.strictObject({
  table: z.string(),
  /** “Ticked: who is counted”, “Rated Green”; empty where the fields say it all. */
  what: z.string(),
  fields: z.array(mergedFieldSchema).readonly(),
});

/** One thing as a person knows it, with its own rows: an answer with its ticks, an action with its ratings. */
const mergeItemSchema = z.strictObject({
  key: z.string(),
  kind: z.enum(['answer', 'action', 'voice', 'evidence', 'framework', 'institution', 'other']),
  name: z.string(),
  /** `together` where both changed one text of it in different places, and it comes in with what both wrote. */
  presence: z.enum(['added', 'changed', 'removed', 'together']),
  lines: z.array(mergeLineSchema).readonly(),
});
export type MergeItem = z.infer<typeof mergeItemSchema>;

const mergeConflictSchema = z.strictObject({
  key: z.string(),
  kind: mergeItemSchema.shape.kind,
  name: z.string(),
  table: z.string(),
  /**
   * The field that both changed; `binned` where one put it in the bin and the other worked on it; empty where one
   * removed it and the other worked on it.
   */
  field: z.string(),
  common: z.unknown(),
  here: z.unknown(),
  copy: z.unknown(),
  /** Whether both texts can be kept, one after the other. */
  mayKeepBoth: z.boolean(),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

export const mergePreviewSchema = z.strictObject({
  fileName: z.string(),
  toName: z.string(),
  byName: z.string(),
  handedAt: instantSchema,
  withInternal: z.boolean(),
  /** The merge that this one builds on; null for the first. */
  mergedAt: instantSchema.nullable(),
  /** What it was read from, so that what is applied is what was shown. */
  seen: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), change: z.int().nonnegative() }),
  /** What comes in without a question. */
  items: z.array(mergeItemSchema).readonly(),
  conflicts: z.array(mergeConflictSchema).readonly(),
  /** What stays as it is because it was signed. */
  signed: z.array(z.string()).readonly(),
  /** What else a person should know, a sentence each. */
  notes: z.array(z.string()).readonly(),
});
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const mergeReportSchema = z.strictObject({
  /** What was done, in one sentence: the name of the step. */
  sentence: z.string(),
  changes: z.int().nonnegative(),
  notes: z.array(z.string()).readonly(),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;

export const mergeChoiceSchema = z.enum(['here', 'copy', 'both']);
export type MergeChoice = z.infer<typeof mergeChoiceSchema>;

const readErrors = [
  'file-token-unknown',
  'file-unreadable',
  'workspace-missing',
  'workspace-in-use',
  'workspace-not-ours',
  'workspace-empty-file',
  'workspace-newer',
  'workspace-migration-failed',
  'workspace-read-only',
  'copy-damaged',
  'copy-is-this-workspace',
  'copy-not-handed-over',
  'copy-of-another',
  'disk-full',
  'cancelled',
] as const;

export const handoverChannels = {
  /** What a copy without internal voice would leave out, and what of it stands elsewhere. */
  'handover.look': query(
    z.strictObject({}),
    z.strictObject({ entries: z.int().nonnegative(), elsewhere: z.array(wordsElsewhereSchema).readonly() }),
  ),
  /** Makes a copy and checks it whole; it is on record only once `handover.record` says that it was saved. */
  'handover.make': job(
    z.strictObject({ toName: line.min(1), byName: line.min(1), withInternal: z.boolean(), jobId: jobIdSchema }),
    copyFactsSchema.extend({ file: fileTokenSchema, bytes: z.int().positive() }),
    ['refused-by-rule', 'workspace-read-only', 'export-failed', 'disk-full', 'cancelled'],
  ),
  'handover.record': command(copyFactsSchema, done),
  /** The open copy as one finished file, to be sent back: it may lie in a folder that nobody looks into. */
  'handover.sendBack': job(
    z.strictObject({ jobId: jobIdSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['refused-by-rule', 'export-failed', 'disk-full', 'cancelled'],
  ),
  /** Takes a copy off the list. It can still be merged back. */
  'handover.forget': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** Reads a copy that came back and says what it would bring. The file and the workspace stay as they are. */
  'merge.read': job(z.strictObject({ file: fileTokenSchema, jobId: jobIdSchema }), mergePreviewSchema, readErrors),
  /** Brings in what was shown, as one step after a backup. */
  'merge.apply': job(
    z.strictObject({
      file: fileTokenSchema,
      seen: mergePreviewSchema.shape.seen,
      /** Keys of the items that are not wanted. */
      leftOut: z.array(z.string().max(200)).max(handoverLimits.decisions).readonly(),
      choices: z
        .array(z.strictObject({ key: z.string().max(200), choice: mergeChoiceSchema }))
        .max(handoverLimits.decisions)
        .readonly(),
      jobId: jobIdSchema,
    }),
    mergeReportSchema,
    [...readErrors, 'conflict', 'refused-by-rule', 'signed-off'],
  ),
} as const;
