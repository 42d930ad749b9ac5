import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { contentsOf, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { backupsOf } from '../workspace/backups.ts';
import { createWorkspaceFile } from '../workspace/createFile.ts';
import { loadMigrations } from '../workspace/migrations.ts';
import { openWorkspaceFile } from '../workspace/openFile.ts';

const pathOf = ({ services }: TestCore): string => services.session.required().path;
const nameIn = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.institution[0]?.name;
/** Typing gathers for a minute, so each of these is a change of its own. */
const rename = (test: TestCore, name: string) => {
  test.ports.pass(61_000);
  return test.call('institution.edit', { fields: { name } });
};
const damage = (path: string, from: number, to: number): void => {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, to);
  writeFileSync(path, bytes);
};
const copiesLeft = ({ ports }: TestCore): readonly string[] => {
  const folder = join(ports.dataFolder, 'looked-at');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('what a backup holds', () => {
  it('says its newest change, and what has been changed since by name', async () => {
    const test = await openCore();
    await rename(test, 'Westmere University');
    const { id } = await test.call('workspace.backUp', {});
    await rename(test, 'Northmere University');
    await rename(test, 'Southmere University');
    const contents = await test.call('backup.contents', { backupId: id });
    expect(contents).toMatchObject({
      verified: true,
      institution: 'Westmere University',
      holds: { answers: 0, actions: 0, voice: 0, evidence: 0 },
      since: { changes: 2, newest: { at: test.ports.now().toISOString() } },
      onlyHere: 0,
    });
    expect(contents.newest?.label).toMatch(/institution/u);
  });

  it('says what only it holds, after the workspace has gone back', async () => {
    const test = await openCore();
    const first = await test.call('workspace.backUp', {});
    await rename(test, 'Westmere University');
    const { kept } = await test.call('workspace.restore', { backupId: first.id });
    expect(await test.call('backup.contents', { backupId: kept?.id ?? '' })).toMatchObject({
      onlyHere: 1,
      since: { changes: 0, newest: null },
    });
  });

  it('counts typing that went on in a step that both have', async () => {
    const test = await openCore();
    await rename(test, 'West');
    const { id } = await test.call('workspace.backUp', {});
    test.ports.pass(1_000);
    await test.call('institution.edit', { fields: { name: 'Westmere' } });
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ since: { changes: 1 }, onlyHere: 0 });
  });

  it('is read of a workspace that is closed, and of one whose file is damaged beyond its history', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    await rename(test, 'Westmere University');
    const path = pathOf(test);
    await test.call('workspace.close', {});
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ since: { changes: 1 } });
    const page = withPlainSqlite(path, (database) =>
      database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'voice'").pluck().get(),
    ) as number;
    damage(path, (page - 1) * 4096, page * 4096);
    const file = test.core.fileTokens.holdPath(path);
    expect(await test.refusal('workspace.open', { file })).toMatchObject({ code: 'workspace-damaged' });
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({
      since: { changes: 1, newest: { label: expect.stringMatching(/institution/u) } },
    });
  });

  it('says that it is not known what came since, where nothing of the file can be read', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const path = pathOf(test);
    await test.call('workspace.close', {});
    writeFileSync(path, '');
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ verified: true, since: null });
  });

  it('says of a damaged backup that it is damaged', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
    damage(backup?.path ?? '', 4096, 40_960);
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ verified: false });
    expect(await test.refusal('backup.open', { backupId: id })).toMatchObject({ code: 'backup-damaged' });
    expect(await test.refusal('backup.copyOut', { backupId: id })).toMatchObject({ code: 'backup-damaged' });
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(copiesLeft(test)).toEqual([]);
  });
});

