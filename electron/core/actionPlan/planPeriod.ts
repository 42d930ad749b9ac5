import type { Action, Plan } from '#shared/model/tables.ts';
import { addDays, addMonths } from '../cycle/calendar.ts';
import { lastPlanTitle, planTitle } from '../cycle/rules.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { readTimescale } from './timescale.ts';

type Period = Pick<Plan, 'startsOn' | 'endsOn'>;
type PlanFields = Partial<Omit<Plan, 'id'>>;

/** The last day of so many whole months. */
const endAfter = (startsOn: string, months: number): string => addDays(addMonths(startsOn, months), -1);

/** The whole months of a period; null where it has none or ends in the middle of one. */
function monthsOf({ startsOn, endsOn }: Period): number | null {
  if (startsOn === null || endsOn === null) return null;
  const [from, to] = [startsOn, addDays(endsOn, 1)].map((day) => {
    const [year = 0, month = 0] = day.split('-').map(Number);
    return year * 12 + month;
  }) as [number, number];
  return to > from && endAfter(startsOn, to - from) === endsOn ? to - from : null;
}

/** Whether nobody has named the plan yet: its title is the one that it got with its period. */
const isGivenTitle = ({ title, startsOn, endsOn }: Plan): boolean =>
  startsOn !== null && endsOn !== null
    ? title === planTitle(startsOn, endsOn)
    : title === lastPlanTitle(title.slice(-4));

/**
 * What goes with a change of a plan, so that it is one step: a start brings the end that is so many months later, where
 * there was no end or it was that of the old start; the count of months and a title that nobody wrote follow the dates.
 * Whatever is given stays as it is given. @param usualMonths how long a plan of this cycle is
 */
export function withPeriod(plan: Plan, given: PlanFields, usualMonths: number): PlanFields {
  if (given.startsOn === undefined && given.endsOn === undefined) return given;
  const months = monthsOf(plan) ?? plan.months ?? usualMonths;
  const endFollows = plan.endsOn === null || (plan.startsOn !== null && monthsOf(plan) !== null);
  const endsOn =
    given.startsOn && given.endsOn === undefined && endFollows ? { endsOn: endAfter(given.startsOn, months) } : {};
  const next = { ...plan, ...endsOn, ...given };
  return {
    ...endsOn,
    ...(next.startsOn !== null && next.endsOn !== null
      ? {
          months: monthsOf(next),
          ...(isGivenTitle(plan) ? { title: planTitle(next.startsOn, next.endsOn) } : {}),
        }
      : {}),
    ...given,
  };
}

/**
 * Counts "Month 6" and "Year 2" anew from another start of their plan, where their date still is what the text was read
 * as: one that somebody set by hand stays. Returns how many actions have another date now.
 */
export function countFromStart(rows: TableAccess, plan: Plan, startsOn: string | null, yearStart: string): number {
  let moved = 0;
  for (const action of rows.all('action', { planId: plan.id })) {
    const fields: Partial<Action> = {
      ...readAnew(action.startText, action.startOn, 'start'),
      ...readAnew(action.dueText, action.dueOn, 'due'),
    };
    if (Object.keys(fields).length === 0) continue;
    rows.update('action', action.id, fields);
    moved += 1;
  }
  return moved;

  function readAnew(text: string, on: string | null, as: 'start' | 'due'): Partial<Action> {
    if (text === '' || readTimescale(text, as, plan.startsOn, yearStart).on !== on) return {};
    const next = readTimescale(text, as, startsOn, yearStart).on;
    if (next === on) return {};
    return as === 'start' ? { startOn: next } : { dueOn: next };
  }
}
