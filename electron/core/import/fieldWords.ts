import type { ImportedField } from '#shared/model/importPreview.ts';

const words: Readonly<Record<ImportedField, string>> = {
  ref: 'reference',
  themes: 'themes',
  objective: 'objective',
  action: 'wording',
  owner: 'owner',
  supporting: 'supporting',
  start: 'start',
  due: 'due',
  rag: 'RAG rating',
  redExplanation: 'explanation of red',
  successMeasure: 'success measure',
  progress: 'progress',
  resources: 'resources',
  impactEvidence: 'evidence of impact',
  notes: 'notes',
};

/** Fields as a person calls them, for a report or a message. */
export const fieldWords = (fields: readonly ImportedField[]): string => fields.map((field) => words[field]).join(', ');
