import type { Draft, ReadinessRule } from '../draft.ts';

/** Items named in one finding: the others are on the screen that it leads to. */
const named = 5;

/**
 * screens.md: coverage of frameworks. Asked only of a framework that something is mapped to: lists are also kept to be
 * looked up.
 */
export const frameworkItemsWithoutAnything: ReadinessRule = (draft) => {
  const served = servedItems(draft);
  return draft.frameworks.flatMap(({ id, title, items }) => {
    const open = items.filter((item) => !served.has(item.id));
    if (open.length === 0 || open.length === items.length) return [];
    const names = open.slice(0, named).map((item) => item.code.trim() || item.title.trim() || 'an item without a name');
    const more = open.length - names.length;
    return [
      {
        weight: 'look' as const,
        rule: 'framework-item-without-anything',
        message: `${title.trim() || 'A framework'}: nothing is mapped to ${open.length} of ${items.length} items (${names.join('; ')}${more > 0 ? `; and ${more} more` : ''})`,
        reason: 'An action, an answer or evidence that serves it can be mapped; a gap may also be meant.',
        target: `/frameworks/${id}`,
      },
    ];
  });
};

/** Links run from the item, or from voice and evidence to it. */
function servedItems({ links, lastPlan, newPlan, answers, evidence }: Draft): ReadonlySet<string> {
  const there = new Set([
    ...[...lastPlan.actions, ...newPlan.actions, ...evidence].map(({ id }) => id),
    ...answers.map(({ answer }) => answer.id),
  ]);
  return new Set(
    links.flatMap(({ sourceKind, sourceId, targetKind, target }) => {
      if (sourceKind === 'frameworkItem') return there.has(target) ? [sourceId] : [];
      return targetKind === 'frameworkItem' ? [target] : [];
    }),
  );
}
