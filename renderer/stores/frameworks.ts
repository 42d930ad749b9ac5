import { useMemo } from 'react';
import type { Framework, FrameworkItem } from '#shared/model/tables.ts';
import { type Rows, useWorkspace } from './workspace.ts';

/** A framework with its items, both in their order and without what lies in the bin. */
export interface FrameworkView extends Framework {
  readonly items: readonly FrameworkItem[];
}

export const inOrder = <Item extends { readonly id: string; readonly position: number }>(items: Iterable<Item>) =>
  [...items].sort((one, other) => one.position - other.position || one.id.localeCompare(other.id));

export function frameworksOf({
  framework,
  frameworkItem,
}: Pick<Rows, 'framework' | 'frameworkItem'>): readonly FrameworkView[] {
  const items = Map.groupBy(inOrder(frameworkItem.values()), (item) => item.frameworkId);
  return inOrder(framework.values())
    .filter(({ binned }) => !binned)
    .map((own) => ({ ...own, items: (items.get(own.id) ?? []).filter(({ binned }) => !binned) }));
}

export function useFrameworks(): readonly FrameworkView[] {
  const framework = useWorkspace((state) => state.rows.framework);
  const frameworkItem = useWorkspace((state) => state.rows.frameworkItem);
  return useMemo(() => frameworksOf({ framework, frameworkItem }), [framework, frameworkItem]);
}

/** "R3 · Career paths" */
export const itemName = ({ code, title }: Pick<FrameworkItem, 'code' | 'title'>): string =>
  [code.trim(), title.trim()].filter((part) => part !== '').join(' · ') || 'Item without a name';
