import { actionName } from '../../actionPlan/actionWords.ts';
import { type Draft, questionPage, type ReadinessRule } from '../draft.ts';

/** domain.md 1: stages after the first review the last plan, every action rated. Not yet rated is not red. */
export const unratedActions: ReadinessRule = (draft) => {
  if (!draft.questionSet.reviewsLastPlan) return [];
  if (draft.lastPlan.actions.length === 0) {
    return [
      {
        weight: 'must',
        rule: 'no-last-plan',
        message: 'The last plan has no actions',
        reason: 'This stage reviews the last plan, action by action.',
        target: questionPage(draft, 'plan-review'),
      },
    ];
  }
  return draft.lastPlan.actions
    .filter((action) => (draft.ratings.get(action.id)?.rag ?? null) === null)
    .map((action) => ({
      weight: 'must',
      rule: 'unrated-action',
      message: `Not yet rated: ${actionName(action)}`,
      reason: 'The review rates every action of the last plan.',
      target: `/last-plan/${action.id}`,
    }));
};

/** domain.md 1: every red needs an explanation. */
export const redsWithoutReason: ReadinessRule = (draft) =>
  reviewed(draft)
    .filter((action) => {
      const rating = draft.ratings.get(action.id);
      return rating?.rag === 'red' && rating.explanation.trim() === '';
    })
    .map((action) => ({
      weight: 'must',
      rule: 'red-without-reason',
      message: `Red without a reason: ${actionName(action)}`,
      reason: 'Every red needs an explanation of why it is still to be carried out.',
      target: `/last-plan/${action.id}/explanation`,
    }));

/** domain.md 4: green without evidence; the fear of over-claiming is met by showing what there is. */
export const greensWithoutEvidence: ReadinessRule = (draft) => {
  const supported = new Set(
    draft.links
      .filter((link) => link.sourceKind === 'evidence' && link.targetKind === 'action')
      .map((link) => link.target),
  );
  return reviewed(draft)
    .filter((action) => draft.ratings.get(action.id)?.rag === 'green' && !supported.has(action.id))
    .map((action) => ({
      weight: 'should',
      rule: 'green-without-evidence',
      message: `Green without evidence: ${actionName(action)}`,
      reason: 'A link, a file or a testimonial shows that it is completed.',
      target: `/last-plan/${action.id}`,
    }));
};

/** domain.md 3: from one cycle to the next an action is identical, extended, narrowed, related or gone. */
export const undecidedActions: ReadinessRule = (draft) => {
  const decided = new Set(draft.lineage.map((each) => each.fromActionId));
  return reviewed(draft)
    .filter((action) => !decided.has(action.id))
    .map((action) => ({
      weight: 'should',
      rule: 'undecided-action',
      message: `What becomes of it is not decided: ${actionName(action)}`,
      reason: 'A reader of both plans looks for each action of the last one.',
      target: `/last-plan/${action.id}`,
    }));
};

const reviewed = ({ questionSet, lastPlan }: Draft): Draft['lastPlan']['actions'] =>
  questionSet.reviewsLastPlan ? lastPlan.actions : [];
