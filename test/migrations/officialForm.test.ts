import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

const number = 9;

it('the official form comes as two empty tables, and every row that was there stays as it was', () => {
  const path = join(temporaryFolder(), 'Eastmere University.tcplan');
  createWorkspaceFile(path, loadMigrations().slice(0, number - 1));
  withPlainSqlite(path, (database) => {
    const id = (digit: string): string => `00000000-0000-4000-8000-00000000000${digit}`;
    const tables = () =>
      Object.fromEntries(
        database
          .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
          .pluck()
          .all()
          .map((name) => [name, database.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
      );
    database.exec(`
      INSERT INTO questionSet VALUES ('${id('1')}', 'stage-3', '2024.1', 3, '{}');
      INSERT INTO plan (id, title) VALUES ('${id('2')}', 'Last'), ('${id('3')}', 'Next');
      INSERT INTO cycle (id, stage, questionSetId, dueOn, lastPlanId, newPlanId, createdAt, brief)
        VALUES ('${id('4')}', 3, '${id('1')}', '2027-01-31', '${id('2')}', '${id('3')}', '2026-11-21T09:00:00.000Z', '{}');
      INSERT INTO attachment VALUES ('${id('5')}', 'abc', 'form.docx', 'application/octet-stream', 3, '2026-11-21T09:00:00.000Z');
    `);
    const before = tables();
    runMigrations(database, loadMigrations().slice(0, number));
    expect(tables()).toEqual({ ...before, officialForm: [], officialPrompt: [] });

    const form = database.prepare('INSERT INTO officialForm (id, cycleId, attachmentId, openedAt) VALUES (?, ?, ?, ?)');
    form.run(id('6'), id('4'), id('5'), '2026-11-22T09:00:00.000Z');
    // One form a cycle, and one row a prompt of it.
    expect(() => form.run(id('7'), id('4'), id('5'), '2026-11-22T09:00:00.000Z')).toThrow('UNIQUE');
    const prompt = database.prepare(
      "INSERT INTO officialPrompt (id, formId, position, promptKey, text, place, questionKey, part, sureness) VALUES (?, ?, 0, 'p1', 'Who leads?', ?, ?, ?, 'none')",
    );
    prompt.run(id('8'), id('6'), 'below', null, null);
    expect(() => prompt.run(id('9'), id('6'), 'below', null, null)).toThrow('UNIQUE');
    expect(() => prompt.run(id('9'), id('6'), 'nowhere', null, null)).toThrow('CHECK');
    expect(() => prompt.run(id('9'), id('6'), 'below', null, 'lead-name')).toThrow('CHECK');
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });
});
