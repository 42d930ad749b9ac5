import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { builtMain, startMain } from './startMain.ts';
import { workThroughMain } from './workThroughMain.ts';

async function start() {
  const folder = temporaryFolder();
  const main = await startMain(builtMain, folder);
  onTestFinished(() => main.stop());
  return { main, folder };
}

describe('the built main process', () => {
  it('answers the five messages, makes a workspace with the migrations beside it, and reads a plan in its worker', async () => {
    const { main, folder } = await start();
    expect(main.ready).toHaveLength(5);
    await workThroughMain(main, folder);
  });

  it('makes one window: our page alone, in the sandbox, apart from Node', async () => {
    const { main, folder } = await start();
    const { windows, ...noted } = (await main.ask('noted')) as { readonly windows: readonly object[] };
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({
      webPreferences: {
        preload: join(resolve(builtMain, '..'), 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
    expect(noted).toMatchObject({
      sandboxed: true,
      scheme: 'app',
      addresses: ['app://planner/'],
      paths: { userData: join(folder, 'window') },
    });
    // Without these our scheme would have the rights of a file, or none.
    expect(noted).toMatchObject({ privileges: [{ scheme: 'app', privileges: { standard: true, secure: true } }] });
    expect(JSON.stringify(noted)).not.toMatch(/bypassCSP|corsEnabled|allowServiceWorkers/);
  });

  it('serves the built page under the policy, and nothing beside it', async () => {
    const { main } = await start();
    type Served = {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };
    const page = (await main.ask('page', 'app://planner/overview')) as Served;
    expect(page.status).toBe(200);
    expect(page.body).toContain('<div id="root">');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    // Every script and style of it is a file of ours.
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc="\/)|<style|\son\w+=|style=|https?:/);
    for (const address of [
      'app://planner/main.js',
      'app://planner/../main.js',
      'app://planner/%2e%2e%2fmain.js',
      'app://planner/assets/..%5c..%5cmain.js',
    ])
      expect((await main.ask('page', address)) as Served, address).toMatchObject({ status: 404, body: '' });
    expect(await main.ask('page', 'app://elsewhere/')).toMatchObject({ status: 403, body: '' });
  });

  it('gives no permission, lets no request out and leads to no other page', async () => {
    const { main } = await start();
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem'])
      expect(await main.ask('permission', permission, 'app://planner/')).toEqual({
        requested: false,
        checked: false,
        device: false,
      });
    expect(await main.ask('request', 'https://example.org/')).toBe(true);
    expect(await main.ask('request', 'app://planner/assets/a.js')).toBe(false);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])
      expect(await main.ask('navigation', event, 'https://example.org/'), event).toBe(true);
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'https://example.org/'])
      expect(await main.ask('navigation', 'open', address)).toEqual({ action: 'deny' });
    // A web address goes to the browser of the system, after asking; nothing else goes anywhere.
    expect(await main.ask('noted')).toMatchObject({ opened: ['https://example.org/'] });
  });

  it('has no way to run a file or a program', () => {
    const source = readFileSync(builtMain, 'utf8').replace(/^\s*(\*|\/\/).*$/gm, '');
    expect(source).not.toMatch(/openPath|showItemInFolder|child_process|utilityProcess|executeJavaScript|loadFile\(/);
    expect(source.match(/openExternal/g)).toHaveLength(1);
  });

  it('answers nobody but the main frame of our page', async () => {
    const { main } = await start();
    for (const frame of [
      { url: 'https://example.org/', parent: null },
      { url: 'app://planner.example/', parent: null },
      { url: 'app://planner/', parent: {} },
      null,
    ])
      for (const channel of main.ready)
        expect(await main.ask('from', frame, channel, 'app.state', {}, '')).toEqual({ thrown: expect.any(String) });
  });
});

describe('the built preload script', () => {
  it('is one file that asks for Electron alone, and gives the page five functions', async () => {
    const exposed: Record<string, Record<string, unknown>> = {};
    const invoked: unknown[] = [];
    const asked: string[] = [];
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, value: Record<string, unknown>) => {
          exposed[name] = value;
        },
      },
      ipcRenderer: { invoke: async (...words: unknown[]) => invoked.push(words), on: () => undefined },
      webUtils: { getPathForFile: () => '/somewhere/plan.xlsx' },
    };
    const require = (name: string) => {
      asked.push(name);
      return electron;
    };
    vm.runInNewContext(readFileSync(join(resolve(builtMain, '..'), 'preload.cjs'), 'utf8'), {
      require,
      exports: {},
      module: {},
    });
    expect(asked).toEqual(['electron']);
    expect(Object.keys(exposed)).toEqual(['planner']);
    const planner = exposed.planner as { call: (...words: unknown[]) => void };
    expect(Object.values(planner).map((value) => typeof value)).toEqual(Array.from({ length: 5 }, () => 'function'));
    planner.call('app.state', {}, '/overview');
    expect(invoked).toEqual([['planner:call', 'app.state', {}, '/overview']]);
  });
});
