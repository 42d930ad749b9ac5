import type { Voice } from '#shared/model/tables.ts';

/** domain.md 4: a quote from a group of fewer than five may identify its speaker. Readiness says the same later on. */
export const smallestAnonymousGroup = 5;

/** What should be thought of before this entry is quoted, in sentences; nothing is forbidden by it. */
export function voiceWarnings(
  voice: Pick<Voice, 'kind' | 'consent' | 'asked' | 'replied' | 'words'>,
): readonly string[] {
  const warnings: string[] = [];
  // Those who replied are those who may have said it; without that number, those who were asked.
  const size = voice.replied ?? voice.asked;
  const printedWithoutName = voice.consent === 'anonymous' || voice.consent === 'role';
  if (voice.kind === 'quote' && printedWithoutName && size !== null && size < smallestAnonymousGroup)
    warnings.push('A quote from fewer than five people may identify its speaker. A summary is safer.');
  if (voice.consent === 'internal')
    warnings.push('This stays inside the institution: it is left out of what is submitted or published.');
  return warnings;
}

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
