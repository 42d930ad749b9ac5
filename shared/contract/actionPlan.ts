import { z } from 'zod';
import { gridLimits } from '../limits.ts';
import { tables } from '../model/tables.ts';
import { dateSchema, idSchema, lineageKindSchema, ragSchema } from '../model/words.ts';
import { bounded, changeKindSchema, command, done, line, passage } from './define.ts';

const id = z.strictObject({ id: idSchema });
const ids = z.strictObject({ ids: z.array(idSchema).readonly() });
const writable = ['not-found', 'signed-off'] as const;
export const actionFieldsSchema = bounded(
  tables.action.omit({ id: true, planId: true, position: true, binned: true }),
).partial();
export type ActionFields = Readonly<z.infer<typeof actionFieldsSchema>>;

/** What is given of a rating; what is not given keeps its value. */
export const ratingFieldsSchema = z.strictObject({
  rag: ragSchema.nullable().optional(),
  progress: passage.optional(),
  explanation: passage.optional(),
});
export type RatingFields = Readonly<z.infer<typeof ratingFieldsSchema>>;

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
  /**
   * Many cells at once, as one step: a paste, a fill, a bulk change. Each value is checked as `action.edit` and
   * `rating.give` check it, and all are written or none: `detail.field` of a refusal names the change. New actions come
   * before the given one, or last, in their order; their ids are returned.
   */
  'action.change': command(
    z.strictObject({
      planId: idSchema,
      kind: changeKindSchema,
      changes: z
        .array(
          z.strictObject({
            id: idSchema,
            fields: actionFieldsSchema.optional(),
            rating: ratingFieldsSchema.optional(),
          }),
        )
        .max(gridLimits.changedRows)
        .readonly(),
      added: z
        .array(z.strictObject({ fields: actionFieldsSchema, rating: ratingFieldsSchema.optional() }))
        .max(gridLimits.changedRows)
        .readonly(),
      before: idSchema.nullable().optional(),
    }),
    ids,
    ['refused-by-rule', ...writable],
  ),
  /** Actions of one plan, in the order given, to stand together before another, or last. */
  'action.move': command(
    z.strictObject({
      ids: z.array(idSchema).min(1).max(gridLimits.changedRows).readonly(),
      before: idSchema.nullable(),
    }),
    done,
    ['refused-by-rule', ...writable],
  ),
  'action.bin': command(z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() }), done, writable),
  'action.unbin': command(z.strictObject({ ids: z.array(idSchema).min(1).max(10_000).readonly() }), done, writable),

  /**
   * Rates actions today, or edits today's rating: what is not given keeps its value from the current rating. A rating
   * of an earlier day is never overwritten: it stays as "was Red, January 2025". `rag: null` is Not yet rated.
   */
  'rating.give': command(
    z.strictObject({
      actionIds: z.array(idSchema).min(1).max(10_000).readonly(),
      ...ratingFieldsSchema.shape,
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
  /**
   * Carries many actions forward, each to a new action of its own, in their order, in the words given for it or the same;
   * those that go on already are passed over. Returns the new ids.
   */
  'lineage.carryEach': command(
    z.strictObject({
      fromActionIds: z.array(idSchema).min(1).max(gridLimits.changedRows).readonly(),
      toPlanId: idSchema,
      kind: lineageKindSchema.extract(['continued', 'extended', 'narrowed']).optional(),
      texts: z
        .array(z.strictObject({ id: idSchema, text: passage }))
        .max(gridLimits.changedRows)
        .readonly()
        .optional(),
      reason: passage.optional(),
    }),
    ids,
    ['refused-by-rule', ...writable],
  ),
  /** Splits an action of the last plan into several new ones, in their order. What is not given is taken from it. */
  'lineage.split': command(
    z.strictObject({
      fromActionId: idSchema,
      toPlanId: idSchema,
      into: z.array(actionFieldsSchema).min(2).max(50).readonly(),
      reason: passage.optional(),
    }),
    ids,
    ['refused-by-rule', ...writable],
  ),
  /** Joins actions that exist already: one of the last plan, and others with it, to one in which they go on. */
  'lineage.join': command(
    z.strictObject({
      fromActionId: idSchema,
      others: z.array(idSchema).max(gridLimits.changedRows).readonly().optional(),
      toActionId: idSchema,
      kind: lineageKindSchema.extract(['continued', 'extended', 'narrowed', 'replaced', 'merged', 'split']),
      reason: passage.optional(),
    }),
    id,
    ['refused-by-rule', ...writable],
  ),
  'lineage.remove': command(id, done, writable),

  /**
   * Gives an owner another name in the leads and the supporting people of every plan that may still be changed, as a
   * whole name and not inside another; returns how many actions named it.
   */
  'owner.rename': command(
    z.strictObject({ from: line.min(1), to: line.min(1) }),
    z.strictObject({ actions: z.int().nonnegative() }),
    ['refused-by-rule'],
  ),
} as const;
