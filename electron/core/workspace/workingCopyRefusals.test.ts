import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Refusal } from '#shared/errors.ts';
import { type TestPorts, testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, makeFile, thrownBy } from '#test/helpers/workspaceFile.ts';
import { lockPathOf } from './lock.ts';
import { openWorkspaceFile } from './openFile.ts';
import { workingFolderFor } from './workingCopy.ts';

let shared: string;
let path: string;
let ports: TestPorts;
beforeEach(() => {
  const folder = temporaryFolder();
  shared = join(folder, 'Nextcloud');
  mkdirSync(shared);
  path = makeFile(shared);
  ports = testPorts({ folder: join(folder, 'data') });
});

describe('a workspace in a synchronised folder', () => {
  const refusalOf = () => thrownBy(() => openWorkspaceFile(path, ports).close()) as Refusal;

  it("refuses a file with somebody else's journal, and leaves both as they were", () => {
    writeFileSync(`${path}-journal`, 'theirs');
    const before = contentsOf(shared);
    expect(refusalOf()).toMatchObject({ code: 'workspace-in-use', detail: { holder: 'another program' } });
    expect(contentsOf(shared)).toEqual(before);
  });

  it("refuses a file that another computer's lock names, and one that is not ours, and leaves them as they were", () => {
    const at = ports.now().toISOString();
    const holder = { user: 'amara', host: 'LAB-PC-7', pid: 12, process: 1, since: at, seenAt: at };
    writeFileSync(lockPathOf(path), JSON.stringify(holder));
    expect(refusalOf()).toMatchObject({ code: 'workspace-in-use', detail: { holder: 'amara on LAB-PC-7' } });
    rmSync(lockPathOf(path));
    writeFileSync(path, 'Action,Owner\n'.repeat(500));
    const before = contentsOf(shared);
    expect(refusalOf()).toMatchObject({ code: 'workspace-not-ours' });
    expect(contentsOf(shared)).toEqual(before);
  });

  it('gives the lock back when the copy is found damaged', () => {
    writeFileSync(path, readFileSync(path).subarray(0, 40_960));
    expect(refusalOf()).toMatchObject({ code: 'workspace-damaged' });
    expect(readdirSync(shared)).toEqual([basename(path)]);
  });

  it('refuses a second opening in the same process, and the first goes on', () => {
    const { database, close } = openWorkspaceFile(path, ports);
    onTestFinished(close);
    expect(refusalOf()).toMatchObject({ code: 'workspace-in-use' });
    expect(database.prepare('SELECT count(*) AS count FROM plan').get()).toEqual({ count: 0 });
  });
});

it('makes no working copy of a workspace on this computer, and one wherever a test says that it is', () => {
  const local = makeFile(temporaryFolder());
  openWorkspaceFile(local, ports).close();
  expect(existsSync(join(ports.dataFolder, 'working'))).toBe(false);
  const opened = openWorkspaceFile(local, ports, { location: { kind: 'network', where: 'a network folder' } });
  onTestFinished(opened.close);
  expect(opened.database.name).toBe(join(workingFolderFor(local, ports.dataFolder), basename(local)));
  expect(opened.path).toBe(local);
});
