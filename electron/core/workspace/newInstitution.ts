import type { Institution } from '#shared/model/tables.ts';
import { usualAcademicYearStart } from '#shared/model/words.ts';

/** The institution of a new workspace: its name and signing date, and the usual words for the rest. */
export const newInstitution = (id: string, name: string, signedOn: string | null): Institution => ({
  id,
  name,
  shortName: '',
  profile: '',
  technicianWord: 'technicians',
  leaderTitle: 'Vice-Chancellor',
  contactName: '',
  contactRole: '',
  contactEmail: '',
  contactTelephone: '',
  website: '',
  signedOn,
  themeWords: {},
  logoId: null,
  academicYearStart: usualAcademicYearStart,
  logoAlternativeText: '',
  houseStyleId: null,
});
