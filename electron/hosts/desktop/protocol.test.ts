import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
    expect(await (await ask('app://planner/assets/a.js')).text()).toBe('a');
  });

  it.each([
    'app://planner/../main.js',
    'app://planner/%2e%2e/main.js',
    'app://planner/..%2fmain.js',
    'app://planner/main.js',
  ])('does not reach %s outside its folder', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('answers no other host and no other method', async () => {
    expect((await ask('app://other/')).status).toBe(403);
    expect((await ask('app://planner/', 'POST')).status).toBe(403);
  });
});
