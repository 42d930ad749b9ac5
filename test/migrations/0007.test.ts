import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

it('0007 makes room for earlier drafts and own question sets, and leaves every row as it was', () => {
  const path = `${temporaryFolder()}/Saltmarsh.tcplan`;
  const upTo = (number: number) => loadMigrations().filter((migration) => migration.number <= number);
  createWorkspaceFile(path, upTo(6));
  withPlainSqlite(path, (database) => {
    database.exec(`
      INSERT INTO questionSet (id, setId, version, stage, content) VALUES ('q', 'stage-3', '2024.1', 3, '{}');
      INSERT INTO plan (id, title) VALUES ('last', 'Last'), ('new', 'New');
      INSERT INTO cycle (id, stage, questionSetId, dueOn, lastPlanId, newPlanId, createdAt, brief)
        VALUES ('c', 3, 'q', '2027-01-31', 'last', 'new', '2026-11-21T14:00:00.000Z', '{}');
      INSERT INTO answer (id, cycleId, questionKey, content) VALUES ('a', 'c', 'governance', '{}');
    `);
    const tables = ['questionSet', 'plan', 'cycle', 'answer'];
    const rows = () => tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
    const before = rows();
    runMigrations(database, upTo(7));
    expect(rows()).toEqual(before);
    const keep = database.prepare(
      `INSERT INTO earlierAnswer VALUES (?, 'c', 'q', 'governance', '{}', 3, '{}', '[]', ?, '[]', 'now')`,
    );
    keep.run('e1', 'ready');
    expect(() => keep.run('e2', 'ready')).toThrow('UNIQUE');
    expect(() => keep.run('e2', 'finished')).toThrow('CHECK');
    expect(database.prepare('SELECT count(*) FROM ownQuestionSet').pluck().get()).toBe(0);
  });
});
