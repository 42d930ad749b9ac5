import { quotingConcerns } from '#shared/model/quoting.ts';
import type { Voice } from '#shared/model/tables.ts';
import { quotingConcernWords } from '../../text/quoting.ts';

/** What should be thought of before this entry is quoted, in sentences; nothing is forbidden by it. */
export const voiceWarnings = (voice: Parameters<typeof quotingConcerns>[0]): readonly string[] =>
  quotingConcerns(voice).map((concern) => quotingConcernWords[concern]);

/** "12 of 40 replied", "40 asked", or nothing where no number is known. */
export function repliesInWords({ asked, replied }: Pick<Voice, 'asked' | 'replied'>): string {
  if (replied !== null) return asked === null ? `${replied} replied` : `${replied} of ${asked} replied`;
  return asked === null ? '' : `${asked} asked`;
}

/** What was typed into a field for a number of people: null for nothing, and `undefined` when it is no whole number. */
export function peopleFrom(text: string): number | null | undefined {
  const written = text.replaceAll(/[\s,]/g, '');
  if (written === '') return null;
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}

export const voiceKindWords: Readonly<Record<Voice['kind'], string>> = {
  quote: 'A quote, word for word',
  summary: 'A summary',
};