describe('looking at a backup', () => {
  it('shows it in the place of the workspace, changes nothing of it, and leads back', async () => {
    const test = await openCore();
    const { id, madeAt } = await test.call('workspace.backUp', {});
    const { recentId } = (await test.call('app.state', {})).workspace ?? { recentId: '' };
    await rename(test, 'Westmere University');
    const backups = contentsOf(join(test.ports.dataFolder, 'backups'));
    expect(await test.call('backup.open', { backupId: id })).toMatchObject({
      fileName: 'Eastmere University.tcplan',
      readOnly: true,
      lookedAt: { backupId: id, madeAt, workspaceId: recentId, cameFrom: true },
    });
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(await test.refusal('institution.edit', { fields: { name: 'x' } })).toMatchObject({
      code: 'workspace-read-only',
    });
    expect(await test.refusal('history.undo', {})).toMatchObject({ code: 'workspace-read-only' });
    expect(await test.refusal('workspace.backUp', {})).toMatchObject({ code: 'workspace-read-only' });
    expect((await test.call('app.state', {})).recent).toMatchObject([{ institution: 'Westmere University' }]);
    expect(await test.call('backup.leave', {})).toMatchObject({ workspace: { readOnly: false, lookedAt: null } });
    expect(await nameIn(test)).toBe('Westmere University');
    expect(contentsOf(join(test.ports.dataFolder, 'backups'))).toEqual(backups);
    expect(copiesLeft(test)).toEqual([]);
  });

  it('exports a draft of it', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    await test.call('backup.open', { backupId: id });
    const { rows } = await test.call('workspace.load', {});
    const made = await test.call('export.word', {
      cycleId: rows.cycle[0]?.id ?? '',
      parts: ['questions'],
      planAs: 'tables',
      language: 'en-GB',
      draft: true,
    });
    expect(made.bytes).toBeGreaterThan(1_000);
  });

  it('goes from one to another and still leads back, and back to nothing where nothing was open', async () => {
    const test = await openCore();
    const first = await test.call('workspace.backUp', {});
    const second = await test.call('workspace.backUp', {});
    await test.call('backup.open', { backupId: first.id });
    await test.call('backup.open', { backupId: second.id });
    expect(await test.call('backup.leave', {})).toMatchObject({ workspace: { lookedAt: null } });
    await test.call('workspace.close', {});
    await test.call('backup.open', { backupId: first.id });
    expect(await test.call('backup.leave', {})).toEqual({ workspace: null });
  });

  it('refuses a backup that a newer version made, and the workspace stays open', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
    withPlainSqlite(backup?.path ?? '', (database) => database.pragma('user_version = 99'));
    expect(await test.refusal('backup.open', { backupId: id })).toMatchObject({ code: 'workspace-newer' });
    expect(await nameIn(test)).toBe('Eastmere University');
  });

  it('brings the copy of an older backup up to this version, and leaves the backup as it was', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const path = backupsOf(pathOf(test), test.ports.dataFolder)[0]?.path ?? '';
    rmSync(path);
    createWorkspaceFile(path, loadMigrations().slice(0, 2));
    const before = readFileSync(path);
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ verified: true, newest: null });
    await test.call('backup.open', { backupId: id });
    expect((await test.call('workspace.load', {})).rows.evidenceKind).toBeDefined();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is compared with the workspace as it is', async () => {
    const test = await openCore();
    const { id, madeAt } = await test.call('workspace.backUp', {});
    await rename(test, 'Westmere University');
    const { from, to, others } = await test.call('backup.compare', { backupId: id });
    expect([from?.at, to]).toEqual([madeAt, null]);
    expect(others).toMatchObject([
      {
        table: 'institution',
        presence: 'changed',
        fields: [{ field: 'name', before: 'Eastmere University', after: 'Westmere University' }],
      },
    ]);
    expect(copiesLeft(test)).toEqual([]);
  });

  it('takes away what a killed process left, but not what another may still show', async () => {
    const test = await openCore({ now: new Date(Date.now() + 25 * 60 * 60_000).toISOString() });
    const { id } = await test.call('workspace.backUp', {});
    mkdirSync(join(test.ports.dataFolder, 'looked-at', 'copy-left'), { recursive: true });
    await test.call('backup.open', { backupId: id });
    expect(copiesLeft(test)).not.toContain('copy-left');
    const ports = testPorts({ folder: test.ports.dataFolder, now: new Date().toISOString() });
    const other = startCore({ ports });
    await other.call('backup.open', { backupId: id });
    expect(copiesLeft(test)).toHaveLength(2);
  });
});

