import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** One step of the schema: number from 1, and SQL without transaction words. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * The folder `migrations` beside the module that runs: in source, beside this file; in the built application, beside
 * main.js, where the build copies it.
 */
const migrationsFolder = (): string => join(import.meta.dirname, 'migrations');

/** All migrations of a folder in order. A gap, a second of the same number or a transaction word is a build fault. */
export function loadMigrations(folder: string = migrationsFolder()): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/u.test(name))
    .toSorted();
  return files.map((file, index) => {
    const number = Number(file.slice(0, 4));
    if (number !== index + 1) throw new Error(`The migration ${file} should have the number ${index + 1}`);
    return { number, name: file, sql: readFileSync(join(folder, file), 'utf8') };
  });
}

export const newestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0;

/**
 * Brings a database from its version to the newest, all or nothing. A migration that commits by itself would escape
 * the transaction around it: that is found out and thrown, and why migrations only ever run on a copy.
 */
export function runMigrations(database: Database, migrations: readonly Migration[]): void {
  // Tables are rebuilt by making, copying, dropping: references are checked at the end, not on the way.
  database.pragma('foreign_keys = OFF');
  try {
    database.exec('BEGIN IMMEDIATE');
    const from = database.pragma('user_version', { simple: true }) as number;
    for (const { number, name, sql } of migrations) {
      if (number <= from) continue;
      database.exec(sql);
      if (!database.inTransaction) throw new Error(`The migration ${name} ends its transaction`);
      database.pragma(`user_version = ${number}`);
    }
    database.exec('COMMIT');
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw cause;
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
