import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createEvents } from '#core/events.ts';
import { createFileTokens } from '#core/fileTokens.ts';
import { succeed } from '#shared/result.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { keepWorkspace } from '../../electron/hosts/loopback/keepWorkspace.ts';
import { startLoopbackHost } from '../../electron/hosts/loopback/loopbackHost.ts';
import { checkCall, hashOf } from '../../electron/hosts/loopback/requestGuards.ts';
import { askHost } from './askHost.ts';

const compared = vi.hoisted(() => ({ lengths: [] as (readonly [number, number])[] }));
vi.mock('node:crypto', async (load) => {
  const crypto = await load<typeof import('node:crypto')>();
  const timingSafeEqual: typeof crypto.timingSafeEqual = (one, other) => {
    compared.lengths.push([one.byteLength, other.byteLength]);
    return crypto.timingSafeEqual(one, other);
  };
  return { ...crypto, timingSafeEqual };
});

async function start() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'shell', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'shell', 'index.html'), '<title>the empty shell</title>');
  writeFileSync(join(folder, 'shell', 'assets', 'page.js'), 'export {};');
  const calls: string[] = [];
  const fileTokens = createFileTokens();
  const held = fileTokens.holdBytes('plan.docx', Buffer.from('<script>the contents</script>'));
  const host = await startLoopbackHost({
    core: {
      dispatch: async (channel) => {
        calls.push(channel);
        return succeed({ said: 'the contents' });
      },
      events: createEvents(),
      fileTokens,
      close: () => undefined,
    },
    shellFolder: join(folder, 'shell'),
    keepWorkspace: (fileName, bytes) => keepWorkspace(join(folder, 'data'), fileName, bytes),
  });
  onTestFinished(() => host.close());
  const bearer = { Authorization: `Bearer ${host.token}`, 'Content-Type': 'application/json' };
  const call = (headers: Readonly<Record<string, string>>, path = '/rpc/app.state') =>
    askHost(host.port, { method: 'POST', path, headers: { ...bearer, ...headers }, body: '{"input":{}}' });
  return { host, calls, held, fileTokens, folder, call, bearer };
}

const routes = [
  '/rpc/app.state',
  '/rpc/workspace.load',
  '/events',
  '/files',
  '/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
];

describe('a stranger on this machine', () => {
  it('gets the empty shell and nothing else, by whatever method and path', async () => {
    const { host, calls, held } = await start();
    for (const path of [...routes, `/files/${held}`])
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
        for (const more of [{}, { Authorization: `Bearer ${'a'.repeat(43)}` }, { Authorization: 'Bearer' }]) {
          const type = path === '/files' ? 'application/octet-stream' : 'application/json';
          const answer = await askHost(host.port, { method, path, headers: { 'Content-Type': type, ...more } });
          expect(answer.status, `${method} ${path}`).toBe(method === 'POST' ? 401 : 405);
          expect(answer.body).not.toContain('the contents');
          // No other page is ever let in, not even to look.
          expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
        }
    expect((await askHost(host.port, { path: '/overview' })).body).toContain('the empty shell');
    expect(calls).toEqual([]);
  });

  it('finds no other place for the token', async () => {
    const { host, calls } = await start();
    const type = { 'Content-Type': 'application/json' };
    const tries: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [`/rpc/app.state?token=${host.token}`, type],
      [`/rpc/app.state#${host.token}`, type],
      ['/rpc/app.state', { ...type, Cookie: `token=${host.token}; Authorization=Bearer ${host.token}` }],
      ['/rpc/app.state', { ...type, 'X-Token': host.token, 'Proxy-Authorization': `Bearer ${host.token}` }],
      ['/rpc/app.state', { ...type, Authorization: host.token }],
      ['/rpc/app.state', { ...type, Authorization: `Bearer ${host.token} `.repeat(2).trim() }],
      ['/rpc/app.state', { ...type, Authorization: `Bearer ${host.token}x` }],
      ['/rpc/app.state', { ...type, Authorization: `Bearer ${host.token.slice(0, -1)}` }],
      ['/rpc/app.state', { ...type, Authorization: `Bearer ${host.token.toLowerCase()}` }],
    ];
    for (const [path, headers] of tries)
      expect((await askHost(host.port, { method: 'POST', path, headers, body: '{"input":{}}' })).status).toBe(401);
    expect(calls).toEqual([]);
  });

  it('learns nothing of the token from the time that a wrong one takes', () => {
    const token = 'T'.repeat(43);
    const request = (given: string) => ({
      method: 'POST',
      header: (name: string) =>
        ({ authorization: `Bearer ${given}`, 'content-type': 'application/json' })[name as 'authorization'],
    });
    compared.lengths.length = 0;
    for (const given of [token, `${'T'.repeat(42)}x`, 'a'.repeat(43), 'a'.repeat(16), 'a'.repeat(128)])
      expect(checkCall(request(given), hashOf(token), 'application/json') === null).toBe(given === token);
    // Whole hashes of the same length, for a right and for a wrong token, long or short.
    expect(compared.lengths).toEqual(Array.from({ length: 5 }, () => [32, 32]));
  });

  it('is heard by no address of this machine but one', async () => {
    const { host } = await start();
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap((one) => (one && !one.internal && one.family === 'IPv4' ? [one.address] : []));
    for (const address of ['::1', ...others]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port: host.port });
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
        onTestFinished(() => void socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
  });
});

