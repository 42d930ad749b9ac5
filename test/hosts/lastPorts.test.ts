import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { lastPorts, rememberPort } from '../../electron/hosts/loopback/lastPorts.ts';
import { startHost } from '../e2e/startHost.ts';

async function start(dataFolder: string) {
  const host = await startHost({ dataFolder, needsPage: false });
  onTestFinished(() => host.stop().then(() => undefined));
  return { port: Number(new URL(host.origin).port), stop: host.stop };
}

/**
 * Free ones, from a number on that is this process’s own. No system gives these away by itself, so nobody has
 * them by chance once a host has let go of them.
 */
async function freePorts(count: number): Promise<readonly number[]> {
  const free: number[] = [];
  for (let port = 20_000 + (process.pid % 1_000) * 10; free.length < count; port += 1) {
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (isFree) free.push(port);
  }
  return free;
}

it('a host comes back at the address it had, and a second beside it has its own', async () => {
  const dataFolder = temporaryFolder();
  const ports = await freePorts(2);
  writeFileSync(join(dataFolder, 'loopback-ports.json'), JSON.stringify(ports));
  const first = await start(dataFolder);
  const beside = await start(dataFolder);
  expect([first.port, beside.port]).toEqual(ports);
  await beside.stop();
  await first.stop();
  expect((await start(dataFolder)).port).toBe(first.port);
  expect((await start(dataFolder)).port).toBe(beside.port);
});

it('a host remembers the port that it was given, after those of the hosts before it', async () => {
  const dataFolder = temporaryFolder();
  const first = await start(dataFolder);
  const beside = await start(dataFolder);
  expect(beside.port).not.toBe(first.port);
  expect(lastPorts(dataFolder)).toEqual([first.port, beside.port]);
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
