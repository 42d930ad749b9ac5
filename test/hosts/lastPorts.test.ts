import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { lastPorts, rememberPort } from '../../electron/hosts/loopback/lastPorts.ts';
import { startHost } from '../e2e/startHost.ts';

it('a host comes back at the address it had, and a second beside it has its own', async () => {
  const dataFolder = temporaryFolder();
  const start = async () => {
    const host = await startHost({ dataFolder, needsPage: false });
    onTestFinished(() => host.stop().then(() => undefined));
    return host;
  };
  const first = await start();
  const beside = await start();
  expect(beside.origin).not.toBe(first.origin);
  await beside.stop();
  await first.stop();
  expect((await start()).origin).toBe(first.origin);
  expect((await start()).origin).toBe(beside.origin);
});

it('remembers a few ports in the order they came, and none of a file that is broken', () => {
  const folder = temporaryFolder();
  for (const port of [50_001, 50_002, 50_001, 50_003, 50_004, 50_005]) rememberPort(folder, port);
  expect(lastPorts(folder)).toEqual([50_001, 50_002, 50_003, 50_005]);
  writeFileSync(join(folder, 'loopback-ports.json'), '[80, "50001", 50002.5, 70000, 50006');
  expect(lastPorts(folder)).toEqual([]);
  writeFileSync(join(folder, 'loopback-ports.json'), '[80, "50001", 50002.5, 70000, 50006]');
  expect(lastPorts(folder)).toEqual([50_006]);
});
