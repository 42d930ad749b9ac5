import type { QuestionSet } from '#shared/model/questionSet.ts';
import { compareQuestionSets } from '#shared/model/questionSetComparison.ts';
import type { Answer } from '#shared/model/tables.ts';

export interface EarlierAnswerTo {
  readonly title: string;
  readonly answer: Answer;
}

export interface EarlierAnswers {
  /** To what this question was then, however its form called it; several where it takes over from several. */
  readonly same: readonly EarlierAnswerTo[];
  /** To questions that the present form has nothing for: nobody else leads to them. */
  readonly gone: readonly EarlierAnswerTo[];
}

/** What was written in the cycle before, for one question of the present form. Only what has words. */
export function earlierAnswers(
  questionKey: string,
  present: QuestionSet,
  earlier: QuestionSet,
  answers: ReadonlyMap<string, Answer>,
): EarlierAnswers {
  const { questions, gone } = compareQuestionSets(earlier, present);
  const from = questions.find(({ key }) => key === questionKey)?.from ?? [];
  const written = (keys: readonly string[]): readonly EarlierAnswerTo[] =>
    earlier.questions.flatMap(({ key, title }) => {
      const answer = keys.includes(key) ? answers.get(key) : undefined;
      return answer && answer.words > 0 ? [{ title, answer }] : [];
    });
  return { same: written(from), gone: written(gone) };
}
