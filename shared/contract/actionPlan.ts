import { z } from 'zod';
import { tables } from '../model/tables.ts';
import { dateSchema, idSchema, lineageKindSchema, ragSchema } from '../model/words.ts';
import { bounded, command, done, passage } from './define.ts';

const id = z.strictObject({ id: idSchema });
const writable = ['not-found', 'signed-off'] as const;
export const actionFieldsSchema = bounded(
  tables.action.omit({ id: true, planId: true, position: true, binned: true }),
).partial();
export type ActionFields = Readonly<z.infer<typeof actionFieldsSchema>>;

export const actionPlanChannels = {
  'plan.edit': command(
    z.strictObject({ id: idSchema, fields: bounded(tables.plan.omit({ id: true })).partial() }),
    done,
    ['refused-by-rule', ...writable],
  ),
  /** New action at the end of the plan, or before another. `startOn` and `dueOn` follow from the texts unless given. */
  'action.add': command(
    z.strictObject({ planId: idSchema, before: idSchema.optional(), fields: actionFieldsSchema }),
    id,
    writable,
  ),
  /** Only the given fields change. Writing `startText` or `dueText` alone also sets the date that it means, or null. */
  'action.edit': command(z.strictObject({ id: idSchema, fields: actionFieldsSchema }), done, writable),
  'action.move': command(z.strictObject({ id: idSchema, before: idSchema.nullable() }), done, writable),
  'action.bin': command(z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() }), done, writable),
  'action.unbin': command(z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() }), done, writable),

  /**
   * Rates actions today, or edits today's rating: what is not given keeps its value from the current rating. A rating
   * of an earlier day is never overwritten: it stays as "was Red, January 2025". `rag: null` is Not yet rated.
   */
  'rating.give': command(
    z.strictObject({
      actionIds: z.array(idSchema).min(1).max(10_000).readonly(),
      rag: ragSchema.nullable().optional(),
      progress: passage.optional(),
      explanation: passage.optional(),
      /** Another day than today, for ratings that are entered later; never in the future. */
      ratedOn: dateSchema.optional(),
    }),
    done,
    ['refused-by-rule', ...writable],
  ),

  /** What becomes of an action without a successor (done, business as usual, superseded, dropped: with a reason). */
  'lineage.decide': command(
    z.strictObject({
      actionIds: z.array(idSchema).min(1).max(10_000).readonly(),
      kind: z.enum(['done', 'business-as-usual', 'superseded', 'dropped']),
      reason: passage,
    }),
    done,
    ['refused-by-rule', ...writable],
  ),
  /** Makes the action of the new plan that goes on from one or more (merged) actions of the last plan. */
  'lineage.carryForward': command(
    z.strictObject({
      fromActionIds: z.array(idSchema).min(1).max(200).readonly(),
      toPlanId: idSchema,
      kind: lineageKindSchema.extract(['continued', 'extended', 'narrowed', 'replaced', 'merged', 'split']),
      fields: actionFieldsSchema,
      reason: passage.optional(),
    }),
    id,
    ['refused-by-rule', ...writable],
  ),
  /** Joins two actions that exist already. */
  'lineage.join': command(
    z.strictObject({
      fromActionId: idSchema,
      toActionId: idSchema,
      kind: lineageKindSchema.extract(['continued', 'extended', 'narrowed', 'replaced', 'merged', 'split']),
      reason: passage.optional(),
    }),
    id,
    ['refused-by-rule', ...writable],
  ),
  'lineage.remove': command(id, done, writable),
} as const;
