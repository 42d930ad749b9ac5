import type { Facts } from '#shared/model/facts.ts';
import type { Institution, StaffNumber } from '#shared/model/tables.ts';

/** What the Institution page already knows of a fact that a question asks for; undefined where it knows nothing. */
export function factFromInstitution(
  institution: Institution | null,
  staffNumbers: readonly StaffNumber[],
  key: string,
): Facts[string] | undefined {
  if (key === 'staff-numbers') return staffNumbers.length > 0 ? staffNumbers.map(lineOf) : undefined;
  return textOf(institution, key) || undefined;
}

function textOf(institution: Institution | null, key: string): string {
  if (!institution) return '';
  switch (key) {
    case 'organisation':
      return institution.name;
    case 'lead-name':
      return institution.contactName;
    case 'lead-email':
      return institution.contactEmail;
    case 'lead-telephone':
      return institution.contactTelephone;
    case 'url':
      return institution.website;
    default:
      return '';
  }
}

const lineOf = ({ count, basis, countedOn, source, definition }: StaffNumber) => ({
  count: basis === 'fte' ? `${count} full-time equivalent` : String(count),
  date: countedOn ?? '',
  source,
  definition,
});
