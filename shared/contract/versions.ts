import { z } from 'zod';
import { idSchema, instantSchema, ragSchema } from '../model/words.ts';
import { command, line, query } from './define.ts';

/** A field that differs; a row that is absent on one side has null there. */
const fieldDifferenceSchema = z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() });
const presenceSchema = z.enum(['added', 'removed', 'changed']);

const ragTotalsSchema = z.strictObject({
  green: z.int(),
  amber: z.int(),
  red: z.int(),
  notRated: z.int(),
});

/** The step that a state is right after; null is now. */
const stateFactsSchema = z.strictObject({ label: z.string(), at: instantSchema }).nullable();

/** What differs between two states of a workspace, in the order in which a submission is read. */
export const versionComparisonSchema = z.strictObject({
  from: stateFactsSchema,
  to: stateFactsSchema,
  answers: z
    .array(
      z.strictObject({
        id: idSchema,
        stage: z.int(),
        question: z.string(),
        /** The plain text, to be compared word by word. */
        before: z.string(),
        after: z.string(),
        /** State, facts and asks ticked. */
        fields: z.array(fieldDifferenceSchema).readonly(),
      }),
    )
    .readonly(),
  plans: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        before: ragTotalsSchema,
        after: ragTotalsSchema,
        /** Ratings that moved. */
        moved: z
          .array(
            z.strictObject({
              id: idSchema,
              name: z.string(),
              before: ragSchema.nullable(),
              after: ragSchema.nullable(),
            }),
          )
          .readonly(),
        actions: z
          .array(
            z.strictObject({
              id: idSchema,
              name: z.string(),
              presence: presenceSchema,
              fields: z.array(fieldDifferenceSchema).readonly(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
  others: z
    .array(
      z.strictObject({
        id: z.string(),
        table: z.string(),
        name: z.string(),
        presence: presenceSchema,
        fields: z.array(fieldDifferenceSchema).readonly(),
      }),
    )
    .readonly(),
});
export type VersionComparison = z.infer<typeof versionComparisonSchema>;

/** A state of the workspace: right after a step, or null for as it is now. */
export const stateSchema = z.int().nonnegative().nullable();

export const versionChannels = {
  /** Names the state after a step, at any later time too; without a step, the state as it is. */
  'version.name': command(
    z.strictObject({ name: line.min(1), note: line, stepId: z.int().positive().optional() }),
    z.strictObject({ id: idSchema }),
    ['not-found'],
  ),
  'version.rename': command(
    z.strictObject({ id: idSchema, name: line.min(1), note: line.optional() }),
    z.strictObject({}),
    ['not-found'],
  ),
  'version.compare': query(z.strictObject({ from: stateSchema, to: stateSchema }), versionComparisonSchema, [
    'not-found',
  ]),
  /**
   * Puts everything back to how it was right after a step, as a step of its own. What was issued, signed or imported
   * stays on record.
   */
  'version.restore': command(
    z.strictObject({ stepId: z.int().positive() }),
    z.strictObject({ rows: z.int().nonnegative() }),
    ['not-found', 'signed-off', 'undo-conflict'],
  ),
} as const;
