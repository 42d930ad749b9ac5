import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { chromiumBinary } from './chromiumBinary.ts';
import { type RunningHost, startHost } from './startHost.ts';

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Answer: TALENT recommendations' });
const offer = (page: Page) => page.getByRole('region', { name: 'Text that was not saved' });

async function openQuestion(context: BrowserContext, host: RunningHost): Promise<Page> {
  const page = await context.newPage();
  // What is left in the browser is sealed with it.
  const key = page.waitForResponse('**/rpc/answer.unsavedKey').then((response) => response.finished());
  await page.goto(host.url);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^TALENT recommendations/ })
    .click();
  await editorOf(page).waitFor();
  await key;
  return page;
}

/** Types what the host never hears of. */
async function typeUnheard(page: Page, text: string): Promise<void> {
  await page.route('**/rpc/answer.write', (route) => route.abort());
  await editorOf(page).click();
  await page.keyboard.press('Control+End');
  await typeUntilKept(page, text);
}

/** A seal is so many bytes longer than what it holds. */
const sealBytes = 16;

/** Types what cannot be saved, and waits until the browser has it on its disk to the last key. */
async function typeUntilKept(page: Page, text: string): Promise<void> {
  let refused = '';
  page.on('requestfailed', (request) => {
    if (request.url().endsWith('/rpc/answer.write')) refused = JSON.stringify(request.postDataJSON().input.content);
  });
  await page.keyboard.type(text, { delay: 5 });
  await expect.poll(() => refused).toContain(text);
  await expect.poll(() => sizesIn(page)).toEqual([Buffer.byteLength(refused) + sealBytes]);
  await page
    .getByTestId('save-state')
    .getByText(/Not saved/)
    .waitFor();
}

const leftIn = async (page: Page): Promise<number> => (await sizesIn(page)).length;

/** How many bytes of sealed text each record has that is left in the browser. */
const sizesIn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve) => {
        const request = indexedDB.open('technician-commitment-planner');
        request.onsuccess = () => {
          const all = request.result.transaction('unsavedText').objectStore('unsavedText').getAll();
          all.onsuccess = () => resolve(all.result.map(({ text }: { text: ArrayBuffer }) => text.byteLength));
        };
      }),
  );

describe('text that was typed and not saved', () => {
  let folder: string;
  let profile: string;
  let host: RunningHost;
  let context: BrowserContext;
  const launch = async (): Promise<BrowserContext> => {
    const { executablePath, environment } = await chromiumBinary();
    return chromium.launchPersistentContext(profile, {
      executablePath,
      locale: 'en-GB',
      viewport: { width: 1024, height: 800 },
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
      env: { ...(process.env as Record<string, string>), ...environment },
    });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planner-unsaved-'));
    profile = mkdtempSync(join(tmpdir(), 'planner-profile-'));
    host = await startHost({ sample: true, dataFolder: folder });
    context = await launch();
  });
  afterEach(async () => {
    await context.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(profile, { recursive: true, force: true });
  });

  it('is offered beside what is saved after the page was killed, and put in by one step', async () => {
    const page = await openQuestion(context, host);
    await editorOf(page).click();
    await page.keyboard.type('Seven are acted on.');
    await page
      .getByTestId('save-state')
      .getByText(/Saved \d\d:\d\d/)
      .waitFor();
    await expect.poll(() => leftIn(page)).toBe(0);
    await typeUnheard(page, ' Three more are planned.');
    const crash = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Answered by nobody: the one who would answer is gone.
    void crash.send('Page.crash').catch(() => undefined);
    await crashed;

    const again = await openQuestion(context, host);
    await offer(again)
      .getByText(/Text for TALENT recommendations, written .+, was not saved/)
      .waitFor();
    expect(await editorOf(again).innerText()).toBe('Seven are acted on.');
    await offer(again).getByRole('button', { name: 'Look at it' }).click();
    const dialog = again.getByRole('dialog', { name: 'Not saved: TALENT recommendations' });
    await expect.poll(() => dialog.locator('ins').allInnerTexts()).toEqual(['Three more are planned.']);
    expect(await accessibilityFaults(again)).toEqual([]);
    await dialog.getByRole('button', { name: 'Use the text that was not saved' }).click();
    await expect.poll(() => editorOf(again).innerText()).toBe('Seven are acted on. Three more are planned.');
    await offer(again).waitFor({ state: 'detached' });
    await again.getByRole('heading', { level: 1 }).click();
    await again.keyboard.press('Control+z');
    await expect.poll(() => editorOf(again).innerText()).toBe('Seven are acted on.');
    await expect.poll(() => leftIn(again)).toBe(0);
  });

  it('is offered by the next host, which has the same address, after the first was killed', async () => {
    const page = await openQuestion(context, host);
    await editorOf(page).click();
    const gone = once(host.process, 'exit');
    host.process.kill('SIGKILL');
    await gone;
    await typeUntilKept(page, 'Typed while nobody listened.');
    const first = host;
    host = await startHost({ sample: true, dataFolder: folder });
    expect(host.origin).toBe(first.origin);

    const again = await openQuestion(context, host);
    await offer(again).getByRole('button', { name: 'Look at it' }).click();
    await again.getByRole('button', { name: 'Use the text that was not saved' }).click();
    await expect.poll(() => editorOf(again).innerText()).toBe('Typed while nobody listened.');
    await again
      .getByTestId('save-state')
      .getByText(/Saved \d\d:\d\d/)
      .waitFor();
  });

  it('survives the loss of power, and nothing readable of it lies in the browser’s profile', async () => {
    const page = await openQuestion(context, host);
    await typeUnheard(page, 'Quillworthshire has written this.');
    const gone = Promise.all([once(host.process, 'exit'), context.waitForEvent('close')]);
    process.kill(browserProcess(profile), 'SIGKILL');
    host.process.kill('SIGKILL');
    await gone;
    for (const path of readdirSync(profile, { recursive: true, encoding: 'utf8' })) {
      if (/IndexedDB|Local Storage|Session Storage/.test(path))
        expect(contentOf(join(profile, path))).not.toContain('Quillworth');
    }

    host = await startHost({ sample: true, dataFolder: folder });
    context = await launch();
    const again = await openQuestion(context, host);
    await offer(again).getByRole('button', { name: 'Look at it' }).click();
    await again.getByText('Quillworthshire has written this.').waitFor();
    await again.getByRole('button', { name: 'Throw it away' }).click();
    await offer(again).waitFor({ state: 'detached' });
    await expect.poll(() => leftIn(again)).toBe(0);
    expect((await editorOf(again).innerText()).trim()).toBe('');
  });

  it('is sent again by itself when the host can be reached again', async () => {
    const page = await openQuestion(context, host);
    await typeUnheard(page, 'Sent at the second try.');
    await page.unroute('**/rpc/answer.write');
    // Going to another question and back takes up what was left.
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.getByRole('link', { name: /^Overview/ }).click();
    await contents.getByRole('link', { name: /^TALENT recommendations/ }).click();
    await expect.poll(() => editorOf(page).innerText()).toBe('Sent at the second try.');
    await page
      .getByTestId('save-state')
      .getByText(/Saved \d\d:\d\d/)
      .waitFor();
    await expect.poll(() => leftIn(page)).toBe(0);
  });
});

const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // A folder.
    return '';
  }
};

/** The browser that holds this profile, and none of its children. */
function browserProcess(profile: string): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((id) => {
      const command = contentOf(`/proc/${id}/cmdline`);
      return command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=');
    });
  if (!found) throw new Error('The browser is not running');
  return Number(found);
}
