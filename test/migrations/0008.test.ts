import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

it('0008 keeps every link and every import, and takes voice for a framework and an import without a plan', () => {
  const migrations = loadMigrations();
  const database = new BetterSqlite3(join(temporaryFolder(), 'older.tcplan'));
  onTestFinished(() => void database.close());
  runMigrations(database, migrations.slice(0, 7));
  database.exec(`
    INSERT INTO plan (id, title, startsOn, endsOn, months, submittedOn) VALUES ('p', 'Plan', NULL, NULL, 24, NULL);
    INSERT INTO link VALUES ('l1', 'voice', 'v', 'action', 'a'), ('l2', 'frameworkItem', 'f', 'evidence', 'e');
    INSERT INTO importRun VALUES ('i', 'p', 'plan.xlsx', 'ff', '2026-11-21T14:00:00.000Z', 7, NULL, '{"created":3}');
  `);
  const all = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
  const before = { link: all('link'), importRun: all('importRun'), plan: all('plan') };
  runMigrations(database, migrations.slice(0, 8));
  expect({ link: all('link'), importRun: all('importRun'), plan: all('plan') }).toEqual(before);

  database.exec("INSERT INTO link VALUES ('l3', 'voice', 'v', 'frameworkItem', 'f')");
  database.exec(
    "INSERT INTO importRun VALUES ('j', NULL, 'survey.csv', 'aa', '2026-11-22T14:00:00.000Z', 8, NULL, '{}')",
  );
  expect(() => database.exec("INSERT INTO link VALUES ('l4', 'voice', 'v', 'planet', 'x')")).toThrow('CHECK');
  // One source is joined to one target once, as before, and a target is still found by its index.
  expect(() => database.exec("INSERT INTO link VALUES ('l5', 'voice', 'v', 'action', 'a')")).toThrow('UNIQUE');
  expect(database.prepare("SELECT name FROM pragma_index_list('link') WHERE origin = 'c'").all()).toEqual([
    { name: 'linkByTarget' },
  ]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});
