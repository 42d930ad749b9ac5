import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

it('makes room for copies, of which an earlier workspace has none and is none', () => {
  const migrations = loadMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_handovers.sql'));
  expect(place).toBeGreaterThan(0);
  const database = new BetterSqlite3(join(temporaryFolder(), 'older.tcplan'));
  onTestFinished(() => void database.close());
  runMigrations(database, migrations.slice(0, place));
  database.exec("INSERT INTO institution (id, name) VALUES ('i', 'Eastmere University')");
  const all = () => database.prepare('SELECT * FROM institution').all();
  const before = all();
  runMigrations(database, migrations.slice(0, place + 1));
  expect(all()).toEqual(before);
  for (const table of ['handover', 'origin'])
    expect(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()).toEqual({ count: 0 });
  // A merge is kept with how far it went, or there was none.
  const row = (merged: string) => `INSERT INTO handover VALUES (${merged})`;
  database.exec(row("'a', 'i', 'Priya Nair', 'Jo Marsh', 'copy.tcplan', '2026-11-21', 1, NULL, NULL, ''"));
  expect(() => database.exec(row("'b', 'i', '', '', '', '2026-11-21', 1, '2026-11-22', NULL, ''"))).toThrow('CHECK');
  expect(() => database.exec(row("'b', 'i', '', '', '', '2026-11-21', 2, NULL, NULL, ''"))).toThrow('CHECK');
});
