import type { TableName } from '#shared/model/tables.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

export type SignedPlace = { readonly cycleId: string } | { readonly planId: string };

/** The cycle or the plan that a row is signed with; null for what stays open. */
export function signedPlaceOf(rows: TableAccess, table: TableName, row: StoredRow): SignedPlace | null {
  const planOf = (actionId: unknown) => rows.find('action', String(actionId));
  switch (table) {
    case 'cycle':
      return { cycleId: String(row.id) };
    case 'answer':
    case 'earlierAnswer':
    case 'officialForm':
      return { cycleId: String(row.cycleId) };
    case 'askTick':
      return rows.find('answer', String(row.answerId)) ?? null;
    case 'officialPrompt':
      return rows.find('officialForm', String(row.formId)) ?? null;
    case 'plan':
      return { planId: String(row.id) };
    case 'action':
      return { planId: String(row.planId) };
    case 'rating':
      return planOf(row.actionId) ?? null;
    case 'lineage':
      return planOf(row.fromActionId) ?? null;
    default:
      return null;
  }
}
