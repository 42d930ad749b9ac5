import { z } from 'zod';
import { gridLimits, importLimits } from '../limits.ts';
import { commentCorrectionsSchema, commentPreviewSchema } from '../model/commentPreview.ts';
import { houseStyleRefusals } from '../model/houseStyle.ts';
import {
  importCorrectionsSchema,
  importedFieldSchema,
  importPreviewSchema,
  importReportSchema,
} from '../model/importPreview.ts';
import { laidOutDocumentSchema } from '../model/laidOutDocument.ts';
import { redactionSchema } from '../model/redaction.ts';
import { dateSchema, idSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, line, passage, query } from './define.ts';
import { stateSchema } from './versions.ts';

const readErrors = [
  'file-token-unknown',
  'file-unreadable',
  'file-empty',
  'file-not-a-plan',
  'file-encrypted',
  'file-damaged',
  'file-too-large',
  'file-type-unsupported',
  'import-timed-out',
  'cancelled',
] as const;

/** What to do with one action of the preview: `key` is the preview action's own. */
export const importChoiceSchema = z.strictObject({
  key: z.string(),
  /** The action of the plan it changes; null makes a new one. */
  actionId: idSchema.nullable(),
  /** Fields not to take over, by name. */
  without: z.array(importedFieldSchema).readonly().optional(),
});
/**
 * What a blank of the file does: `keep` leaves what the plan says; `fill-blanks-only` writes the file's values where the
 * plan is blank and nothing else; `replace` empties the plan's field, but only one for which the file has a column. Notes
 * are added to those of the plan, except from our own workbook, which holds the plan's notes themselves.
 */
export const blankPolicySchema = z.enum(['keep', 'fill-blanks-only', 'replace']);

export const readinessItemSchema = z.strictObject({
  /** must: the submission asks for it; should: a reader will miss it; look: worth a look. */
  weight: z.enum(['must', 'should', 'look']),
  rule: z.string(),
  message: z.string(),
  reason: z.string(),
  /** Where to go, as a path of the renderer: `/last-plan/ACTION-ID/explanation`. */
  target: z.string(),
  /** Set aside with a reason: listed, and no longer counted as left to do. */
  dismissed: z.strictObject({ id: idSchema, reason: z.string() }).nullable(),
});
export type ReadinessItem = z.infer<typeof readinessItemSchema>;

export const submissionPartSchema = z.enum([
  'brief',
  'questions',
  'signatures',
  'last-plan',
  'new-plan',
  'voice',
  'evidence',
]);

export const searchHitSchema = z.strictObject({
  kind: z.enum(['answer', 'action', 'voice', 'evidence', 'frameworkItem']),
  /** Where it belongs; hits come in this order of places. */
  place: z.enum([
    'answer',
    'new-plan',
    'last-plan',
    'earlier-plan',
    'voice',
    'evidence',
    'framework',
    'earlier-answer',
  ]),
  id: idSchema,
  title: z.string(),
  excerpt: z.string(),
  /** Null for what belongs to an earlier cycle and has no screen of its own. */
  target: z.string().nullable(),
});

const byFramework = z.strictObject({ framework: idSchema }).readonly();
export const planGroupingSchema = z.union([z.literal('theme'), byFramework]);

/** What a Word document is to hold, and of which state. */
const wordExportSchema = z.strictObject({
  cycleId: idSchema,
  parts: z.array(submissionPartSchema).min(1).readonly(),
  planAs: z.enum(['tables', 'lists']),
  /** What the plans are grouped by: their themes unless a framework is named. */
  planBy: planGroupingSchema.optional(),
  language: z.enum(['en-GB', 'cy-GB']),
  draft: z.boolean(),
  /** An earlier state, right after this step; always a draft, under the version's name. */
  stepId: stateSchema.optional(),
});

const exportedFile = z.strictObject({
  file: fileTokenSchema,
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});

const publicPage = {
  cycleId: idSchema,
  /** What the page has besides status, contact and the new plan. */
  parts: z.array(z.enum(['last-plan', 'voice'])).readonly(),
  planBy: planGroupingSchema.optional(),
  language: z.enum(['en-GB', 'cy-GB']),
};

