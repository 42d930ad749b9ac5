import type { ImportedField } from '#shared/model/importPreview.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import { nextRating, type RatingEdit } from '../actionPlan/ratingRules.ts';
import type { CommandContext } from '../services.ts';
import type { FieldValues } from './fieldValues.ts';

type ActionFields = Partial<Omit<Action, 'id' | 'planId'>>;

/** Of a file's values, those of the named fields that stand in the action's own row. */
export function actionFields(values: FieldValues, fields: readonly ImportedField[]): ActionFields {
  return Object.assign({}, ...fields.map((field) => actionField(values, field))) as ActionFields;
}

function actionField(values: FieldValues, field: ImportedField): ActionFields {
  switch (field) {
    case 'action':
      return { text: values.action };
    case 'owner':
      return { lead: values.owner };
    case 'start':
      return { startText: values.start.text, startOn: values.start.on };
    case 'due':
      return { dueText: values.due.text, dueOn: values.due.on };
    case 'rag':
    case 'progress':
    case 'redExplanation':
      return {};
    default:
      return { [field]: values[field] };
  }
}

/** Gives the rating that the file holds, dated today and naming the file, where one of its fields is among those. */
export function rateAsInFile(
  { rows, ports, now }: CommandContext,
  actionId: string,
  current: Rating | null,
  given: { readonly values: FieldValues; readonly fields: readonly ImportedField[]; readonly fileName: string },
): void {
  const { values, fields, fileName: source } = given;
  const edit: RatingEdit = {
    ...(fields.includes('rag') ? { rag: values.rag } : {}),
    ...(fields.includes('progress') ? { progress: values.progress } : {}),
    ...(fields.includes('redExplanation') ? { explanation: values.redExplanation } : {}),
  };
  // A file that says again what the plan says is not a new rating.
  if (Object.keys(edit).length === 0) return;
  const today = ports.today();
  const next = nextRating(current, today, edit);
  switch (next.kind) {
    case 'same':
      return;
    case 'edit':
      if (current) rows.update('rating', current.id, { ...next.values, ratedAt: now, source });
      return;
    case 'add':
      rows.insert('rating', { id: ports.newId(), actionId, ratedOn: today, ratedAt: now, source, ...next.values });
  }
}
