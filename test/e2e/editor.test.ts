import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';

describe('writing an answer', () => {
  let application: RunningApplication;
  const editor = () => application.page.getByRole('textbox', { name: 'Answer: TALENT recommendations' });
  const state = () => application.page.getByTestId('save-state');
  const written = () => application.page.getByRole('main').getByText(/^\d+ words?$/);
  beforeAll(async () => {
    application = await startApplication({ sample: true });
    await application.page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /^TALENT recommendations/ })
      .click();
    await editor().click();
  });
  afterAll(() => application.stop());

  it('loses nothing that is typed just before going to another page', async () => {
    const { page } = application;
    await editor().pressSequentially('Typed quickly and left', { delay: 5 });
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /^Overview/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: /^TALENT recommendations/ })
      .click();
    await expect.poll(() => editor().innerText()).toBe('Typed quickly and left');
  });

  it('is taken back as a step outside the editor, and letter by letter inside it', async () => {
    const { page } = application;
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() =>
        editor()
          .innerText()
          .then((text) => text.trim()),
      )
      .toBe('');
    await page.keyboard.press('Control+y');
    await expect.poll(() => editor().innerText()).toBe('Typed quickly and left');
    await editor().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' more');
    await expect.poll(() => editor().innerText()).toBe('Typed quickly and left more');
    // Letters that follow each other quickly are one step of the editor, so that these are enough for all of them. What
    // came from outside (the step done again) is not the editor's to take back.
    for (const _letter of ' more') await page.keyboard.press('Control+z');
    await expect.poll(() => editor().innerText()).toBe('Typed quickly and left');
    await expect.poll(() => written().innerText()).toBe('4 words');
  });

  it('says Not saved and why when more is pasted than an answer holds, and keeps what was saved', async () => {
    const { page } = application;
    await editor().click();
    await page.evaluate(() => {
      const clipboard = new DataTransfer();
      clipboard.setData('text/plain', 'word '.repeat(120_000));
      const paste = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
      document.querySelector('.ProseMirror')?.dispatchEvent(paste);
    });
    await state()
      .getByText(/Not saved/)
      .waitFor();
    await page
      .getByRole('alert')
      .getByText(/too long for one answer/)
      .waitFor();
    await editor().click();
    await page.keyboard.press('Control+z');
    await state()
      .getByText(/Saved \d\d:\d\d/)
      .waitFor();
    await expect.poll(() => editor().innerText()).toBe('Typed quickly and left');
    expect(application.faults).toEqual([]);
  });
});
