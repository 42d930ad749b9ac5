import { z } from 'zod';
import { questionSetLimits } from '../limits.ts';

/**
 * The questions of one stage of the Technician Commitment, as data.
 *
 * Stages, horizons, windows, prompts and limits drift from round to round, so none of them is written in code: a
 * question set is a versioned file in `resources/question-sets/` and is copied into a workspace when a cycle is made,
 * so that a draft never shifts under its writer.
 */

/** Words joined by hyphens: stable in answers, ticks, links and exports, whatever happens to titles and order. */
export const questionKeySchema = z
  .string()
  .max(questionSetLimits.keyCharacters)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use small letters and digits, joined by hyphens');

/** A text that has to be there: a space is none. */
export const nothingWritten = 'Something has to be written here';
const written = z.string().max(questionSetLimits.textCharacters).regex(/\S/, nothingWritten);

/** What the screen shows for a question: an editor, a form of facts, or a view of a plan, publication or signatures. */
export const questionKindSchema = z.enum(['rich-text', 'facts', 'plan-review', 'plan', 'publication', 'signatures']);

/** A closing date that comes round every year. */
export const submissionWindowSchema = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(isDayOfEveryYear, { error: 'The day must exist in that month of every year' })
  .readonly();

export const simpleFactKindSchema = z.enum(['text', 'number', 'date', 'email', 'telephone', 'url', 'yes-no']);

export const factColumnSchema = z
  .strictObject({ key: questionKeySchema, label: written, kind: simpleFactKindSchema })
  .readonly();

/** A single labelled value, or a table of such values with one row for each thing listed. */
export const factSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      key: questionKeySchema,
      label: written,
      help: written.optional(),
      kind: simpleFactKindSchema,
    })
    .readonly(),
  z
    .strictObject({
      key: questionKeySchema,
      label: written,
      help: written.optional(),
      kind: z.literal('table'),
      columns: z.array(factColumnSchema).min(1).max(questionSetLimits.columns).readonly(),
    })
    .readonly(),
]);

/** One thing that the prompt asks for: one tick in the form. */
export const askSchema = z.strictObject({ key: questionKeySchema, label: written }).readonly();

export const questionSchema = z
  .strictObject({
    key: questionKeySchema,
    kind: questionKindSchema,
    /** Short, for the contents. */
    title: written.max(48),
    /** The question put as a question, for the head of the page. */
    heading: written,
    prompt: written,
    /** What a reviewer looks for, a line each. */
    guidance: z.array(written).max(questionSetLimits.guidanceLines).readonly(),
    asks: z.array(askSchema).max(questionSetLimits.asks).readonly(),
    /** In words; null where the national form sets none. An institution may set its own in the workspace. */
    wordLimit: z.int().positive().max(questionSetLimits.words).nullable(),
    facts: z.array(factSchema).max(questionSetLimits.facts).readonly().optional(),
    /**
     * Keys of the questions of earlier versions whose answers belong here: two where they were merged, the same one in
     * two questions where it was split. Without it, the question of the same key.
     */
    comesFrom: z.array(questionKeySchema).max(questionSetLimits.questions).readonly().optional(),
  })
  .readonly();

export const questionSetSchema = z
  .strictObject({
    id: questionKeySchema,
    version: z.string().regex(/^\d{4}\.\d+$/, 'A version is a year and a number, such as 2024.1'),
    /** Any stage: a fourth will come. */
    stage: z.int().positive(),
    title: written,
    planMonths: z.int().positive().max(questionSetLimits.months),
    reviewsLastPlan: z.boolean(),
    /** Months from signing the Commitment to the earliest day this stage is due. */
    dueMonthsAfterSigning: z.int().positive().max(questionSetLimits.months),
    windows: z.array(submissionWindowSchema).min(1).max(questionSetLimits.windows).readonly(),
    extension: z.literal('next-window'),
    questions: z.array(questionSchema).min(1).max(questionSetLimits.questions).readonly(),
  })
  .superRefine((set, context) => {
    report(context, 'question', set.questions);
    for (const question of set.questions) {
      report(context, `ask of ${question.key}`, question.asks);
      report(context, `fact of ${question.key}`, question.facts ?? []);
      if (question.kind === 'facts' && (question.facts ?? []).length === 0) {
        context.addIssue({ code: 'custom', message: `The question ${question.key} is of kind facts and lists none` });
      }
      if (question.kind === 'plan-review' && !set.reviewsLastPlan) {
        context.addIssue({
          code: 'custom',
          message: `The question ${question.key} reviews a plan; the stage does not`,
        });
      }
    }
    if (set.reviewsLastPlan && !set.questions.some((question) => question.kind === 'plan-review')) {
      context.addIssue({ code: 'custom', message: 'The stage reviews the last plan, but no question does' });
    }
  })
  .readonly();

export type QuestionKind = z.infer<typeof questionKindSchema>;
export type SubmissionWindow = z.infer<typeof submissionWindowSchema>;
export type Fact = z.infer<typeof factSchema>;
export type FactKind = Fact['kind'];
export type Ask = z.infer<typeof askSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionSet = z.infer<typeof questionSetSchema>;

function isDayOfEveryYear(window: { readonly month: number; readonly day: number }): boolean {
  // 2026 is not a leap year, so 29 February is refused: a window must come round every year.
  return window.day <= new Date(Date.UTC(2026, window.month, 0)).getUTCDate();
}

interface IssueSink {
  addIssue(issue: { readonly code: 'custom'; readonly message: string }): void;
}

function report(context: IssueSink, what: string, items: readonly { readonly key: string }[]): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (seen.has(key)) context.addIssue({ code: 'custom', message: `Two entries of ${what} share the key ${key}` });
    seen.add(key);
  }
}
