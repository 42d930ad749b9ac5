import type { Action } from '#shared/model/tables.ts';
import { readTimescale } from '../actionPlan/timescale.ts';
import { isPlanSigned } from '../signOff/signedGuard.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * Reads the timescales anew that name an academic year, a term or a quarter of one, after its start has moved. Only
 * dates that still are what the text was read as: one that somebody set by hand stays, and so does a plan that is
 * signed. Returns how many actions have another date now.
 */
export function moveAcademicYear(rows: TableAccess, before: string, after: string): number {
  let moved = 0;
  for (const plan of rows.all('plan')) {
    if (isPlanSigned(rows, plan.id)) continue;
    for (const action of rows.all('action', { planId: plan.id })) {
      const fields = {
        ...(readAnew(action.startText, action.startOn, 'start') ?? {}),
        ...(readAnew(action.dueText, action.dueOn, 'due') ?? {}),
      };
      if (Object.keys(fields).length === 0) continue;
      rows.update('action', action.id, fields);
      moved += 1;
    }

    function readAnew(text: string, on: string | null, as: 'start' | 'due'): Partial<Action> | null {
      if (text === '' || on === null || readTimescale(text, as, plan.startsOn, before).on !== on) return null;
      const next = readTimescale(text, as, plan.startsOn, after).on;
      if (next === on) return null;
      return as === 'start' ? { startOn: next } : { dueOn: next };
    }
  }
  return moved;
}
