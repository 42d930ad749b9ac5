import type { Action } from '#shared/model/tables.ts';
import type { LineageKind, Rag } from '#shared/model/words.ts';

const longestQuoted = 40;

/** How an action is called in a sentence: its reference as the user writes it, else the beginning of its text. */
export function actionName({ ref, text }: Pick<Action, 'ref' | 'text'>): string {
  if (ref.trim() !== '') return ref.trim();
  const words = text.trim().replaceAll(/\s+/gu, ' ');
  if (words === '') return 'an action';
  if (words.length <= longestQuoted) return `“${words}”`;
  return `“${words.slice(0, longestQuoted).replace(/\s+\S*$/u, '')}…”`;
}

/** "V2", or "12 actions". */
export const actionsName = (actions: readonly Pick<Action, 'ref' | 'text'>[]): string =>
  actions.length === 1 && actions[0] ? actionName(actions[0]) : `${actions.length} actions`;

const fieldWords: Readonly<Record<string, string>> = {
  ref: 'reference',
  themes: 'themes',
  objective: 'objective',
  text: 'text',
  lead: 'lead',
  supporting: 'supporting people',
  startText: 'start',
  startOn: 'start',
  dueText: 'due date',
  dueOn: 'due date',
  successMeasure: 'success measure',
  resources: 'resources',
  impactEvidence: 'impact evidence',
  notes: 'notes',
  addedSinceSubmission: 'mark “added since submission”',
};

/** Columns of an action in words, each once: a date and its text are one field. */
export const fieldsOfAction = (fields: readonly string[]): readonly string[] => [
  ...new Set(fields.map((field) => fieldWords[field] ?? field)),
];

/** "the lead of V3"; several fields are "V3". */
export function fieldOfAction(fields: readonly string[], action: Pick<Action, 'ref' | 'text'>): string {
  const named = fieldsOfAction(fields);
  return named.length === 1 ? `the ${named[0]} of ${actionName(action)}` : actionName(action);
}

export const ragWords: Readonly<Record<Rag, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };

export const lineageWords: Readonly<Record<LineageKind, string>> = {
  continued: 'continued',
  extended: 'extended',
  narrowed: 'narrowed',
  replaced: 'replaced',
  merged: 'merged',
  split: 'split',
  done: 'done',
  'business-as-usual': 'business as usual',
  superseded: 'superseded',
  dropped: 'dropped',
};
