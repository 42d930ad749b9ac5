import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startHost } from '../e2e/startHost.ts';

it('a host whose last page has gone ends by itself, after the idle time and not before', async () => {
  const host = await startHost({ needsPage: false, parameters: ['--idle', '0.1'] });
  const ended = once(host.process, 'exit');
  const ask = (path: string, signal?: AbortSignal) =>
    fetch(`${host.origin}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${host.token}`, 'Content-Type': 'application/json' },
      body: '{"input":{}}',
      ...(signal ? { signal } : {}),
    });
  // Nobody has come yet, so nobody has left.
  expect((await ask('/rpc/app.state')).status).toBe(200);
  const left = new AbortController();
  const page = await ask('/events', left.signal);
  await page.body?.getReader().read();
  expect(host.process.exitCode).toBeNull();
  left.abort();
  expect((await ended)[0]).toBe(0);
  expect(host.messages()).toBe('');
  await host.stop();
});
