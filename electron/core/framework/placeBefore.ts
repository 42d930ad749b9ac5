import { positionsBetween } from '../actionPlan/positions.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** Gives a row a place before another of its list, or at the end. Others move only where no room is left between two. */
export function placeBefore(
  rows: TableAccess,
  table: 'framework' | 'frameworkItem',
  id: string,
  before: string | null,
  list: readonly Placed[],
): void {
  const staying = list.filter((row) => row.id !== id);
  if (before === id) return;
  const at = before === null ? staying.length : staying.findIndex((row) => row.id === before);
  const [position] = positionsBetween(staying[at - 1]?.position ?? null, staying[at]?.position ?? null, 1) ?? [];
  if (position !== undefined) {
    rows.update(table, id, { position });
    return;
  }
  for (const [index, row] of staying.toSpliced(at, 0, { id, position: 0 }).entries())
    rows.update(table, row.id, { position: index + 1 });
}
