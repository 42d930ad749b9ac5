import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workspaceLimits } from '#shared/limits.ts';
import { type SharedWorkspace, sharedWorkspace, titlesIn } from '#test/helpers/sharedWorkspace.ts';
import { isWhole } from '../workspace/backups.ts';
import { failureOf } from '../workspace/saveBack.ts';

let shared: SharedWorkspace['shared'];
let path: SharedWorkspace['path'];
let ports: SharedWorkspace['ports'];
let test: SharedWorkspace['test'];
let open: SharedWorkspace['open'];
let add: SharedWorkspace['add'];
let colleagueAdds: SharedWorkspace['colleagueAdds'];
beforeEach(() => {
  ({ shared, path, ports, test, open, add, colleagueAdds } = sharedWorkspace());
});
afterEach(() => {
  vi.useRealTimers();
});

const state = async () => (await test.call('app.state', {})).workingCopy;
const named = (what: string) => join(shared, readdirSync(shared).find((name) => name.includes(`(${what}`)) ?? '');
const takeAway = () => renameSync(shared, `${shared} gone`);
const bringBack = () => renameSync(`${shared} gone`, shared);
const told = () => test.events.flatMap((event) => (event.type === 'workingCopy' ? [event.workingCopy] : []));

describe('how a working copy stands', () => {
  it('is told with the workspace, and again whenever it changes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await open();
    expect(await state()).toMatchObject({
      kind: 'synced',
      where: 'OneDrive',
      folder: expect.stringContaining('OneDrive'),
      copyFolder: expect.stringContaining('working'),
      unsaved: false,
      savedAt: null,
      besideName: null,
      failure: null,
      rescued: null,
    });
    add('TALENT');
    add('Concordat');
    vi.advanceTimersByTime(workspaceLimits.saveBackMilliseconds);
    expect(told()).toMatchObject([
      { unsaved: true, savedAt: null },
      { unsaved: false, savedAt: ports.now().toISOString(), failure: null },
    ]);
  });

  it('is null for a workspace on this computer', async () => {
    await test.call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: null });
    expect(await state()).toBeNull();
    expect(await test.refusal('workingCopy.saveBack', {})).toMatchObject({ code: 'not-found' });
  });

  it('is saved back at once when asked', async () => {
    await open();
    add('TALENT');
    expect(await test.call('workingCopy.saveBack', {})).toMatchObject({ unsaved: false });
    expect(titlesIn(path)).toEqual(['TALENT']);
  });
});

describe('a saving back that fails', () => {
  it('says that the folder is away, keeps everything, and is tried again when asked', async () => {
    await open();
    add('TALENT');
    takeAway();
    expect(await test.call('workingCopy.saveBack', {})).toMatchObject({ unsaved: true, failure: 'away' });
    add('Concordat');
    bringBack();
    expect(await test.call('workingCopy.saveBack', {})).toMatchObject({ unsaved: false, failure: null });
    expect(titlesIn(path)).toEqual(['Concordat', 'TALENT']);
  });

  it('says that somebody took the file away, and puts it back when asked, not by itself', async () => {
    await open();
    add('TALENT');
    rmSync(path);
    expect(await test.call('workingCopy.saveBack', {})).toMatchObject({ failure: 'gone' });
    expect(await test.call('workingCopy.putBack', {})).toMatchObject({
      unsaved: false,
      failure: null,
      besideName: null,
    });
    expect(titlesIn(path)).toEqual(['TALENT']);
    add('Concordat');
    await test.call('workspace.close', {});
    expect(titlesIn(path)).toEqual(['Concordat', 'TALENT']);
  });

  it.each([
    ['ENOSPC', 'write', 'full'],
    ['EDQUOT', 'write', 'full'],
    ['EBUSY', 'open', 'locked'],
    ['EPERM', 'rename', 'locked'],
    ['EACCES', 'open', 'not-allowed'],
    ['EROFS', 'open', 'not-allowed'],
    ['backup-damaged', undefined, 'cut-short'],
    ['SQLITE_FULL', undefined, 'here'],
    ['EIO', 'read', 'away'],
    ['ETIMEDOUT', 'open', 'away'],
  ])('calls %s while %s by what a person can do about it: %s', (code, syscall, failure) => {
    expect(failureOf(Object.assign(new Error(code), { code, syscall }), path)).toBe(failure);
  });

  it('is told of a workspace that is closed, which is opened from there and saved elsewhere', async () => {
    await open();
    add('TALENT');
    const { recentId } = (await test.call('app.state', {})).workspace ?? { recentId: '' };
    takeAway();
    await test.call('workspace.close', {});
    expect(await test.call('workingCopy.unsaved', {})).toMatchObject([
      { workspaceId: recentId, fileName: 'Eastmere University.tcplan', where: 'OneDrive', failure: 'away' },
    ]);
    const { file, fileName } = await test.call('workingCopy.copyOut', { workspaceId: recentId });
    expect(fileName).toMatch(/^Eastmere University \(copy, 21 November 2026 \d\d\.\d\d\)\.tcplan$/u);
    const held = test.core.fileTokens.get(file);
    expect(held.kind === 'path' && isWhole(held.path) && titlesIn(held.path)).toEqual(['TALENT']);
    await test.call('workspace.forget', { recentId });
    await test.call('workspace.open', { recentId });
    expect(await test.call('workingCopy.unsaved', {})).toEqual([]);
    expect(await state()).toMatchObject({ unsaved: true, failure: 'away' });
    bringBack();
    await test.call('workspace.close', {});
    expect(titlesIn(path)).toEqual(['TALENT']);
    expect(await test.call('workingCopy.unsaved', {})).toEqual([]);
  });
});