describe('restoring a backup of a workspace that is not open', () => {
  it('keeps what the file holds as a backup first, and from there leads back', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    await rename(test, 'Westmere University');
    await test.call('workspace.close', {});
    const { kept } = await test.call('workspace.restore', { backupId: id });
    expect(await nameIn(test)).toBe('Eastmere University');
    expect(kept).toMatchObject({ reason: 'restore', verified: true });
    await test.call('workspace.restore', { backupId: kept?.id ?? '' });
    expect(await nameIn(test)).toBe('Westmere University');
  });

  it('works while its backup is looked at', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    await rename(test, 'Westmere University');
    await test.call('backup.open', { backupId: id });
    const { workspace, kept } = await test.call('workspace.restore', { backupId: id });
    expect(workspace).toMatchObject({ readOnly: false, lookedAt: null });
    expect(kept).toMatchObject({ reason: 'restore' });
    expect(copiesLeft(test)).toEqual([]);
  });

  it('is refused while somebody else has it open', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const path = pathOf(test);
    await test.call('workspace.close', {});
    const elsewhere = openWorkspaceFile(path, test.ports);
    expect(await test.refusal('workspace.restore', { backupId: id })).toMatchObject({ code: 'workspace-in-use' });
    elsewhere.close();
  });

  it('makes the file again where it is gone, and among the workspaces where nobody remembers its place', async () => {
    const test = await openCore();
    const { id } = await test.call('workspace.backUp', {});
    const path = pathOf(test);
    await test.call('workspace.close', {});
    rmSync(path);
    expect(await test.call('backup.workspaces', {})).toMatchObject([
      { name: 'Eastmere University.tcplan', missing: true, count: 1 },
    ]);
    await test.call('workspace.restore', { backupId: id });
    expect(pathOf(test)).toBe(path);
    const { recentId } = (await test.call('app.state', {})).workspace ?? { recentId: '' };
    await test.call('workspace.close', {});
    await test.call('workspace.forget', { recentId });
    expect(await test.call('backup.workspaces', {})).toMatchObject([
      { name: 'Eastmere University.tcplan', folder: null, missing: true },
    ]);
    const { workspace } = await test.call('workspace.restore', { backupId: id });
    expect(workspace.fileName).toBe('Eastmere University 2.tcplan');
    expect(existsSync(path)).toBe(true);
  });
});

it('restores among the workspaces of this computer where the folder of the file is away', async () => {
  const test = startCore();
  const away = join(test.ports.dataFolder, 'stick');
  mkdirSync(away);
  const file = test.core.fileTokens.holdPath(join(away, 'Eastmere.tcplan'));
  await test.call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: null, file });
  const { id } = await test.call('workspace.backUp', {});
  await test.call('workspace.close', {});
  rmSync(away, { recursive: true });
  const { workspace, kept } = await test.call('workspace.restore', { backupId: id });
  expect(workspace).toMatchObject({ fileName: 'Eastmere.tcplan', folder: expect.stringMatching(/workspaces$/u) });
  expect(kept).toBeNull();
  expect(existsSync(away)).toBe(false);
});

it('saves a backup out as it is, under a name that says what it is', async () => {
  const test = await openCore();
  const { id } = await test.call('workspace.backUp', {});
  const [backup] = backupsOf(pathOf(test), test.ports.dataFolder);
  const { file, fileName } = await test.call('backup.copyOut', { backupId: id });
  expect(fileName).toMatch(/^Eastmere University \(backup, 21 November 2026 \d\d\.\d\d\)\.tcplan$/u);
  const { bytes } = await test.core.fileTokens.read(file, Number.POSITIVE_INFINITY);
  expect(Buffer.from(bytes).equals(readFileSync(backup?.path ?? ''))).toBe(true);
});

it('keeps those that were asked for when the automatic ones of a day are thinned', async () => {
  const test = await openCore();
  const asked = await test.call('workspace.backUp', {});
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
    test.ports.pass(16 * 60_000);
    await rename(test, name);
  }
  const backups = await test.call('workspace.backups', {});
  expect(backups.map(({ reason }) => reason)).toEqual(['interval', 'interval', 'interval', 'asked']);
  expect(backups.at(-1)?.id).toBe(asked.id);
});
