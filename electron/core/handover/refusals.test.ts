import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type HandedOver, handOver } from '#test/helpers/handedOver.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { loadMigrations, newestVersion } from '../workspace/migrations.ts';
import { withReturnedCopy } from './returnedCopy.ts';

let here: TestCore;
let handed: HandedOver;
beforeEach(async () => {
  here = await openCore();
  handed = await handOver(here);
  await handed.copy.call('institution.edit', { fields: { shortName: 'Eastmere' } });
  await handed.copy.call('workspace.close', {});
});

const read = (path: string) => here.refusal('merge.read', { file: here.core.fileTokens.holdPath(path) });
const changed = (change: (bytes: Buffer) => Buffer): string => {
  const path = join(temporaryFolder(), 'returned.tcplan');
  writeFileSync(path, change(readFileSync(handed.path)));
  return path;
};

describe('a file that is no copy to merge is refused by name', () => {
  it('the workspace that is open, which is not even looked at', async () => {
    const { path } = here.services.session.required();
    expect(await read(path)).toMatchObject({ code: 'copy-is-this-workspace' });
    // The lock is still ours.
    await here.call('institution.edit', { fields: { shortName: 'EU' } });
  });

  it('a workspace that was copied by hand, and one that was handed over by another', async () => {
    const { path } = handed;
    const plain = join(temporaryFolder(), 'plain.tcplan');
    await here.call('workspace.close', {});
    const original =
      readdirSync(join(here.ports.dataFolder, 'workspaces')).find((name) => name.endsWith('.tcplan')) ?? '';
    writeFileSync(plain, readFileSync(join(here.ports.dataFolder, 'workspaces', original)));
    await here.call('workspace.create', { institution: 'Westmere College', stage: 3, signedOn: '2020-09-14' });
    expect(await read(plain)).toMatchObject({ code: 'copy-not-handed-over' });
    expect(await read(path)).toMatchObject({ code: 'copy-of-another', detail: { holder: 'Jo Marsh' } });
  });

  it('a copy of a copy, which goes back to the copy first', async () => {
    const { copy, path } = handed;
    await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(path) });
    const second = await handOver(copy, { toName: 'Sam Okoro' });
    await second.copy.call('institution.edit', { fields: { profile: 'By the sea' } });
    await second.copy.call('workspace.close', {});
    expect(await read(second.path)).toMatchObject({ code: 'copy-of-another', detail: { holder: 'Jo Marsh' } });
    const preview = await copy.call('merge.read', { file: copy.core.fileTokens.holdPath(second.path) });
    expect(preview.items.map(({ name }) => name)).toEqual(['Profile of the institution']);
  });

  it.each([
    ['an empty file', () => changed(() => Buffer.alloc(0)), 'workspace-empty-file'],
    ['another kind of file', () => changed(() => Buffer.from('A letter to the Steering Group')), 'workspace-not-ours'],
    ['one cut short', () => changed((bytes) => bytes.subarray(0, 40_960)), 'copy-damaged'],
    [
      'one of a newer version',
      () =>
        changed((bytes) => {
          bytes.writeUInt32BE(9_999, 60);
          return bytes;
        }),
      'workspace-newer',
    ],
    ['none at all', () => join(temporaryFolder(), 'gone.tcplan'), 'workspace-missing'],
    ['a folder', () => temporaryFolder(), 'workspace-not-ours'],
  ])('%s', async (_what, make, code) => {
    expect(await read(make())).toMatchObject({ code });
  });

  it('one that somebody has open', async () => {
    const { copy, path } = handed;
    await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(path) });
    expect(await read(path)).toMatchObject({ code: 'workspace-in-use' });
  });

  it('one in which another program wrote what this application never writes', async () => {
    withPlainSqlite(handed.path, (database) => {
      database.exec(`UPDATE answer SET content = '{"type":"doc","content":[{"type":"script"}]}'`);
    });
    expect(await read(handed.path)).toMatchObject({ code: 'copy-damaged' });
  });

  it('one with a file that is not what its check sum says, and nothing of it comes in', async () => {
    const { copy, path } = handed;
    await copy.call('workspace.open', { file: copy.core.fileTokens.holdPath(path) });
    await copy.call('evidence.addFile', {
      file: copy.core.fileTokens.holdBytes('letter.txt', new TextEncoder().encode('A letter')),
      fields: { kind: 'file', title: 'A letter', description: '', url: '', datedOn: null, staleAfter: null },
      evenIfKept: false,
    });
    await copy.call('workspace.close', {});
    withPlainSqlite(path, (database) => {
      database.exec("UPDATE content SET bytes = CAST('Another letter' AS BLOB)");
    });
    const file = here.core.fileTokens.holdPath(path);
    const { seen } = await here.call('merge.read', { file });
    const before = await here.call('workspace.load', {});
    expect(await here.refusal('merge.apply', { file, seen, leftOut: [], choices: [] })).toMatchObject({
      code: 'copy-damaged',
    });
    expect(await here.call('workspace.load', {})).toEqual(before);
  });
});

describe('reading a copy', () => {
  it('touches neither the file nor the workspace, and leaves nothing behind', async () => {
    const folder = join(handed.path, '..');
    const before = [contentsOf(folder), await here.call('workspace.load', {})];
    await here.call('merge.read', { file: here.core.fileTokens.holdPath(handed.path) });
    expect([contentsOf(folder), await here.call('workspace.load', {})]).toEqual(before);
    expect(readdirSync(join(here.ports.dataFolder, 'handover'))).toEqual([]);
  });

  it('brings one of an earlier version up to date by itself, and leaves the file as it was', async () => {
    const released = loadMigrations();
    const next = newestVersion(released) + 1;
    const sql = "ALTER TABLE institution ADD COLUMN motto TEXT NOT NULL DEFAULT 'None';";
    const before = contentsOf(join(handed.path, '..'));
    const file = here.core.fileTokens.holdPath(handed.path);
    const context = { ...here.services, rows: here.services.session.required().rows };
    const [now, common] = withReturnedCopy(
      context,
      file,
      (copy) => [copy.now, copy.common].map((side) => [...(side.get('institution')?.values() ?? [])][0]),
      [...released, { number: next, name: 'motto.sql', sql }],
    );
    // Also in the state that both began with, which only the log of the older version tells.
    expect([now, common]).toMatchObject([
      { shortName: 'Eastmere', motto: 'None' },
      { shortName: '', motto: 'None' },
    ]);
    expect(contentsOf(join(handed.path, '..'))).toEqual(before);
  });

  it('takes one that came through a browser as bytes', async () => {
    const file = here.core.fileTokens.holdBytes('returned.tcplan', readFileSync(handed.path));
    const { items, seen } = await here.call('merge.read', { file });
    expect(items).toHaveLength(1);
    await here.call('merge.apply', { file, seen, leftOut: [], choices: [] });
    expect(here.services.session.required().rows.all('institution')[0]?.shortName).toBe('Eastmere');
  });
});
