import type { Cycle } from '#shared/model/tables.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** The cycle that is being worked on: the one that was started last. */
export const latestCycle = (rows: TableAccess): Cycle | undefined =>
  rows.all('cycle', {}, ['createdAt', 'stage']).at(-1);
