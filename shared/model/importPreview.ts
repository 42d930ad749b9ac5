import { z } from 'zod';
import { dateSchema, idSchema, instantSchema, ragSchema, themeSchema } from './words.ts';

/**
 * What a file was understood to hold, before anything is brought in. `import preview --json` prints it as it stands,
 * the wizard shows it, and apply writes exactly it.
 */

/** `completion` is what the Technician Commitment asks for; colours of the other two must not be copied unasked. */
export const ragSchemeSchema = z.enum(['completion', 'brag', 'health', 'none']);
export type RagScheme = z.infer<typeof ragSchemeSchema>;

/** What a column of the file holds. `note` is kept as a note on the action; `ignore` is left out at the person's wish. */
export const columnRoles = [
  'id',
  'ref',
  'theme',
  'objective',
  'action',
  'owner',
  'supporting',
  'start',
  'due',
  'timescale',
  'completed',
  'successMeasure',
  'progress',
  'resources',
  'impactEvidence',
  'rag',
  'redExplanation',
  /** The heading is a theme and each cell an action. */
  'themeActions',
  /** The heading is a timescale and each cell an action, or several as bullets. */
  'horizonActions',
  'ratingActions',
  'themeTicks',
  /** The heading is a timescale and each cell at most a mark. */
  'horizonTicks',
  /** The heading is a rating, such as R or “In progress”, and each cell at most a mark. */
  'ragTicks',
  /** The heading is a person or department and each cell their part: R, A, C, I or a tick. */
  'responsibility',
  'note',
  'ignore',
] as const;
export const columnRoleSchema = z.enum(columnRoles);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

/** Fields of an action that may have been guessed. Each guess has a sentence with its reason. */
export const guessedFields = [
  'ref',
  'themes',
  'objective',
  'action',
  'owner',
  'supporting',
  'start',
  'due',
  'rag',
  'redExplanation',
  'successMeasure',
  'progress',
  'notes',
] as const;
export const guessedFieldSchema = z.enum(guessedFields);
export type GuessedField = z.infer<typeof guessedFieldSchema>;

export const matchKindSchema = z.enum(['identical', 'extended', 'narrowed', 'related', 'new']);
export type MatchKind = z.infer<typeof matchKindSchema>;

export const importNoteSchema = z.strictObject({ header: z.string(), text: z.string() }).readonly();
export type ImportNote = z.infer<typeof importNoteSchema>;

/** One run of words of a comparison: in both, only in the plan, or only in the file. */
export const wordChangeSchema = z
  .strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
  .readonly();
export type WordChange = z.infer<typeof wordChangeSchema>;

/** Fields of an action that an import can bring in, by the names that `choices[].without` takes. */
export const importedFields = [
  'ref',
  'themes',
  'objective',
  'action',
  'owner',
  'supporting',
  'start',
  'due',
  'rag',
  'redExplanation',
  'successMeasure',
  'progress',
  'resources',
  'impactEvidence',
  'notes',
] as const;
export const importedFieldSchema = z.enum(importedFields);
export type ImportedField = z.infer<typeof importedFieldSchema>;

/**
 * A field whose value in the file differs from the plan's, as a person reads both; blank as an empty text. A blank in
 * the file is written only where the blank policy is `replace`, and a plan's own words only stand against
 * `fill-blanks-only`: which of these changes will be made depends on the policy chosen.
 */
export const fieldChangeSchema = z
  .strictObject({
    field: importedFieldSchema,
    inPlan: z.string(),
    inFile: z.string(),
    /** It was signed: it stays as it is unless somebody takes it over, which only an open amendment allows. */
    signed: z.literal(true).optional(),
  })
  .readonly();
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const importMatchSchema = z
  .strictObject({
    /** Our id of the action in the plan; null for a new one. */
    id: z.string().nullable(),
    ref: z.string().nullable(),
    kind: matchKindSchema,
    /** The wording compared, in reading order; empty for identical and new. */
    changes: z.array(wordChangeSchema).readonly(),
    /** What else the file says otherwise, the wording included, cell by cell; empty for a new one. */
    fields: z.array(fieldChangeSchema).readonly(),
  })
  .readonly();
export type ImportMatch = z.infer<typeof importMatchSchema>;

export const previewActionSchema = z
  .strictObject({
    /** Stable for the same file and corrections: table and row, and a count where one cell holds several. */
    key: z.string(),
    /** Our own id, from a hidden column that our exports carry. */
    id: z.string().nullable(),
    ref: z.string(),
    themes: z.array(themeSchema).readonly(),
    objective: z.string(),
    action: z.string(),
    owner: z.string(),
    /** The owner taken apart, in order. */
    owners: z.array(z.string()).readonly(),
    supporting: z.string(),
    start: dateSchema.nullable(),
    due: dateSchema.nullable(),
    startText: z.string(),
    dueText: z.string(),
    rag: ragSchema.nullable(),
    /** How the rating was read, as in “Green, from the fill #00B050 in F5 and the key in B2”; empty for no rating. */
    ragFrom: z.string(),
    redExplanation: z.string(),
    successMeasure: z.string(),
    progress: z.string(),
    resources: z.string(),
    impactEvidence: z.string(),
    /** What stood in columns that are no field of an action, and in cell notes. Nothing is lost. */
    notes: z.array(importNoteSchema).readonly(),
    reasons: z.partialRecord(guessedFieldSchema, z.string()).readonly(),
    /** Its row was hidden in the file, as a filter does. */
    hidden: z.boolean(),
    /** `table` counts in `tables`; `row` as a person counts, from 1. */
    source: z.strictObject({ table: z.int().nonnegative(), row: z.int().positive() }).readonly(),
    match: importMatchSchema.optional(),
  })
  .readonly();
