import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, readWord, styled, textOf } from '#test/golden/word/readWord.ts';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { takesFocus } from './byKeyboard.ts';
import { goTo } from './goTo.ts';
import type { RunningHost } from './startHost.ts';

/** Another window on the same host. */
const elsewhere = (host: RunningHost) => createClient(createBrowserPlatform(host.token, host.origin));
const editorOf = (page: Page, title: string) => page.getByRole('textbox', { name: `Answer: ${title}` });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const saved = (page: Page) =>
  page
    .getByTestId('save-state')
    .getByText(/Saved \d\d:\d\d/)
    .waitFor();

async function storedAnswer(host: RunningHost, key: string) {
  const loaded = await elsewhere(host).call('workspace.load', {});
  if (!loaded.ok) throw new Error(loaded.error.code);
  const { rows } = loaded.value;
  const cycle = rows.cycle.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const answer = rows.answer.find((each) => each.cycleId === cycle?.id && each.questionKey === key);
  if (!answer || !cycle) throw new Error(`There is no answer to ${key}`);
  return { answer, cycle, rows };
}

async function pasteHtml(page: Page, html: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', content);
    clipboard.setData('text/plain', 'not this');
    const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    document.querySelector('.ProseMirror')?.dispatchEvent(paste);
  }, html);
}

async function accessible(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe('writing in the sample', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({ sample: true });
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());

  it('loses no key of a fast typist while changes arrive from elsewhere', async () => {
    const { page, host } = application;
    await goTo(page, '/question/talent-commission');
    const editor = editorOf(page, 'TALENT recommendations');
    await editor.click();
    const { answer, cycle, rows } = await storedAnswer(host, 'talent-commission');
    const actions = rows.action.filter((action) => action.planId === cycle.lastPlanId).slice(0, 30);
    const words = Array.from({ length: 60 }, (_, index) => `word${index} and`);
    for (const [turn, word] of words.entries()) {
      const actionId = actions[turn % actions.length]?.id ?? '';
      const arriving = Promise.all([
        elsewhere(host).call('rating.give', { actionIds: [actionId], progress: `Progress ${turn}` }),
        elsewhere(host).call('ask.tick', { answerId: answer.id, askKey: 'which', ticked: turn % 2 === 0 }),
      ]);
      await page.keyboard.type(turn === 0 ? word : ` ${word}`, { delay: 3 });
      expect((await arriving).map(({ ok }) => ok)).toEqual([true, true]);
    }
    const text = words.join(' ');
    expect(await editor.innerText()).toBe(text);
    await expect.poll(async () => (await storedAnswer(host, 'talent-commission')).answer.plainText).toBe(text);
    await saved(page);
    await page.getByRole('main').getByText('120 words', { exact: true }).waitFor();
  });

  it('pastes from Word what an answer keeps, and nothing else', async () => {
    const { page, host } = application;
    const editor = editorOf(page, 'TALENT recommendations');
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await pasteHtml(page, readFileSync(join(import.meta.dirname, '../fixtures/clipboard/word-report.html'), 'utf8'));
    await expect.poll(() => editor.locator('strong').allInnerTexts()).toEqual(['Steering Group', 'network']);
    expect(await editor.locator('em').allInnerTexts()).toEqual(['each term']);
    expect(await editor.locator('ul ul li').allInnerTexts()).toEqual(['for two years']);
    expect(await editor.locator('ol').getAttribute('start')).toBe('3');
    expect(await editor.locator('img, table, style, [style]').count()).toBe(0);
    // TODO, written in Word, is a mark here.
    expect(await editor.locator('mark').allInnerTexts()).toEqual(['TODO ask Finance for the figure of 2026']);
    await expect
      .poll(async () => (await storedAnswer(host, 'talent-commission')).answer.plainText)
      .toContain('It has eleven members, five of them technicians:');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await editor.innerText()).trim()).toBe('');
  });

  it('marks what is to do as it is typed, counts it, leads to it from everywhere, and lets it be done', async () => {
    const { page } = application;
    const editor = editorOf(page, 'TALENT recommendations');
    await editor.click();
    await page.keyboard.type('We act on seven. TODO ask the network which');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' of them.');
    await expect.poll(() => editor.locator('mark').allInnerTexts()).toEqual(['ask the network which']);
    await inspector(page).getByRole('heading', { name: 'To do 1 here, 3 in all' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /TALENT recommendations.*1 to do/ })
      .waitFor();
    await accessible(page);

    await inspector(page)
      .getByRole('link', { name: /A source for the seedcorn figures/ })
      .click();
    await page.getByRole('heading', { level: 1, name: /What difference/ }).waitFor();
    await expect
      .poll(() => page.evaluate(() => String(window.getSelection())))
      .toBe('A source for the seedcorn figures.');

    await goTo(page, '/sign-off');
    await page.getByLabel(/An issued copy/).check();
    await page.getByRole('button', { name: 'Issue this copy' }).click();
    const open = page.getByRole('alert').filter({ hasText: 'still marked to do' });
    await open.getByText('3 places are still marked to do. They would be printed with their marks.').waitFor();
    await accessible(page);
    await open.getByRole('link', { name: 'To do in TALENT recommendations: ask the network which' }).click();
    await editor.waitFor();
    await expect.poll(() => page.evaluate(() => String(window.getSelection()))).toBe('ask the network which');
    await inspector(page)
      .getByRole('button', { name: /^Take out/ })
      .click();
    await expect.poll(() => editor.locator('mark').count()).toBe(0);
    expect(await editor.innerText()).toBe('We act on seven.  of them.');
  });

  it('cites by keyboard, and prints one item under one number however often it is cited', async () => {
    const { page } = application;
    const editor = editorOf(page, 'TALENT recommendations');
    await editor.click();
    await page.keyboard.press('Control+End');
    for (const turn of [1, 2]) {
      await page.keyboard.type(` Claim ${turn} [[`);
      const dialog = page.getByRole('dialog', { name: 'Cite voice or evidence' });
      await takesFocus(dialog.getByLabel('Find by words'));
      await page.keyboard.type('terms of reference');
      await accessible(page);
      await dialog.getByRole('option').first().click();
      await dialog.waitFor({ state: 'detached' });
      await takesFocus(editor);
    }
    await expect
      .poll(() => editor.locator('[data-citation]').allInnerTexts())
      .toEqual(['“ evidence 1', '“ evidence 1']);
    await saved(page);
    await goTo(page, '/sign-off');
    await page.getByLabel('A draft, marked as one on every page').check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export the draft', exact: true }).click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'planner-writing-'));
    await download.saveAs(join(folder, 'draft.docx'));
    const { document } = readWord(await readFile(join(folder, 'draft.docx')));
    rmSync(folder, { recursive: true, force: true });
    const listed = styled(document, 'Reference').map(textOf);
    const own = listed.filter((line) => line.includes('Steering Group terms of reference'));
    expect(own).toHaveLength(1);
    const number = /^\[\d+\]/.exec(own[0] ?? '')?.[0] ?? '';
    const claims = styled(document, 'Answer').find((paragraph) => textOf(paragraph).includes('Claim 1'));
    expect(claims && textOf(claims)).toContain(`Claim 1 ${number} Claim 2 ${number}`);
    expect(claims && all(claims, 'w:hyperlink').map(textOf)).toEqual([number, number]);
    // Funding and staff numbers are tables; what is to do is printed as such.
    const text = textOf(document);
    expect(text).toContain('What it pays for');
    expect(text).toContain('[To do: Something on teaching.]');
  });

  it('shows last cycle’s answer word by word beside this one, and inserts it', async () => {
    const { page } = application;
    await goTo(page, '/question/governance-and-resourcing');
    const editor = editorOf(page, 'Governance and resourcing');
    await editor.waitFor();
    await inspector(page).getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stage 2 and now' });
    await expect
      .poll(async () => (await dialog.locator('del').allInnerTexts()).join(' '))
      .toContain('working group of six met twice');
    expect((await dialog.locator('ins').allInnerTexts()).join(' ')).toContain('Steering Group of eleven');
    await accessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await inspector(page).getByRole('button', { name: 'Insert' }).click();
    await editor.getByText(/A working group of six met twice in the first year/).waitFor();
    // There, Ctrl+Z takes back what was inserted and nothing else.
    await takesFocus(editor);
    await page.keyboard.press('Control+z');
    await editor.getByText(/A working group of six met twice/).waitFor({ state: 'detached' });
    expect(application.faults).toEqual([]);
  });

  it('fills in facts in quick succession and loses none', async () => {
    const { page, host } = application;
    await goTo(page, '/question/governance-and-resourcing');
    await page.getByText('Funding of the Commitment: 2 lines').click();
    await page.getByRole('button', { name: 'Add a row' }).click();
    await page.getByLabel('What it pays for, row 3').fill('Registration fees');
    await page.getByLabel('Amount, row 3').fill('£6,000');
    await page.getByLabel('When, row 3').fill('2026/27');
    await page.getByLabel('Budget and who holds it, row 3').fill('Technical Services');
    await page.getByLabel('Amount, row 1').fill('£48,000 a year');
    await page.getByLabel('When, row 1').focus();
    await expect
      .poll(async () => (await storedAnswer(host, 'governance-and-resourcing')).answer.facts.funding)
      .toMatchObject([
        { amount: '£48,000 a year' },
        { amount: '0.4 FTE' },
        { purpose: 'Registration fees', amount: '£6,000', period: '2026/27', source: 'Technical Services' },
      ]);
    await accessible(page);
    // A line that lacks something is one click from Readiness, its table unfolded.
    await page.getByLabel('When, row 3').fill('');
    await page.getByLabel('When, row 1').focus();
    await saved(page);
    await goTo(page, '/readiness');
    await page.getByRole('link', { name: 'Funding of the Commitment, line 3: not said yet (When)' }).click();
    await page.getByLabel('When, row 3').waitFor();
  });
});

