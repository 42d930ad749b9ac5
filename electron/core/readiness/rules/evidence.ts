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
            reason: 'Look whether it still holds, and renew it or give it a new date.',
            target: `/evidence/${each.id}`,
          },
        ],
  );
