import type { Database, Statement } from 'better-sqlite3';

/** Statements by their SQL, each prepared once a connection: preparing costs more than most of them cost to run. */
const prepared = new WeakMap<Database, Map<string, Statement>>();

export function statementOf(database: Database, sql: string): Statement {
  const statements = prepared.get(database) ?? new Map<string, Statement>();
  prepared.set(database, statements);
  const statement = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, statement);
  return statement;
}
