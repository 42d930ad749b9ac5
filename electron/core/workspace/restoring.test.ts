import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { backupsOf } from './backups.ts';

const pathOf = ({ services }: TestCore): string => services.session.required().path;
const nameIn = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.institution[0]?.name;
const rename = ({ call }: TestCore, name: string) => call('institution.edit', { fields: { name } });

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 8192, 24_576);
  writeFileSync(path, bytes);
}

describe('backups', () => {
  const minutes = 60_000;
  const reasons = async ({ call }: TestCore) => (await call('workspace.backups', {})).map(({ reason }) => reason);

  it('is made at the first change of a session and after every quarter of an hour of changes', async () => {
    const test = await openCore();
    expect(await reasons(test)).toEqual([]);
    await rename(test, 'One');
    expect(await reasons(test)).toEqual(['session']);
    test.ports.pass(14 * minutes);
    await rename(test, 'Two');
    expect(await reasons(test)).toEqual(['session']);
    test.ports.pass(minutes);
    await rename(test, 'Three');
    expect(await reasons(test)).toEqual(['interval', 'session']);
    test.ports.pass(60 * minutes);
    await test.call('workspace.load', {});
    expect(await reasons(test)).toEqual(['interval', 'session']);
  });

  it('holds the workspace as it was before the change', async () => {
    const test = await openCore();
    await rename(test, 'Westmere University');
    const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
    const name = withPlainSqlite(backup?.path ?? '', (database) =>
      database.prepare('SELECT name FROM institution').get(),
    );
    expect(name).toEqual({ name: 'Eastmere University' });
  });

  it('is made on request, checked, and without anything unfinished beside it', async () => {
    const test = await openCore();
    const backup = await test.call('workspace.backUp', {});
    expect(backup).toMatchObject({ reason: 'asked', verified: true, madeAt: test.ports.now().toISOString() });
    expect(await test.call('workspace.backups', {})).toEqual([backup]);
    const folder = join(test.ports.dataFolder, 'backups');
    expect(Object.keys(contentsOf(folder)).filter((name) => !name.endsWith(' asked.tcplan'))).toEqual([]);
  });

  it('does not stand in the way of a change when it cannot be made', async () => {
    const test = await openCore();
    writeFileSync(join(test.ports.dataFolder, 'backups'), 'a file where the folder should be');
    await rename(test, 'Westmere University');
    expect(await nameIn(test)).toBe('Westmere University');
    expect(test.ports.lines).toContainEqual(expect.stringMatching(/^backup failed/));
  });

  it('shows as not verified when it was cut short afterwards', async () => {
    const test = await openCore();
    await test.call('workspace.backUp', {});
    const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
    writeFileSync(backup?.path ?? '', readFileSync(backup?.path ?? '').subarray(0, 8192));
    expect(await test.call('workspace.backups', {})).toMatchObject([{ verified: false }]);
  });
});

describe('restoring', () => {
  it('puts a backup in place, and what was there can be restored in turn', async () => {
    const test = await openCore();
    const first = await test.call('workspace.backUp', {});
    test.ports.pass(1000);
    await rename(test, 'Westmere University');
    test.ports.pass(1000);
    await test.call('workspace.restore', { backupId: first.id });
    expect(await nameIn(test)).toBe('Eastmere University');

    const before = (await test.call('workspace.backups', {})).find(({ reason }) => reason === 'restore');
    await test.call('workspace.restore', { backupId: before?.id ?? '' });
    expect(await nameIn(test)).toBe('Westmere University');
    expect((await test.call('workspace.load', {})).history.undo).toMatch(/institution/);
  });

  it('refuses a backup that is not there or not whole, and the workspace stays open', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
    damage(backup?.path ?? '');
    expect(await test.refusal('workspace.restore', { backupId: id })).toMatchObject({ code: 'backup-damaged' });
    expect(await test.refusal('workspace.restore', { backupId: '../x' })).toMatchObject({ code: 'backup-missing' });
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(readdirSync(join(test.ports.dataFolder, 'workspaces')).toSorted()).toEqual([
      'Eastmere University.tcplan',
      'Eastmere University.tcplan.lock',
    ]);
  });

  it('works from a damaged file that could not be opened, which is kept in quarantine', async () => {
    const folder = temporaryFolder();
    const first = await openCore({ folder });
    await rename(first, 'Westmere University');
    await first.call('workspace.backUp', {});
    const path = pathOf(first);
    first.core.close();
    damage(path);
    writeFileSync(`${path}-journal`, 'left over');
    const damaged = readFileSync(path);

    const second = startCore({ ports: testPorts({ folder, now: '2026-11-22T09:00:00.000Z' }) });
    const { recent } = await second.call('app.state', {});
    expect(await second.refusal('workspace.open', { recentId: recent[0]?.id ?? '' })).toMatchObject({
      code: 'workspace-damaged',
    });
    const { recovery, workspace } = await second.call('app.state', {});
    expect(workspace).toBeNull();
    expect(recovery).toMatchObject({
      code: 'workspace-damaged',
      fileName: 'Eastmere University.tcplan',
      backups: [
        { reason: 'asked', verified: true },
        { reason: 'session', verified: true },
      ],
    });
    expect(recovery?.findings.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'quarantine', recovery?.quarantined ?? ''))).toEqual(damaged);

    const backupId = recovery?.backups[0]?.id ?? '';
    await second.call('workspace.restore', { backupId });
    expect(await nameIn(second)).toBe('Westmere University');
    expect((await second.call('app.state', {})).recovery).toBeNull();
    expect(readFileSync(join(folder, 'quarantine', recovery?.quarantined ?? ''))).toEqual(damaged);
  });

  it('keeps a newer file in quarantine before a backup takes its place', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const path = pathOf(test);
    await test.call('workspace.close', {});
    withPlainSqlite(path, (database) => database.pragma('user_version = 99'));
    const newer = readFileSync(path);
    const file = test.core.fileTokens.holdPath(path);
    expect(await test.refusal('workspace.open', { file })).toMatchObject({ code: 'workspace-newer' });
    expect(readFileSync(path)).toEqual(newer);
    await test.call('workspace.restore', { backupId: id });
    expect(await nameIn(test)).toBe('Eastmere University');
    const kept = readdirSync(join(test.ports.dataFolder, 'quarantine'));
    expect(kept.map((name) => readFileSync(join(test.ports.dataFolder, 'quarantine', name)))).toEqual([newer]);
  });

  it('works when the workspace becomes damaged while it is open, and keeps what it was', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const { database } = test.services.session.required();
    database.unsafeMode();
    database.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'change'; PRAGMA writable_schema = RESET`);
    await test.call('workspace.restore', { backupId: id });
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(readdirSync(join(test.ports.dataFolder, 'quarantine'))).toHaveLength(1);
  });

  it('keeps a damaged file once in quarantine, however often it is tried', async () => {
    const test = await openCore();
    const path = pathOf(test);
    await test.call('workspace.close', {});
    damage(path);
    const file = test.core.fileTokens.holdPath(path);
    await test.refusal('workspace.open', { file });
    await test.refusal('workspace.open', { file });
    expect(readdirSync(join(test.ports.dataFolder, 'quarantine'))).toHaveLength(1);
  });
});
