import type { FieldChange, ImportedField, ImportPreview, PreviewAction } from '#shared/model/importPreview.ts';
import type { Rag, Theme } from '#shared/model/words.ts';
import {
  type DateValue,
  differingFields,
  type FieldValues,
  type SaidInPlan,
  valuesInFile,
  valuesInPlan,
} from './fieldValues.ts';

/** What a file says otherwise than the plan about one action, field by field, as a person reads it. */
export function fieldChanges(
  said: SaidInPlan,
  action: PreviewAction,
  preview: Pick<ImportPreview, 'tables'>,
): readonly FieldChange[] {
  const inPlan = valuesInPlan(said);
  const inFile = valuesInFile(action, said.action.notes);
  return differingFields(said, action, preview).map((field) => ({
    field,
    inPlan: shown(field, inPlan, inFile),
    inFile: shown(field, inFile, inPlan),
  }));
}

const ragWords: Readonly<Record<Rag, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };
const themeWords: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating impact',
};
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function shown(field: ImportedField, values: FieldValues, other: FieldValues): string {
  switch (field) {
    case 'rag':
      return values.rag === null ? '' : ragWords[values.rag];
    case 'themes':
      return values.themes.map((theme) => themeWords[theme]).join(', ');
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
  const words = day.format(new Date(`${on}T00:00:00Z`));
  if (text === '') return words;
  return text === other.text ? `${text} (${words})` : text;
}
