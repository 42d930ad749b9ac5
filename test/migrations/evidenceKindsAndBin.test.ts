import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { loadMigrations, runMigrations } from '#core/workspace/migrations.ts';
import { newEvidenceKinds } from '#core/workspace/newEvidenceKinds.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';

const migrations = loadMigrations();
const numberOf = (words: string): number => migrations.find(({ name }) => name.includes(words))?.number ?? Number.NaN;
const [kinds, bin] = [numberOf('evidence_kinds'), numberOf('bin_for_frameworks')];
const upTo = (number: number) => migrations.slice(0, number);

const evidence = `
  INSERT INTO step (id, at, savedAt, channel, label, kind, state) VALUES
    (1, '2026-11-21T14:00:00.000Z', '2026-11-21T14:00:00.000Z', 'evidence.add', 'Added evidence 1', 'command', 'done');
  INSERT INTO attachment VALUES ('a1', 'abc', 'survey.pdf', 'application/pdf', 3, '2026-11-21T14:00:00.000Z');
  INSERT INTO evidence VALUES ('e1', 1, 'award', 'Technician of the year', 'Given in May', 'https://eastmere.ac.uk', 'a1',
    '2026-05-01', '2027-05-01', 0), ('e2', 2, 'image', 'Open day', '', '', NULL, NULL, NULL, 1);`;
const frameworks = `
  INSERT INTO framework VALUES ('f1', 1, 'Regional points', 'Agreed in spring');
  INSERT INTO frameworkItem VALUES ('i1', 'f1', 1, 'P1', 'Career paths'), ('i2', 'f1', 2, 'P2', 'Shared posts');`;
const found = (database: Database, word: string) =>
  database
    .prepare(
      'SELECT rowId FROM searchIndex JOIN searchEntry ON searchEntry.number = searchIndex.rowid WHERE searchIndex MATCH ?',
    )
    .all(word);

it('keeps every item of evidence under the kind it had, beside a list of the usual kinds', () => {
  const path = join(temporaryFolder(), 'Eastmere University.tcplan');
  createWorkspaceFile(path, upTo(kinds - 1));
  withPlainSqlite(path, (database) => {
    database.exec(evidence);
    const rows = () => database.prepare('SELECT * FROM evidence ORDER BY id').all();
    const before = rows();
    runMigrations(database, upTo(kinds));
    expect(rows()).toEqual(before);
    // The same rows as those of a new workspace.
    expect(database.prepare('SELECT * FROM evidenceKind ORDER BY position').all()).toEqual(
      newEvidenceKinds.map((kind) => ({ ...kind, retired: 0 })),
    );
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    // What was found is still found, and the index still follows the table.
    expect(found(database, 'technician')).toEqual([{ rowId: 'e1' }]);
    expect(found(database, 'survey')).toEqual([{ rowId: 'e1' }]);
    database.exec("UPDATE evidence SET title = 'Apprentice of the year' WHERE id = 'e1'");
    expect([found(database, 'technician'), found(database, 'apprentice')]).toEqual([[], [{ rowId: 'e1' }]]);
    database.exec("INSERT INTO evidence (id, number, kind, title) VALUES ('e3', 3, 'link', 'Directory')");
    expect(found(database, 'directory')).toEqual([{ rowId: 'e3' }]);
    database.exec("DELETE FROM evidence WHERE id = 'e3'");
    expect(found(database, 'directory')).toEqual([]);
    database.pragma('foreign_keys = ON');
    expect(() => database.exec("UPDATE evidence SET kind = 'no such kind' WHERE id = 'e1'")).toThrow('FOREIGN KEY');
  });
});

it('leaves a workspace without a step empty: its first step brings the kinds', () => {
  const path = join(temporaryFolder(), 'Eastmere University.tcplan');
  createWorkspaceFile(path, migrations);
  expect(withPlainSqlite(path, (database) => database.prepare('SELECT * FROM evidenceKind').all())).toEqual([]);
});

it('gives frameworks and their items a bin, in which nothing lies yet and nothing is found', () => {
  const path = join(temporaryFolder(), 'Eastmere University.tcplan');
  createWorkspaceFile(path, upTo(bin - 1));
  withPlainSqlite(path, (database) => {
    database.exec(frameworks);
    const all = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as object[];
    const before = ['framework', 'frameworkItem'].map(all);
    runMigrations(database, upTo(bin));
    expect(['framework', 'frameworkItem'].map(all)).toEqual(
      before.map((rows) => rows.map((row) => ({ ...row, binned: 0 }))),
    );
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(found(database, 'career')).toEqual([{ rowId: 'i1' }]);
    database.exec("UPDATE frameworkItem SET binned = 1 WHERE id = 'i1'");
    expect(found(database, 'career')).toEqual([]);
    database.exec("UPDATE frameworkItem SET binned = 0 WHERE id = 'i1'");
    expect(found(database, 'career')).toEqual([{ rowId: 'i1' }]);
  });
});
