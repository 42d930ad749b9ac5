import type { QuestionSet } from '#shared/model/questionSet.ts';

/** Year and number of a version, for comparing: 2024.10 is newer than 2024.9. */
const partsOf = (version: string): readonly [number, number] => {
  const [year = 0, number = 0] = version.split('.').map(Number);
  return [year, number];
};

export function isNewer(one: string, other: string): boolean {
  const [[year, number], [otherYear, otherNumber]] = [partsOf(one), partsOf(other)];
  return year > otherYear || (year === otherYear && number > otherNumber);
}

/** Forms of the same stage that are not the one in use, the newest first. */
export const otherForms = (shipped: readonly QuestionSet[], inUse: QuestionSet): readonly QuestionSet[] =>
  shipped.filter(({ stage, id, version }) => stage === inUse.stage && (id !== inUse.id || version !== inUse.version));

/** A later version of the form in use, where there is one. */
export const newerForm = (shipped: readonly QuestionSet[], inUse: QuestionSet): QuestionSet | null =>
  otherForms(shipped, inUse).find(({ id, version }) => id === inUse.id && isNewer(version, inUse.version)) ?? null;

/** Where a form is looked at before the draft moves to it. */
export const movePath = (source: { readonly shipped: QuestionSet } | { readonly ownId: string } | 'opened'): string => {
  if (source === 'opened') return '/question-sets/move/opened';
  return 'ownId' in source
    ? `/question-sets/move/own:${source.ownId}`
    : `/question-sets/move/shipped:${source.shipped.id}:${source.shipped.version}`;
};
