import { tableNames } from '#shared/model/tables.ts';
import { storedRowsAt } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { cyclesOver } from './signedGuard.ts';
import { signedPlaceOf } from './signedPlace.ts';

/**
 * Whether anything that a signature closes differs from how it was right after a step: an answer, a plan, a rating or
 * a decision of the cycle. The review of a plan is of the later cycle that makes it. What was changed and changed back
 * counts as never changed; so does the day of submission, which the record of sign-off itself puts on the plan.
 */
export function changedSince(rows: TableAccess, cycleId: string, stepId: number): boolean {
  // A copy whose history stayed behind cannot tell, and a signature is not to rest on that.
  if (rows.select('SELECT 1 FROM step WHERE id = ?', stepId).length === 0) return true;
  const past = storedRowsAt(rows.database, stepId);
  return tableNames.some((table) => {
    if (!signedTables.has(table)) return false;
    const then = past.get(table) ?? new Map<string, StoredRow>();
    const now = new Map(rows.select(`SELECT * FROM "${table}"`).map((row) => [String(row.id), row as StoredRow]));
    return [...new Set([...then.keys(), ...now.keys()])].some((id) => {
      const [before, after] = [then.get(id), now.get(id)];
      if (before && after && alike(before, after)) return false;
      return [before, after].some((row) => {
        const place = row ? signedPlaceOf(rows, table, row) : null;
        return place !== null && cyclesOver(rows, place).includes(cycleId);
      });
    });
  });
}

const signedTables: ReadonlySet<string> = new Set([
  'cycle',
  'answer',
  'askTick',
  'plan',
  'action',
  'rating',
  'lineage',
]);

const alike = (before: StoredRow, after: StoredRow): boolean =>
  Object.entries(before).every(([column, value]) => column === 'submittedOn' || after[column] === value);