export type PreviewAction = z.infer<typeof previewActionSchema>;

export const previewColumnSchema = z
  .strictObject({
    column: z.int().nonnegative(),
    /** As a person names it: `C`. */
    letter: z.string(),
    header: z.string(),
    role: columnRoleSchema,
    why: z.string(),
    /** Some of the values, so that a person can tell. */
    samples: z.array(z.string()).readonly(),
  })
  .readonly();

/** What rows that stand below an action are taken for. */
export const milestonesAsSchema = z.enum(['milestones', 'actions']);
export type MilestonesAs = z.infer<typeof milestonesAsSchema>;

/** What a person takes a row for. */
export const rowAsSchema = z.enum(['action', 'left-out']);
export type RowAs = z.infer<typeof rowAsSchema>;

/** A row of a table that was not taken for an action by itself, with the texts of its cells and the reason. */
export const previewRowSchema = z
  .strictObject({
    row: z.int().positive(),
    text: z.string(),
    why: z.string(),
    /** Whether it has words that could be an action. */
    canBeAction: z.boolean(),
  })
  .readonly();
export type PreviewRow = z.infer<typeof previewRowSchema>;

/** A word or colour of the RAG column, and what it was taken to mean; `asked` where a person must decide. */
export const previewStatusSchema = z
  .strictObject({
    word: z.string(),
    from: z.enum(['text', 'fill', 'fontColour']),
    rag: ragSchema.nullable(),
    asked: z.boolean(),
    count: z.int().positive(),
    sample: z.string(),
  })
  .readonly();
export type PreviewStatus = z.infer<typeof previewStatusSchema>;

export const previewThemeWordSchema = z
  .strictObject({ word: z.string(), themes: z.array(themeSchema).readonly(), count: z.int().positive() })
  .readonly();
export type PreviewThemeWord = z.infer<typeof previewThemeWordSchema>;

/** The reading of an earlier file with the same headings that this table was read by. */
export const rememberedSchema = z.strictObject({ mappingId: idSchema, editedAt: instantSchema }).readonly();
export type Remembered = z.infer<typeof rememberedSchema>;

export const previewTableSchema = z
  .strictObject({
    /** For corrections: sheet, first row and, of two cycles side by side, which. */
    key: z.string(),
    sheet: z.string(),
    sheetIndex: z.int().nonnegative(),
    kind: z.enum(['worksheet', 'text', 'wordTable', 'wordOutline']),
    hiddenSheet: z.boolean(),
    /** Row of the header as a person counts; null where there is none. */
    headerRow: z.int().positive().nullable(),
    firstRow: z.int().positive(),
    lastRow: z.int().positive(),
    use: z.enum(['plan', 'alternative', 'not-a-plan']),
    why: z.string(),
    columns: z.array(previewColumnSchema).readonly(),
    actions: z.int().nonnegative(),
    skipped: z.array(previewRowSchema).readonly(),
    /** Rows that a person took for actions. */
    taken: z.array(previewRowSchema).readonly(),
    statuses: z.array(previewStatusSchema).readonly(),
    themeWords: z.array(previewThemeWordSchema).readonly(),
    /** Its headings, normalised and joined, by which corrections are remembered; empty for a table without any. */
    headerKey: z.string(),
    /** Rows that read as milestones of the action above, what they were taken for, and what tells; null without any. */
    milestones: z
      .strictObject({ count: z.int().positive(), as: milestonesAsSchema, why: z.string() })
      .readonly()
      .nullable(),
    remembered: rememberedSchema.nullable(),
  })
  .readonly();
export type PreviewTable = z.infer<typeof previewTableSchema>;

/** A plan in the same file that was not taken by itself. */
export const previewAlternativeSchema = z
  .strictObject({
    kind: z.enum(['hidden-sheet', 'other-cycle', 'repeat', 'less-likely']),
    title: z.string(),
    why: z.string(),
    /** Keys of its tables, for `corrections.tables`. */
    tables: z.array(z.string()).readonly(),
    actions: z.array(previewActionSchema).readonly(),
  })
  .readonly();
export type PreviewAlternative = z.infer<typeof previewAlternativeSchema>;

export const previewProblemCodes = [
  'no-plan-found',
  'theme-not-recognised',
  'theme-suggested',
  'rag-not-recognised',
  'rag-scheme-ask',
  'date-impossible',
  'red-without-explanation',
  'crossed-out',
  'hidden-rows',
] as const;
export const previewProblemSchema = z
  .strictObject({
    code: z.enum(previewProblemCodes),
    /** Names sheet and row, and says what to do. */
    message: z.string(),
    table: z.int().nonnegative(),
    row: z.int().positive().optional(),
    /** Of the action that it is about, where its row holds several. */
    key: z.string().optional(),
  })
  .readonly();
