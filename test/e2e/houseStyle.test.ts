import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { style, styleFile, wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo as goToScreen } from './goTo.ts';

let application: RunningApplication;
let page: Page;
const pictures = process.env.PICTURES;
beforeAll(async () => {
  application = await startApplication({ sample: true });
  ({ page } = application);
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => application.stop());
afterEach(() => expect(application.faults).toEqual([]));

const main = (): Locator => page.locator('main');
const house = (): Locator => main().getByRole('region', { name: 'House style of documents' });
const goTo = (path: string): Promise<void> => goToScreen(page, path);
async function choose(button: string, name: string, bytes: Uint8Array): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    house().getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}
async function shown(name: string, part: Locator): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  await pictured(name, part);
}
async function pictured(name: string, part: Locator): Promise<void> {
  if (pictures === undefined) return;
  for (const width of [1024, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await part.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

describe('the house style', () => {
  it('with macros is refused with what to do, and nothing is kept', async () => {
    await goTo('/institution');
    const macros = styleFile({
      styles: style('Normal', '<w:sz w:val="24"/>'),
      mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
    });
    await choose('Choose a file…', 'Eastmere.dotm', macros);
    const alert = house().getByRole('alert');
    await expect
      .poll(() => alert.innerText())
      .toContain('“Eastmere.dotm” holds macros, so nothing was taken over from it.');
    expect(await alert.innerText()).toContain('save it as a Word template (.dotx)');
    await shown('house-style-refused', alert);
    expect(await house().getByRole('table').count()).toBe(0);
  });

  it('is given once, told of item by item, and shown in the pages', async () => {
    await choose('Choose a file…', 'Eastmere.dotx', wordTemplate());
    const notes = house().getByRole('table', { name: 'What is taken over from Eastmere.dotx' });
    await notes.waitFor();
    const row = (name: string): Promise<string> =>
      notes.getByRole('row', { name: new RegExp(`^${name} `, 'u') }).innerText();
    expect(await row('Text')).toMatch(/Taken, and changed\s+Calibri; 11 pt; printed at 12 pt/u);
    expect(await row('Logo')).toContain('Eastmere University: a lighthouse');
    expect(await row('Template elsewhere')).toContain('Left out');
    await expect.poll(() => house().getByRole('alert').count()).toBe(0);
    await shown('house-style', notes);
    await house().getByRole('button', { name: 'See the pages in it' }).click();
    await main().getByText('in the house style').waitFor();
    const first = main().getByRole('region', { name: /^Page 1 of/u });
    const title = first.getByRole('heading', { level: 2 }).first();
    await expect
      .poll(() => title.evaluate((element) => getComputedStyle(element).fontFamily))
      .toContain('Calibri Light');
    // The logo stands in the running head; of the sample's pages none has a larger one.
    await expect.poll(() => first.locator('img').count()).toBe(1);
    await pictured('house-style-pages', first);
  });

  it('dresses the exported document, and is taken off and brought back', async () => {
    await goTo('/sign-off');
    const word = main().getByRole('region', { name: 'Word document' });
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      word.getByRole('button', { name: 'Export the draft' }).click(),
    ]);
    const parts = unzipSync(new Uint8Array(await readFile(await saved.path())));
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:ascii="Calibri Light"');
    await goTo('/institution');
    await house().getByRole('button', { name: 'Take the house style off' }).click();
    await house().getByRole('button', { name: 'Choose a file…' }).waitFor();
    await page.keyboard.press('Control+z');
    await house().getByRole('button', { name: 'Take the house style off' }).waitFor();
  });
});
