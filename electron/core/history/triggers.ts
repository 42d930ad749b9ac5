import type { Database } from 'better-sqlite3';
import { tableNames } from '#shared/model/tables.ts';

/**
 * Makes the TEMP triggers that record each row before and after in `change`, under the step in `temp.currentStep`.
 * They are read off the schema as it is, so a column that a migration adds is recorded without a word here. TEMP,
 * because a tool that opens the file without them can still repair it, and because they cannot be left out of date.
 * A change outside a step is refused.
 */
export function installTriggers(database: Database): void {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS currentStep (id INTEGER NOT NULL)');
  for (const table of tableNames) {
    const columns = (database.pragma(`table_info("${table}")`) as { readonly name: string }[]).map(({ name }) => name);
    const image = (row: 'NEW' | 'OLD') =>
      `json_object(${columns.map((name) => `'${name}', ${row}."${name}"`).join(', ')})`;
    const record = (event: string, id: 'NEW' | 'OLD', before: string, after: string) => `
      CREATE TEMP TRIGGER IF NOT EXISTS "record${event}Of${table}" AFTER ${event} ON main."${table}"
      BEGIN
        SELECT RAISE(ABORT, 'a change outside a step') WHERE NOT EXISTS (SELECT 1 FROM currentStep);
        INSERT INTO change (stepId, tableName, rowId, before, after)
        SELECT id, '${table}', ${id}.id, ${before}, ${after} FROM currentStep;
      END;`;
    database.exec(record('INSERT', 'NEW', 'NULL', image('NEW')));
    database.exec(record('UPDATE', 'NEW', image('OLD'), image('NEW')));
    database.exec(record('DELETE', 'OLD', image('OLD'), 'NULL'));
  }
}
