import { readinessLimits } from '#shared/limits.ts';
import type { Redaction } from '#shared/model/redaction.ts';
import { type Finding, inBrief, type ReadinessRule } from '../draft.ts';

/**
 * Whom the public page would name as it is written. The page takes the name out unless somebody says otherwise in the
 * review, and a name that is not meant to be read by anybody is better not written there at all.
 */
export const namesOnPublicPage: ReadinessRule = ({ publicPage }) => {
  if (publicPage === null) return [notLookedFor];
  return (
    publicPage
      .filter(({ kind }) => kind === 'name' || kind === 'part-of-name')
      // The named contact is to be public (domain.md 1): the profile says who it is, and nothing is to be mended there.
      .filter(({ places }) => places.some(({ target }) => target !== '/institution'))
      .map((item) => ({
        weight: 'look',
        rule: 'name-on-public-page',
        message: `“${item.was}” is named in what the public page shows: ${placesOf(item)}`,
        reason: `${item.becomes === '' ? 'It is left out there' : `It is printed there as “${item.becomes}”`} until the review before that export lets it stay.`,
        target: `/sign-off/web-review/${item.key}`,
      }))
  );
};

const notLookedFor: Finding = {
  weight: 'look',
  rule: 'names-not-looked-for',
  message: `Names on the public page were not looked for: the plans have more than ${readinessLimits.actionsSearchedForNames.toLocaleString('en-GB')} actions`,
  reason: 'The review before that export looks through every one of them.',
  target: '/sign-off/web-review',
};

function placesOf({ places }: Redaction): string {
  const [first, ...others] = places.map(({ where }) => where);
  return `${first ?? 'somewhere'}${others.length === 0 ? '' : ` and ${inBrief(others.length, 'other place', 'other places')}`}`;
}
