import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePage } from './protocol.ts';

let folder = '';
let ask: (url: string, method?: string) => Promise<Response>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protocol-'));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), 'the page');
  await writeFile(join(folder, 'renderer', 'assets', 'a.js'), 'a');
  await writeFile(join(folder, 'main.js'), 'secret');
  await writeFile(join(folder, 'renderer', '.hidden.js'), 'secret');
  await writeFile(join(folder, 'renderer', 'notes.txt'), 'secret');
  await symlink(join(folder, 'main.js'), join(folder, 'renderer', 'assets', 'link.js'));
  await symlink(folder, join(folder, 'renderer', 'up'));
  servePage(
    {
      handle: (scheme, handler) => {
        expect(scheme).toBe('app');
        ask = (url, method = 'GET') => handler({ url, method });
      },
    },
    join(folder, 'renderer'),
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the page under our own scheme', () => {
  it('is served with the policy, screens as the page and parts as themselves', async () => {
    const page = await ask('app://planner/last-plan/abc');
    expect(await page.text()).toBe('the page');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await (await ask('app://planner/assets/a.js')).text()).toBe('a');
  });

  it.each([
    'app://planner/../main.js',
    'app://planner/%2e%2e/main.js',
    'app://planner/..%2fmain.js',
    'app://planner/main.js',
    'app://planner/assets/../../main.js',
    'app://planner/assets/%2e%2e/%2e%2e/main.js',
    'app://planner/assets/..%5c..%5cmain.js',
    'app://planner/..\\main.js',
    'app://planner/%252e%252e/main.js',
    'app://planner//main.js',
    'app://planner///etc/hosts.js',
    'app://planner/C:/Windows/win.js',
    'app://planner/C%3a%5cWindows%5cwin.js',
    'app://planner/file:///etc/hosts.js',
    'app://planner/assets/link.js',
    'app://planner/up/main.js',
    'app://planner/.hidden.js',
    'app://planner/notes.txt',
    'app://planner/assets/a.js%00.html',
    'app://planner/%ff.js',
  ])('does not reach %s outside its folder', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('answers no other host and no other method', async () => {
    for (const address of [
      'app://other/',
      'app://planner.example/',
      'app://planner@other/',
      'app://planner:80/',
      'app:/planner/',
      'APP://other/',
      'file:///etc/hosts',
      'https://planner/',
    ])
      expect((await ask(address)).status, address).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('app://planner/', method)).status, method).toBe(403);
  });
});
