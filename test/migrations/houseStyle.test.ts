import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

it('gives an institution no house style, and leaves everything else of it as it was', () => {
  const migrations = loadMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_house_style.sql'));
  expect(place).toBeGreaterThan(0);
  const path = `${temporaryFolder()}/Saltmarsh.tcplan`;
  createWorkspaceFile(path, migrations.slice(0, place));
  withPlainSqlite(path, (database) => {
    database.prepare("INSERT INTO institution (id, name, profile) VALUES ('i', 'Saltmarsh', 'A small one')").run();
    const before = database.prepare('SELECT * FROM institution').get() as object;
    runMigrations(database, migrations.slice(0, place + 1));
    expect(database.prepare('SELECT * FROM institution').all()).toEqual([{ ...before, houseStyleId: null }]);
    // A style that is no attachment would be found out when the transaction ends.
    database.pragma('foreign_keys = ON');
    expect(() => database.prepare("UPDATE institution SET houseStyleId = 'nothing'").run()).toThrow('FOREIGN KEY');
  });
});
