import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { workspaceLimits } from '#shared/limits.ts';
import { type SharedWorkspace, sharedWorkspace, titlesIn } from '#test/helpers/sharedWorkspace.ts';
import { contentsOf, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { backupsOf, isWhole } from './backups.ts';
import { lockPathOf } from './lock.ts';
import { loadMigrations } from './migrations.ts';
import { openWorkspaceFile } from './openFile.ts';
import { workingFolderFor } from './workingCopy.ts';
import { readNote, sha256OfFile, writeNote } from './workingNote.ts';

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

const close = () => test.call('workspace.close', {});
const titlesOpen = () =>
  test.services.session
    .required()
    .rows.all('framework')
    .map(({ title }) => title)
    .toSorted();
const folder = () => workingFolderFor(path, ports.dataFolder);
const copyPath = () => join(folder(), basename(path));
const asideIn = (place: string) => readdirSync(place).filter((name) => name.includes('(from '));
function loseTheFolder(act: () => void): void {
  renameSync(shared, `${shared} gone`);
  act();
  renameSync(`${shared} gone`, shared);
}
/** Changes in the working copy, nothing saved back, and a lock that could not be taken away. */
async function leaveUnsaved(title: string): Promise<void> {
  await open();
  add(title);
  loseTheFolder(() => test.services.session.change(null));
  expect(readNote(folder(), path)?.unsaved).toBe(true);
}

const { saveBackMilliseconds } = workspaceLimits;

describe('a workspace in a synchronised folder', () => {
  it('is opened as a working copy, with the lock beside the original and the original untouched', async () => {
    const before = sha256OfFile(path);
    const info = await open();
    expect(info).toMatchObject({ fileName: basename(path), readOnly: false });
    expect(info.folder).toContain('OneDrive');
    expect(test.services.session.required().database.name).toBe(copyPath());
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({ host: hostname(), pid: process.pid });
    add('TALENT');
    expect(sha256OfFile(path)).toBe(before);
    expect(readNote(folder(), path)).toMatchObject({ original: path, sha256: before, unsaved: true });
    expect(readdirSync(shared).toSorted()).toEqual([basename(path), `${basename(path)}.lock`]);
  });

  it('is saved back as one whole file when it closes, and nothing else stays beside it', async () => {
    await open();
    add('TALENT');
    await close();
    expect(isWhole(path)).toBe(true);
    expect(titlesIn(path)).toEqual(['TALENT']);
    expect(readdirSync(shared)).toEqual([basename(path)]);
    expect(readNote(folder(), path)).toMatchObject({ sha256: sha256OfFile(path), unsaved: false, next: null });
  });

  it('is left byte for byte as it was when nothing was changed', async () => {
    const before = contentsOf(shared);
    await open();
    await close();
    expect(contentsOf(shared)).toEqual(before);
  });

  it('is saved back a minute after a change, without being closed, and not again until the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = sha256OfFile(path);
    await open();
    add('TALENT');
    vi.advanceTimersByTime(saveBackMilliseconds - 1);
    expect(sha256OfFile(path)).toBe(before);
    vi.advanceTimersByTime(1);
    const saved = sha256OfFile(path);
    expect(titlesIn(path)).toEqual(['TALENT']);
    expect(vi.getTimerCount()).toBe(0);
    add('Concordat');
    expect(vi.getTimerCount()).toBe(1);
    expect(sha256OfFile(path)).toBe(saved);
    await close();
    expect(vi.getTimerCount()).toBe(0);
    expect(titlesIn(path)).toEqual(['Concordat', 'TALENT']);
    expect(asideIn(shared)).toEqual([]);
  });

  it('keeps its path among the recent ones and its backups', async () => {
    await open();
    add('TALENT');
    // A workspace just made holds nothing to back up before its first change.
    await test.call('workspace.backUp', {});
    expect(backupsOf(path, ports.dataFolder)).toHaveLength(1);
    await close();
    const { recent } = await test.call('app.state', {});
    expect(recent).toMatchObject([{ fileName: basename(path), missing: false }]);
    await test.call('workspace.open', { recentId: recent[0]?.id ?? '' });
    expect(titlesOpen()).toEqual(['TALENT']);
  });

  it('shows what a colleague has done since, not the working copy of last time', async () => {
    await open();
    await close();
    colleagueAdds('Theirs');
    await open();
    expect(titlesOpen()).toEqual(['Theirs']);
  });

  it('restores a backup into the original', async () => {
    await open();
    add('TALENT');
    const { id } = await test.call('workspace.backUp', {});
    add('Concordat');
    await test.call('workspace.restore', { backupId: id });
    expect(titlesOpen()).toEqual(['TALENT']);
    await close();
    expect(titlesIn(path)).toEqual(['TALENT']);
    expect(asideIn(shared)).toEqual([]);
  });

  it('is migrated as a working copy, and saved back with its backup under the original', () => {
    const sql = 'ALTER TABLE plan ADD COLUMN colour TEXT;';
    const next = loadMigrations().length + 1;
    const migrations = [...loadMigrations(), { number: next, name: '0099_next.sql', sql }];
    const opened = openWorkspaceFile(path, ports, { migrations });
    onTestFinished(opened.close);
    expect(withPlainSqlite(path, (database) => database.pragma('user_version', { simple: true }))).toBe(next - 1);
    opened.close();
    expect(withPlainSqlite(path, (database) => database.pragma('user_version', { simple: true }))).toBe(next);
    expect(backupsOf(path, ports.dataFolder)).toMatchObject([{ reason: 'migration' }]);
  });
});

