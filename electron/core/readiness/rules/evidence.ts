import { addressDoubt } from '#shared/model/webAddress.ts';
import { dayInWords } from '../../cycle/rules.ts';
import type { ReadinessRule } from '../draft.ts';

/** screens.md: evidence is stale after a date. */
export const staleEvidence: ReadinessRule = ({ evidence, today }) =>
  evidence.flatMap((each) =>
    each.staleAfter === null || each.staleAfter >= today
      ? []
      : [
          {
            weight: 'should' as const,
            rule: 'stale-evidence',
            message: `Evidence ${each.number} was good until ${dayInWords(each.staleAfter)}`,
            reason: 'Check whether it still holds, and renew it or give it a new date.',
            target: `/evidence/${each.id}`,
          },
        ],
  );

/** A link that readers cannot follow shows nothing. By its form alone: nothing is looked up. */
export const doubtfulAddress: ReadinessRule = ({ evidence }) =>
  evidence.flatMap((each) => {
    const reason = addressDoubt(each.url);
    return reason === null
      ? []
      : [
          {
            weight: 'look' as const,
            rule: 'doubtful-address',
            message: `The address of evidence ${each.number} looks wrong`,
            reason,
            target: `/evidence/${each.id}`,
          },
        ];
  });
