import { Refusal } from '#shared/errors.ts';
import type { QuestionSet } from '#shared/model/questionSet.ts';
import { emptyRichText } from '#shared/model/richText.ts';
import type { CommandContext } from '../services.ts';
import { proposePlanPeriod } from './calendar.ts';
import { loadQuestionSets } from './questionSets.ts';
import { latestCycle, startedAfter } from './repository.ts';
import { dueDateOf, lastPlanTitle, planTitle } from './rules.ts';

export interface StartCycleInput {
  readonly stage: number;
  readonly signedOn: string | null;
  readonly dueOn?: string;
  readonly lastPlanId?: string;
  readonly questionSet?: QuestionSet;
}

/**
 * Starts a cycle inside the running command: copies the question set in (so that a draft never shifts under its
 * writer), makes an empty answer for each question, and the two plans. The last plan is the one given, else the new
 * plan of the latest cycle, else an empty one; Stage 1 has one too, so that there is always a place for what came
 * before. Throws `not-found` for a stage without questions or a plan that is not there, and `refused-by-rule` for a form
 * of another stage. Sets no label.
 */
export function startCycle(
  context: CommandContext,
  input: StartCycleInput,
): { id: string; lastPlanId: string; newPlanId: string } {
  const { rows, ports } = context;
  const set = input.questionSet ?? questionSetOf(ports.resourcesFolder, input.stage);
  if (set.stage !== input.stage) {
    const reason = `This form is for Stage ${set.stage}, not for Stage ${input.stage}.`;
    throw new Refusal('refused-by-rule', { field: 'questionSet', reason });
  }
  const dueOn = input.dueOn ?? dueDateOf(set, input.signedOn, ports.today());
  const period = proposePlanPeriod(set, dueOn);

  const questionSetId = ports.newId();
  rows.insert('questionSet', {
    id: questionSetId,
    setId: set.id,
    version: set.version,
    stage: set.stage,
    content: set,
  });

  const lastPlanId = input.lastPlanId ?? latestCycle(rows)?.newPlanId ?? ports.newId();
  if (input.lastPlanId !== undefined) rows.get('plan', input.lastPlanId);
  if (!rows.find('plan', lastPlanId)) {
    rows.insert('plan', {
      id: lastPlanId,
      title: lastPlanTitle(period.start),
      startsOn: null,
      endsOn: null,
      months: null,
      submittedOn: null,
    });
  }
  const newPlanId = ports.newId();
  rows.insert('plan', {
    id: newPlanId,
    title: planTitle(period.start, period.end),
    startsOn: period.start,
    endsOn: period.end,
    months: set.planMonths,
    submittedOn: null,
  });

  const id = ports.newId();
  rows.insert('cycle', {
    id,
    stage: set.stage,
    questionSetId,
    signedOn: input.signedOn,
    dueOn,
    extendedFrom: null,
    lastPlanId,
    newPlanId,
    createdAt: startedAfter(latestCycle(rows), context.now),
    brief: { askedOfSignatory: '', changedSinceLastTime: '', risks: [], budget: '' },
  });
  for (const question of set.questions) {
    rows.insert('answer', {
      id: ports.newId(),
      cycleId: id,
      questionKey: question.key,
      content: emptyRichText,
      plainText: '',
      words: 0,
      facts: {},
      state: 'empty',
      editedAt: null,
    });
  }
  return { id, lastPlanId, newPlanId };
}

/** Throws the refusal `not-found` for a stage that no question set asks. */
export function questionSetOf(resourcesFolder: string, stage: number): QuestionSet {
  const set = loadQuestionSets(resourcesFolder).find((each) => each.stage === stage);
  if (!set) throw new Refusal('not-found', { place: `Stage ${stage}` });
  return set;
}
