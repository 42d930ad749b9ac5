import type { Institution } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { themeWords } from './words.ts';

/** The people that all of this is about, as the institution calls them: technicians, technical professionals … */
export const peopleWord = (institution: Institution | null): string =>
  institution?.technicianWord.trim() || 'technicians';

/** A theme as the institution calls it, or by its usual word. */
export const themeName = (theme: Theme, institution: Institution | null): string =>
  institution?.themeWords[theme]?.trim() || themeWords[theme];
