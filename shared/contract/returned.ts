import { z } from 'zod';
import { returnedLimits } from '../limits.ts';
import { tables } from '../model/tables.ts';
import { idSchema, instantSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, line, passage } from './define.ts';

const commentSchema = z.strictObject({
  author: line,
  text: passage,
  /** The beginning of the paragraph that it stands beside. */
  about: passage,
  targetKind: tables.documentComment.shape.targetKind,
  targetId: idSchema.nullable(),
});

export const returnedDocumentSchema = z.strictObject({
  fileName: z.string(),
  /**
   * issued: byte for byte a copy that was issued. same-words: saved again, with the same words. changed: an issued copy
   * with changed paragraphs. other: none of the issued copies, as a draft is.
   */
  verdict: z.enum(['issued', 'same-words', 'changed', 'other']),
  /** The issued copy that it is, or that it was. */
  document: z
    .strictObject({
      id: idSchema,
      fileName: z.string(),
      version: z.string(),
      issuedAt: instantSchema,
      fingerprint: z.string(),
    })
    .nullable(),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(['changed', 'added', 'removed']),
        place: z.string(),
        before: z.string(),
        after: z.string(),
      }),
    )
    .readonly(),
  /** How many there are, of which `changes` lists the first. */
  changed: z.int().nonnegative(),
  comments: z.array(commentSchema.extend({ place: z.string(), known: z.boolean() })).readonly(),
});
export type ReturnedDocument = z.infer<typeof returnedDocumentSchema>;

export const returnedChannels = {
  /** Says whether the words of a returned Word document are those that were issued, and reads its comments. */
  'returned.read': job(
    z.strictObject({
      file: fileTokenSchema,
      /** Null looks through the issued copies of every cycle and reads no comments. */
      cycleId: idSchema.nullable(),
      jobId: jobIdSchema,
    }),
    returnedDocumentSchema,
    [
      'not-found',
      'file-token-unknown',
      'file-unreadable',
      'file-empty',
      'file-encrypted',
      'file-damaged',
      'file-too-large',
      'file-type-unsupported',
      'cancelled',
    ],
  ),
  /** Keeps comments beside their question or action; those that are kept already are passed over. */
  'comment.keep': command(
    z.strictObject({
      cycleId: idSchema,
      documentName: line,
      comments: z.array(commentSchema).min(1).max(returnedLimits.comments).readonly(),
    }),
    z.strictObject({ kept: z.int() }),
    ['not-found'],
  ),
  'comment.settle': command(z.strictObject({ id: idSchema, settled: z.boolean() }), done, ['not-found']),
} as const;
