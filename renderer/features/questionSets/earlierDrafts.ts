import type { QuestionSet } from '#shared/model/questionSet.ts';
import type { EarlierAnswer } from '#shared/model/tables.ts';
import type { Rows } from '../../stores/workspace.ts';

export interface EarlierDraft {
  readonly questionSetId: string;
  readonly set: QuestionSet;
  readonly movedAt: string;
  readonly words: number;
  readonly answers: ReadonlyMap<string, EarlierAnswer>;
}

/** The drafts of a cycle under forms that it has left, the latest first. */
export function earlierDrafts(
  rows: Pick<Rows, 'earlierAnswer' | 'questionSet'>,
  cycleId: string,
): readonly EarlierDraft[] {
  const own = [...rows.earlierAnswer.values()].filter((answer) => answer.cycleId === cycleId);
  return [...Map.groupBy(own, ({ questionSetId }) => questionSetId)]
    .flatMap(([questionSetId, answers]) => {
      const set = rows.questionSet.get(questionSetId)?.content;
      const [first] = answers;
      if (!set || !first) return [];
      const words = answers.reduce((sum, answer) => sum + answer.words, 0);
      return [
        {
          questionSetId,
          set,
          movedAt: first.movedAt,
          words,
          answers: new Map(answers.map((answer) => [answer.questionKey, answer])),
        },
      ];
    })
    .toSorted((one, other) => other.movedAt.localeCompare(one.movedAt));
}

/** Where the present answer to a question came from, and why it is to be looked at again. */
export interface MovedFrom {
  readonly questionSetId: string;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  readonly wasReady: boolean;
  readonly movedAt: string;
}

/** By the latest move of the cycle only: what came before that is in the drafts themselves. */
export function movedFrom(
  rows: Pick<Rows, 'earlierAnswer' | 'questionSet'>,
  cycleId: string,
  questionKey: string,
): MovedFrom | null {
  const [latest] = earlierDrafts(rows, cycleId);
  if (!latest) return null;
  const came = [...latest.answers.values()].filter(({ movedTo }) =>
    movedTo.some((place) => place.questionKey === questionKey),
  );
  if (came.length === 0) return null;
  return {
    questionSetId: latest.questionSetId,
    titles: latest.set.questions
      .filter(({ key }) => came.some((each) => each.questionKey === key))
      .map(({ title }) => title),
    notes: came[0]?.movedTo.find((place) => place.questionKey === questionKey)?.notes ?? [],
    wasReady: came.some(({ state }) => state === 'ready'),
    movedAt: latest.movedAt,
  };
}
