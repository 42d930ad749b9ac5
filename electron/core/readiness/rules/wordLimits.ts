import type { ReadinessRule } from '../draft.ts';

/** domain.md 2: Stage 1 sets 250 words for the profile; an institution may set its own limits. */
export const wordLimits: ReadinessRule = ({ answers }) =>
  answers.flatMap(({ question, answer }) =>
    question.wordLimit === null || answer.words <= question.wordLimit
      ? []
      : [
          {
            weight: 'must' as const,
            rule: 'over-word-limit',
            message: `${question.title} has ${answer.words} words; the limit is ${question.wordLimit}`,
            reason: 'Reviewers may stop reading at the limit.',
            target: `/question/${question.key}`,
          },
        ],
  );