describe('a name that leads here', () => {
  it.each([
    ['127.0.0.1.nip.io', 'PORT'],
    ['localhost.evil.example', 'PORT'],
    ['evil.example', 'PORT'],
    ['localhost.', 'PORT'],
    ['LOCALHOST', 'PORT'],
    ['[::1]', 'PORT'],
    ['[::ffff:127.0.0.1]', 'PORT'],
    ['127.1', 'PORT'],
    ['2130706433', 'PORT'],
    ['0x7f000001', 'PORT'],
    ['0.0.0.0', 'PORT'],
    ['127.0.0.1', '80'],
    ['127.0.0.1', ''],
    ['127.0.0.1', '0PORT'],
    ['127.0.0.1', 'PORT0'],
    ['127.0.0.1', 'PORT, evil.example'],
    ['evil.example@127.0.0.1', 'PORT'],
    [' 127.0.0.1', 'PORT '],
  ])('as %j with port %j is not ours, for the page, a call, a file and the events', async (name, port) => {
    const { host, calls, held, bearer } = await start();
    const Host = `${name}${port === '' ? '' : ':'}${port.replace('PORT', String(host.port))}`;
    // What a header is trimmed to is what is meant.
    const ours = Host.trim() === `127.0.0.1:${host.port}`;
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/assets/page.js'],
      ['POST', '/rpc/app.state'],
      ['POST', `/files/${held}`],
      ...(ours ? [] : [['POST', '/events'] as const]),
    ] as const) {
      const answer = await askHost(host.port, {
        method,
        path,
        headers: { ...bearer, Host },
        body: method === 'GET' ? undefined : '{"input":{}}',
      } as never);
      if (ours) expect(answer.status).toBe(200);
      else {
        expect([400, 403], `${Host} ${path}`).toContain(answer.status);
        expect(answer.body).not.toMatch(/the contents|the empty shell|export/);
      }
    }
    if (!ours) expect(calls).toEqual([]);
  });

  it('is not believed when two are given, or when the path brings one', async () => {
    const { host, calls } = await start();
    const raw = (lines: readonly string[]): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect(host.port, '127.0.0.1', () => socket.end(`${lines.join('\r\n')}\r\n\r\n`));
        let said = '';
        socket.on('data', (part) => {
          said += part.toString();
        });
        socket.on('close', () => resolve(said)).on('error', reject);
      });
    const ours = `Host: 127.0.0.1:${host.port}`;
    expect(await raw(['GET / HTTP/1.1', ours, 'Host: evil.example', 'Connection: close'])).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(await raw(['GET / HTTP/1.1', 'Host: evil.example', ours, 'Connection: close'])).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(await raw(['GET / HTTP/1.1', 'Connection: close'])).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(await raw(['GET http://evil.example/ HTTP/1.1', 'Host: evil.example', 'Connection: close'])).toMatch(
      /^HTTP\/1\.1 4\d\d/,
    );
    expect(calls).toEqual([]);
  });
});

