import type { FieldChange, ImportedField, ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import type { Institution } from '#shared/model/tables.ts';
import { ragWords } from '../actionPlan/actionWords.ts';
import { dayInWords } from '../cycle/rules.ts';
import { themeTitle } from '../export/build/themeTitles.ts';
import {
  type DateValue,
  differingFields,
  type FieldValues,
  type SaidInPlan,
  saidOfReview,
  valuesInFile,
  valuesInPlan,
} from './fieldValues.ts';

/** What a file says otherwise than the plan about one action, field by field, as a person of the institution reads it.
 * `isSigned`: the words of the action were signed. */
export function fieldChanges(
  said: SaidInPlan,
  action: PreviewAction,
  preview: Pick<ImportPreview, 'tables'>,
  institution: Institution | undefined,
  isSigned: boolean,
): readonly FieldChange[] {
  const inPlan = valuesInPlan(said);
  const inFile = valuesInFile(action, said.action.notes);
  return differingFields(said, action, preview).map((field) => ({
    field,
    inPlan: shown(field, inPlan, inFile, institution),
    inFile: shown(field, inFile, inPlan, institution),
    ...(isSigned && !saidOfReview.has(field) ? { signed: true as const } : {}),
  }));
}

function shown(
  field: ImportedField,
  values: FieldValues,
  other: FieldValues,
  institution: Institution | undefined,
): string {
  switch (field) {
    case 'rag':
      return values.rag === null ? '' : ragWords[values.rag];
    case 'themes':
      return values.themes.map((theme) => themeTitle(theme, institution)).join(', ');
    case 'start':
    case 'due':
      return shownDate(values[field], other[field]);
    default:
      return values[field];
  }
}

/** The text as it stands, and the day beside it where the text alone would not show what differs. */
function shownDate({ text, on }: DateValue, other: DateValue): string {
  if (on === null) return text;
  const words = dayInWords(on);
  if (text === '') return words;
  return text === other.text ? `${text} (${words})` : text;
}
