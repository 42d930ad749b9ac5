import type {
  ColumnRole,
  ImportedField,
  ImportPreview,
  PreviewAction,
  PreviewTable,
} from '#shared/model/importPreview.ts';
import { importedFields } from '#shared/model/importPreview.ts';
import type { Action, Rating } from '#shared/model/tables.ts';
import type { Rag, Theme } from '#shared/model/words.ts';
import { saysTheSame } from './saysTheSame.ts';

/** What the plan says of an action: its row, and its rating as of the day. */
export interface SaidInPlan {
  readonly action: Action;
  readonly rating: Pick<Rating, 'rag' | 'progress' | 'explanation'>;
}

/** A day goes with its text and is decided with it: a text that means no day must not leave the old day beside it. */
export interface DateValue {
  readonly text: string;
  readonly on: string | null;
}

/** What a file says of how an action went, and not of the action. */
export const saidOfReview: ReadonlySet<ImportedField> = new Set<ImportedField>(['rag', 'progress', 'redExplanation']);

/** The fields that an import can bring in, in one shape for both sides. */
export interface FieldValues extends Record<Exclude<ImportedField, 'themes' | 'start' | 'due' | 'rag'>, string> {
  readonly themes: readonly Theme[];
  readonly start: DateValue;
  readonly due: DateValue;
  readonly rag: Rag | null;
}

export const valuesInPlan = ({ action, rating }: SaidInPlan): FieldValues => ({
  ref: action.ref,
  themes: action.themes,
  objective: action.objective,
  action: action.text,
  owner: action.lead,
  supporting: action.supporting,
  start: { text: action.startText, on: action.startOn },
  due: { text: action.dueText, on: action.dueOn },
  rag: rating.rag,
  redExplanation: rating.explanation,
  successMeasure: action.successMeasure,
  progress: rating.progress,
  resources: action.resources,
  impactEvidence: action.impactEvidence,
  notes: action.notes,
});

/**
 * @param notesInPlan what the action has as notes so far. Notes are a person's own as well, so those of the file are
 * added to them and never take their place.
 */
export const valuesInFile = (action: PreviewAction, notesInPlan = ''): FieldValues => ({
  ref: action.ref,
  themes: action.themes,
  objective: action.objective,
  action: action.action,
  owner: action.owner,
  supporting: action.supporting,
  start: { text: action.startText, on: action.start },
  due: { text: action.dueText, on: action.due },
  rag: action.rag,
  redExplanation: action.redExplanation,
  successMeasure: action.successMeasure,
  progress: action.progress,
  resources: action.resources,
  impactEvidence: action.impactEvidence,
  notes: withNotes(notesInPlan, action),
});

/** Our own workbook holds the notes themselves, under no heading; those are edited there like any field. */
const ownNotes = ({ notes }: PreviewAction): string | undefined => notes.find(({ header }) => header === '')?.text;

function withNotes(inPlan: string, action: PreviewAction): string {
  const own = ownNotes(action) ?? inPlan;
  const missing = action.notes
    .filter(({ header }) => header !== '')
    .map(({ header, text }) => `${header}: ${text}`)
    .filter((note) => !`\n${own}\n`.includes(`\n${note}\n`));
  return [own, ...missing].filter((note) => note !== '').join('\n');
}

/** Whether two values are the same to the letter. */
export const isSameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function isBlankValue(value: FieldValues[ImportedField]): boolean {
  if (value === null || value === '') return true;
  if (typeof value === 'string') return false;
  return 'text' in value ? value.text === '' && value.on === null : value.length === 0;
}

/** What a column can leave blank on purpose. A heading, a key or a note fills fields too, but its absence says nothing. */
const fieldsOfRole: Readonly<Partial<Record<ColumnRole, readonly ImportedField[]>>> = {
  ref: ['ref'],
  theme: ['themes'],
  themeTicks: ['themes'],
  objective: ['objective'],
  action: ['action'],
  owner: ['owner'],
  responsibility: ['owner'],
  supporting: ['supporting'],
  start: ['start'],
  due: ['due'],
  timescale: ['start', 'due'],
  completed: ['rag'],
  rag: ['rag'],
  redExplanation: ['redExplanation'],
  successMeasure: ['successMeasure'],
  progress: ['progress'],
  resources: ['resources'],
  impactEvidence: ['impactEvidence'],
};

/** The fields for which a table has a column, so that an empty cell of it says “blank” and is no mere absence. */
const fieldsWithColumn = (table: PreviewTable | undefined, action: PreviewAction): ReadonlySet<ImportedField> =>
  new Set([
    ...(table?.columns ?? []).flatMap(({ role }) => fieldsOfRole[role] ?? []),
    ...(ownNotes(action) === undefined ? [] : (['notes'] as const)),
  ]);

/** The fields in which a file says something else than the plan, a blank only where the file has a column for it. */
export function differingFields(
  said: SaidInPlan,
  action: PreviewAction,
  preview: Pick<ImportPreview, 'tables'>,
): readonly ImportedField[] {
  const inPlan = valuesInPlan(said);
  const inFile = valuesInFile(action, said.action.notes);
  const columns = fieldsWithColumn(preview.tables[action.source.table], action);
  // A row of our own workbook was edited on purpose, to the letter; another file was written anew.
  const isSame = (field: ImportedField): boolean =>
    action.id === said.action.id ? isSameValue(inPlan[field], inFile[field]) : saysTheSame(field, inPlan, inFile);
  return importedFields.filter(
    (field) => !isSame(field) && (!isBlankValue(inFile[field]) || columns.has(field) || field === 'notes'),
  );
}