describe('a file that somebody else changed', () => {
  const meet = async () => {
    await open();
    add('Mine');
    colleagueAdds('Theirs');
    return test.call('workingCopy.saveBack', {});
  };

  it('is told, with the name of the file that the work goes to', async () => {
    const { besideName } = await meet();
    expect(besideName).toMatch(/^Eastmere University \(from /u);
    expect(titlesIn(join(shared, besideName ?? ''))).toEqual(['Mine']);
    expect(titlesIn(path)).toEqual(['Theirs']);
  });

  it('is compared with what was done here', async () => {
    await meet();
    const { others } = await test.call('workingCopy.compare', {});
    expect(others.map(({ name, presence }) => [name, presence])).toEqual([
      ['Mine', 'added'],
      ['Theirs', 'removed'],
    ]);
  });

  it('gives its place to what was done here when asked, and is kept beside it', async () => {
    const { besideName } = await meet();
    expect(await test.call('workingCopy.takeMine', {})).toMatchObject({ besideName: null, unsaved: false });
    expect(titlesIn(path)).toEqual(['Mine']);
    expect(titlesIn(named('as it was found'))).toEqual(['Theirs']);
    // It holds no more than the file itself now.
    expect(readdirSync(shared)).not.toContain(besideName);
    add('Mine too');
    await test.call('workspace.close', {});
    expect(titlesIn(path)).toEqual(['Mine', 'Mine too']);
    expect(readdirSync(shared)).toHaveLength(2);
  });

  it('is opened in the place of what was done here when asked, which stays beside it', async () => {
    const { besideName } = await meet();
    add('Mine too');
    await test.call('workingCopy.takeTheirs', {});
    const titles = test.services.session
      .required()
      .rows.all('framework')
      .map(({ title }) => title);
    expect(titles).toEqual(['Theirs']);
    expect(titlesIn(join(shared, besideName ?? ''))).toEqual(['Mine', 'Mine too']);
    expect(await state()).toMatchObject({
      besideName: null,
      unsaved: false,
      rescued: { fileName: besideName, place: 'beside' },
    });
  });

  it('leaves the file beside it among the recent ones, to go on from', async () => {
    await open();
    add('Mine');
    colleagueAdds('Theirs');
    // Found out only on closing.
    const { besideName } = await test.call('workspace.close', {});
    expect(besideName).toMatch(/^Eastmere University \(from /u);
    const [beside, original] = (await test.call('app.state', {})).recent;
    expect([beside?.fileName, original?.fileName]).toEqual([besideName, 'Eastmere University.tcplan']);
    await test.call('workspace.open', { recentId: beside?.id ?? '' });
    const titles = test.services.session
      .required()
      .rows.all('framework')
      .map(({ title }) => title);
    expect(titles).toEqual(['Mine']);
    expect(await state()).toMatchObject({ besideName: null, rescued: null });
  });

  it('is opened as it is where the working copy was damaged, which is kept in quarantine', async () => {
    await open();
    add('Mine');
    const { id } = await test.call('workspace.backUp', {});
    const copy = test.services.session.required().database.name;
    takeAway();
    await test.call('workspace.close', {});
    bringBack();
    const damaged = readFileSync(copy);
    damaged.fill(0xa5, 8192, 40_960);
    writeFileSync(copy, damaged);
    await open();
    const { rescued } = (await state()) ?? { rescued: null };
    expect(rescued?.place).toBe('quarantine');
    expect(readFileSync(join(ports.dataFolder, 'quarantine', rescued?.fileName ?? '')).equals(damaged)).toBe(true);
    expect(test.services.session.required().rows.all('framework')).toEqual([]);
    // What is missing is found again by its backup.
    expect(await test.call('backup.contents', { backupId: id })).toMatchObject({ onlyHere: 1 });
  });

  it('before the next opening, gets what was left unsaved beside it, and that is told', async () => {
    await open();
    add('Mine');
    takeAway();
    await test.call('workspace.close', {});
    bringBack();
    colleagueAdds('Theirs');
    await open();
    const { rescued } = (await state()) ?? { rescued: null };
    expect(rescued?.place).toBe('beside');
    expect(titlesIn(join(shared, rescued?.fileName ?? ''))).toEqual(['Mine']);
  });
});
