import type { StaffNumber } from '#shared/model/tables.ts';

const words: Readonly<Record<string, string>> = {
  name: 'the name',
  shortName: 'the short name',
  profile: 'the profile',
  technicianWord: 'the word for technicians',
  leaderTitle: 'the title of the leader',
  contactName: 'the contact',
  contactRole: 'the contact',
  contactEmail: 'the contact',
  contactTelephone: 'the contact',
  website: 'the website',
  signedOn: 'the signing date',
  themeWords: 'the words for themes',
  logoId: 'the logo',
  logoAlternativeText: 'the words for the logo',
  houseStyleId: 'the house style',
  academicYearStart: 'the start of the academic year',
};

/** "the name", "the name and the website", "several details": read after "Edited". */
export function fieldsInWords(fields: readonly string[]): string {
  const named = [...new Set(fields.map((field) => words[field] ?? 'a detail'))];
  return named.length > 2 || named.length === 0 ? 'several details' : named.join(' and ');
}

/** "248 (headcount)", "231.5 (full-time equivalent)". */
export const countOf = ({ count, basis }: Pick<StaffNumber, 'count' | 'basis'>): string =>
  `${count} (${basis === 'fte' ? 'full-time equivalent' : 'headcount'})`;
