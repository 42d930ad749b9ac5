import type { Action, Plan, Rating } from '#shared/model/tables.ts';
import { previousRating } from '../../stores/views.ts';
import { monthAndYear } from '../../text/dates.ts';
import type { PlanItem } from './planItem.ts';

/** What the rows of a plan show, from the rows of the workspace. */

/** `restOf` says what else a screen shows of an action. */
export function itemsOf<Rest extends Omit<PlanItem, 'action' | 'current' | 'previous'>>(
  actions: readonly Action[],
  ratings: ReadonlyMap<string, readonly Rating[]>,
  restOf: (action: Action) => Rest,
): readonly (PlanItem & Rest)[] {
  return actions.map((action) => {
    const own = ratings.get(action.id) ?? [];
    return { action, current: own[0] ?? null, previous: previousRating(own), ...restOf(action) };
  });
}

/** Today where the person is, as an ISO day. */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The due date as it was written, or the month that was understood. */
export const dueText = ({ dueText: text, dueOn }: Pick<Action, 'dueText' | 'dueOn'>): string =>
  text.trim() !== '' ? text : dueOn ? monthAndYear(dueOn) : '';

/** Past its date and not done. The day itself is not late. */
export const isLate = ({ action, current }: PlanItem, day: string): boolean =>
  action.dueOn !== null && action.dueOn < day && current?.rag !== 'green';

/** "2023–2026", from the plan's own dates; empty where it has none. */
export function yearsOf({ startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>): string {
  const years = [startsOn, endsOn].flatMap((day) => (day === null ? [] : [day.slice(0, 4)]));
  return [...new Set(years)].join('–');
}

export const planHeading = (plan: Pick<Plan, 'startsOn' | 'endsOn'>): string => {
  const years = yearsOf(plan);
  return years === '' ? 'How did the last plan go?' : `How did the ${years} plan go?`;
};