export type PreviewProblem = z.infer<typeof previewProblemSchema>;

/** An action of the plan that the file does not have. */
export const missingActionSchema = z.strictObject({ id: z.string(), ref: z.string(), action: z.string() }).readonly();
export type MissingAction = z.infer<typeof missingActionSchema>;

export const previewKeyEntrySchema = z
  .strictObject({ colour: z.string(), text: z.string(), place: z.string() })
  .readonly();

export const importPreviewSchema = z
  .strictObject({
    source: z
      .strictObject({
        fileName: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        kind: z.enum(['xlsx', 'xlsb', 'ods', 'xls', 'html', 'csv', 'docx']),
      })
      .readonly(),
    ragScheme: ragSchemeSchema,
    /** What the file itself says its colours mean, as in `amber: ongoing`. */
    colourKey: z.array(previewKeyEntrySchema).readonly(),
    tables: z.array(previewTableSchema).readonly(),
    actions: z.array(previewActionSchema).readonly(),
    alternatives: z.array(previewAlternativeSchema).readonly(),
    missing: z.array(missingActionSchema).readonly().optional(),
    problems: z.array(previewProblemSchema).readonly(),
  })
  .readonly();
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/** What a person changed in the wizard. Everything not named is guessed as before. */
export const importCorrectionsSchema = z
  .strictObject({
    /** Keys of the tables to take, instead of those proposed. */
    tables: z.array(z.string()).readonly().optional(),
    /** Row as a person counts; null for a sheet without a header. */
    headerRows: z
      .array(z.strictObject({ sheetIndex: z.int().nonnegative(), row: z.int().positive().nullable() }).readonly())
      .readonly()
      .optional(),
    columns: z
      .array(z.strictObject({ table: z.string(), column: z.int().nonnegative(), role: columnRoleSchema }).readonly())
      .readonly()
      .optional(),
    /** By word or `#RRGGBB` as `tables[].statuses` lists it; null for not yet rated. */
    statuses: z.record(z.string(), ragSchema.nullable()).readonly().optional(),
    /** By word as `tables[].themeWords` lists it. */
    themes: z.record(z.string(), z.array(themeSchema).readonly()).readonly().optional(),
    milestones: z
      .array(z.strictObject({ table: z.string(), as: milestonesAsSchema }).readonly())
      .readonly()
      .optional(),
    /** By row as `tables[].skipped` and `actions[].source` list it. */
    rows: z
      .array(z.strictObject({ table: z.string(), row: z.int().positive(), as: rowAsSchema }).readonly())
      .readonly()
      .optional(),
    /** false guesses afresh and ignores what was remembered of earlier files. */
    remembered: z.boolean().optional(),
  })
  .readonly();
export type ImportCorrections = z.infer<typeof importCorrectionsSchema>;

/** How a table with certain headings was corrected. Row `mapping` keeps it by `headerKey`. */
export const readingSchema = z
  .strictObject({
    /** The person pointed at the row of headings, so it is looked for by its words. */
    headerChosen: z.boolean(),
    /** `offset` counts columns from the first that has a heading, so that a column put before it changes nothing. */
    columns: z.array(z.strictObject({ offset: z.int(), role: columnRoleSchema }).readonly()).readonly(),
    /** What the file itself said its colours mean at that time: a remembered status must not contradict another key. */
    colourKey: z.string(),
    statuses: z.record(z.string(), ragSchema.nullable()).readonly(),
    themes: z.record(z.string(), z.array(themeSchema).readonly()).readonly(),
    /** Only where it was chosen. */
    milestones: milestonesAsSchema.optional(),
    /** Texts of rows that were taken for actions: the same words may stand in another row next time. */
    actionRows: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type Reading = z.infer<typeof readingSchema>;

export const importOutcomeSchema = z.enum(['created', 'changed', 'same', 'left']);
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What became of one action of the file. */
export const reportLineSchema = z
  .strictObject({
    /** Of the preview's action. */
    key: z.string(),
    outcome: importOutcomeSchema,
    ref: z.string(),
    /** The beginning of its wording. */
    action: z.string(),
    /** What was changed; for a new action what it holds; empty for same and left. */
    fields: z.array(importedFieldSchema).readonly(),
  })
  .readonly();
export type ReportLine = z.infer<typeof reportLineSchema>;

export const notInFileSchema = z.strictObject({ ref: z.string(), action: z.string() }).readonly();

/** What an import did. Those kept before lines were have counts only. */
export const importReportSchema = z.strictObject({
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Actions of the file that were not ticked. */
  left: z.int(),
  problems: z.array(z.string()).readonly(),
  lines: z.array(reportLineSchema).readonly(),
  /** Actions of the plan that the file does not have. Nothing was done to them. */
  notInFile: z.array(notInFileSchema).readonly(),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;
