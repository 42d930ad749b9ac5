import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Services } from '#core/services.ts';
import { loadMigrations, type Migration, newestVersion } from '#core/workspace/migrations.ts';
import { tableNames } from '#shared/model/tables.ts';

export const tasks = ['editing', 'import', 'migration', 'backup', 'restore', 'export', 'save-back', 'making'] as const;
export type Task = (typeof tasks)[number];

/** One line of a process at its work; see killedWork.ts. */
export type Said =
  | { readonly will: string }
  | { readonly did: string }
  | { readonly may: string }
  | { readonly backup: string; readonly state: string }
  | { readonly document: string }
  | { readonly made: string }
  | { readonly operations: number };

/** Where the workspace of a task is; one that is saved back is in a folder that is synchronised. */
export const workspaceIn = (folder: string, task: Task): string =>
  join(folder, task === 'save-back' ? 'Dropbox' : 'plans', 'Plan.tcplan');

/** Everything that a workspace says, in one word: two that have the same say the same. */
export function stateOf({ session }: Services): string {
  const { rows } = session.required();
  const hash = createHash('sha256');
  for (const table of tableNames) hash.update(JSON.stringify([table, rows.all(table, {}, ['id'])]));
  return hash.digest('hex').slice(0, 16);
}

/** Those of the application, and for the task of migration one more, which writes every action. */
export function migrationsOf(task: Task): readonly Migration[] {
  const released = loadMigrations();
  if (task !== 'migration') return released;
  const sql = 'ALTER TABLE action ADD COLUMN colour TEXT; UPDATE action SET colour = text;';
  return [...released, { number: newestVersion(released) + 1, name: 'colour.sql', sql }];
}
