import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isWhole } from '#core/workspace/backups.ts';
import { lockPathOf } from '#core/workspace/lock.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { becomeOrdinaryUser } from '#test/helpers/ordinaryUser.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { errorText } from '../../renderer/text/errors.ts';
import { startSecond } from './secondProcess.ts';

let folder: string;
let workspaces: string;
let test: TestCore;
let path: string;
beforeEach(async () => {
  folder = temporaryFolder();
  workspaces = join(folder, 'workspaces');
  test = await openCore({ folder });
  path = test.services.session.required().path;
});

const rename = (name: string) => test.call('institution.edit', { fields: { name } });
const renameRefused = (name: string) => test.refusal('institution.edit', { fields: { name } });
const nameIn = (file: string): unknown =>
  withPlainSqlite(file, (database) => database.prepare('SELECT name FROM institution').pluck().get());
const keptAside = () => readdirSync(workspaces).filter((name) => name.includes('(from '));
const reopen = () => test.call('workspace.open', { file: test.core.fileTokens.holdPath(path) });

// Windows lets nobody move or delete a file that is open.
describe.skipIf(process.platform === 'win32')('a workspace whose file is taken away while it is open', () => {
  const ways: readonly (readonly [string, () => void])[] = [
    ['deleted', () => rmSync(path)],
    ['moved away', () => renameSync(path, join(folder, 'moved.tcplan'))],
    [
      'replaced by another file',
      () => {
        writeFileSync(join(workspaces, 'other'), 'another program has put this here');
        renameSync(join(workspaces, 'other'), path);
      },
    ],
  ];

  it.each(ways)('that was %s takes no change that would be lost, and keeps all that was saved', async (_what, act) => {
    await rename('Westmere University');
    act();
    const refused = await renameRefused('Northmere University');
    expect(refused).toMatchObject({ code: 'workspace-replaced', detail: { fileName: 'Eastmere University.tcplan' } });
    const [kept = ''] = keptAside();
    expect(refused.detail.place).toBe(kept);
    expect(errorText(refused).remedy).toContain(`“${kept}”`);
    // Once, however often it is tried, and again on closing.
    await renameRefused('Southmere University');
    await test.call('workspace.close', {});
    expect(keptAside()).toEqual([kept]);
    expect(isWhole(join(workspaces, kept))).toBe(true);
    expect(nameIn(join(workspaces, kept))).toBe('Westmere University');
  });

  it('leads on to what was kept of it', async () => {
    await rename('Westmere University');
    rmSync(path);
    expect(await test.refusal('workspace.openKept', {})).toMatchObject({ code: 'not-found' });
    await renameRefused('Northmere University');
    expect(await test.call('workspace.openKept', {})).toMatchObject({ fileName: keptAside()[0] });
    await rename('Southmere University');
    expect(keptAside().filter((name) => name.endsWith('.tcplan'))).toHaveLength(1);
  });

  it.each(ways)('that was %s is kept when it closes, though nothing more was changed', async (_what, act) => {
    await rename('Westmere University');
    act();
    const there = existsSync(path) ? readFileSync(path) : null;
    await test.call('workspace.close', {});
    expect(keptAside()).toHaveLength(1);
    expect(nameIn(join(workspaces, keptAside()[0] ?? ''))).toBe('Westmere University');
    // What somebody else put in its place is theirs.
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(there);
  });

  it('goes on where it was once the file is back in its place', async () => {
    renameSync(path, `${path} moved`);
    expect(await renameRefused('Westmere University')).toMatchObject({ code: 'workspace-replaced' });
    renameSync(`${path} moved`, path);
    await rename('Westmere University');
    await test.call('workspace.close', {});
    expect(nameIn(path)).toBe('Westmere University');
  });

  it('says where the file was looked for when nothing can be kept either', async () => {
    rmSync(path);
    rmSync(workspaces, { recursive: true });
    writeFileSync(workspaces, 'a file in the place of the folder');
    const refused = await renameRefused('Westmere University');
    expect(refused).toEqual({ code: 'workspace-replaced', detail: { fileName: 'Eastmere University.tcplan' } });
    expect(errorText(refused).remedy).toMatch(/Put the file back/);
  });

  it('that another program writes over in place is found damaged, or whole, when it is next opened', async () => {
    await test.call('workspace.backUp', {});
    const { database } = test.services.session.required();
    const earlier = `${path} earlier`;
    database.prepare('VACUUM INTO ?').run(earlier);
    for (let number = 1; number <= 20; number += 1) await rename(`University number ${number} `.repeat(40));
    copyFileSync(earlier, path);
    // Whatever comes of the next change, what is then in the file must not pass for whole unless it is.
    await test.core.dispatch('institution.edit', { fields: { name: 'After' } });
    test.services.session.change(null);
    const opened = await test.core.dispatch('workspace.open', { file: test.core.fileTokens.holdPath(path) });
    if (opened.ok) expect(isWhole(path)).toBe(true);
    else {
      const { recovery } = await test.call('app.state', {});
      expect(recovery).toMatchObject({ code: 'workspace-damaged', quarantined: expect.any(String) });
      expect(recovery?.backups.every(({ verified }) => verified)).toBe(true);
    }
  });
});

