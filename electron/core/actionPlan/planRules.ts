import type { Plan } from '#shared/model/tables.ts';

export function periodProblem({ startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>): string | null {
  return startsOn !== null && endsOn !== null && endsOn < startsOn ? 'A plan cannot end before it starts.' : null;
}
