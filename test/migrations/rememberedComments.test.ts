import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

it('remembers no reading of survey comments yet, and keeps those of plans', () => {
  const migrations = loadMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_remembered_comment_readings.sql'));
  expect(place).toBeGreaterThan(0);
  const path = `${temporaryFolder()}/Saltmarsh.tcplan`;
  createWorkspaceFile(path, migrations.slice(0, place));
  withPlainSqlite(path, (database) => {
    database.prepare("INSERT INTO mapping VALUES ('m', 'action | lead', '{}', '2026-01-02T03:04:05.000Z')").run();
    const before = database.prepare('SELECT * FROM mapping').all();
    runMigrations(database, migrations.slice(0, place + 1));
    expect(database.prepare('SELECT * FROM mapping').all()).toEqual(before);
    expect(database.prepare('SELECT * FROM commentMapping').all()).toEqual([]);
    const keep = database.prepare("INSERT INTO commentMapping VALUES (?, 'comment | team', ?, '2026-01-02')");
    keep.run('c', '{}');
    expect(() => keep.run('d', '{}')).toThrow('UNIQUE');
    expect(() => database.prepare("UPDATE commentMapping SET content = 'no json'").run()).toThrow('CHECK');
  });
});
