import { useMemo } from 'react';
import type { FrameworkItem } from '#shared/model/tables.ts';
import { itemName } from '../../stores/frameworks.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { LinkedItems } from '../links/LinkedItems.tsx';
import { inspectorHeadingId } from '../plan/inspectorElement.ts';
import { LinkedTo } from '../voice/LinkedTo.tsx';
import register from '../voice/register.module.css';
import { usesBySource } from '../voice/whereUsed.ts';

/** What serves one item, with the ways to link more: actions and answers of any cycle, and evidence. */
export function ItemInspector({ item }: { readonly item: FrameworkItem }) {
  const rows = useWorkspace((state) => state.rows);
  const uses = useMemo(() => usesBySource(rows, 'frameworkItem').get(item.id) ?? [], [rows, item.id]);
  return (
    <div className={register.inspector}>
      <h2 id={inspectorHeadingId} data-action={item.id} tabIndex={-1}>
        {itemName(item)}
      </h2>
      <p className={register.meta}>{rows.framework.get(item.frameworkId)?.title}</p>
      <LinkedTo sourceKind="frameworkItem" sourceId={item.id} uses={uses} />
      <LinkedItems targetKind="frameworkItem" target={item.id} sourceKind="voice" />
    </div>
  );
}
