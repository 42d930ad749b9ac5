import { toDosIn } from '#shared/model/richText.ts';
import type { ReadinessRule } from '../draft.ts';

/** What the writer marked to come back to. One item each, leading to the place; it cannot be set aside, only done. */
export const toDos: ReadinessRule = ({ answers }) =>
  answers.flatMap(({ question, answer }) =>
    toDosIn(answer.content).map((words, index) => ({
      weight: 'must' as const,
      rule: 'to-do-in-answer',
      message: `To do in ${question.title}: ${words === '' ? 'a mark without words' : words}`,
      reason: 'It is marked in the text, and is printed as marked.',
      target: `/question/${question.key}/to-do-${index + 1}`,
    })),
  );