export const importAndExportChannels = {
  'import.preview': job(
    z.strictObject({
      file: fileTokenSchema,
      /** The plan to match against. */
      planId: idSchema,
      corrections: importCorrectionsSchema.optional(),
      jobId: jobIdSchema,
    }),
    z.strictObject({ previewId: z.string(), preview: importPreviewSchema, importedBefore: z.string().nullable() }),
    ['not-found', ...readErrors],
  ),
  /**
   * Backs up, then brings in exactly what the preview showed for the chosen actions, in one step, and remembers the
   * corrections by the headings they were made for. A value of the plan that was edited after the preview was shown is
   * never overwritten: `import-preview-expired` then, with a reason that names it, and nothing is changed.
   */
  'import.apply': job(
    z.strictObject({
      previewId: z.string(),
      choices: z.array(importChoiceSchema).max(20_000).readonly(),
      blanks: blankPolicySchema.default('keep'),
    }),
    importReportSchema.extend({ importRunId: idSchema }),
    ['import-preview-expired', 'refused-by-rule', 'signed-off', 'not-found', 'disk-full'],
  ),
  /** Reads a file as comments of technicians, for the register of technician voice. */
  'import.previewComments': job(
    z.strictObject({
      file: fileTokenSchema,
      corrections: commentCorrectionsSchema.optional(),
      jobId: jobIdSchema,
    }),
    z.strictObject({ previewId: z.string(), preview: commentPreviewSchema, importedBefore: z.string().nullable() }),
    readErrors,
  ),
  /**
   * Backs up, then makes an entry of each comment that was chosen, exactly as the preview showed it, in one step, and
   * remembers the corrections of columns, headings and themes by the headings they were made for.
   */
  'import.applyComments': job(
    z.strictObject({ previewId: z.string(), keys: z.array(z.string()).min(1).max(importLimits.comments).readonly() }),
    importReportSchema.extend({ importRunId: idSchema }),
    ['import-preview-expired', 'refused-by-rule', 'not-found', 'disk-full'],
  ),
  /** The report of an import, at any later time, as a plain text file; see `Platform.saveFile`. */
  'import.report': job(
    z.strictObject({ importRunId: idSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['not-found'],
  ),
  /**
   * Takes one import back by its before-images, at any later time. `undo-conflict` where a value was edited since, or
   * something belongs to an action that it made: `detail.edited` lists each such action with the fields. With
   * `evenIfEdited` these stay as they are and the rest goes back.
   */
  'import.undo': command(z.strictObject({ importRunId: idSchema, evenIfEdited: z.boolean().optional() }), done, [
    'not-found',
    'undo-conflict',
    'signed-off',
  ]),
  'readiness.list': query(z.strictObject({ cycleId: idSchema }), z.array(readinessItemSchema).readonly(), [
    'not-found',
  ]),
  /** Sets findings aside, with a reason. What the submission asks for (`must`) cannot be set aside. */
  'readiness.dismiss': command(
    z.strictObject({
      cycleId: idSchema,
      findings: z
        .array(z.strictObject({ rule: line, target: line }))
        .min(1)
        .max(gridLimits.changedRows)
        .readonly(),
      reason: passage,
    }),
    done,
    ['not-found', 'refused-by-rule'],
  ),
  /** Counts a finding again that was set aside. */
  'readiness.restore': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  'search.find': query(
    z.strictObject({ text: line, limit: z.int().min(1).max(100) }),
    z.array(searchHitSchema).readonly(),
  ),
  'export.word': job(
    wordExportSchema.extend({
      jobId: jobIdSchema,
      /** A house style for this copy alone, in place of the institution's. */
      style: fileTokenSchema.optional(),
    }),
    z.strictObject({
      file: fileTokenSchema,
      fileName: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      fingerprint: z.string(),
      issuedDocumentId: idSchema.nullable(),
    }),
    [
      ...([
        'not-found',
        'export-failed',
        'cancelled',
        'refused-by-rule',
        'file-token-unknown',
        'file-unreadable',
      ] as const),
      ...houseStyleRefusals,
    ],
  ),
  /**
   * The Word document as it would be saved, as data that a page can show, and what is still open in it. A job, since
   * it is read out of the document itself, which takes as long to make as for saving; nothing is kept of it.
   */
  'export.preview': job(
    wordExportSchema.extend({ jobId: jobIdSchema }),
    z.strictObject({
      document: laidOutDocumentSchema,
      /** Of the whole document; and of the answers alone. */
      words: z.int().nonnegative(),
      answerWords: z.int().nonnegative(),
      /** Questions that print *Not answered*. */
      unanswered: z.array(z.strictObject({ key: z.string(), title: z.string() })).readonly(),
      /** Marks in the answers that would be printed, in reading order. */
      toDos: z.array(z.strictObject({ key: z.string(), title: z.string(), words: z.string() })).readonly(),
      /** As was asked for, or by theme where an earlier state did not have the framework yet. */
      planBy: planGroupingSchema,
      /** What the state is of that was asked for: the step that it was after; null for as it is now. */
      step: z.strictObject({ label: z.string(), at: z.string() }).nullable(),
    }),
    ['not-found', 'export-failed', 'cancelled', 'refused-by-rule'],
  ),
  /** The plans as a workbook that comes back by import with nothing changed but what was edited in it. */
  'export.workbook': job(
    z.strictObject({
      cycleId: idSchema,
      plan: z.enum(['last', 'next', 'both']),
      /** A sheet for each theme, for each item of a framework, or one for the whole plan. */
      sheets: z.union([z.enum(['by-theme', 'one']), byFramework]),
      /** With the notes that somebody keeps for themselves, which leave in no other file: only where it is asked for. */
      notes: z.boolean().optional(),
      /** An earlier state, right after this step. */
      stepId: stateSchema.optional(),
      jobId: jobIdSchema,
    }),
    exportedFile,
    ['not-found', 'export-failed', 'cancelled'],
  ),
  /**
   * The actions of one lead, with only the cells open that the lead is to fill. `not-found` where the lead has none.
   * It comes back by import like the workbook.
   */
  'export.contributionCopy': job(
    z.strictObject({
      planId: idSchema,
      /** As it stands in the plan: the whole text, or one of several owners that it names. */
      lead: line,
      /** The day by which it is asked back; without one the copy names the day that the self-assessment is due. */
      by: dateSchema.nullable().optional(),
      jobId: jobIdSchema,
    }),
    exportedFile,
    ['not-found', 'export-failed', 'cancelled'],
  ),
  /** Everything that would be changed or left out of the public page, to be looked through before it is written. */
  'export.webReview': query(z.strictObject(publicPage), z.array(redactionSchema).readonly(), ['not-found']),
  /**
   * The public page, and the new plan beside it as csv. `exceptions` are keys of redactions that may stay as written;
   * they hold for this export alone, so that the next one is looked through again.
   */
  'export.web': job(
    z.strictObject({
      ...publicPage,
      exceptions: z.array(line).max(gridLimits.changedRows).readonly(),
      draft: z.boolean(),
      jobId: jobIdSchema,
    }),
    z.strictObject({
      page: exportedFile,
      plan: exportedFile,
      fingerprint: z.string(),
      issuedDocumentId: idSchema.nullable(),
      redactions: z.array(redactionSchema).readonly(),
    }),
    ['not-found', 'export-failed', 'cancelled'],
  ),
  /** Where the host can, writes the token's file to a place that the person chose; see `Platform.saveFile`. */
  'export.issuedAgain': job(
    z.strictObject({ issuedDocumentId: idSchema }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['not-found'],
  ),
  'plan.dates': query(
    z.strictObject({ text: line, as: z.enum(['start', 'due']), planStartsOn: dateSchema.nullable() }),
    z.strictObject({ on: dateSchema.nullable(), reason: z.string() }),
  ),
  /** Of a plan or of survey comments, by `remembered.mappingId` of a table. */
  'mapping.forget': command(z.strictObject({ id: idSchema }), done, ['not-found']),
} as const;
