import { bunchedDay, ownerShares } from '#shared/model/planLint.ts';
import type { ReadinessRule } from '../draft.ts';

/** How the new plan spreads over people and time. */

export const oneBodyOwnsMost: ReadinessRule = ({ newPlan: { actions } }) =>
  ownerShares(actions)
    .filter(({ isMost }) => isMost)
    .map(({ owner, actionIds }) => ({
      weight: 'look',
      rule: 'one-body-owns-most',
      message: `${owner} leads ${actionIds.length} of ${actions.length} actions`,
      reason: 'More than a third with one body is a risk if it is renamed, merged or short of time.',
      target: `/new-plan/${actionIds[0]}`,
    }));

export const bunchedDates: ReadinessRule = ({ newPlan }) => {
  const bunched = bunchedDay(newPlan.actions);
  if (bunched === null) return [];
  return [
    {
      weight: 'look',
      rule: 'bunched-dates',
      message: `${bunched.actionIds.length} of ${bunched.dated} actions are due on the same day`,
      reason: 'Most of the work then waits for the end. Spread what can be done earlier.',
      target: `/new-plan/${bunched.actionIds[0]}`,
    },
  ];
};
