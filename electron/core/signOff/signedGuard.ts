import { Refusal } from '#shared/errors.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * What was signed stays as it was signed: `ensureUnsigned` is the one gate that every change of an answer, an action,
 * a rating, a lineage or a cycle's own fields goes through. It throws the refusal `signed-off`, which names the cycle
 * to be amended.
 *
 * A cycle is closed from its first recorded signature until an amendment of it is started, and from the signature of
 * that one again. A plan is closed while the newest cycle that uses it is: when the next cycle starts, the plan that
 * was signed becomes the plan under review and can be rated again. The institution, voice and evidence belong to no
 * cycle and stay open.
 */
export function ensureUnsigned(
  rows: TableAccess,
  what: { readonly cycleId: string } | { readonly planId: string },
): void {
  const cycleId = 'cycleId' in what ? what.cycleId : cycleOfPlan(rows, what.planId);
  const signedOn = cycleId === null ? null : signedDayOf(rows, cycleId);
  if (cycleId === null || signedOn === null) return;
  throw new Refusal('signed-off', {
    cycleId,
    reason: `This was signed on ${dayInWords(signedOn)}, so it stays as it is until an amendment is started.`,
  });
}

/** The day of the signature that closes a cycle: of the round in hand, not of one that is amended since. */
function signedDayOf(rows: TableAccess, cycleId: string): string | null {
  const [signed] = rows.select(
    `SELECT happenedOn FROM signOff WHERE cycleId = ? AND step = 'signed'
       AND amendmentId IS (SELECT id FROM amendment WHERE cycleId = ? ORDER BY number DESC LIMIT 1)
     ORDER BY happenedOn LIMIT 1`,
    cycleId,
    cycleId,
  );
  return signed ? String(signed.happenedOn) : null;
}

/** The newest cycle that reviews a plan or writes it: the plan is closed with it. */
export function cycleOfPlan(rows: TableAccess, planId: string): string | null {
  const [newest] = rows.select(
    'SELECT id FROM cycle WHERE lastPlanId = ? OR newPlanId = ? ORDER BY createdAt DESC, stage DESC LIMIT 1',
    planId,
    planId,
  );
  return newest ? String(newest.id) : null;
}

/** Whether a plan stays as it was signed; see `ensureUnsigned`. */
export function isPlanSigned(rows: TableAccess, planId: string): boolean {
  const cycleId = cycleOfPlan(rows, planId);
  return cycleId !== null && signedDayOf(rows, cycleId) !== null;
}

/**
 * Whether a plan has gone out: an action that joins it now was not in what was submitted. What was signed counts as
 * gone out while it stays as it was signed; an amendment before the submission is still part of what will be.
 */
export function isPlanSubmitted(rows: TableAccess, planId: string): boolean {
  if (rows.get('plan', planId).submittedOn !== null) return true;
  return rows
    .all('cycle', { newPlanId: planId })
    .some(
      ({ id }) =>
        signedDayOf(rows, id) !== null ||
        rows.all('signOff', { cycleId: id }).some(({ step }) => step === 'submitted' || step === 'published'),
    );
}
