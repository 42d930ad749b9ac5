import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { settled } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';

let application: RunningApplication;
let page: Page;
beforeAll(async () => {
  application = await startApplication({ sample: true });
  page = application.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^Frameworks/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Frameworks' }).waitFor();
});
afterAll(() => application.stop());

const list = () => page.getByRole('list', { name: /^Items of/ });
const codes = () =>
  list()
    .locator('input[data-field="code"]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
const wordings = () => list().locator('input[data-field="title"]');
const dialog = () => page.getByRole('dialog', { name: 'Bring in a list' });
const choose = async (name: string, buffer: Buffer) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bring in a list…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
};

it('a list is begun by name, typed in one go, and moved by keyboard, by button and by dragging', async () => {
  await chooseFromMenu(page.getByRole('button', { name: 'Add a framework' }), 'Concordats');
  // Until then the list of another framework is in view, which has a button of that name too.
  await page.getByText('There is no item yet.').waitFor();
  await page.getByRole('button', { name: 'Add an item' }).click();
  for (const [code, wording] of [
    ['C1', 'Fair contracts'],
    ['C2', 'Time to learn'],
    ['C3', 'Credit for outputs'],
  ] as const) {
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('code');
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(wording);
    if (code !== 'C3') {
      const before = (await codes()).length;
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await codes()).length).toBe(before + 1);
    }
  }
  await expect.poll(codes).toEqual(['C1', 'C2', 'C3']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(codes).toEqual(['C1', 'C3', 'C2']);
  // The focus stays in the field that was moved.
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
    .toBe('Credit for outputs');
  await page.getByRole('button', { name: /^Move C1 .* down$/ }).click();
  await expect.poll(codes).toEqual(['C3', 'C1', 'C2']);
  // The answer leads the focus to what was moved.
  await settled(page);
  const handles = list().locator('li > span[title]');
  const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 8, (from?.y ?? 0) + 8);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 12, { steps: 6 });
  await page.mouse.move((to?.x ?? 0) + 44, (to?.y ?? 0) + 2, { steps: 3 });
  await page.mouse.up();
  await expect.poll(codes).toEqual(['C2', 'C3', 'C1']);
});

it('an item goes to the bin by keyboard and comes back', async () => {
  await settled(page);
  await wordings().first().focus();
  await page.keyboard.press('Control+Delete');
  await expect.poll(codes).toEqual(['C3', 'C1']);
  await page.getByText('In the bin: 1').click();
  await page.getByRole('button', { name: /^Take C2 .* out of the bin$/ }).click();
  await expect.poll(codes).toEqual(['C2', 'C3', 'C1']);
});

it('what serves an item is mapped beside it, and the coverage says so and names the gaps', async () => {
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await settled(page);
  await wordings().first().focus();
  await inspector.getByRole('heading', { name: /^C2/ }).waitFor();
  await inspector.getByRole('button', { name: 'Map actions, answers and evidence…' }).click();
  const picker = page.getByRole('dialog', { name: 'Map actions, answers and evidence' });
  await picker.getByRole('searchbox').fill('new plan');
  await picker.getByRole('checkbox').first().click();
  await picker.getByRole('button', { name: 'Close' }).click();
  const table = page.getByRole('table', { name: /^How many serve each item of Concordats/ });
  await expect.poll(() => table.getByRole('row').nth(1).innerText()).toMatch(/C2 · Time to learn\s+1\s/);
  await page.getByText('No action of the new plan serves C3 and C1.').waitFor();
  await page.getByRole('button', { name: 'By theme' }).click();
  await page.getByText('No action of the new plan serves C3 and C1.').waitFor();
  await page.getByRole('button', { name: 'By cycle' }).click();
  await page.getByText('In no cycle is anything written for C3 and C1.').waitFor();
});

it('all lists go out to a spreadsheet and come back with nothing to change; another list comes in as one step', async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as a spreadsheet' }).click(),
  ]);
  const exported = await readFile(await download.path());
  await choose('Frameworks.xlsx', exported);
  await dialog().getByText('0 new, 0 changed, 3 as they are.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Bring it in' }).isDisabled()).toBe(true);
  await dialog().getByRole('button', { name: 'Leave it' }).click();

  await choose('Regional.csv', Buffer.from('Ref,Action point,Owner\nP1,Career paths,All\nP2,Shared posts,North\n'));
  await dialog().getByText('The heading says “Action point”.').waitFor();
  await dialog().getByRole('combobox', { name: 'Into' }).selectOption('A new framework');
  await dialog().getByText('A new framework, 2 new, 0 changed, 0 as they are.').waitFor();
  expect(await accessibilityFaults(page, { within: '[role="dialog"]' })).toEqual([]);
  await dialog().getByRole('button', { name: 'Bring it in' }).click();
  await page.getByRole('button', { name: 'Regional 2' }).click();
  await expect.poll(codes).toEqual(['P1', 'P2']);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Regional 2' }).waitFor({ state: 'detached' });
  expect(application.faults).toEqual([]);
});
