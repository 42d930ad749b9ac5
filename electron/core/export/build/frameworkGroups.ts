import type { FrameworkItem } from '#shared/model/tables.ts';
import type { TableAccess } from '../../workspace/tableAccess.ts';

/** Under what the actions of a plan stand: their first theme, or the first item of a framework that they are mapped to. */
export type PlanGrouping = 'theme' | { readonly framework: string };

export interface FrameworkGroups {
  readonly title: string;
  /** In the order of the framework, without those in the bin. */
  readonly items: readonly FrameworkItem[];
  /** The items that an action is mapped to, in the same order. */
  readonly itemsOf: (actionId: string) => readonly FrameworkItem[];
}

/** Throws the refusal `not-found` for an unknown framework. */
export function frameworkGroups(rows: TableAccess, frameworkId: string): FrameworkGroups {
  const { title } = rows.get('framework', frameworkId);
  const items = rows.all('frameworkItem', { frameworkId, binned: 0 }, ['position']);
  const mapped = new Map<string, Set<string>>();
  for (const { sourceId, target } of rows.all('link', { sourceKind: 'frameworkItem', targetKind: 'action' }))
    mapped.set(target, (mapped.get(target) ?? new Set()).add(sourceId));
  return {
    title,
    items,
    itemsOf: (actionId) => items.filter(({ id }) => mapped.get(actionId)?.has(id)),
  };
}

/** How the plans are grouped in a state of the past: as asked, or by theme where the framework was not there yet. */
export function groupingThen(rows: TableAccess, asked: PlanGrouping): PlanGrouping {
  if (asked === 'theme') return asked;
  const framework = rows.find('framework', asked.framework);
  return framework === undefined || framework.binned ? 'theme' : asked;
}

/** "P1 · Career paths" */
export const itemTitle = ({ code, title }: Pick<FrameworkItem, 'code' | 'title'>): string =>
  [code, title].filter((part) => part.trim() !== '').join(' · ') || 'Item without a name';
