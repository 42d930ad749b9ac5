import { z } from 'zod';
import { previewTableSchema, rememberedSchema } from './importPreview.ts';
import { consentSchema, dateSchema, themeSchema, voiceChannelSchema } from './words.ts';

/** What a file of survey comments was understood to hold, before any of it enters the register of technician voice. */

/** What a column holds. Several columns may hold comments: a survey has an open question in each. */
export const commentRoles = [
  'comment',
  'group',
  'person',
  'date',
  'channel',
  'theme',
  'consent',
  'changed',
  'whyNot',
  'ignore',
] as const;
export const commentRoleSchema = z.enum(commentRoles);
export type CommentRole = z.infer<typeof commentRoleSchema>;

const commentColumnSchema = z
  .strictObject({
    column: z.int().nonnegative(),
    /** As a person names it: `C`. */
    letter: z.string(),
    header: z.string(),
    role: commentRoleSchema,
    why: z.string(),
    samples: z.array(z.string()).readonly(),
  })
  .readonly();
export type CommentColumn = z.infer<typeof commentColumnSchema>;

const commentTableSchema = z
  .strictObject({
    /** For corrections. */
    key: z.string(),
    ...previewTableSchema.unwrap().pick({ sheet: true, sheetIndex: true, kind: true, hiddenSheet: true }).shape,
    /** Row of the header as a person counts; null where there is none. */
    headerRow: z.int().positive().nullable(),
    firstRow: z.int().positive(),
    lastRow: z.int().positive(),
    /** Whether it is read, and why. */
    isRead: z.boolean(),
    why: z.string(),
    columns: z.array(commentColumnSchema).readonly(),
    comments: z.int().nonnegative(),
    /** Cells of a column of comments that say nothing, such as “n/a”. */
    skipped: z
      .array(z.strictObject({ row: z.int().positive(), text: z.string(), why: z.string() }).readonly())
      .readonly(),
    /** Its headings, normalised and joined, by which corrections are remembered; empty for a table without any. */
    headerKey: z.string(),
    remembered: rememberedSchema.nullable(),
  })
  .readonly();
export type CommentTable = z.infer<typeof commentTableSchema>;

/** Fields of an entry that were read or guessed, each with a sentence that says how. */
const reasonSchema = z.partialRecord(
  z.enum(['groupName', 'personName', 'heardOn', 'channel', 'themes', 'consent']),
  z.string(),
);

export const previewCommentSchema = z
  .strictObject({
    /** Stable for the same file and corrections: table, row and column. */
    key: z.string(),
    words: z.string(),
    /** The heading over it: often the question that was asked. */
    question: z.string(),
    groupName: z.string(),
    /** Only with the consent to be named; the file's name is left out otherwise. */
    personName: z.string(),
    heardOn: dateSchema.nullable(),
    channel: voiceChannelSchema,
    themes: z.array(themeSchema).readonly(),
    consent: consentSchema,
    changed: z.string(),
    whyNot: z.string(),
    reasons: reasonSchema.readonly(),
    source: z.strictObject({ table: z.int().nonnegative(), row: z.int().positive() }).readonly(),
    /** The number of the entry that says the same already. */
    alreadyIn: z.int().positive().nullable(),
  })
  .readonly();
export type PreviewComment = z.infer<typeof previewCommentSchema>;

const wordCount = z.int().positive();

/** What holds for every comment of the file where the file itself does not say. */
const forAllSchema = z
  .strictObject({
    channel: voiceChannelSchema,
    heardOn: dateSchema.nullable(),
    groupName: z.string().max(2_000),
    kind: z.enum(['quote', 'summary']),
    asked: z.int().nonnegative().max(999_999).nullable(),
    replied: z.int().nonnegative().max(999_999).nullable(),
  })
  .readonly();
export type ForAllComments = z.infer<typeof forAllSchema>;

export const commentPreviewSchema = z
  .strictObject({
    source: z.strictObject({ fileName: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).readonly(),
    tables: z.array(commentTableSchema).readonly(),
    comments: z.array(previewCommentSchema).readonly(),
    forAll: forAllSchema,
    /** Words of the consent column; `asked` where a person must decide, and until then it stays inside. */
    consentWords: z
      .array(
        z
          .strictObject({
            word: z.string(),
            consent: consentSchema,
            asked: z.boolean(),
            why: z.string(),
            count: wordCount,
          })
          .readonly(),
      )
      .readonly(),
    themeWords: z
      .array(z.strictObject({ word: z.string(), themes: z.array(themeSchema).readonly(), count: wordCount }).readonly())
      .readonly(),
    /** Groups from which fewer than five comments come, which may tell who wrote them. */
    smallGroups: z.array(z.strictObject({ groupName: z.string(), count: wordCount }).readonly()).readonly(),
    problems: z.array(z.string()).readonly(),
  })
  .readonly();
export type CommentPreview = z.infer<typeof commentPreviewSchema>;

/** What a person changed. Everything not named is guessed as before. */
export const commentCorrectionsSchema = z
  .strictObject({
    /** Keys of the tables to read, instead of those proposed. */
    tables: z.array(z.string()).readonly().optional(),
    /** Row as a person counts; null for a sheet without a header. */
    headerRows: z
      .array(z.strictObject({ sheetIndex: z.int().nonnegative(), row: z.int().positive().nullable() }).readonly())
      .readonly()
      .optional(),
    columns: z
      .array(z.strictObject({ table: z.string(), column: z.int().nonnegative(), role: commentRoleSchema }).readonly())
      .readonly()
      .optional(),
    consents: z.record(z.string(), consentSchema).readonly().optional(),
    themes: z.record(z.string(), z.array(themeSchema).readonly()).readonly().optional(),
    forAll: forAllSchema.unwrap().partial().readonly().optional(),
    /** false guesses afresh and ignores what was remembered of earlier files. */
    remembered: z.boolean().optional(),
  })
  .readonly();
export type CommentCorrections = z.infer<typeof commentCorrectionsSchema>;

/**
 * How a table of comments with certain headings was corrected; row `commentMapping` keeps it by `headerKey`. What the
 * words of consent allow is not kept: whether somebody may be quoted is decided for every file anew.
 */
export const commentReadingSchema = z
  .strictObject({
    /** The person pointed at the row of headings, so it is looked for by its words. */
    headerChosen: z.boolean(),
    /** `offset` counts columns from the first that has a heading, so that a column put before it changes nothing. */
    columns: z.array(z.strictObject({ offset: z.int(), role: commentRoleSchema }).readonly()).readonly(),
    themes: z.record(z.string(), z.array(themeSchema).readonly()).readonly(),
  })
  .readonly();
export type CommentReading = z.infer<typeof commentReadingSchema>;
