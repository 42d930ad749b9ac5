import type { QuestionKind, QuestionSet } from '#shared/model/questionSet.ts';
import type { QuestionFate } from '#shared/model/questionSetComparison.ts';

export const fateWords: Readonly<Record<QuestionFate, string>> = {
  unchanged: 'Unchanged',
  reworded: 'Reworded',
  changed: 'Asks or limits changed',
  joined: 'Joined',
  part: 'Split',
  new: 'New',
};

export const kindWords: Readonly<Record<QuestionKind, string>> = {
  'rich-text': 'A text to write',
  facts: 'A form of fields',
  'plan-review': 'The RAG review of the last plan',
  plan: 'The new plan',
  publication: 'Publication',
  signatures: 'Signatures',
};

export const factKindWords = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  email: 'E-mail',
  telephone: 'Telephone',
  url: 'Web address',
  'yes-no': 'Yes or no',
  table: 'Table',
} as const;

export const nameOfSet = ({ title, version }: Pick<QuestionSet, 'title' | 'version'>): string => `${title}, ${version}`;

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