describe('a call', () => {
  it.each([
    [{ 'Content-Type': 'application/json; charset=utf-8' }, 200],
    [{ 'Content-Type': 'Application/JSON' }, 200],
    [{ 'Content-Type': 'text/plain; application/json' }, 415],
    [{ 'Content-Type': 'application/json-patch+json' }, 415],
    [{ 'Content-Type': 'multipart/form-data; boundary=application/json' }, 415],
    [{ Origin: 'http://localhost:1' }, 403],
    [{ Origin: 'https://127.0.0.1' }, 403],
    [{ Origin: 'file://' }, 403],
    [{ Origin: 'app://planner' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
    [{ 'Sec-Fetch-Site': 'nonsense' }, 403],
  ] as const)('with %j ends in %i', async (headers, status) => {
    const { call } = await start();
    expect((await call(headers)).status).toBe(status);
  });

  it('of one of our names is not let in by the other', async () => {
    const { host, call } = await start();
    const names = [`127.0.0.1:${host.port}`, `localhost:${host.port}`];
    for (const Host of names)
      for (const origin of names)
        expect((await call({ Host, Origin: `http://${origin}` })).status).toBe(Host === origin ? 200 : 403);
  });

  it('cannot pretend to be made by another method', async () => {
    const { host, calls, bearer } = await start();
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
      expect(
        (await askHost(host.port, { path: '/rpc/app.state', headers: { ...bearer, [name]: 'POST' } })).status,
      ).toBe(405);
    expect(calls).toEqual([]);
  });

  it('with headers beyond all measure is refused before it is looked at', async () => {
    const { call, calls } = await start();
    expect((await call({ 'X-Long': 'x'.repeat(20_000) })).status).toBe(431);
    expect(calls).toEqual([]);
  });

  it('names a channel and no path', async () => {
    const { call, calls } = await start();
    for (const path of ['/rpc/..%2f..%2fetc%2fpasswd', '/rpc/a%00b', '/rpc/__proto__'])
      expect((await call({}, path)).status).toBe(200);
    expect((await call({}, '/rpc/a/b')).status).toBe(405);
    // Whatever it says, it is looked up in the contract and nowhere else.
    expect(calls).toEqual(['../../etc/passwd', 'a\0b', '__proto__']);
  });
});

describe('two hosts at once', () => {
  it('have tokens of their own, of 256 bits, that the other does not know', async () => {
    const hosts = await Promise.all([start(), start(), start()]);
    expect(new Set(hosts.map(({ host }) => host.token)).size).toBe(3);
    for (const { host, call } of hosts) {
      expect(Buffer.from(host.token, 'base64url')).toHaveLength(32);
      for (const other of hosts)
        expect((await call({ Authorization: `Bearer ${other.host.token}` })).status).toBe(
          other.host === host ? 200 : 401,
        );
    }
  });
});

describe('a file', () => {
  it('goes out as something to save, never to be shown or run', async () => {
    const { call, held } = await start();
    const { status, headers, body } = await call({}, `/files/${held}`);
    expect([status, body]).toEqual([200, '<script>the contents</script>']);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    '../../evil.tcplan',
    '..\\..\\evil.tcplan',
    '/etc/evil.tcplan',
    'C:\\Windows\\evil.tcplan',
    'a/b/..%2f..%2fevil.tcplan',
    'CON.tcplan',
    '.tcplan',
    'evil\u0000.tcplan',
    'evil:stream.tcplan',
    `${'long'.repeat(200)}.tcplan`,
    '\u202enalpct.tcplan',
  ])('that comes in as %j is kept among the workspaces and nowhere else', async (name) => {
    const { host, folder, fileTokens, bearer } = await start();
    const answer = await askHost(host.port, {
      method: 'POST',
      path: '/files',
      headers: { ...bearer, 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) },
      body: Buffer.from('bytes'),
    });
    const { value } = JSON.parse(answer.body) as {
      readonly value: { readonly token: string; readonly fileName: string };
    };
    const held = fileTokens.get(value.token);
    expect(JSON.stringify(value)).not.toContain(folder);
    // Names that are no workspace's are held in memory, where nothing is opened.
    if (held.kind === 'bytes') expect(basename(held.fileName)).toBe(held.fileName);
    else {
      expect(dirname(held.path)).toBe(join(folder, 'data', 'workspaces'));
      expect(basename(held.path)).toMatch(/^[^\p{Cc}\u202e<>:"/\\|?*]+\.tcplan$/u);
    }
  });
});
