import type { QuotingConcern } from '#shared/model/quoting.ts';

/** What to think of before an entry is quoted. */
export const quotingConcernWords: Readonly<Record<QuotingConcern, string>> = {
  'stays-inside': 'This stays inside the institution: it is left out of what is submitted or published.',
  'small-group': 'A quote from fewer than five people may identify its speaker. A summary is safer.',
  'name-missing': 'No name is kept with this entry, so its group is printed in its place.',
};
