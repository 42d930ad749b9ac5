import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEvents } from '#core/events.ts';
import { createFileTokens } from '#core/fileTokens.ts';
import { hostLimits } from '#shared/limits.ts';
import { succeed } from '#shared/result.ts';
import { type LoopbackHost, startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';
import { type Asked, askHost, type HostAnswer } from './askHost.ts';

let folder = '';
let host: LoopbackHost;
let closed = 0;
const calls: string[] = [];
const fileTokens = createFileTokens();
const events = createEvents();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loopback-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<title>the page</title>');
  await writeFile(join(folder, 'renderer', 'assets', 'page-1234.js'), 'export {};');
  await writeFile(join(folder, 'renderer', '.hidden.js'), 'hidden');
  await writeFile(join(folder, 'secret.js'), 'secret');
  await symlink(join(folder, 'secret.js'), join(folder, 'renderer', 'assets', 'link.js'));
  calls.length = 0;
  closed = 0;
  host = await startLoopbackHost({
    core: {
      // The way to the core is what is tested here, so this core only says what it was asked.
      dispatch: async (channel, input, options) => {
        calls.push(channel);
        return succeed({ channel, input, screen: options?.screen });
      },
      events,
      fileTokens,
      close: () => {
        closed += 1;
      },
    },
    shellFolder: join(folder, 'renderer'),
  });
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (asked: Asked): Promise<HostAnswer> => askHost(host.port, asked);
const call = (
  change: {
    readonly headers?: Record<string, string | undefined>;
    readonly method?: string;
    readonly body?: string;
  } = {},
) => {
  const headers: Record<string, string | undefined> = {
    Authorization: `Bearer ${host.token}`,
    'Content-Type': 'application/json',
    ...change.headers,
  };
  return ask({
    method: change.method ?? 'POST',
    path: '/rpc/action.edit',
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
    body: change.body ?? '{"input":{"a":1},"screen":"/overview"}',
  });
};

describe('a call to the loopback host', () => {
  it('from our own page reaches the core with its screen', async () => {
    const answer = await call({
      headers: { Origin: `http://127.0.0.1:${host.port}`, 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { channel: 'action.edit', input: { a: 1 }, screen: '/overview' },
    });
  });

  it.each([
    ['another host name', { Host: 'evil.example' }, 403],
    ['our name with another port', { Host: 'localhost:1' }, 403],
    ['a name that begins like ours', { Host: '127.0.0.1.evil.example' }, 403],
    ['a page of another site', { Origin: 'https://evil.example' }, 403],
    ['a page of another port here', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a page without an origin of its own', { Origin: 'null' }, 403],
    ['a fetch across sites', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a fetch from the same site', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['an address typed in', { 'Sec-Fetch-Site': 'none' }, 403],
    ['no token', { Authorization: undefined }, 401],
    ['a wrong token', { Authorization: `Bearer ${'a'.repeat(43)}` }, 401],
    ['a token in another scheme', { Authorization: 'Basic YTpi' }, 401],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'Content-Type': 'text/plain' }, 415],
    ['no type', { 'Content-Type': undefined }, 415],
  ])('with %s is refused', async (_what, headers, status) => {
    expect((await call({ headers })).status).toBe(status);
    expect(calls).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('by %s is refused', async (method) => {
    const answer = await call({ method, body: '' });
    expect(answer.status).toBe(405);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('that announces more than the limit is refused before it is read', async () => {
    const answer = await call({ headers: { 'Content-Length': String(hostLimits.callBytes + 1) }, body: '' }).catch(
      () => ({ status: 413 }),
    );
    expect(answer.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it('that grows beyond the limit without announcing it is refused', async () => {
    const headers = { 'Transfer-Encoding': 'chunked' };
    const answer = await call({ headers, body: 'x'.repeat(hostLimits.callBytes + 1) });
    expect(answer.status).toBe(413);
    expect(calls).toEqual([]);
  });

  it.each(['', 'not json', '[]', '"text"', '{}'])('with the body %j is refused', async (body) => {
    expect((await call({ body })).status).toBe(400);
    expect(calls).toEqual([]);
  });
});

describe('the page of the loopback host', () => {
  it('is the built page, with a policy that allows no inline script', async () => {
    const answer = await ask({});
    expect(answer.body).toContain('the page');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toContain('unsafe');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('answers a screen with the page and its parts with themselves', async () => {
    expect((await ask({ path: '/last-plan/abc' })).body).toContain('the page');
    expect(await ask({ path: '/assets/page-1234.js' })).toMatchObject({ status: 200, body: 'export {};' });
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets/link.js',
    '/.hidden.js',
    '//secret.js',
    '/assets/%00.js',
    '/%ff.js',
    '/assets',
  ])('does not give out %s', async (path) => {
    const answer = await ask({ path });
    expect(answer.body).not.toMatch(/secret|hidden/);
  });

  it('is not shown inside or fetched by another site', async () => {
    expect((await ask({ headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await ask({ headers: { Host: 'evil.example' } })).status).toBe(403);
    expect((await ask({ method: 'POST' })).status).toBe(405);
  });
});

describe('files of the loopback host', () => {
  const upload = (name: string | undefined, body: Buffer) =>
    ask({
      method: 'POST',
      path: '/files',
      headers: {
        Authorization: `Bearer ${host.token}`,
        'Content-Type': 'application/octet-stream',
        ...(name === undefined ? {} : { 'X-File-Name': name }),
      },
      body,
    });

  it('come in as a token and go out again unchanged', async () => {
    const bytes = Buffer.from([0, 255, 1, 254]);
    const taken = JSON.parse((await upload(encodeURIComponent('Plän 1.xlsx'), bytes)).body);
    expect(taken.value.fileName).toBe('Plän 1.xlsx');
    expect((await fileTokens.read(taken.value.token, 100)).bytes).toEqual(bytes);
    const fetched = await ask({
      method: 'POST',
      path: `/files/${taken.value.token}`,
      headers: { Authorization: `Bearer ${host.token}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(Buffer.from(fetched.body, 'latin1').length).toBeGreaterThanOrEqual(4);
    expect(fetched.headers['content-type']).toBe('application/octet-stream');
  });

  it('keep their name only, whatever path is sent', async () => {
    const taken = JSON.parse((await upload(encodeURIComponent('../../etc/plan.csv'), Buffer.from('a'))).body);
    expect(taken.value.fileName).toBe('plan.csv');
  });

  it('need a name and a token', async () => {
    expect((await upload(undefined, Buffer.from('a'))).status).toBe(400);
    const answer = await ask({
      method: 'POST',
      path: '/files',
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    expect(answer.status).toBe(401);
  });

  it('that nobody holds are named as such', async () => {
    const answer = await ask({
      method: 'POST',
      path: `/files/${'a'.repeat(32)}`,
      headers: { Authorization: `Bearer ${host.token}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body).error.code).toBe('file-token-unknown');
  });
});

describe('the view to be printed', () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' };
  const view = (token: string, more: Readonly<Record<string, string>> = {}) =>
    ask({ path: `/print/${token}`, headers: { ...headers, ...more } });

  it('is a web page that is held, in which nothing runs and which is of no origin', async () => {
    const answer = await view(fileTokens.holdBytes('page.html', Buffer.from('<p>Plän</p>')));
    expect(answer).toMatchObject({ status: 200, body: '<p>Plän</p>' });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toMatch(
      /^sandbox; default-src 'none'; style-src 'unsafe-inline'/u,
    );
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src|allow-/u);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('is refused for anything else, to a page of another site, and by another way than reading', async () => {
    const page = join(folder, 'page.html');
    await writeFile(page, 'of the disk');
    for (const token of ['guessed', fileTokens.holdPath(page), fileTokens.holdBytes('plan.docx', Buffer.from('PK'))])
      expect(await view(token)).toMatchObject({ status: 404, body: 'There is no such page.' });
    const held = fileTokens.holdBytes('page.html', Buffer.from('<p>'));
    expect((await view(held, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await view(held, { Host: 'evil.example' })).status).toBe(403);
    expect((await ask({ method: 'POST', path: `/print/${held}`, headers })).status).toBe(405);
  });
});

describe('the life of the loopback host', () => {
  it('closes the core with itself', async () => {
    await host.close();
    expect(closed).toBe(1);
    await expect(ask({})).rejects.toThrow();
    host = await startLoopbackHost({
      core: { dispatch: async () => succeed({}), events, fileTokens, close: () => undefined },
      shellFolder: folder,
    });
  });
});
