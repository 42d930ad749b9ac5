import { Refusal } from '#shared/errors.ts';
import { dayInWords } from '../cycle/rules.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * What a change belongs to. The `words` of a plan are its actions as they were signed; its `review` is what is said of
 * them since, in ratings and decisions, and what joins it marked as added since.
 */
export type SignedPlace = { readonly cycleId: string } | { readonly planId: string; readonly part: 'words' | 'review' };

/**
 * What was signed stays as it was signed: `ensureUnsigned` is the one gate that every change of an answer, an action,
 * a rating, a lineage or a cycle's own fields goes through. It throws the refusal `signed-off`, which names the cycle
 * to be amended.
 *
 * A cycle is closed from its first recorded signature until an amendment of it is started, and from the signature of
 * that one again. The words of a plan are closed with the cycle that wrote it, however many come after: when the next
 * one starts, the plan that was signed becomes the plan under review and can be rated again, and no more than that. A
 * review is closed with the newest cycle that uses the plan. The institution, voice and evidence belong to no cycle and
 * stay open.
 */
export function ensureUnsigned(rows: TableAccess, place: SignedPlace): void {
  for (const cycleId of cyclesOver(rows, place)) {
    const signedOn = signedDayOf(rows, cycleId);
    if (signedOn !== null)
      throw new Refusal('signed-off', { cycleId, reason: reasonOf(rows, place, cycleId, signedOn) });
  }
}

function reasonOf(rows: TableAccess, place: SignedPlace, cycleId: string, signedOn: string): string {
  const stays = 'planId' in place && cycleId !== newestCycleOf(rows, place.planId);
  if (!stays) return `This was signed on ${dayInWords(signedOn)}, so it stays as it is until an amendment is started.`;
  const { stage } = rows.get('cycle', cycleId);
  return `This was signed with Stage ${stage} on ${dayInWords(signedOn)}, so its words stay as they are until an amendment of Stage ${stage} is started. It can be rated without one.`;
}

/** The cycles that a place is signed with, the one that wrote it first. */
export function cyclesOver(rows: TableAccess, place: SignedPlace): readonly string[] {
  if ('cycleId' in place) return [place.cycleId];
  const writer = place.part === 'words' ? writerOf(rows, place.planId) : null;
  return [...new Set([writer, newestCycleOf(rows, place.planId)])].filter((id) => id !== null);
}

/** Actions that joined a plan after it was signed are marked as such and were never signed: they go with its review. */
export function placeOfAction(
  rows: TableAccess,
  { id, planId }: { readonly id: string; readonly planId: string },
): Extract<SignedPlace, { readonly planId: string }> {
  return { planId, part: isAddedSince(rows, id, planId) ? 'review' : 'words' };
}

function isAddedSince(rows: TableAccess, actionId: string, planId: string): boolean {
  const writer = writerOf(rows, planId);
  if (writer === null || signedDayOf(rows, writer) === null) return false;
  const [signed] = rows.select(
    `SELECT min(version.stepId) AS stepId FROM signOff JOIN version ON version.id = signOff.versionId
     WHERE signOff.cycleId = ? AND step = 'signed' AND ${ofRoundInHand}`,
    writer,
    writer,
  );
  // Where the history stayed behind nothing can be told, and then it counts as signed.
  const [made] = rows.select(
    `SELECT min(stepId) AS stepId FROM change WHERE rowId = ? AND tableName = 'action' AND before IS NULL`,
    actionId,
  );
  return typeof signed?.stepId === 'number' && typeof made?.stepId === 'number' && made.stepId > signed.stepId;
}

const ofRoundInHand = 'amendmentId IS (SELECT id FROM amendment WHERE cycleId = ? ORDER BY number DESC LIMIT 1)';

/** The day of the signature that closes a cycle: of the round in hand, not of one that is amended since. */
function signedDayOf(rows: TableAccess, cycleId: string): string | null {
  const [signed] = rows.select(
    `SELECT happenedOn FROM signOff WHERE cycleId = ? AND step = 'signed' AND ${ofRoundInHand}
     ORDER BY happenedOn LIMIT 1`,
    cycleId,
    cycleId,
  );
  return signed ? String(signed.happenedOn) : null;
}

/** The newest cycle that reviews a plan or writes it. */
function newestCycleOf(rows: TableAccess, planId: string): string | null {
  const [newest] = rows.select(
    'SELECT id FROM cycle WHERE lastPlanId = ? OR newPlanId = ? ORDER BY createdAt DESC, stage DESC LIMIT 1',
    planId,
    planId,
  );
  return newest ? String(newest.id) : null;
}

/** The cycle whose new plan it is; null for one that was brought in from before. */
function writerOf(rows: TableAccess, planId: string): string | null {
  const [writer] = rows.select('SELECT id FROM cycle WHERE newPlanId = ? ORDER BY createdAt DESC LIMIT 1', planId);
  return writer ? String(writer.id) : null;
}

/** Whether the words of an action stay as they were signed, which those of one that joined its plan later do not. */
export function areWordsSigned(rows: TableAccess, action: { readonly id: string; readonly planId: string }): boolean {
  const place = placeOfAction(rows, action);
  return place.part === 'words' && cyclesOver(rows, place).some((cycleId) => signedDayOf(rows, cycleId) !== null);
}

/** Whether the words of a plan stay as they were signed; see `ensureUnsigned`. */
export const isPlanSigned = (rows: TableAccess, planId: string): boolean =>
  cyclesOver(rows, { planId, part: 'words' }).some((cycleId) => signedDayOf(rows, cycleId) !== null);

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
