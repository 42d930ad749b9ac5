import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#core/files/atomicWrite.ts';
import { patienceOn, renamePatiently } from '#core/files/patientRename.ts';
import { createWorkspaceFile } from '#core/workspace/createFile.ts';
import { migrateFile } from '#core/workspace/migrate.ts';
import { loadMigrations } from '#core/workspace/migrations.ts';
import { fileLimits } from '#shared/limits.ts';
import { openCore, startCore } from '#test/helpers/openCore.ts';
import { sharedWorkspace, titlesIn } from '#test/helpers/sharedWorkspace.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { type FileOperation, interceptFileOperations } from './fileOperations.ts';

const refusedAs = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: held by another program`), { code, syscall });

let letGo: () => void = () => undefined;
afterEach(() => letGo());

/** Another program holds what was just written: so many times each operation on a name that fits is refused. */
function held(operation: FileOperation, times: number, code: string, fits: RegExp = /./u) {
  const tries = new Map<string, number>();
  let refused = 0;
  letGo = interceptFileOperations({
    before: (name, parameters) => {
      const path = String(parameters.at(name === 'renameSync' ? 1 : 0));
      if (name !== operation || !fits.test(path)) return;
      const tried = (tries.get(path) ?? 0) + 1;
      tries.set(path, tried);
      if (tried > times) return;
      refused += 1;
      throw refusedAs(code, operation.replace('Sync', ''));
    },
  });
  return { refused: () => refused };
}

describe('a rename that is refused for a moment', () => {
  const renaming = (results: readonly (string | null)[]) => {
    const waited: number[] = [];
    const left = [...results];
    const files = {
      renameSync: () => {
        const code = left.shift();
        if (code) throw refusedAs(code, 'rename');
      },
    };
    const rename = (platform: NodeJS.Platform = 'win32') =>
      renamePatiently('one', 'other', files, { ...patienceOn(platform), wait: (time) => waited.push(time) });
    return { rename, waited, left };
  };

  it.each(['EPERM', 'EACCES', 'EBUSY'])('%s is tried again, with longer and longer waits', (code) => {
    const { rename, waited, left } = renaming([code, code, code, null]);
    rename();
    expect(waited).toEqual(fileLimits.renameWaitsMilliseconds.slice(0, 3));
    expect(left).toEqual([]);
  });

  it('is given up after a second on Windows and sooner elsewhere, with what the system said last', () => {
    for (const [platform, least, most] of [
      ['win32', 800, 1_200],
      ['linux', 1, 100],
    ] as const) {
      const { rename, waited } = renaming([...Array(20).fill('EPERM'), null]);
      expect(() => rename(platform)).toThrow('EPERM');
      const total = waited.reduce((sum, each) => sum + each, 0);
      expect(total).toBeGreaterThanOrEqual(least);
      expect(total).toBeLessThanOrEqual(most);
    }
  });

  it('is not waited for where it is refused for good', () => {
    const { rename, waited } = renaming(['ENOENT', null]);
    expect(rename).toThrow('ENOENT');
    expect(waited).toEqual([]);
  });

  it('is the only way in which core renames', () => {
    const core = join(import.meta.dirname, '../../electron/core');
    const named = readdirSync(core, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.ts$/u.test(name) && !/\.test\.ts$/u.test(name))
      .filter((name) => /\brenameSync\(/u.test(readFileSync(join(core, name), 'utf8')));
    expect(named.map((name) => basename(name))).toEqual(['patientRename.ts']);
  });
});

describe('a program that looks into every file just written', () => {
  it('does not keep work from being done', async () => {
    const scanner = held('renameSync', 2, 'EPERM');
    const test = await openCore();
    await test.call('institution.edit', { fields: { name: 'Westmere University' } });
    const { id: backupId } = await test.call('workspace.backUp', {});
    await test.call('institution.edit', { fields: { name: 'Southmere University' } });
    await test.call('workspace.restore', { backupId });
    expect((await test.call('workspace.load', {})).rows.institution).toMatchObject([{ name: 'Westmere University' }]);
    const path = join(temporaryFolder(), 'submission.docx');
    writeFileAtomically(path, 'finished');
    expect(readFileSync(path, 'utf8')).toBe('finished');
    expect(scanner.refused()).toBeGreaterThan(3);
  });

  it('does not keep an older file from being brought to the newest version, and is named where it never lets go', () => {
    const folder = temporaryFolder();
    const ports = {
      dataFolder: join(folder, 'data'),
      now: () => new Date('2026-11-21T14:00:00Z'),
      log: () => undefined,
    };
    const migrations = loadMigrations();
    const path = join(folder, 'Eastmere University.tcplan');
    createWorkspaceFile(path, migrations.slice(0, -1));
    held('renameSync', 2, 'EPERM');
    migrateFile(path, migrations, ports);
    letGo();
    const before = readFileSync(path);
    held('renameSync', 100, 'EPERM', /Eastmere University\.tcplan$/u);
    expect(() => migrateFile(path, migrations, ports)).toThrow(expect.objectContaining({ code: 'workspace-in-use' }));
    letGo();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['Eastmere University.tcplan', 'data']);
  });

  it('does not keep a working copy from being saved back', async () => {
    const { test, path, open, add } = sharedWorkspace();
    held('renameSync', 2, 'EBUSY');
    await open();
    add('TALENT');
    expect(await test.call('workingCopy.saveBack', {})).toMatchObject({ unsaved: false, failure: null });
    expect(titlesIn(path)).toEqual(['TALENT']);
  });
});

it('an old backup that cannot be taken away keeps nothing from being done, and goes later', async () => {
  const test = await openCore();
  const asked = async () => {
    test.ports.pass(1_000);
    await test.call('institution.edit', { fields: { shortName: `${test.ports.now().getTime()}` } });
    return test.call('workspace.backUp', {});
  };
  for (let count = 0; count < 12; count += 1) await asked();
  const { refused } = held('rmSync', 1_000, 'EBUSY', /backups.*\.tcplan$/u);
  const { id } = await asked();
  expect(refused()).toBeGreaterThan(0);
  const crowded = await test.call('workspace.backups', {});
  expect(crowded.map((backup) => backup.id)).toContain(id);
  letGo();
  await asked();
  expect((await test.call('workspace.backups', {})).length).toBeLessThan(crowded.length + 1);
});

it('a change is refused and not lost where the note of a working copy cannot be written', async () => {
  const { test, open, path, add } = sharedWorkspace();
  await open();
  held('renameSync', 1_000, 'EPERM', /note\.json$/u);
  expect(await test.refusal('framework.add', { title: 'TALENT', description: '' })).toMatchObject({
    code: 'disk-refused',
  });
  letGo();
  expect((await test.call('workspace.load', {})).rows.framework).toEqual([]);
  add('Concordat');
  await test.call('workspace.close', {});
  expect(titlesIn(path)).toEqual(['Concordat']);
});

it('a backup that is refused its name for good says so, and leaves nothing half made', async () => {
  const test = startCore();
  await test.call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: null });
  held('renameSync', 1_000, 'EACCES', /backups/u);
  expect(await test.refusal('workspace.backUp', {})).toMatchObject({ code: 'disk-refused' });
  letGo();
  await test.call('workspace.backUp', {});
});
