import type { Cycle } from '#shared/model/tables.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** When a cycle is started: now, and after the latest one even if the clock was put back, as its time says which is the latest. */
export const startedAfter = (latest: Cycle | undefined, now: string): string =>
  latest && latest.createdAt > now ? new Date(Date.parse(latest.createdAt) + 1).toISOString() : now;

/** The cycle that is being worked on: the one that was started last. */
export const latestCycle = (rows: TableAccess): Cycle | undefined =>
  rows.all('cycle', {}, ['createdAt', 'stage']).at(-1);