describe('an original that somebody else changed', () => {
  it('is not overwritten: the work goes beside it, all of it into one file', async () => {
    await open();
    add('Mine');
    colleagueAdds('Theirs');
    await close();
    expect(titlesIn(path)).toEqual(['Theirs']);
    const [aside, ...others] = asideIn(shared);
    expect(others).toEqual([]);
    expect(aside).toMatch(/^Eastmere University \(from .+, \d+ November 2026 \d\d\.\d\d\)\.tcplan$/u);
    expect(titlesIn(join(shared, aside ?? ''))).toEqual(['Mine']);
    expect(titlesIn(copyPath())).toEqual(['Mine']);
    expect(ports.lines).toContain('working copy saved beside an original that has changed');
    await open();
    expect(titlesOpen()).toEqual(['Theirs']);
  });

  it('gets one file beside it for a session, however often it is saved back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await open();
    add('Mine');
    colleagueAdds('Theirs');
    vi.advanceTimersByTime(saveBackMilliseconds);
    add('Mine too');
    vi.advanceTimersByTime(saveBackMilliseconds);
    const [aside, ...others] = asideIn(shared);
    expect(others).toEqual([]);
    expect(titlesIn(join(shared, aside ?? ''))).toEqual(['Mine', 'Mine too']);
    expect(titlesIn(path)).toEqual(['Theirs']);
  });

  it('is not overwritten while somebody has a journal beside it', async () => {
    await open();
    add('Mine');
    writeFileSync(`${path}-journal`, 'theirs');
    const before = sha256OfFile(path);
    await close();
    expect(sha256OfFile(path)).toBe(before);
    expect(asideIn(shared)).toHaveLength(1);
  });
});

describe('a folder that could not be saved to', () => {
  it('gives the working copy at the next opening while the original is as it was', async () => {
    await leaveUnsaved('Mine');
    expect(titlesIn(path)).toEqual([]);
    await open();
    expect(titlesOpen()).toEqual(['Mine']);
    await close();
    expect(titlesIn(path)).toEqual(['Mine']);
    expect(asideIn(shared)).toEqual([]);
  });

  it('gives the original when that has changed, with the working copy beside it', async () => {
    await leaveUnsaved('Mine');
    colleagueAdds('Theirs');
    await open();
    expect(titlesOpen()).toEqual(['Theirs']);
    const [aside = ''] = asideIn(shared);
    expect(titlesIn(join(shared, aside))).toEqual(['Mine']);
    await close();
    await open();
    expect(asideIn(shared)).toEqual([aside]);
  });

  it('can be worked in while it is away, and gets the changes when it is back', async () => {
    await leaveUnsaved('Mine');
    renameSync(shared, `${shared} gone`);
    await open();
    add('On the train');
    await close();
    renameSync(`${shared} gone`, shared);
    await open();
    await close();
    expect(titlesIn(path)).toEqual(['Mine', 'On the train']);
  });

  it('is tried again every minute until it takes the changes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await open();
    add('Mine');
    loseTheFolder(() => vi.advanceTimersByTime(saveBackMilliseconds));
    expect(titlesIn(path)).toEqual([]);
    vi.advanceTimersByTime(saveBackMilliseconds);
    expect(titlesIn(path)).toEqual(['Mine']);
  });

  it('is not taken for there when only an empty folder is in its place', async () => {
    await open();
    add('Mine');
    renameSync(shared, `${shared} gone`);
    mkdirSync(shared);
    await close();
    expect(readdirSync(shared)).toEqual([]);
    expect(readNote(folder(), path)?.unsaved).toBe(true);
  });

  it('has lost nothing when the saving back was killed after its rename', async () => {
    await leaveUnsaved('Mine');
    const note = readNote(folder(), path);
    copyFileSync(copyPath(), path);
    if (note) writeNote(folder(), { ...note, next: sha256OfFile(path) });
    await open();
    expect(titlesOpen()).toEqual(['Mine']);
    expect(asideIn(shared)).toEqual([]);
  });

  it('keeps a working copy that became damaged in quarantine, and opens the changed original', async () => {
    await leaveUnsaved('Mine');
    const damaged = readFileSync(copyPath()).subarray(0, 40_960);
    writeFileSync(copyPath(), damaged);
    colleagueAdds('Theirs');
    await open();
    expect(titlesOpen()).toEqual(['Theirs']);
    const [kept = ''] = readdirSync(join(ports.dataFolder, 'quarantine'));
    expect(readFileSync(join(ports.dataFolder, 'quarantine', kept)).equals(damaged)).toBe(true);
  });

  it('keeps a working copy whose note cannot be read', async () => {
    await leaveUnsaved('Mine');
    writeFileSync(join(folder(), 'note.json'), '{"orig');
    await open();
    const [aside = ''] = asideIn(shared);
    expect(titlesIn(join(shared, aside))).toEqual(['Mine']);
  });
});
