import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { electronBinary, hasDisplay } from '../../build/electronBinary.ts';

const project = resolve(import.meta.dirname, '../..');

const binary = electronBinary();
const skipped = !binary
  ? 'skipped: the Electron binary is not installed'
  : !hasDisplay()
    ? 'skipped: there is no display'
    : null;
// Said aloud, because a suite that is silently left out looks like one that passed.
if (skipped) process.stderr.write(`\ntest/desktop ${skipped}\n`);

let application: ElectronApplication | null = null;
let dataFolder = '';
afterEach(async () => {
  await application?.close();
  application = null;
  await rm(dataFolder, { recursive: true, force: true });
});

async function start(...words: readonly string[]): Promise<ElectronApplication> {
  dataFolder = await mkdtemp(join(tmpdir(), 'planner-'));
  application = await _electron.launch({
    executablePath: binary ?? '',
    args: [project, ...words],
    env: { ...(process.env as Record<string, string>), PLANNER_DATA: dataFolder },
  });
  return application;
}

describe.skipIf(skipped)(`the window${skipped ? ` (${skipped})` : ''}`, () => {
  it('opens the Start page from its own scheme and reaches the core', async () => {
    const page = await (await start()).firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toMatch(/^app:\/\/planner\//);
    const state = await page.evaluate(() =>
      (globalThis as unknown as { planner: { call: (...words: unknown[]) => Promise<unknown> } }).planner.call(
        'app.state',
        {},
        '',
      ),
    );
    expect(state).toMatchObject({ ok: true, value: { host: 'desktop' } });
  });

  it('has nothing of Node or Electron in its page', async () => {
    const page = await (await start()).firstWindow();
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
    ).toEqual(['undefined', 'undefined']);
  });

  it('reaches no other place, by a request or by going there', async () => {
    const page = await (await start()).firstWindow();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const reached = await page.evaluate(async () => {
      const ask = (address: string) =>
        fetch(address).then(
          () => 'reached',
          () => 'refused',
        );
      return [await ask('https://example.org/'), await ask('file:///etc/hosts'), await ask('app://elsewhere/')];
    });
    expect(reached).toEqual(['refused', 'refused', 'refused']);
    await page.evaluate(() => {
      window.location.href = 'https://example.org/';
    });
    // Still the same page, which still answers.
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toMatch(/^app:\/\/planner\//);
  });

  it('opens the sample', async () => {
    const page = await (await start('--sample')).firstWindow();
    await page.getByText('Eastmere University').first().waitFor();
  });
});
