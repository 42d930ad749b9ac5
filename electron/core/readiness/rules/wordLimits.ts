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

/** Four pages of print. Nine answers of that length are a day of a volunteer's reading (domain.md 1 and 4). */
const longAnswer = 2_000;

export const longAnswers: ReadinessRule = ({ answers }) =>
  answers.flatMap(({ question, answer }) =>
    question.wordLimit !== null || answer.words <= longAnswer
      ? []
      : [
          {
            weight: 'look' as const,
            rule: 'long-answer',
            message: `${question.title} has ${answer.words.toLocaleString('en-GB')} words, some ${Math.round(answer.words / 500)} pages`,
            reason:
              'There is no limit, but reviewers have a day or two for all submissions. Evidence may say the rest.',
            target: `/question/${question.key}`,
          },
        ],
  );
