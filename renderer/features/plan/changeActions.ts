import type { ActionFields, RatingFields } from '#shared/contract/actionPlan.ts';
import type { ChangeKind } from '#shared/contract/define.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';
import type { GridChange } from '../../components/grid/gridColumns.ts';

/** Fields of a grid that belong to the rating of an action, and not to the action itself. */
const ratingFields: ReadonlySet<string> = new Set(['rag', 'progress', 'explanation']);

function parted(fields: GridChange['fields']): { readonly fields: ActionFields; readonly rating?: RatingFields } {
  const rating = Object.entries(fields).filter(([key]) => ratingFields.has(key));
  const own = Object.entries(fields).filter(([key]) => !ratingFields.has(key));
  return {
    fields: Object.fromEntries(own),
    ...(rating.length > 0 ? { rating: Object.fromEntries(rating) } : {}),
  };
}

/** Carries changes of a grid out on the actions of a plan, as one step. */
export function changeActions(
  planId: string,
  changes: readonly GridChange[],
  kind: ChangeKind,
): Promise<Result<{ readonly ids: readonly string[] }>> {
  return run('action.change', {
    planId,
    kind,
    changes: changes.flatMap(({ rowId, fields }) => (rowId === null ? [] : [{ id: rowId, ...parted(fields) }])),
    added: changes.flatMap(({ rowId, fields }) => (rowId === null ? [parted(fields)] : [])),
  });
}
