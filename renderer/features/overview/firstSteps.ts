import type { Action, Answer, Institution } from '#shared/model/tables.ts';
import type { CycleView } from '../../stores/views.ts';

export interface FirstStep {
  readonly title: string;
  readonly why: string;
  readonly path: string;
  readonly done: boolean;
}

interface Given {
  readonly view: Pick<CycleView, 'questionSet' | 'questions'>;
  readonly institution: Institution | null;
  readonly lastActions: readonly Action[];
  readonly newActions: readonly Action[];
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Where to begin in a workspace that holds little yet. Empty once there is a plan and an answer was begun. */
export function firstSteps({ view, institution, lastActions, newActions, answers }: Given): readonly FirstStep[] {
  const reviews = view.questionSet.reviewsLastPlan;
  const hasPlan = (reviews ? lastActions : newActions).length > 0;
  const begun = [...answers.values()].some((answer) => answer.state !== 'empty');
  if (hasPlan && begun) return [];
  const first = view.questions.find(({ kind }) => kind === 'rich-text') ?? view.questions[0];
  return [
    reviews
      ? {
          title: 'Bring in the last plan',
          why: 'From the spreadsheet or Word document that holds it, in whatever shape it is.',
          path: '/import/last',
          done: hasPlan,
        }
      : {
          title: 'Write the first action of the plan',
          why: 'Or bring in a draft of it from a spreadsheet.',
          path: '/new-plan',
          done: hasPlan,
        },
    {
      title: 'Describe the institution',
      why: 'The named contact, the people who sign and what things are called here.',
      path: '/institution',
      done: (institution?.contactName.trim() ?? '') !== '',
    },
    {
      title: 'Answer the first question',
      why: 'Rough notes will do: an answer stays a draft until it is marked ready.',
      path: first ? `/question/${first.key}` : '/overview',
      done: begun,
    },
  ];
}
