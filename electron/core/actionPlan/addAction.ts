import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { givenFields } from '../givenFields.ts';
import type { CommandContext } from '../services.ts';
import { isPlanSubmitted } from '../signOff/signedGuard.ts';
import { blankAction } from './blankAction.ts';
import { makeRoom } from './repository.ts';
import { datesFromTexts } from './timescale.ts';

/** Adds an action to a plan inside the running command, last or before another, and returns its id. Sets no label. */
export function addAction(
  { rows, ports }: CommandContext,
  planId: string,
  fields: ActionFields,
  beforeId: string | null = null,
): string {
  const plan = rows.get('plan', planId);
  const id = ports.newId();
  rows.insert('action', {
    ...blankAction,
    id,
    planId,
    position: makeRoom(rows, planId, beforeId),
    addedSinceSubmission: isPlanSubmitted(rows, planId),
    ...givenFields(fields),
    ...datesFromTexts(fields, plan.startsOn),
  });
  return id;
}