describe.skipIf(process.platform === 'win32')('to somebody who may not write', () => {
  it('a folder that takes no file any more refuses the change by name, and the workspace goes on after', async () => {
    await rename('Westmere University');
    await test.call('workspace.close', {});
    becomeOrdinaryUser(folder);
    // Opened while the folder may be written, and closed to writing before the first change makes its journal.
    await reopen();
    chmodSync(workspaces, 0o555);
    onTestFinished(() => chmodSync(workspaces, 0o755));
    expect(await renameRefused('Northmere University')).toMatchObject({ code: 'workspace-read-only' });
    chmodSync(workspaces, 0o755);
    await rename('Southmere University');
    await test.call('workspace.close', {});
    expect(nameIn(path)).toBe('Southmere University');
  });

  it.each([
    ['file', () => chmodSync(path, 0o444)],
    ['folder', () => chmodSync(workspaces, 0o555)],
  ])('a %s is opened to read, says so, and is left as it was', async (_what, forbid) => {
    await test.call('workspace.close', {});
    becomeOrdinaryUser(folder);
    forbid();
    onTestFinished(() => {
      chmodSync(workspaces, 0o755);
    });
    const before = contentsOf(workspaces);
    expect(await reopen()).toMatchObject({ readOnly: true });
    expect(await renameRefused('Northmere University')).toMatchObject({ code: 'workspace-read-only' });
    expect((await test.call('workspace.load', {})).rows.institution[0]?.name).toBe('Eastmere University');
    await test.call('workspace.close', {});
    expect(contentsOf(workspaces)).toEqual(before);
  });

  it('a new workspace is refused by name where its folder takes none, and nothing is left there', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    becomeOrdinaryUser(folder);
    chmodSync(closed, 0o555);
    const file = test.core.fileTokens.holdPath(join(closed, 'New.tcplan'));
    const refused = await test.refusal('workspace.create', { institution: 'x', stage: 1, signedOn: null, file });
    expect(refused).toMatchObject({ code: 'refused-by-rule', detail: { field: 'file' } });
    expect(readdirSync(closed)).toEqual([]);
    // What was open stays open.
    await rename('Westmere University');
  });

  it('backups and settings that cannot be written stand in no one’s way', async () => {
    await test.call('workspace.close', {});
    becomeOrdinaryUser(folder);
    await reopen();
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    await rename('Westmere University');
    expect(test.ports.lines.some((line) => /^(?:backup|settings) failed: E/.test(line))).toBe(true);
    await test.call('workspace.close', {});
    expect(nameIn(path)).toBe('Westmere University');
  });
});

describe('a second instance', () => {
  it('is refused while this one has the workspace, which goes on undisturbed', async () => {
    await rename('Westmere University');
    const second = startSecond('try', path, join(folder, 'second'));
    const said: string[] = [];
    for await (const line of second.lines()) said.push(line);
    expect(said).toEqual(['workspace-in-use']);
    await rename('Northmere University');
    await test.call('workspace.close', {});
    expect(nameIn(path)).toBe('Northmere University');
    expect(readdirSync(workspaces)).toEqual(['Eastmere University.tcplan']);
  });

  it.each([
    [
      'another computer, seen an hour ago',
      { host: 'LAB-PC-7', seenAt: '2026-11-21T13:00:00.000Z' },
      'workspace-in-use',
    ],
    ['another computer, forgotten', { host: 'LAB-PC-7', seenAt: '2026-11-20T09:00:00.000Z' }, null],
    ['this computer, by a process that was killed', { host: hostname(), pid: 999_999_999 }, null],
  ])('whose lock is of %s', async (_whose, named, code) => {
    await test.call('workspace.close', {});
    const holder = { user: 'amara', host: 'x', pid: 1, process: 1, since: '2026-11-20T09:00:00.000Z' };
    writeFileSync(lockPathOf(path), JSON.stringify({ seenAt: '2026-11-21T13:00:00.000Z', ...holder, ...named }));
    if (code) {
      const refused = await test.refusal('workspace.open', { file: test.core.fileTokens.holdPath(path) });
      expect(refused).toMatchObject({ code, detail: { holder: 'amara on LAB-PC-7' } });
    } else {
      await reopen();
      await rename('Westmere University');
      await test.call('workspace.close', {});
      expect(existsSync(lockPathOf(path))).toBe(false);
    }
  });

  it('of another program that holds the file locked is named as such', async () => {
    await test.call('workspace.close', {});
    const other = startSecond('hold', path, join(folder, 'second'));
    expect(await other.nextLine()).toBe('open');
    rmSync(lockPathOf(path));
    const refused = await test.refusal('workspace.open', { file: test.core.fileTokens.holdPath(path) });
    expect(refused).toMatchObject({ code: 'workspace-in-use', detail: { holder: 'another program' } });
    expect(errorText(refused).message).toBe('“Eastmere University.tcplan” is open by another program.');
  });

  it('with the same data folder finds settings and backups whole, and adds to them', async () => {
    const second = startCore({ ports: testPorts({ folder }) });
    await second.call('workspace.create', { institution: 'Westmere University', stage: 1, signedOn: null });
    await second.call('institution.edit', { fields: { name: 'Westmere' } });
    await rename('Eastmere');
    const { recent } = await test.call('app.state', {});
    expect(recent.map(({ fileName }) => fileName).toSorted()).toEqual([
      'Eastmere University.tcplan',
      'Westmere University.tcplan',
    ]);
    for (const core of [test, second])
      expect(await core.call('workspace.backups', {})).toMatchObject([{ verified: true }]);
  });
});
