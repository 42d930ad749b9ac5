import type { ActionFields } from '#shared/contract/actionPlan.ts';
import type { Result } from '#shared/result.ts';
import { run } from '../../actions/run.ts';

/** The texts of an action that are written in a cell or in the inspector. */
const textFields = [
  'ref',
  'objective',
  'text',
  'lead',
  'supporting',
  'startText',
  'dueText',
  'successMeasure',
  'resources',
  'impactEvidence',
  'notes',
] as const;
export type TextField = (typeof textFields)[number];

export const editAction = (id: string, fields: ActionFields): Promise<Result<unknown>> =>
  run('action.edit', { id, fields });

/** Saves one text of an action; progress and the reason for a red belong to its rating of today. */
export async function saveActionText(id: string, field: string, text: string): Promise<Result<unknown>> {
  if (field === 'progress') return run('rating.give', { actionIds: [id], progress: text });
  if (field === 'explanation') return run('rating.give', { actionIds: [id], explanation: text });
  const known = textFields.find((each) => each === field);
  if (!known) throw new Error(`There is no text of an action called ${field}`);
  return editAction(id, { [known]: text });
}
