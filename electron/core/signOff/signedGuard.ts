import { Refusal } from '#shared/errors.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * What was signed stays as it was signed: `ensureUnsigned` is the one gate that every change of an answer, an action,
 * a rating, a lineage or a cycle's own fields goes through. It throws the refusal `signed-off`.
 *
 * A cycle is closed from its first recorded signature. A plan is closed while the newest cycle that uses it is signed:
 * when the next cycle starts, the plan that was signed becomes the plan under review and can be rated again. The
 * institution, voice and evidence belong to no cycle and stay open.
 */
export function ensureUnsigned(
  rows: TableAccess,
  what: { readonly cycleId: string } | { readonly planId: string },
): void {
  if ('cycleId' in what ? isCycleSigned(rows, what.cycleId) : isPlanSigned(rows, what.planId)) {
    throw new Refusal('signed-off', {
      reason: 'This was signed. Take the signature back under Sign-off before changing it.',
    });
  }
}

const isCycleSigned = (rows: TableAccess, cycleId: string): boolean =>
  rows.select("SELECT 1 FROM signOff WHERE cycleId = ? AND step = 'signed' LIMIT 1", cycleId).length > 0;

/** Whether a plan stays as it was signed; see `ensureUnsigned`. */
export function isPlanSigned(rows: TableAccess, planId: string): boolean {
  const [newest] = rows.select(
    'SELECT id FROM cycle WHERE lastPlanId = ? OR newPlanId = ? ORDER BY createdAt DESC, stage DESC LIMIT 1',
    planId,
    planId,
  );
  return newest !== undefined && isCycleSigned(rows, String(newest.id));
}

/** Whether a plan has gone out: an action that joins it now was not in what was submitted. */
export function isPlanSubmitted(rows: TableAccess, planId: string): boolean {
  if (rows.get('plan', planId).submittedOn !== null) return true;
  return (
    rows.select(
      `SELECT 1 FROM signOff JOIN cycle ON cycle.id = signOff.cycleId
       WHERE cycle.newPlanId = ? AND signOff.step IN ('signed', 'submitted', 'published') LIMIT 1`,
      planId,
    ).length > 0
  );
}
