import type { TableName } from '#shared/model/tables.ts';
import { rowFromStored, type StoredRow } from '../workspace/rows.ts';
import type { Change } from './steps.ts';

/** What a step did to one row, all its changes taken together; images are rows as stored. */
export interface NetChange {
  readonly table: TableName;
  readonly rowId: string;
  readonly before: StoredRow | null;
  readonly after: StoredRow | null;
}

/** The changes of one step, a row at a time, in the order of each row's first change. */
export function netChanges(changes: readonly Change[]): readonly NetChange[] {
  const rows = new Map<string, NetChange>();
  for (const { table, rowId, before, after } of changes) {
    const key = `${table} ${rowId}`;
    rows.set(key, { table, rowId, before: rows.get(key)?.before ?? (rows.has(key) ? null : before), after });
  }
  // Made and removed within the step: nothing was there before or after.
  return [...rows.values()].filter(({ before, after }) => before !== null || after !== null);
}

export interface FieldChange {
  readonly table: string;
  readonly rowId: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The fields that differ, as the renderer knows them. A row that was made or removed shows only its fields that hold
 * something; a row that is absent has null for each.
 */
export function fieldChanges({ table, rowId, before, after }: NetChange): readonly FieldChange[] {
  const left: Readonly<Record<string, unknown>> = before ? rowFromStored(table, before) : {};
  const right: Readonly<Record<string, unknown>> = after ? rowFromStored(table, after) : {};
  const fields = Object.keys(after ? right : left).filter((field) => {
    if (field === 'id') return false;
    if (before && after) return before[field] !== after[field];
    return !isBlank(after ? right[field] : left[field]);
  });
  return fields.map((field) => ({
    table,
    rowId,
    field,
    before: left[field] ?? null,
    after: right[field] ?? null,
  }));
}

function isBlank(value: unknown): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
