import { describe, expect, it } from 'vitest';
import type { Rating } from '#shared/model/tables.ts';
import { draftAction, draftRating, emptyDraft } from '#test/helpers/readinessDraft.ts';
import type { Draft } from '../draft.ts';
import { greensWithoutEvidence, redsWithoutReason, undecidedActions, unratedActions } from './lastPlanRatings.ts';

function review(ratings: readonly Rating[], changes: Partial<Draft> = {}, stage = 3): Draft {
  const draft = emptyDraft({ ratings: new Map(ratings.map((rating) => [rating.actionId, rating])), ...changes }, stage);
  return { ...draft, lastPlan: { ...draft.lastPlan, actions: [draftAction('V1'), draftAction('V2')] } };
}
const targets = (items: readonly { readonly target: string }[]) => items.map(({ target }) => target);

describe('the review of the last plan', () => {
  it('lists what is not yet rated, which is not red', () => {
    const draft = review([draftRating('V1', { rag: 'red' }), draftRating('V2', { progress: 'Begun' })]);
    expect(unratedActions(draft)).toMatchObject([
      { weight: 'must', message: 'Not yet rated: V2', target: '/last-plan/V2' },
    ]);
  });

  it('says once that the last plan is missing', () => {
    expect(unratedActions(emptyDraft())).toMatchObject([{ target: '/question/last-plan-review' }]);
  });

  it('lists every red without a reason, and leads to the reason', () => {
    const draft = review([
      draftRating('V1', { rag: 'red', explanation: ' ' }),
      draftRating('V2', { rag: 'red', explanation: 'No budget' }),
    ]);
    expect(targets(redsWithoutReason(draft))).toEqual(['/last-plan/V1/explanation']);
  });

  it('lists greens that no evidence supports', () => {
    const ratings = [draftRating('V1', { rag: 'green' }), draftRating('V2', { rag: 'green' })];
    const link = {
      id: 'link',
      sourceKind: 'evidence',
      sourceId: 'evidence 1',
      targetKind: 'action',
      target: 'V1',
    } as const;
    expect(targets(greensWithoutEvidence(review(ratings, { links: [link] })))).toEqual(['/last-plan/V2']);
    const said = { ...link, sourceKind: 'voice' } as const;
    expect(targets(greensWithoutEvidence(review(ratings, { links: [said] })))).toHaveLength(2);
  });

  it('lists actions of which nobody has said what becomes', () => {
    const lineage = [{ id: 'l', fromActionId: 'V2', toActionId: null, kind: 'done', reason: '' } as const];
    expect(targets(undecidedActions(review([], { lineage })))).toEqual(['/last-plan/V1']);
  });

  it('is asked of no stage that reviews nothing', () => {
    const draft = review([draftRating('V1', { rag: 'red' })], {}, 1);
    for (const rule of [unratedActions, redsWithoutReason, greensWithoutEvidence, undecidedActions]) {
      expect(rule(draft)).toEqual([]);
    }
  });
});
