import type { Action, Plan } from '#shared/model/tables.ts';

export interface TimelineQuarter {
  /** Quarters counted from the year 0, so that the next one is one more. */
  readonly number: number;
  /** "Jan–Mar" */
  readonly title: string;
  readonly year: number;
}

export interface TimelineBar {
  readonly action: Action;
  /** Indices into the quarters, both inside; null where the action has no date. */
  readonly from: number | null;
  readonly to: number | null;
}

const titles = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'] as const;
/** Ten years: a date beyond them is a slip of the keyboard, and would make the table as wide as the slip. */
const mostQuarters = 40;

const quarterOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The quarters from the start of the plan, or its earliest date, to its end, or the latest. */
export function timelineQuarters(
  actions: readonly Pick<Action, 'startOn' | 'dueOn'>[],
  { startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>,
): readonly TimelineQuarter[] {
  const days = [startsOn, endsOn, ...actions.flatMap(({ startOn, dueOn }) => [startOn, dueOn])].flatMap(
    (day) => day ?? [],
  );
  if (days.length === 0) return [];
  const numbers = days.map(quarterOf);
  const planned = [startsOn, endsOn].flatMap((day) => (day === null ? [] : [quarterOf(day)]));
  const all = Math.max(...numbers) - Math.min(...numbers) < mostQuarters || planned.length === 0 ? numbers : planned;
  const first = Math.min(...all);
  const count = Math.min(mostQuarters, Math.max(...all) - first + 1);
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return { number, title: titles[number % 4] ?? '', year: Math.floor(number / 4) };
  });
}

/** Where each action stands in the quarters. One with only a due date is a bar of that quarter. */
export function timelineBars(actions: readonly Action[], quarters: readonly TimelineQuarter[]): readonly TimelineBar[] {
  const first = quarters[0]?.number ?? 0;
  const last = quarters.length - 1;
  const at = (day: string): number => Math.max(0, Math.min(last, quarterOf(day) - first));
  return actions.map((action) => {
    const { startOn, dueOn } = action;
    const days = [startOn, dueOn].flatMap((day) => day ?? []);
    if (days.length === 0 || last < 0) return { action, from: null, to: null };
    const places = days.map(at);
    return { action, from: Math.min(...places), to: Math.max(...places) };
  });
}
