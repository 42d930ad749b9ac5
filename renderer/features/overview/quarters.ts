import type { Action, Plan } from '#shared/model/tables.ts';

export interface Quarter {
  /** Such as `2027-2`, for the second. */
  readonly key: string;
  /** Such as *April to June 2027*. */
  readonly title: string;
  /** By due day, then in the order of the plan. */
  readonly actions: readonly Action[];
}

export interface Timeline {
  readonly quarters: readonly Quarter[];
  /** Actions without a due day that could be read, such as *Ongoing*. */
  readonly undated: readonly Action[];
}

const names = ['January to March', 'April to June', 'July to September', 'October to December'] as const;
/** Ten years: beyond that a date is a slip of the keyboard, and the empty quarters up to it would bury the plan. */
const mostQuarters = 40;

/**
 * The actions of a plan by the quarter in which they are due. Every quarter of the plan is there, also where nothing is
 * due in it, since a gap is worth seeing; a date outside the plan adds its own quarter only.
 */
export function timelineOf(actions: readonly Action[], plan: Pick<Plan, 'startsOn' | 'endsOn'>): Timeline {
  const due = new Map<number, Action[]>();
  const undated: Action[] = [];
  for (const action of actions) {
    if (action.dueOn === null) undated.push(action);
    else {
      const quarter = quarterOf(action.dueOn);
      due.set(quarter, [...(due.get(quarter) ?? []), action]);
    }
  }
  const shown = new Set([...due.keys(), ...quartersOfPlan(plan)]);
  return {
    quarters: [...shown]
      .sort((a, b) => a - b)
      .map((quarter) => ({
        key: `${Math.floor(quarter / 4)}-${(quarter % 4) + 1}`,
        title: `${names[quarter % 4]} ${Math.floor(quarter / 4)}`,
        actions: (due.get(quarter) ?? []).toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')),
      })),
    undated,
  };
}

/** Quarters counted from the year 0, so that the next one is one more. */
const quarterOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

function quartersOfPlan({ startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>): readonly number[] {
  if (startsOn === null || endsOn === null) return [];
  const first = quarterOf(startsOn);
  const length = quarterOf(endsOn) - first + 1;
  return length < 1 || length > mostQuarters ? [] : Array.from({ length }, (_, index) => first + index);
}

/** *April to June 2027*, of a day in it. */
export const quarterTitle = (day: string): string => {
  const quarter = quarterOf(day);
  return `${names[quarter % 4]} ${Math.floor(quarter / 4)}`;
};
