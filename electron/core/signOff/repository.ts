import { signOffRounds } from '#shared/model/signOffRounds.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/** The record of sign-off of a cycle, amendment by amendment, each by its days. */
export const roundsOf = (rows: TableAccess, cycleId: string): ReturnType<typeof signOffRounds> =>
  signOffRounds(rows.all('amendment', { cycleId }), rows.all('signOff', { cycleId }, ['happenedOn']));
