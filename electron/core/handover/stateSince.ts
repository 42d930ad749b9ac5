import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { mergedTables } from './mergeUnits.ts';

/** Every row that a merge looks at, as it is. */
export const rowsNow = (database: Database): StoredTables =>
  new Map(
    mergedTables.map((table) => [
      table,
      new Map((database.prepare(`SELECT * FROM "${table}"`).all() as StoredRow[]).map((row) => [String(row.id), row])),
    ]),
  );

/**
 * The same as it was right after a change of the log. By change and not by step: typing is gathered into the step that
 * was the newest when the file was handed over or merged.
 */
export function rowsAfterChange(database: Database, changeId: number): StoredTables {
  const rows = new Map([...rowsNow(database)].map(([table, each]) => [table, new Map(each)]));
  const defaults = new Map<TableName, StoredRow>();
  // With min() SQLite gives the other columns of the row that has the least id.
  const later = database
    .prepare('SELECT min(id), tableName, rowId, before FROM change WHERE id > ? GROUP BY tableName, rowId')
    .all(changeId) as { readonly tableName: TableName; readonly rowId: string; readonly before: string | null }[];
  for (const { tableName, rowId, before } of later) {
    const table = rows.get(tableName);
    if (before === null) table?.delete(rowId);
    else table?.set(rowId, { ...defaultsOf(database, tableName, defaults), ...(JSON.parse(before) as StoredRow) });
  }
  return rows;
}

/** Columns that a migration has added since an image was written say what the schema gives them without a word. */
function defaultsOf(database: Database, table: TableName, known: Map<TableName, StoredRow>): StoredRow {
  const found = known.get(table);
  if (found) return found;
  const columns = database.pragma(`table_info("${table}")`) as readonly {
    readonly name: string;
    readonly dflt_value: string | null;
  }[];
  const row: StoredRow = {};
  for (const { name, dflt_value: value } of columns)
    row[name] = value === null ? null : (database.prepare(`SELECT ${value}`).pluck().get() as string | number | null);
  known.set(table, row);
  return row;
}

/** A check sum of one change, so that a log which went back and on again by another way is not taken for the same. */
export function markOf(database: Database, changeId: number): string {
  const change = database
    .prepare(
      'SELECT change.id, tableName, rowId, before, after, step.id AS stepId, step.at FROM change JOIN step ON step.id = stepId WHERE change.id = ?',
    )
    .get(changeId);
  return change === undefined ? '' : createHash('sha256').update(JSON.stringify(change)).digest('hex');
}
