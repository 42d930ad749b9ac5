import { actionName } from '../../actionPlan/actionWords.ts';
import type { ReadinessRule } from '../draft.ts';

/** domain.md 4: "ongoing". It has no end, so it is never completed. */
const withoutEnd = /\b(?:ongoing|on-going|continuous(?:ly)?|continual(?:ly)?|rolling|throughout|permanent(?:ly)?)\b/iu;

export const ongoingDates: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter((action) => withoutEnd.test(action.dueText))
    .map((action) => ({
      weight: 'look',
      rule: 'ongoing-date',
      message: `No end: ${actionName(action)} is due “${action.dueText.trim()}”`,
      reason: 'What goes on for ever cannot be rated green. Give a date for its first result.',
      target: `/new-plan/${action.id}/dueText`,
    }));

export const noDueDate: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter((action) => action.dueText.trim() === '' && action.dueOn === null)
    .map((action) => ({
      weight: 'should',
      rule: 'no-due-date',
      message: `No due date: ${actionName(action)}`,
      reason: 'A plan says by when.',
      target: `/new-plan/${action.id}/dueText`,
    }));

/** domain.md 4: dates outside the plan. */
export const datesOutsidePlan: ReadinessRule = ({ newPlan: { plan, actions } }) =>
  actions
    .filter(
      ({ startOn, dueOn }) =>
        (plan.endsOn !== null && dueOn !== null && dueOn > plan.endsOn) ||
        (plan.startsOn !== null && dueOn !== null && dueOn < plan.startsOn) ||
        (plan.endsOn !== null && startOn !== null && startOn > plan.endsOn),
    )
    .map((action) => ({
      weight: 'should',
      rule: 'date-outside-plan',
      message: `Outside the period of the plan: ${actionName(action)}`,
      reason: 'Its start or due date is before the plan begins or after it ends.',
      target: `/new-plan/${action.id}/dueText`,
    }));

export const dueBeforeStart: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter(({ startOn, dueOn }) => startOn !== null && dueOn !== null && dueOn < startOn)
    .map((action) => ({
      weight: 'should',
      rule: 'due-before-start',
      message: `Due before it starts: ${actionName(action)}`,
      reason: 'One of the two dates is a slip.',
      target: `/new-plan/${action.id}/dueText`,
    }));

/** domain.md 4: dates bunched. From this many dated actions on, this share on one day is worth a look. */
const fewestDated = 8;
const bunchedShare = 0.5;

export const bunchedDates: ReadinessRule = ({ newPlan }) => {
  const dated = newPlan.actions.filter((action) => action.dueOn !== null);
  if (dated.length < fewestDated) return [];
  return [...Map.groupBy(dated, (action) => action.dueOn)].flatMap(([, sameDay]) => {
    const [first] = sameDay;
    if (!first || sameDay.length <= dated.length * bunchedShare) return [];
    return [
      {
        weight: 'look' as const,
        rule: 'bunched-dates',
        message: `${sameDay.length} of ${dated.length} actions are due on the same day`,
        reason: 'Most of the work then waits for the end. Spread what can be done earlier.',
        target: `/new-plan/${first.id}`,
      },
    ];
  });
};