describe('a limit of words', () => {
  it('is counted as it is typed, said in words when it is passed, and found by Readiness', async () => {
    const application = await startApplication();
    const { page, host } = application;
    try {
      await page.getByLabel('Institution', { exact: true }).waitFor();
      const made = await elsewhere(host).call('workspace.create', {
        institution: 'Saltmarsh University',
        stage: 1,
        signedOn: null,
        jobId: randomUUID(),
      });
      expect(made.ok).toBe(true);
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await goTo(page, '/question/profile');
      const editor = editorOf(page, 'Profile');
      // Nothing is written yet: what reviewers look for is open.
      await page.getByText('What reviewers look for').waitFor();
      await expect.poll(() => page.locator('details').first().getAttribute('open')).not.toBeNull();
      await editor.click();
      await page.keyboard.insertText('word '.repeat(249));
      await page.keyboard.type('word');
      await page.getByRole('main').getByText('250 of 250 words', { exact: true }).waitFor();
      await page.keyboard.type(' more');
      await page.getByRole('main').getByText('251 words, 1 over the limit of 250').waitFor();
      await accessible(page);
      await page.getByRole('button', { name: 'Mark as ready' }).click();
      await page.getByRole('main').getByText('Ready', { exact: true }).waitFor();
      await goTo(page, '/readiness');
      await page.getByRole('link', { name: 'Profile has 251 words; the limit is 250' }).waitFor();
      expect(application.faults).toEqual([]);
    } finally {
      await application.stop();
    }
  });
});
