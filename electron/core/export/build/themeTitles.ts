import type { Institution } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';

const titles: Readonly<Record<Theme, string>> = {
  visibility: 'Visibility',
  recognition: 'Recognition',
  'career-development': 'Career Development',
  sustainability: 'Sustainability',
  'evaluating-impact': 'Evaluating Impact',
};

/** A theme as the institution calls it. */
export const themeTitle = (theme: Theme, institution: Institution | undefined): string =>
  institution?.themeWords[theme]?.trim() || titles[theme];
