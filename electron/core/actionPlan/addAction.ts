import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { givenFields } from '../givenFields.ts';
import { academicYearStartOf } from '../institution/repository.ts';
import type { CommandContext } from '../services.ts';
import { isPlanSigned, isPlanSubmitted } from '../signOff/signedGuard.ts';
import { blankAction } from './blankAction.ts';
import { makeRoom } from './repository.ts';
import { datesFromTexts } from './timescale.ts';

/** Adds actions to a plan inside the running command, together, last or before another; returns their ids. Sets no label. */
export function addActions(
  { rows, ports }: CommandContext,
  planId: string,
  added: readonly ActionFields[],
  beforeId: string | null = null,
): readonly string[] {
  if (added.length === 0) return [];
  const plan = rows.get('plan', planId);
  // Among what was signed nothing moves to make room.
  const positions = makeRoom(rows, planId, isPlanSigned(rows, planId) ? null : beforeId, added.length);
  const yearStart = academicYearStartOf(rows);
  const addedSinceSubmission = isPlanSubmitted(rows, planId);
  return added.map((fields, index) => {
    const id = ports.newId();
    rows.insert('action', {
      ...blankAction,
      id,
      planId,
      position: positions[index] ?? 0,
      ...givenFields(fields),
      addedSinceSubmission: addedSinceSubmission || fields.addedSinceSubmission === true,
      ...datesFromTexts(fields, plan.startsOn, yearStart),
    });
    return id;
  });
}

/** One action more; see `addActions`. */
export function addAction(
  context: CommandContext,
  planId: string,
  fields: ActionFields,
  beforeId: string | null = null,
): string {
  const [id] = addActions(context, planId, [fields], beforeId);
  if (id === undefined) throw new Error('No action was added');
  return id;
}
