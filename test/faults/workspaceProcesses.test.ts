import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupsOf, isWhole } from '#core/workspace/backups.ts';
import { lockPathOf } from '#core/workspace/lock.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { startCore } from '#test/helpers/openCore.ts';
import { type TestPorts, testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, makeFile, thrownBy, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { startSecond } from './secondProcess.ts';

let folder: string;
let data: string;
let ports: TestPorts;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder, 'data');
  ports = testPorts({ folder: data });
  path = makeFile(folder);
});

describe('a workspace that another process has open', () => {
  it('is refused with the name of who has it, and can be opened when that process is killed', async () => {
    const holder = startSecond('hold', path, data);
    expect(await holder.nextLine()).toBe('open');
    expect(thrownBy(() => openWorkspaceFile(path, ports))).toMatchObject({
      code: 'workspace-in-use',
      detail: { holder: expect.stringContaining(' on ') },
    });
    holder.kill();
    await holder.ended;
    openWorkspaceFile(path, ports).close();
  });

  it('is refused even when the lock file is missing, because the file itself is locked', async () => {
    const holder = startSecond('hold', path, data);
    await holder.nextLine();
    rmSync(lockPathOf(path));
    expect(thrownBy(() => openWorkspaceFile(path, ports))).toMatchObject({ code: 'workspace-in-use' });
    expect(thrownBy(() => openWorkspaceFile(path, ports, { readOnly: true }))).toMatchObject({
      code: 'workspace-in-use',
    });
  });
});

describe('a damaged workspace that another process has restored and opened', () => {
  it('is not restored a second time under that process', async () => {
    const { core, services, call, refusal } = startCore({ ports });
    services.session.change(openWorkspaceFile(path, ports));
    const { id } = await call('workspace.backUp', {});
    await call('workspace.close', {});
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 40_960));
    expect(await refusal('workspace.open', { file: core.fileTokens.holdPath(path) })).toMatchObject({
      code: 'workspace-damaged',
    });
    // Meanwhile somebody restores it in another window and goes on writing there.
    writeFileSync(path, whole);
    const holder = startSecond('hold', path, data);
    expect(await holder.nextLine()).toBe('open');
    const file = statSync(path).ino;
    expect(await refusal('workspace.restore', { backupId: id })).toMatchObject({ code: 'workspace-in-use' });
    expect(statSync(path).ino).toBe(file);
    expect(readdirSync(folder).toSorted()).toEqual([
      'Eastmere University.tcplan',
      'Eastmere University.tcplan.lock',
      'data',
    ]);
  });
});

describe('a workspace whose writer was killed', () => {
  it('is refused by name where the half of a change cannot be taken back, and opens where it can', async () => {
    const child = startSecond('half', path, data);
    expect((await child.ended).signal).toBe('SIGKILL');
    expect(existsSync(`${path}-journal`)).toBe(true);
    const before = contentsOf(folder);
    expect(thrownBy(() => openWorkspaceFile(path, ports, { readOnly: true }))).toMatchObject({
      code: 'workspace-read-only',
    });
    expect(contentsOf(folder)).toEqual(before);
    const { rows, close } = openWorkspaceFile(path, ports);
    expect(rows.all('framework')).toEqual([]);
    close();
  });
});

describe('a process that is killed', () => {
  it.each(['migration copied', 'migration run', 'migration checked'])(
    'at "%s" leaves the original as it was, and the next opening migrates it',
    async (line) => {
      withPlainSqlite(path, (database) => database.exec("INSERT INTO plan (id, title) VALUES ('p', 'The last plan')"));
      const before = contentsOf(folder)[path];
      const child = startSecond('migrate', path, data, line);
      expect((await child.ended).signal).toBe('SIGKILL');
      expect(contentsOf(folder)[path]).toBe(before);
      expect(backupsOf(path, data)).toMatchObject([{ reason: 'migration', verified: true }]);

      const again = startSecond('migrate', path, data, 'never');
      expect(await again.nextLine()).toBe('migrated');
      await again.ended;
      expect(withPlainSqlite(path, (database) => database.prepare('SELECT * FROM plan').get())).toMatchObject({
        title: 'The last plan',
        colour: 'The last plan',
      });
      expect(readdirSync(folder).toSorted()).toEqual(['Eastmere University.tcplan', 'data']);
    },
  );

  it('in the middle of changes has kept every change that it reported, and the file is whole', async () => {
    const child = startSecond('change', path, data);
    let reported = 0;
    for await (const line of child.lines()) {
      reported = Number(line);
      if (reported === 40) child.kill();
    }
    await child.ended;
    const { rows, database, close } = openWorkspaceFile(path, ports);
    expect(rows.all('framework').length).toBeGreaterThanOrEqual(reported);
    const steps = database.prepare('SELECT count(*) AS count FROM step').get() as { readonly count: number };
    expect(rows.all('framework')).toHaveLength(steps.count);
    close();
    expect(isWhole(path)).toBe(true);
  });
});
