import type { Question } from '#shared/model/questionSet.ts';
import type { AnsweredQuestion, ReadinessRule } from '../draft.ts';

/** Questions that are answered on another screen have their own rules. */
const answeredElsewhere: ReadonlySet<Question['kind']> = new Set(['plan-review', 'plan', 'signatures', 'publication']);

/** domain.md 2: what each stage asks. */
export const unansweredQuestions: ReadinessRule = ({ answers }) =>
  answers.filter(isUnanswered).map(({ question }) => ({
    weight: 'must',
    rule: 'unanswered-question',
    message: `Nothing is written yet: ${question.title}`,
    reason: 'The submission asks this question.',
    target: `/question/${question.key}`,
  }));

export const isUnanswered = ({ question, answer }: AnsweredQuestion): boolean =>
  !answeredElsewhere.has(question.kind) && answer.state === 'empty';
