import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

it('keeps every step of sign-off as one of the first round, without a scan', () => {
  const migrations = loadMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_amendments.sql'));
  expect(place).toBeGreaterThan(0);
  const database = new BetterSqlite3(join(temporaryFolder(), 'older.tcplan'));
  onTestFinished(() => void database.close());
  runMigrations(database, migrations.slice(0, place));
  database.pragma('foreign_keys = OFF');
  database.exec(`
    INSERT INTO signOff (id, cycleId, step, name, role, happenedOn, versionId, issuedDocumentId, note) VALUES
      ('s1', 'c', 'signed', 'Rowan Ellis', 'Vice-Chancellor', '2026-11-18', 'v', 'd', ''),
      ('s2', 'c', 'submitted', '', '', '2026-11-20', NULL, NULL, 'By e-mail');
  `);
  const all = () => database.prepare('SELECT * FROM signOff ORDER BY id').all() as readonly object[];
  const before = all();
  runMigrations(database, migrations.slice(0, place + 1));
  expect(all()).toEqual(before.map((row) => ({ ...row, amendmentId: null, scanId: null })));
  expect(database.prepare('SELECT count(*) AS count FROM amendment').get()).toEqual({ count: 0 });

  database.pragma('foreign_keys = OFF');
  database.exec("INSERT INTO amendment VALUES ('a', 'c', 1, 'Rowan Ellis', 'A date', '2026-11-21', 4, NULL)");
  expect(() =>
    database.exec("INSERT INTO amendment VALUES ('b', 'c', 1, 'Rowan Ellis', 'A date', '2026-11-21', 4, NULL)"),
  ).toThrow('UNIQUE');
  expect(() => database.exec("INSERT INTO amendment VALUES ('b', 'c', 2, '', '', 'tomorrow', 4, NULL)")).toThrow(
    'CHECK',
  );
});
