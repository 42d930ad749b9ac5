import { dayInWords } from '../../cycle/rules.ts';
import type { ReadinessRule } from '../draft.ts';

/** What was signed is being changed: nobody has signed what stands there now. */
export const amendmentOpen: ReadinessRule = ({ amendment }) =>
  amendment === null
    ? []
    : [
        {
          weight: 'should',
          rule: 'amendment-open',
          message: `Amendment ${amendment.number} is open and not signed yet`,
          reason: `${amendment.name} started it on ${dayInWords(amendment.startedOn)}: ${amendment.reason}`,
          target: '/sign-off',
        },
      ];
