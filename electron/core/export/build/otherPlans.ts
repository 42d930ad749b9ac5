import type { Action, Cycle } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';
import type { DocumentWords } from '../word/documentWords.ts';
import { actionLabel } from './actionLabel.ts';

/**
 * Actions of neither plan of this cycle, a line for each plan that says which it is and whether it came before or
 * after: an entry or an item of evidence may have served a plan that this document does not print.
 */
export function actionsOfOtherPlans(
  rows: TableAccess,
  cycle: Cycle,
  actions: readonly Action[],
  words: DocumentWords,
): readonly string[] {
  const others = actions.filter(({ planId }) => planId !== cycle.lastPlanId && planId !== cycle.newPlanId);
  if (others.length === 0) return [];
  const cycles = rows.all('cycle', {}, ['createdAt', 'stage']);
  const laterPlans = new Set(
    cycles
      .slice(cycles.findIndex(({ id }) => id === cycle.id) + 1)
      .flatMap(({ lastPlanId, newPlanId }) => [lastPlanId, newPlanId]),
  );
  return [...Map.groupBy(others, ({ planId }) => planId)]
    .map(([planId, own]) => ({ plan: rows.get('plan', planId), own }))
    .toSorted((one, other) => ((one.plan.startsOn ?? '') < (other.plan.startsOn ?? '') ? -1 : 1))
    .map(({ plan, own }) => {
      const label = laterPlans.has(plan.id) ? words.voice.laterPlanActions : words.voice.earlierPlanActions;
      return words.labelled(label(plan.title.trim()), own.map(actionLabel).join(', '));
    });
}
