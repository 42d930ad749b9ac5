import type { Institution } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { themeWords } from './words.ts';

/** A theme as the institution calls it, or by its usual word. */
export const themeName = (theme: Theme, institution: Institution | null): string =>
  institution?.themeWords[theme]?.trim() || themeWords[theme];
