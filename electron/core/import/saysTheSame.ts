import type { ImportedField } from '#shared/model/importPreview.ts';
import type { DateValue, FieldValues } from './fieldValues.ts';
import { readDateText } from './understand/dates.ts';

/**
 * Whether a file that others wrote says of a field what the plan says, if in another form: `2023-03-31` for
 * `31/03/2023`, `&` for “and”, other quotes, another case, a stop at the end. A list full of those hides what is new.
 */
export function saysTheSame(field: ImportedField, inPlan: FieldValues, inFile: FieldValues): boolean {
  switch (field) {
    case 'start':
    case 'due':
      return isSameTime(inPlan[field], inFile[field]);
    case 'themes':
      return asList(inPlan.themes) === asList(inFile.themes);
    case 'rag':
      return inPlan.rag === inFile.rag;
    case 'notes':
      return inPlan.notes === inFile.notes;
    default:
      return wording(inPlan[field]) === wording(inFile[field]);
  }
}

const asList = (themes: FieldValues['themes']): string => [...new Set(themes)].toSorted().join();

/** Marks inside a text stay: `> 50%` is not `50%`, and `1.5` is not `15`. */
const wording = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '');

/** `March 2023` is not `31/03/2023`, though both end on one day: how much of a date is meant belongs to what it says. */
function isSameTime(inPlan: DateValue, inFile: DateValue): boolean {
  if (inPlan.on !== inFile.on) return false;
  return wording(inPlan.text) === wording(inFile.text) || (inPlan.on !== null && span(inPlan) === span(inFile));
}

/** First and last day that are meant. A day that was set without words means itself. */
function span({ text, on }: DateValue): string {
  if (text === '') return `${on} ${on}`;
  const read = readDateText(text);
  return read.kind === 'period' ? `${read.start} ${read.end}` : text;
}
