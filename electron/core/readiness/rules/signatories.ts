import type { ReadinessRule } from '../draft.ts';

/** domain.md 1: the Institutional Lead and the leader of the institution sign; sometimes more than two do. */
const fewest = 2;

export const signatories: ReadinessRule = (draft) => [
  ...(draft.signatories.length < fewest
    ? [
        {
          weight: 'must' as const,
          rule: 'signatories-missing',
          message: draft.signatories.length === 0 ? 'Nobody is listed to sign' : 'Only one person is listed to sign',
          reason: 'The Institutional Lead and the leader of the institution both sign.',
          target: '/institution',
        },
      ]
    : []),
  ...draft.signatories
    .filter((each) => each.name.trim() === '')
    .map((each) => ({
      weight: 'must' as const,
      rule: 'signatory-without-name',
      message: `The name is missing: ${each.role || 'a signatory'}`,
      reason: 'The name of each signatory is printed above the signature.',
      target: '/institution',
    })),
];
