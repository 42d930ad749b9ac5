import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

it('0004 gives an institution the usual start of the academic year and leaves everything else as it was', () => {
  const path = `${temporaryFolder()}/Saltmarsh.tcplan`;
  const upTo = (number: number) => loadMigrations().filter((migration) => migration.number <= number);
  createWorkspaceFile(path, upTo(3));
  withPlainSqlite(path, (database) => {
    database.prepare("INSERT INTO institution (id, name, profile) VALUES ('i', 'Saltmarsh', 'A small one')").run();
    const before = database.prepare('SELECT * FROM institution').get() as object;
    runMigrations(database, upTo(4));
    expect(database.prepare('SELECT * FROM institution').all()).toEqual([
      { ...before, academicYearStart: '08-01', logoAlternativeText: '' },
    ]);
    const move = (start: string) => database.prepare('UPDATE institution SET academicYearStart = ?').run(start);
    move('09-15');
    for (const start of ['02-29', '09-31', '13-01', '9-1', '', 'August']) expect(() => move(start)).toThrow('CHECK');
  });
});
