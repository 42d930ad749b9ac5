import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { createEvents } from '#core/events.ts';
import { createFileTokens } from '#core/fileTokens.ts';
import type { AppEvent } from '#shared/contract/workspace.ts';
import { succeed } from '#shared/result.ts';
import { type LoopbackHost, startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(
  options: { readonly onIdle?: () => void; readonly port?: number } = {},
): Promise<{ readonly host: LoopbackHost; readonly emit: (event: AppEvent) => void }> {
  const events = createEvents();
  const host = await startLoopbackHost({
    core: {
      dispatch: async () => succeed({ workspace: null }),
      events,
      fileTokens: createFileTokens(),
      close: () => undefined,
    },
    shellFolder: tmpdir(),
    idleMilliseconds: 20,
    ...options,
  });
  closing.push(() => host.close());
  return { host, emit: events.emit };
}

const jobAt = (progress: number): AppEvent => ({ type: 'job', jobId: 'j', progress, label: 'Reading' });

/** Listens as the page does, and resolves with the next event after `act`. */
function listen(host: LoopbackHost, ask: typeof fetch = fetch) {
  const waiting: ((event: AppEvent) => void)[] = [];
  const connected = Promise.withResolvers<void>();
  const platform = createBrowserPlatform(host.token, `http://127.0.0.1:${host.port}`, async (...request) => {
    const response = await ask(...request);
    connected.resolve();
    return response;
  });
  const stop = platform.events((event) => waiting.shift()?.(event));
  closing.push(stop);
  return { connected: connected.promise, next: () => new Promise<AppEvent>((resolve) => waiting.push(resolve)), stop };
}

describe('events over the loopback host', () => {
  it('reach every open page', async () => {
    const { host, emit } = await start();
    const pages = [listen(host), listen(host)];
    await Promise.all(pages.map((page) => page.connected));
    const heard = Promise.all(pages.map((page) => page.next()));
    emit(jobAt(0.5));
    expect(await heard).toEqual([jobAt(0.5), jobAt(0.5)]);
  });

  it('after a lost connection begin with the workspace, so that the page loads again', async () => {
    const { host } = await start();
    let broken: AbortController | null = null;
    const page = listen(host, (input, init) => {
      broken = new AbortController();
      return fetch(input, {
        ...init,
        signal: AbortSignal.any([broken.signal, ...(init?.signal ? [init.signal] : [])]),
      });
    });
    await page.connected;
    const heard = page.next();
    (broken as AbortController | null)?.abort();
    expect(await heard).toEqual({ type: 'workspace', workspace: null });
  });

  it('end when the page leaves, and the host is told after the idle time', async () => {
    const idle = Promise.withResolvers<void>();
    const { host } = await start({ onIdle: idle.resolve });
    const page = listen(host);
    await page.connected;
    page.stop();
    await idle.promise;
  });
});

describe('a page whose host is gone', () => {
  it('gets a named error from every call', async () => {
    const { host } = await start();
    const platform = createBrowserPlatform(host.token, `http://127.0.0.1:${host.port}`);
    await host.close();
    closing.length = 0;
    const unreachable = { ok: false, error: { code: 'host-unreachable', detail: {} } };
    expect(await platform.call('app.state', {})).toEqual(unreachable);
    expect(await platform.takeFile(new File(['a'], 'a.csv'))).toEqual(unreachable);
    expect(await platform.saveFile('a'.repeat(32), 'a.docx')).toEqual(unreachable);
  });

  it('gets the same from a host that does not know its token', async () => {
    const { host } = await start();
    const platform = createBrowserPlatform('a'.repeat(43), `http://127.0.0.1:${host.port}`);
    expect(await platform.call('app.state', {})).toMatchObject({ error: { code: 'host-unreachable' } });
  });
});
