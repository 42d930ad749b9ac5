import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { assembleCore } from '#core/core.ts';
import type { OpenWorkspace } from '#core/services.ts';
import { backupsOf } from '#core/workspace/backups.ts';
import { loadMigrations, type Migration } from '#core/workspace/migrations.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { openCore } from '#test/helpers/openCore.ts';
import { type TestPorts, testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, thrownBy, withPlainSqlite } from '#test/helpers/workspaceFile.ts';

let ports: TestPorts;
let path: string;
beforeEach(async () => {
  const made = await openCore({ folder: join(temporaryFolder(), 'data') });
  path = made.services.session.required().path;
  made.core.close();
  ports = testPorts({ folder: made.ports.dataFolder, now: '2026-12-01T09:00:00.000Z' });
});

const withSecond = (sql: string): readonly Migration[] => [
  ...loadMigrations(),
  { number: loadMigrations().length + 1, name: '0099_next.sql', sql },
];
const next = loadMigrations().length + 1;

function open(migrations: readonly Migration[]): OpenWorkspace {
  const opened = openWorkspaceFile(path, ports, { migrations });
  onTestFinished(opened.close);
  return opened;
}

const addColumn = "ALTER TABLE plan ADD COLUMN colour TEXT NOT NULL DEFAULT 'plain'; UPDATE plan SET colour = title;";
const rebuild = `
  CREATE TABLE newSignatory (id TEXT NOT NULL PRIMARY KEY, position REAL NOT NULL, role TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', pronoun TEXT NOT NULL DEFAULT '') STRICT;
  INSERT INTO newSignatory (id, position, role, name, title) SELECT id, position, role, name, title FROM signatory;
  DROP TABLE signatory;
  ALTER TABLE newSignatory RENAME TO signatory;`;

const everything = (database: OpenWorkspace['database']) =>
  Object.fromEntries(
    (
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all() as {
        name: string;
      }[]
    ).map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
  );

describe('an older workspace', () => {
  it('is brought up to date with every row of every table, and the original is a checked backup', () => {
    const before = withPlainSqlite(path, everything);
    const { database } = open(withSecond(addColumn));
    const after = everything(database);
    expect(database.pragma('user_version', { simple: true })).toBe(next);
    expect(after).toEqual({
      ...before,
      plan: (before.plan as { readonly title: string }[]).map((plan) => ({ ...plan, colour: plan.title })),
    });

    const backups = backupsOf(path, ports.dataFolder);
    expect(backups).toMatchObject([{ reason: 'migration', verified: true, madeAt: '2026-12-01T09:00:00.000Z' }]);
    expect(withPlainSqlite(backups[0]?.path ?? '', everything)).toEqual(before);
  });

  it('can rebuild a table, and leaves nothing unfinished beside it', () => {
    open(withSecond(rebuild)).close();
    expect(readdirSync(join(path, '..'))).toEqual(['Eastmere University.tcplan']);
    expect(withPlainSqlite(path, (database) => database.pragma('foreign_key_check'))).toEqual([]);
  });

  it('records the new column in the log, and steps from before it can still be undone and done again', async () => {
    const before = assembleCore(ports);
    before.services.session.change(open(loadMigrations()));
    const [plan] = before.services.session.required().rows.all('plan');
    await before.core.dispatch('plan.edit', { id: plan?.id, fields: { title: 'Given another title' } });
    before.core.close();

    const { services, core } = assembleCore(ports);
    services.session.change(open(withSecond(addColumn)));
    const { database } = services.session.required();
    const now = () => database.prepare('SELECT title, colour FROM plan WHERE id = ?').get(plan?.id);
    expect(now()).toEqual({ title: 'Given another title', colour: 'Given another title' });
    expect(await core.dispatch('history.undo', {})).toMatchObject({ ok: true });
    // The step does not know the column, so what the migration wrote there stays.
    expect(now()).toEqual({ title: plan?.title, colour: 'Given another title' });
    expect(await core.dispatch('history.redo', {})).toMatchObject({ ok: true });
    expect(now()).toEqual({ title: 'Given another title', colour: 'Given another title' });
    expect(database.prepare("SELECT count(*) AS count FROM change WHERE after LIKE '%colour%'").get()).toEqual({
      count: 2,
    });
  });

  it('takes a left-over journal out of the way, so that it is not replayed into the new file', () => {
    writeFileSync(`${path}-wal`, 'left over');
    const { database } = open(withSecond(addColumn));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('is left alone when it can only be read', () => {
    const before = contentsOf(join(path, '..'));
    expect(
      thrownBy(() => openWorkspaceFile(path, ports, { migrations: withSecond(addColumn), readOnly: true })),
    ).toMatchObject({
      code: 'workspace-read-only',
    });
    expect(contentsOf(join(path, '..'))).toEqual(before);
  });
});

describe('a migration that goes wrong', () => {
  it.each([
    ['fails half way', "UPDATE plan SET title = 'changed'; INSERT INTO nowhere VALUES (1);"],
    ['ends its transaction by itself', "UPDATE plan SET title = 'changed'; COMMIT;"],
    ['leaves rows that belong to nothing', "UPDATE answer SET cycleId = 'gone';"],
  ])('that %s leaves the file as it was, with its backup, and says so', (_what, sql) => {
    const before = contentsOf(join(path, '..'));
    expect(thrownBy(() => open(withSecond(sql)))).toMatchObject({ code: 'workspace-migration-failed' });
    expect(contentsOf(join(path, '..'))).toEqual(before);
    expect(backupsOf(path, ports.dataFolder)).toMatchObject([{ reason: 'migration', verified: true }]);
    // The application that made it still opens it.
    open(loadMigrations());
  });

  it('is a fault of the build when numbers are missing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '0001_one.sql'), '');
    writeFileSync(join(folder, '0003_three.sql'), '');
    expect(() => loadMigrations(folder)).toThrow('0003_three.sql');
  });
});
