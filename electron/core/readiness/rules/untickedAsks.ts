import { inBrief, type ReadinessRule } from '../draft.ts';
import { isUnanswered } from './unansweredQuestions.ts';

/**
 * domain.md 2: the asks hidden inside each prompt are one tick each in the form. One item a question, and none for a
 * question that is not begun: it is listed as that.
 */
export const untickedAsks: ReadinessRule = ({ answers }) =>
  answers
    .filter((each) => !isUnanswered(each))
    .flatMap(({ question, ticked }) => {
      const open = question.asks.filter((ask) => !ticked.has(ask.key));
      if (open.length === 0) return [];
      return [
        {
          weight: 'should' as const,
          rule: 'unticked-ask',
          message: `${question.title}: ${inBrief(open.length, 'ask is', 'asks are')} not ticked (${open.map((ask) => ask.label).join('; ')})`,
          reason: 'A tick says that the answer covers what the prompt asks for.',
          target: `/question/${question.key}`,
        },
      ];
    });
