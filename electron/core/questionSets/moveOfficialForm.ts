import type { MovedAnswer } from '#shared/model/draftMove.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { isSameWording } from '#shared/model/questionSetComparison.ts';
import { pairingProblem } from '../officialForm/rules.ts';
import type { CommandContext } from '../services.ts';

/**
 * Takes the pairing of an opened official form along: each prompt goes to the question that its answer went to. It is
 * to be confirmed again where that question is asked in other words, and open where nothing answers it any more.
 */
export function moveOfficialForm(
  { rows }: CommandContext,
  cycleId: string,
  before: QuestionSet,
  after: QuestionSet,
  moved: readonly MovedAnswer[],
): void {
  const [form] = rows.all('officialForm', { cycleId });
  if (!form) return;
  const questionBefore = (key: string) => before.questions.find((question) => question.key === key);
  const questionAfter = (key: string) => {
    const places = moved.filter(({ from }) => from.includes(key)).map((answer) => answer.key);
    const to = places.includes(key) ? key : places[0];
    return after.questions.find((question) => question.key === to);
  };
  for (const { id, questionKey, part, confirmed } of rows.all('officialPrompt', { formId: form.id })) {
    if (questionKey === null) continue;
    const [was, is] = [questionBefore(questionKey), questionAfter(questionKey)];
    if (!is || pairingProblem(after.questions, is.key, part) !== null) {
      rows.update('officialPrompt', id, {
        questionKey: null,
        part: null,
        sureness: 'none',
        reason: 'The draft moved to another form, which has nothing for it.',
        confirmed: false,
      });
      continue;
    }
    rows.update('officialPrompt', id, {
      questionKey: is.key,
      confirmed: confirmed && was !== undefined && was.kind === is.kind && isSameWording(was, is),
    });
  }
  const leftOut = form.leftOut.flatMap((key) => questionAfter(key)?.key ?? []);
  rows.update('officialForm', form.id, { leftOut: [...new Set(leftOut)] });
}
