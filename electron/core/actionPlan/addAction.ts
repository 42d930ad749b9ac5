import type { ActionFields } from '#shared/contract/actionPlan.ts';
import { givenFields } from '../givenFields.ts';
import { academicYearStartOf } from '../institution/repository.ts';
import type { CommandContext } from '../services.ts';
import { isPlanSubmitted } from '../signOff/signedGuard.ts';
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
  const positions = makeRoom(rows, planId, beforeId, added.length);
  const yearStart = academicYearStartOf(rows);
  const addedSinceSubmission = isPlanSubmitted(rows, planId);
  return added.map((fields, index) => {
    const id = ports.newId();
    rows.insert('action', {
      ...blankAction,
      id,
      planId,
      position: positions[index] ?? 0,
      addedSinceSubmission,
      ...givenFields(fields),
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
