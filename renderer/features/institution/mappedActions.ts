import type { Action, Link } from '#shared/model/tables.ts';

/** How many actions each framework item is mapped to; actions in the bin do not count. */
export function mappedActions(
  links: Iterable<Link>,
  actions: ReadonlyMap<string, Pick<Action, 'binned'>>,
): ReadonlyMap<string, number> {
  const targets = new Map<string, Set<string>>();
  for (const { sourceKind, sourceId, targetKind, target } of links) {
    if (sourceKind !== 'frameworkItem' || targetKind !== 'action') continue;
    if (actions.get(target)?.binned !== false) continue;
    const mapped = targets.get(sourceId) ?? new Set<string>();
    targets.set(sourceId, mapped.add(target));
  }
  return new Map([...targets].map(([item, mapped]) => [item, mapped.size]));
}

/** "3 actions", "1 action", "No action yet" */
export const mappedWords = (count: number): string =>
  count === 0 ? 'No action yet' : `${count} ${count === 1 ? 'action' : 'actions'}`;
