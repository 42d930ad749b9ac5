import { useMemo } from 'react';
import type { Question, QuestionSet } from '#shared/model/questionSet.ts';
import type { Action, Answer, Cycle, Institution, Plan, Rating } from '#shared/model/tables.ts';
import { type Theme, themes } from '#shared/model/words.ts';
import { remembered } from './remembered.ts';
import { type Rows, useWorkspace } from './workspace.ts';

/** What screens read off the rows. Each is a pure function of `Rows`, with a hook of the same meaning below. */

/** The cycle in hand: the newest. */
export function currentCycle(rows: Rows): Cycle | null {
  let newest: Cycle | null = null;
  for (const cycle of rows.cycle.values()) {
    if (
      !newest ||
      cycle.createdAt > newest.createdAt ||
      (cycle.createdAt === newest.createdAt && cycle.stage > newest.stage)
    )
      newest = cycle;
  }
  return newest;
}

/** The cycle before, for "your answer at Stage 2". */
export function previousCycle(rows: Rows): Cycle | null {
  const current = currentCycle(rows);
  const others = [...rows.cycle.values()].filter((cycle) => cycle.id !== current?.id);
  return others.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.stage - a.stage)[0] ?? null;
}

export const theInstitution = (rows: Rows): Institution | null => rows.institution.values().next().value ?? null;

export const questionSetOf = (rows: Rows, cycle: Cycle): QuestionSet | null =>
  rows.questionSet.get(cycle.questionSetId)?.content ?? null;

export function answersOf(rows: Rows, cycle: Cycle): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const answer of rows.answer.values()) if (answer.cycleId === cycle.id) answers.set(answer.questionKey, answer);
  return answers;
}

/** The actions of each plan in their order, without those in the bin. */
const actionsByPlan = remembered((actions: Rows['action']): ReadonlyMap<string, readonly Action[]> => {
  const plans = new Map<string, Action[]>();
  for (const action of actions.values()) {
    if (action.binned) continue;
    const own = plans.get(action.planId);
    if (own) own.push(action);
    else plans.set(action.planId, [action]);
  }
  for (const own of plans.values()) own.sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  return plans;
});
const noActions: readonly Action[] = [];

export const actionsOf = (rows: Rows, planId: string): readonly Action[] =>
  actionsByPlan(rows.action).get(planId) ?? noActions;

/** Ratings of each action, newest first: the first is the current one. */
export function ratingsByAction(rows: Rows): ReadonlyMap<string, readonly Rating[]> {
  const ratings = new Map<string, Rating[]>();
  for (const rating of rows.rating.values()) {
    const list = ratings.get(rating.actionId);
    if (list) list.push(rating);
    else ratings.set(rating.actionId, [rating]);
  }
  for (const list of ratings.values())
    list.sort((a, b) => b.ratedOn.localeCompare(a.ratedOn) || b.ratedAt.localeCompare(a.ratedAt));
  return ratings;
}

/** The newest earlier rating whose colour differs from the current one: "was Red, January 2025". */
export function previousRating(ratings: readonly Rating[]): Rating | null {
  const current = ratings[0]?.rag;
  return ratings.find((rating, at) => at > 0 && rating.rag !== null && rating.rag !== current) ?? null;
}

export interface RagCounts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly unrated: number;
  readonly total: number;
}

export function countRag(actions: readonly Action[], ratings: ReadonlyMap<string, readonly Rating[]>): RagCounts {
  const counts = { green: 0, amber: 0, red: 0, unrated: 0, total: actions.length };
  for (const action of actions) counts[ratings.get(action.id)?.[0]?.rag ?? 'unrated'] += 1;
  return counts;
}

/** Actions by their first theme in the order of the Commitment; those without one come last, under null. */
export function byTheme(
  actions: readonly Action[],
): readonly { readonly theme: Theme | null; readonly actions: readonly Action[] }[] {
  return [...themes, null]
    .map((theme) => ({ theme, actions: actions.filter((action) => (action.themes[0] ?? null) === theme) }))
    .filter((group) => group.actions.length > 0);
}

export interface CycleView {
  readonly cycle: Cycle;
  readonly questionSet: QuestionSet;
  readonly questions: readonly Question[];
  readonly lastPlan: Plan;
  readonly newPlan: Plan;
}

/** The cycle in hand with what it names; null before the workspace is loaded or when everything was undone. */
export function cycleView(rows: Rows): CycleView | null {
  const cycle = currentCycle(rows);
  if (!cycle) return null;
  const questionSet = questionSetOf(rows, cycle);
  const lastPlan = rows.plan.get(cycle.lastPlanId);
  const newPlan = rows.plan.get(cycle.newPlanId);
  if (!questionSet || !lastPlan || !newPlan) return null;
  return { cycle, questionSet, questions: questionSet.questions, lastPlan, newPlan };
}

/** Hooks: each works its view out again only when one of its own tables has changed. */
export function useCycleView(): CycleView | null {
  const cycle = useWorkspace((state) => state.rows.cycle);
  const questionSet = useWorkspace((state) => state.rows.questionSet);
  const plan = useWorkspace((state) => state.rows.plan);
  return useMemo(() => cycleView({ cycle, questionSet, plan } as Rows), [cycle, questionSet, plan]);
}
export const useInstitution = (): Institution | null => useWorkspace((state) => theInstitution(state.rows));
const ratingsOfRows = remembered((rating: Rows['rating']) => ratingsByAction({ rating } as Rows));
export const useRatings = (): ReadonlyMap<string, readonly Rating[]> =>
  ratingsOfRows(useWorkspace((state) => state.rows.rating));
export function useActions(planId: string | undefined): readonly Action[] {
  const actions = useWorkspace((state) => state.rows.action);
  return planId ? (actionsByPlan(actions).get(planId) ?? noActions) : noActions;
}
const ragCounts = remembered(countRag);
/** How the actions of a plan stand, by their current ratings. */
export const useRagCounts = (planId: string | undefined): RagCounts => ragCounts(useActions(planId), useRatings());
export function useAnswers(cycle: Cycle | undefined): ReadonlyMap<string, Answer> {
  const answers = useWorkspace((state) => state.rows.answer);
  return useMemo(() => (cycle ? answersOf({ answer: answers } as Rows, cycle) : new Map()), [answers, cycle]);
}
