import type { ColumnRole } from '#shared/model/importPreview.ts';
import type { Grid } from './grid.ts';

const namesObjective =
  /^(?:(?:strategic|key|overarching) )?(?:objective|aim|goal|ambition)s?\s*(?:[\dA-Z]{1,3}(?:\.\d+)*)?\s*[:.–—-]\s*\S/i;
const withoutStop = (text: string): string => text.trim().replace(/[.)]+$/, '');

/**
 * Rows that hold a number and a text and nothing else, and head the actions below: `2 | Objective 2: To reward work`
 * above 2.1 and 2.2. An action without owner and date has none numbered after it.
 */
export function parentRows(
  grid: Grid,
  roles: ReadonlyMap<number, ColumnRole>,
  rows: readonly number[],
): ReadonlySet<number> {
  const columnOf = (role: ColumnRole): number | undefined => [...roles].find(([, one]) => one === role)?.[0];
  const [ref, action] = [columnOf('ref'), columnOf('action')];
  const parents = new Set<number>();
  if (action === undefined) return parents;
  const filled = rows.filter((row) => grid.filled(row).length > 0);
  filled.forEach((row, index) => {
    const columns = grid.filled(row).filter((column) => roles.has(column));
    if (!columns.includes(action) || columns.some((column) => column !== ref && column !== action)) return;
    if (roles.size > 2 && namesObjective.test(grid.text(row, action))) parents.add(row);
    if (ref === undefined || !columns.includes(ref)) return;
    const next = filled[index + 1];
    const number = withoutStop(grid.text(row, ref));
    if (next !== undefined && number !== '' && isNumberedUnder(withoutStop(grid.text(next, ref)), number))
      parents.add(row);
  });
  return parents;
}

/** `1.1` and `1a` are numbered under `1`, and `B2` under `B`; `10` is not. */
function isNumberedUnder(number: string, parent: string): boolean {
  if (number.length <= parent.length || !number.startsWith(parent)) return false;
  const rest = number.slice(parent.length);
  return /^(?:[.\-/]|[a-z]\b)/i.test(rest) || (/\p{L}$/u.test(parent) && /^\d/.test(rest));
}
