import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { startSecond } from '#test/faults/secondProcess.ts';
import { type TestPorts, testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { makeFile, thrownBy, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { isWhole } from './backups.ts';
import { lockPathOf } from './lock.ts';
import { openWorkspaceFile } from './openFile.ts';
import { sha256OfFile } from './workingNote.ts';

let folder: string;
let ports: TestPorts;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  ports = testPorts({ folder: join(folder, 'data') });
  mkdirSync(join(folder, 'Dropbox'));
  path = makeFile(join(folder, 'Dropbox'));
});

it('keeps every change that a killed process reported, though none of them was saved back', async () => {
  const before = sha256OfFile(path);
  const child = startSecond('change', path, ports.dataFolder);
  let reported = 0;
  for await (const line of child.lines()) {
    reported = Number(line);
    if (reported === 40) child.kill();
  }
  await child.ended;
  expect(reported).toBeGreaterThanOrEqual(40);
  expect(sha256OfFile(path)).toBe(before);
  const { rows, close } = openWorkspaceFile(path, ports);
  onTestFinished(close);
  const kept = rows.all('framework').length;
  expect(kept).toBeGreaterThanOrEqual(reported);
  close();
  expect(isWhole(path)).toBe(true);
  expect(withPlainSqlite(path, (database) => database.prepare('SELECT count(*) FROM framework').pluck().get())).toBe(
    kept,
  );
});

it('takes back the half of a change of a killed process, as with a local file', async () => {
  await startSecond('half', path, ports.dataFolder).ended;
  const { rows, close } = openWorkspaceFile(path, ports);
  expect(rows.all('framework')).toEqual([]);
  close();
  expect(existsSync(lockPathOf(path))).toBe(false);
});

it.each(['data', "a colleague's data"])('is refused while a process with the data folder "%s" has it', async (data) => {
  const holder = startSecond('hold', path, join(folder, data));
  expect(await holder.nextLine()).toBe('open');
  expect(thrownBy(() => openWorkspaceFile(path, ports))).toMatchObject({
    code: 'workspace-in-use',
    detail: { holder: expect.stringContaining(' on ') },
  });
  holder.kill();
  await holder.ended;
  openWorkspaceFile(path, ports).close();
});
