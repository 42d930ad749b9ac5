import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { type GridPage, gridPage } from './gridPage.ts';

/** Ctrl+K in the real browser: from anywhere to the thing itself, with the words marked there. */
describe('the search by Ctrl+K', () => {
  let application: RunningApplication;
  let grid: GridPage;
  const found = (group: string): Locator => grid.page.getByRole('group', { name: group }).getByRole('option');
  /** Until what is found is of these words, and of no fewer. */
  const seek = async (words: string): Promise<void> => {
    await grid.press('Control+k');
    await grid.page.keyboard.type(words);
    await grid.page.locator('[role="listbox"][aria-busy="false"]').waitFor({ state: 'attached' });
  };
  /** Down to a line of the list, and Enter. */
  const open = async (line: Locator): Promise<void> => {
    await line.waitFor();
    for (let pressed = 0; pressed < 40 && (await line.getAttribute('aria-selected')) !== 'true'; pressed += 1)
      await grid.press('ArrowDown');
    await grid.press('Enter');
  };
  /** The texts that the browser draws marked. */
  const marked = () =>
    grid.page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString()));

  beforeAll(async () => {
    application = await startApplication({ sample: true });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('opens an action of each plan at its row, with the words marked in it', async () => {
    await seek('conference');
    await open(found('Last plan').filter({ hasText: 'annual technicians' }).first());
    await grid.page.getByRole('heading', { level: 1, name: /How did the/ }).waitFor();
    await expect.poll(async () => (await grid.focused())[0]).toBe('V2');
    await expect.poll(async () => (await marked()).map((text) => text.toLowerCase())).toContain('conference');
    await seek('conference');
    await open(found('New plan').filter({ hasText: 'every May' }).first());
    await grid.page.getByRole('heading', { level: 1, name: /plan$/ }).waitFor();
    await expect.poll(async () => (await grid.focused())[0]).toBe('V1');
    await expect.poll(marked).not.toEqual([]);
    await grid.press('Escape');
    await expect.poll(marked).toEqual([]);
  });

  it('takes no notice of accents, either way', async () => {
    await grid.goTo('V2', 'text');
    await grid.press('Enter', 'End');
    await grid.page.keyboard.type(' over a café au lait');
    await grid.press('Enter');
    await byKeyboard(grid.page).saved();
    await seek('cafe');
    await found('New plan').first().waitFor();
    await grid.press('Escape');
    await seek('cónference');
    await found('Last plan').first().waitFor();
    await grid.press('Escape');
  });

  it('gives the focus back on Esc, and opens again what is in view already', async () => {
    await grid.goTo('V3', 'lead');
    await seek('conference');
    await found('New plan').first().waitFor();
    await grid.press('Escape');
    await expect.poll(grid.focused).toEqual(['V3', 'lead']);
    await seek('every May');
    await open(found('New plan').first());
    await expect.poll(async () => (await grid.focused())[0]).toBe('V1');
    await grid.goTo('V3', 'lead');
    await seek('every May');
    await open(found('New plan').first());
    await expect.poll(async () => (await grid.focused())[0]).toBe('V1');
  });

  it('opens answers, voice and evidence, and marks the words there', async () => {
    for (const [group, words, heading] of [
      ['Answers', 'steering', /./],
      ['Technician voice', 'marine', /^Technician voice$/],
      ['Evidence', 'dean', /^Evidence$/],
    ] as const) {
      await seek(words);
      await open(found(group).first());
      await grid.page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await expect.poll(async () => (await marked()).some((text) => text.toLowerCase().startsWith(words))).toBe(true);
    }
  });

  it('runs commands, and says so where nothing has the words', async () => {
    await seek('every key');
    await open(found('Commands').first());
    const keys = grid.page.getByRole('dialog', { name: 'Keyboard' });
    await expect.poll(() => keys.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await grid.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await seek('qqqqzz');
    await grid.page.getByText('Nothing has these words.').waitFor();
    await grid.press('Escape');
    await seek('readin');
    await open(found('Commands').first());
    await grid.page.getByRole('heading', { level: 1, name: /Readiness|before/ }).waitFor();
  });

  it('finds what was written a moment ago, and no more what was undone', async () => {
    await grid.open('/new-plan');
    await grid.goTo('V3', 'lead');
    await grid.press('F2');
    await grid.page.keyboard.type(' Quillfeather');
    await grid.press('Enter');
    // The search is asked again when what was written comes to the disk.
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toContain('Quillfeather');
    await seek('quillf');
    await found('New plan').first().waitFor();
    await grid.press('Escape');
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).not.toContain('Quillfeather');
    await seek('quillf');
    await grid.page.getByText('Nothing has these words.').waitFor();
    await grid.press('Escape');
  });
});
