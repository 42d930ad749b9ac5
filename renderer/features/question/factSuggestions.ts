import type { Institution } from '#shared/model/tables.ts';

/** What the Institution page already knows of a fact that a question asks for; an empty text where it knows nothing. */
export function factFromInstitution(institution: Institution | null, key: string): string {
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
