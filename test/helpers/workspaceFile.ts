import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations } from '#core/workspace/migrations.ts';

/** Makes an empty workspace file in a folder and returns its path. */
export function makeFile(folder: string, fileName = 'Eastmere University.tcplan'): string {
  const path = join(folder, fileName);
  createWorkspaceFile(path, loadMigrations());
  return path;
}

/** Does something to a file as another program would: without our settings, our lock or our triggers. */
export function withPlainSqlite<Value>(path: string, act: (database: Database) => Value): Value {
  const database = new BetterSqlite3(path);
  try {
    return act(database);
  } finally {
    database.close();
  }
}

/** Names and contents of everything in a folder, so that a test can show that nothing was touched. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

/** What a call throws, for a test that looks into it. */
export function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (cause) {
    return cause;
  }
  throw new Error('Nothing was thrown');
}
