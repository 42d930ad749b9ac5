import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import type { RunningHost } from './startHost.ts';

const pictures = process.env.PICTURES;

/** Two people on two computers: each has a host, a data folder and a browser of their own. */
let lead: RunningApplication;
let colleague: RunningApplication | null = null;
let folder: string;
let handed: string;
let colleagueData: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
  colleagueData = mkdtempSync(join(tmpdir(), 'colleague-'));
  lead = await startApplication({ sample: true });
  await lead.page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(async () => {
  await lead.stop();
  await colleague?.stop();
  for (const each of [folder, colleagueData]) rmSync(each, { recursive: true, force: true });
});
afterEach(() => expect([...lead.faults, ...(colleague?.faults ?? [])]).toEqual([]));

/** What is on the disk, asked for as another window would. */
async function storedText(host: RunningHost, key: string): Promise<string> {
  const loaded = await createClient(createBrowserPlatform(host.token, host.origin)).call('workspace.load', {});
  if (!loaded.ok) throw new Error(loaded.error.code);
  const { rows } = loaded.value;
  const [cycle] = rows.cycle.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return rows.answer.find((each) => each.cycleId === cycle?.id && each.questionKey === key)?.plainText ?? '';
}
async function writeAnswer({ page, host }: RunningApplication, question: string, text: string): Promise<void> {
  await goTo(page, `/question/${question}`);
  await page.getByRole('textbox', { name: /^Answer:/u }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await expect.poll(() => storedText(host, question), { timeout: 10_000 }).toBe(text);
  await goTo(page, '/copies');
}
async function shown(page: Page, name: string, part?: Locator): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  if (pictures === undefined) return;
  for (const width of [1024, 1440])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await part?.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `copies-${name}-${width}-${colorScheme}.png`) });
    }
  await page.emulateMedia({ colorScheme: 'light' });
}
async function drop(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('region', { name: 'Drop the copy that came back here' })
      .getByRole('button', { name: 'Choose a file…' })
      .click(),
  ]);
  await chooser.setFiles(path);
}
/** The file that the colleague saves and sends. */
async function sentBack(): Promise<string> {
  const saved = join(folder, 'returned.tcplan');
  const page = colleague?.page as Page;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file to send back' }).click(),
  ]);
  await download.saveAs(saved);
  return saved;
}

const questions = ['technical-staff-structures', 'governance-and-resourcing'] as const;

describe('a copy', () => {
  it('is handed over without internal voice, and is on the list of copies that are out', async () => {
    const { page } = lead;
    await writeAnswer(lead, questions[0], 'There are forty of us.');
    await page.getByLabel('To', { exact: true }).fill('Priya Nair');
    await page.getByLabel('From', { exact: true }).fill('Jo Marsh');
    await page.getByText(/will stay here\.$|No entry is marked internal\./u).waitFor();
    await shown(page, 'hand-over');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Make the copy' }).click(),
    ]);
    handed = join(folder, download.suggestedFilename());
    expect(download.suggestedFilename()).toMatch(/ for Priya Nair \d{4}-\d\d-\d\d\.tcplan$/u);
    await download.saveAs(handed);
    expect(readFileSync(handed).subarray(0, 15).toString()).toBe('SQLite format 3');
    const row = page.getByRole('row', { name: /Priya Nair/u });
    await row.getByText('Without internal voice').waitFor();
    await row.getByText('Not yet').waitFor();
  });

  it('says at the other end that it is one, and whose', async () => {
    const theirs = await startApplication({ dataFolder: colleagueData });
    colleague = theirs;
    const { page } = theirs;
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open a workspace file…' }).click(),
    ]);
    await chooser.setFiles(handed);
    await page.getByRole('link', { name: 'Send it back under Copies' }).waitFor();
    await writeAnswer(theirs, questions[0], 'There are forty of us, in five teams.');
    await writeAnswer(theirs, questions[1], 'A committee meets each term.');
    await page.getByText(/Jo Marsh handed it over to Priya Nair/u).waitFor();
    await shown(page, 'origin');
  });

  it('comes back: what only it changed comes in, what both changed is asked, by keyboard, and one undo takes it back', async () => {
    const { page } = lead;
    await writeAnswer(lead, questions[0], 'There are forty-two of us.');
    await drop(page, await sentBack());
    await page.getByRole('heading', { name: 'The copy of Priya Nair' }).waitFor();
    const question = page.getByRole('group', { name: /Technical staff structures/u });
    await question.getByText('Both began with').waitFor();
    await question.locator('ins', { hasText: 'in five teams' }).waitFor();
    await question.locator('ins', { hasText: 'forty-two' }).waitFor();
    const merge = page.getByRole('button', { name: 'Merge', exact: true });
    expect(await merge.isDisabled()).toBe(true);
    await page.getByText('1 question is open.').waitFor();
    await shown(page, 'review', merge);
    await question.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => question.getByLabel('Keep both, one after the other').isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: /Governance and resourcing/u }).waitFor();
    await page.getByText('What changes in Governance and resourcing').click();
    await page.getByRole('listitem').locator('ins').first().waitFor();
    await shown(page, 'chosen', merge);
    await merge.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Merged the copy of Priya Nair: 2 things changed.').waitFor();
    await page
      .getByRole('row', { name: /Priya Nair/u })
      .getByText(/^Merged/u)
      .waitFor();
    await shown(page, 'report');
    await goTo(page, `/question/${questions[0]}`);
    const editor = page.getByRole('textbox', { name: /^Answer:/u });
    await expect.poll(() => editor.innerText()).toMatch(/forty-two of us\.\s+There are forty of us, in five teams\./u);
    await goTo(page, '/copies');
    await page.getByRole('button', { name: /^Undo/u }).first().click();
    await page
      .getByRole('row', { name: /Priya Nair/u })
      .getByText('Not yet')
      .waitFor();
    expect(await storedText(lead.host, questions[1])).not.toBe('A committee meets each term.');
  });

  it('is refused where it is none, and nothing is kept of it', async () => {
    const { page, host } = lead;
    await goTo(page, '/copies');
    await drop(page, join(import.meta.dirname, '../fixtures/plans/plain.xlsx'));
    await page.getByRole('alert').getByText('is not a workspace of this application').waitFor();
    // The copy that came back was read, and is not another workspace of the list.
    expect(readdirSync(join(host.dataFolder, 'workspaces')).filter((name) => name.endsWith('.tcplan'))).toHaveLength(1);
    expect(readdirSync(join(host.dataFolder, 'handover'))).toEqual([]);
  });
});
