import { Refusal } from '#shared/errors.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

/**
 * What a workspace is known by among copies: a copy by the id that it was handed over with, any other by that of its
 * institution, which it has from its first step and never changes. Throws `refused-by-rule` for one without either.
 */
export function ownId(rows: TableAccess): string {
  const [id] = [...rows.all('origin'), ...rows.all('institution')].map((row) => row.id);
  if (id === undefined) throw new Refusal('refused-by-rule', { reason: 'There is nothing in this workspace yet.' });
  return id;
}
