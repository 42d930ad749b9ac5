import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createCore } from '#core/core.ts';
import { hostLimits } from '#shared/limits.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';

afterEach(() => vi.restoreAllMocks());

async function start(options: { readonly firstPageMilliseconds?: number; readonly onIdle?: () => void } = {}) {
  const folder = temporaryFolder();
  const host = await startLoopbackHost({ core: createCore(testPorts({ folder })), shellFolder: folder, ...options });
  onTestFinished(() => host.close());
  const open = (more: RequestInit = {}) => fetch(host.openingUrl, { redirect: 'manual', ...more });
  return { host, open };
}

describe('the address that the browser is opened with', () => {
  it('leads to the page with its token once, and to nothing for whoever comes after', async () => {
    const { host, open } = await start();
    expect(host.openingUrl).not.toContain(host.token);
    const first = await open();
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe(`/#${host.token}`);
    expect(first.headers.get('cache-control')).toBe('no-store');
    for (const again of [await open(), await open()]) {
      expect(again.status).toBe(410);
      expect(`${[...again.headers].join()}${await again.text()}`).not.toContain(host.token);
    }
  });

  it('is not used up by whoever only asks what is there, nor by another page or another code', async () => {
    const { host, open } = await start();
    expect((await open({ method: 'HEAD' })).status).toBe(410);
    expect((await open({ headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    const other = await fetch(`${new URL(host.openingUrl).origin}/open/${host.token}`, { redirect: 'manual' });
    expect(other.status).toBe(410);
    expect((await open()).status).toBe(303);
  });

  it('leads nowhere once a browser would have opened long ago', async () => {
    const { open } = await start();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + hostLimits.openingMilliseconds + 1);
    expect((await open()).status).toBe(410);
  });

  // Windows starts no script by this name.
  it.skipIf(process.platform === 'win32')('is all that the program which opens it is told', async () => {
    const folder = temporaryFolder();
    const told = join(folder, 'told.txt');
    for (const name of ['xdg-open', 'open']) {
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\nprintf '%s' "$*" > '${told}.part' && mv '${told}.part' '${told}'\n`,
      );
      chmodSync(join(folder, name), 0o755);
    }
    const { CI: _, ...environment } = process.env;
    const host = spawn(
      process.execPath,
      ['electron/hosts/loopback/main.ts', '--no-page', '--data', join(folder, 'data')],
      {
        cwd: resolve(import.meta.dirname, '../..'),
        env: { ...environment, DISPLAY: ':99', PATH: `${folder}${delimiter}${process.env.PATH}` },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const ended = once(host, 'exit');
    onTestFinished(() => void host.kill('SIGKILL'));
    const [line] = await once(createInterface({ input: host.stdout }), 'line');
    const token = /#([\w-]{43})/u.exec(String(line))?.[1] ?? 'none';
    await expect.poll(() => existsSync(told)).toBe(true);
    const given = readFileSync(told, 'utf8');
    expect(token).not.toBe('none');
    expect(given).not.toContain(token);
    const led = await fetch(given, { redirect: 'manual' });
    expect(led.headers.get('location')).toBe(`/#${token}`);
    host.kill();
    await ended;
  });
});

it('a host to which no browser ever comes ends by itself', async () => {
  const idle = vi.fn();
  await start({ firstPageMilliseconds: 20, onIdle: idle });
  await expect.poll(() => idle.mock.calls.length).toBe(1);
});
