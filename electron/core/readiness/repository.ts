import { readinessLimits } from '#shared/limits.ts';
import type { Redaction } from '#shared/model/redaction.ts';
import { openAmendment } from '#shared/model/signOffRounds.ts';
import type { Cycle, Rating } from '#shared/model/tables.ts';
import { buildPublicPage } from '../export/webPage/buildPublicPage.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import type { Draft, DraftPlan } from './draft.ts';

/** Everything that the rules look at, read once. Throws `not-found` for a cycle that is not there. */
export function loadDraft(rows: TableAccess, cycleId: string, today: string): Draft {
  const cycle = rows.get('cycle', cycleId);
  const questionSet = rows.get('questionSet', cycle.questionSetId).content;
  const answers = new Map(rows.all('answer', { cycleId }).map((answer) => [answer.questionKey, answer]));
  const ticks = Map.groupBy(rows.all('askTick'), (tick) => tick.answerId);
  const ratings = new Map<string, Rating>();
  // In order of time, so that the newest of each action is the one that stays.
  for (const rating of rows.all('rating', {}, ['ratedOn', 'ratedAt'])) ratings.set(rating.actionId, rating);
  const voice = rows.all('voice', { binned: 0 }, ['number']);
  const evidence = rows.all('evidence', { binned: 0 }, ['number']);
  const kept = new Set([...voice, ...evidence].map((each) => each.id));
  return {
    today,
    cycle,
    questionSet,
    institution: rows.all('institution')[0],
    signatories: rows.all('signatory', {}, ['position']),
    answers: questionSet.questions.flatMap((question) => {
      const answer = answers.get(question.key);
      if (!answer) return [];
      const ticked = new Set((ticks.get(answer.id) ?? []).map((tick) => tick.askKey));
      return [{ question, answer, ticked }];
    }),
    lastPlan: draftPlan(rows, cycle.lastPlanId),
    newPlan: draftPlan(rows, cycle.newPlanId),
    ratings,
    lineage: rows.all('lineage'),
    voice,
    evidence,
    frameworks: rows.all('framework', { binned: 0 }, ['position']).map((framework) => ({
      ...framework,
      items: rows.all('frameworkItem', { frameworkId: framework.id, binned: 0 }, ['position']),
    })),
    publicPage: publicRedactions(rows, cycle, today),
    dismissals: rows.all('dismissal'),
    amendment: openAmendment(rows.all('amendment', { cycleId }), rows.all('signOff', { cycleId })),
    links: rows.all('link').filter((link) => link.sourceKind === 'frameworkItem' || kept.has(link.sourceId)),
  };
}

/** With all that the page can hold, as its review shows it at first. */
function publicRedactions(rows: TableAccess, cycle: Cycle, date: string): readonly Redaction[] | null {
  const actions = [cycle.lastPlanId, cycle.newPlanId].reduce(
    (count, planId) => count + rows.all('action', { planId, binned: 0 }).length,
    0,
  );
  if (actions > readinessLimits.actionsSearchedForNames) return null;
  const parts = ['last-plan', 'voice'] as const;
  const wishes = { cycleId: cycle.id, parts, planBy: 'theme', language: 'en-GB', exceptions: [], date } as const;
  return buildPublicPage(rows, wishes).redactions;
}

const draftPlan = (rows: TableAccess, planId: string): DraftPlan => ({
  plan: rows.get('plan', planId),
  actions: rows.all('action', { planId, binned: 0 }, ['position']),
});
