import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { openInMemory } from '../workspace/connection.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { createTableAccess, type TableAccess } from '../workspace/tableAccess.ts';

/**
 * Looks at the rows of the workspace as they were right after a step, in a database of their own that is gone
 * afterwards: whatever reads a workspace reads its past in the same way. Without a step it is the workspace as it is.
 * Attached bytes are never changed, so the past reads those of the file. Throws `not-found` for a step there is none of.
 */
export function atStep<Value>(rows: TableAccess, stepId: number | null, look: (rows: TableAccess) => Value): Value {
  if (stepId === null) return look(rows);
  const past = openInMemory();
  try {
    fillWithPast(past, rows.database, stepId);
    return look(createTableAccess(past));
  } finally {
    past.close();
  }
}

function fillWithPast(past: Database, now: Database, stepId: number): void {
  const step = now.prepare('SELECT * FROM step WHERE id = ?').get(stepId) as StoredRow | undefined;
  if (!step) throw new Refusal('not-found', { place: 'step' });
  // Copied row by row in the order of the tables, so a row may come before the one that it belongs to.
  past.pragma('foreign_keys = OFF');
  past.exec('BEGIN');
  const schema = now.prepare(
    "SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC",
  );
  for (const table of [...tableNames, 'step'])
    for (const { sql } of schema.all(table) as { readonly sql: string }[]) past.exec(sql);
  insert(past, 'step', step);
  for (const [table, rows] of storedRowsAt(now, stepId)) for (const row of rows.values()) insert(past, table, row);
  past.exec('COMMIT');
  const content = now.prepare('SELECT bytes FROM content WHERE sha256 = ?');
  past.table('content', {
    columns: ['bytes'],
    parameters: ['sha256'],
    *rows(sha256) {
      const found = content.get(sha256) as { readonly bytes: Buffer } | undefined;
      if (found) yield found;
    },
  });
}

/** Columns that a migration has added since the row was written take what the schema says they are without a word. */
function insert(database: Database, table: string, row: StoredRow): void {
  const names = Object.keys(row);
  database
    .prepare(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(row));
}

export type StoredTables = ReadonlyMap<TableName, ReadonlyMap<string, StoredRow>>;

/** Every row as it was right after a step: as it is now, or as it was before the first change that came later. */
export function storedRowsAt(database: Database, stepId: number): StoredTables {
  const rows = new Map(
    tableNames.map((table) => [
      table,
      new Map((database.prepare(`SELECT * FROM "${table}"`).all() as StoredRow[]).map((row) => [String(row.id), row])),
    ]),
  );
  // With min() SQLite gives the other columns of the row that has the least id.
  const later = database
    .prepare('SELECT min(id), tableName, rowId, before FROM change WHERE stepId > ? GROUP BY tableName, rowId')
    .all(stepId) as { readonly tableName: TableName; readonly rowId: string; readonly before: string | null }[];
  for (const { tableName, rowId, before } of later) {
    if (before === null) rows.get(tableName)?.delete(rowId);
    else rows.get(tableName)?.set(rowId, JSON.parse(before) as StoredRow);
  }
  return rows;
}
