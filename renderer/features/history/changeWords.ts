import { plainTextOf, richTextSchema } from '#shared/model/richText.ts';
import { dateAndTime, longDate } from '../../text/dates.ts';
import {
  answerStateWords,
  consentWords,
  lineageWords,
  ragWords,
  signOffWords,
  themeWords,
  voiceChannelWords,
} from '../../text/words.ts';

/** `successMeasure` of an action as "Success measure". */
export function fieldName(table: string, field: string): string {
  const words = field
    .replace(/(?:On|Id)$/, '')
    .replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  const name = words === '' ? field : words;
  const own = ownNames[`${table}.${field}`];
  return own ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** Where the name of a column is not the word of the interface. */
const ownNames: Readonly<Record<string, string>> = {
  'rating.rag': 'RAG',
  'action.text': 'Action',
  'action.dueOn': 'Due, as a date',
  'action.startOn': 'Start, as a date',
  'action.dueText': 'Due, as written',
  'action.startText': 'Start, as written',
  'answer.content': 'Text',
  'answer.plainText': 'Text',
  'voice.groupName': 'Who, as a group',
};

/** A value of a row as a person reads it. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'blank';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'blank' : value.map(valueInWords).join(', ');
  const text = richTextSchema.safeParse(value);
  return text.success ? plainTextOf(text.data) || 'blank' : Object.values(value).map(valueInWords).join('; ');
}

/** Columns that hold a word of the model, with the words of the interface for it. */
const ownValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'answer.state': answerStateWords,
  'rating.rag': ragWords,
  'lineage.kind': lineageWords,
  'signOff.step': signOffWords,
  'voice.channel': voiceChannelWords,
  'voice.consent': consentWords,
  'voice.themes': themeWords,
  'action.themes': themeWords,
};

/** What a column of a table holds, as a person reads it: `draft` of an answer as "In draft". */
export function fieldInWords(table: string, field: string, value: unknown): string {
  if (typeof value === 'string' && field.endsWith('On') && isDay.test(value)) return longDate(value);
  if (typeof value === 'string' && field.endsWith('At') && isInstant.test(value)) return dateAndTime(value);
  const words = ownValues[`${table}.${field}`];
  const read = (each: unknown): unknown => (typeof each === 'string' ? (words?.[each] ?? each) : each);
  return valueInWords(Array.isArray(value) ? value.map(read) : read(value));
}

const isDay = /^\d{4}-\d\d-\d\d$/u;
const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;
const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

interface Changed {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Whether a person can read what a field held before and after: an id or the number of a step says nothing to anybody. */
export const isReadable = ({ field, before, after }: Changed): boolean =>
  field !== 'stepId' && ![before, after].some((value) => typeof value === 'string' && isId.test(value));
