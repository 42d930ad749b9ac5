import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

it('finds the facts of answers that were there before, and all else as before', () => {
  const migrations = loadMigrations();
  const place = migrations.findIndex(({ name }) => name.endsWith('_search_of_facts.sql'));
  expect(place).toBeGreaterThan(0);
  const path = `${temporaryFolder()}/Saltmarsh.tcplan`;
  createWorkspaceFile(path, migrations.slice(0, place));
  withPlainSqlite(path, (database) => {
    database.pragma('foreign_keys = OFF');
    const facts = JSON.stringify({ url: '', funding: [{ what: 'Apprentices', pounds: '12,500' }] });
    database.exec(`
      INSERT INTO answer (id, cycleId, questionKey, content, plainText, facts) VALUES
        ('both', 'c', 'context', '{}', 'The workshop reopened', '${facts}'),
        ('facts', 'c', 'funding', '{}', '', '${facts}'),
        ('neither', 'c', 'scope', '{}', '', '{}');
      INSERT INTO voice (id, number, channel, kind, consent, words) VALUES
        ('said', 1, 'survey', 'quote', 'internal', 'The workshop is too small');
      INSERT INTO frameworkItem (id, frameworkId, position, code, title, binned) VALUES
        ('kept', 'f', 1, 'A', 'Workshop space', 0), ('binned', 'f', 2, 'B', 'Workshop hours', 1);`);
    const found = (word: string) =>
      database
        .prepare(
          'SELECT rowId FROM searchIndex JOIN searchEntry ON number = searchIndex.rowid WHERE searchIndex MATCH ? ORDER BY rowId',
        )
        .pluck()
        .all(word);
    expect([found('apprentices'), found('workshop')]).toEqual([[], ['both', 'kept', 'said']]);
    runMigrations(database, migrations.slice(0, place + 1));
    expect([found('apprentices'), found('workshop')]).toEqual([
      ['both', 'facts'],
      ['both', 'kept', 'said'],
    ]);
    database.exec("UPDATE answer SET facts = '{}' WHERE id = 'facts'");
    database.exec("UPDATE frameworkItem SET title = 'Workshop space and hours' WHERE code IN ('A', 'B')");
    expect([found('apprentices'), found('hours')]).toEqual([['both'], ['kept']]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
