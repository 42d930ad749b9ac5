import type { TableName } from '#shared/model/tables.ts';
import { changesOfStep } from '../history/steps.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { ensureUnsigned, placeOfAction, type SignedPlace } from './signedGuard.ts';

/** The cycle or the plan that a row is signed with; null for what stays open. */
export function signedPlaceOf(rows: TableAccess, table: TableName, row: StoredRow): SignedPlace | null {
  const reviewOf = (actionId: unknown): SignedPlace | null => {
    const action = rows.find('action', String(actionId));
    return action ? { planId: action.planId, part: 'review' } : null;
  };
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
      return { planId: String(row.id), part: 'words' };
    case 'action':
      return placeOfAction(rows, { id: String(row.id), planId: String(row.planId) });
    case 'rating':
      return reviewOf(row.actionId);
    case 'lineage':
      return reviewOf(row.fromActionId);
    default:
      return null;
  }
}

/** For taking one step back later: whatever it changed has to be open. */
export function ensureStepUnsigned(rows: TableAccess, stepId: number): void {
  for (const { table, before, after } of changesOfStep(rows.database, stepId))
    for (const row of [before, after]) {
      const place = row && signedPlaceOf(rows, table, row);
      if (place) ensureUnsigned(rows, place);
    }
}
