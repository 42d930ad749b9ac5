import { ownersOf } from '#shared/model/owners.ts';
import { actionName } from '../../actionPlan/actionWords.ts';
import type { ReadinessRule } from '../draft.ts';

export const noLead: ReadinessRule = ({ newPlan }) =>
  newPlan.actions
    .filter((action) => action.lead.trim() === '')
    .map((action) => ({
      weight: 'should',
      rule: 'no-lead',
      message: `Nobody leads it: ${actionName(action)}`,
      reason: 'What nobody leads is seldom done.',
      target: `/new-plan/${action.id}/lead`,
    }));

/** domain.md 4: more than three owners. Those who support are not counted: that is where the others belong. */
const mostLeads = 3;

export const tooManyOwners: ReadinessRule = ({ newPlan }) =>
  newPlan.actions.flatMap((action) => {
    const leads = ownersOf(action.lead).length;
    if (leads <= mostLeads) return [];
    return [
      {
        weight: 'look' as const,
        rule: 'too-many-owners',
        message: `${leads} leads: ${actionName(action)}`,
        reason: 'One lead answers for it; the others support.',
        target: `/new-plan/${action.id}/lead`,
      },
    ];
  });

/** domain.md 4: one body owning more than a third. In a plan of a few actions that says nothing. */
const fewestActions = 6;

export const oneBodyOwnsMost: ReadinessRule = ({ newPlan }) => {
  if (newPlan.actions.length < fewestActions) return [];
  const byBody = Map.groupBy(
    newPlan.actions.flatMap((action) => ownersOf(action.lead).map((name) => ({ name, action }))),
    ({ name }) => name.toLowerCase(),
  );
  return [...byBody.values()].flatMap((owned) => {
    const [first] = owned;
    if (!first || owned.length * 3 <= newPlan.actions.length) return [];
    return [
      {
        weight: 'look' as const,
        rule: 'one-body-owns-most',
        message: `${first.name} leads ${owned.length} of ${newPlan.actions.length} actions`,
        reason: 'More than a third with one body is a risk if it is renamed, merged or short of time.',
        target: `/new-plan/${first.action.id}`,
      },
    ];
  });
};
