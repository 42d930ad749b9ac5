import type { Question, QuestionSet } from '#shared/model/questionSet.ts';

/** A question that says nothing but what matters to a test. */
export const aQuestion = (key: string, fields: Partial<Question> = {}): Question => ({
  key,
  kind: 'rich-text',
  title: `Title of ${key}`,
  heading: `What about ${key}?`,
  prompt: `Tell about ${key}.`,
  guidance: [],
  asks: [],
  wordLimit: null,
  ...fields,
});

/** A form of a stage that reviews no plan, unless a question does. */
export const aForm = (questions: readonly Question[], fields: Partial<QuestionSet> = {}): QuestionSet => ({
  id: 'stage-3',
  version: '2024.1',
  stage: 3,
  title: 'Stage 3',
  planMonths: 36,
  reviewsLastPlan: questions.some(({ kind }) => kind === 'plan-review'),
  dueMonthsAfterSigning: 72,
  windows: [{ month: 1, day: 31 }],
  extension: 'next-window',
  questions,
  ...fields,
});
