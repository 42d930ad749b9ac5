import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo as goToScreen } from './goTo.ts';

let application: RunningApplication;
let page: Page;
beforeAll(async () => {
  application = await startApplication({ sample: true });
  page = application.page;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await goTo('/evidence');
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
});
afterAll(() => application.stop());

const goTo = (path: string) => goToScreen(page, path);
/** Esc, once the dialog has the keyboard. */
async function closeDialog(): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.and(page.locator(':focus-within')).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}
const inspector = () => page.getByRole('complementary');
const filePanel = () => inspector().getByRole('region', { name: 'Attached file' });

/** Lets files go over a place, as a person does from the desktop. */
async function drop(
  selector: string,
  files: readonly { readonly name: string; readonly base64: string; readonly type: string }[],
) {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64, type } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    return data;
  }, files);
  await page.dispatchEvent(selector, 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer });
}
const text = (words: string) => Buffer.from(words).toString('base64');

/** A picture that the page draws itself: a real one, of the size that is asked for. */
const picture = (colour: string): Promise<string> =>
  page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = fill;
      context.fillRect(0, 0, 900, 600);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }, colour);

async function savedBy(act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download') as Promise<Download>, act()]);
  return readFile(await download.path(), 'utf8');
}

describe('files of evidence', () => {
  it('are dropped, several at once, and the same bytes are kept once', async () => {
    await drop('[aria-label^="Drop files here"]', [
      { name: 'Minutes of May.txt', base64: text('Minutes, first'), type: 'text/plain' },
      { name: 'Copy of the minutes.txt', base64: text('Minutes, first'), type: 'text/plain' },
      { name: 'Programme.txt', base64: text('Programme of the conference'), type: 'text/plain' },
    ]);
    await page.getByText(/2 files were added\. Kept already, and not added again: evidence 31\./).waitFor();
    await inspector().getByRole('heading', { name: 'Evidence 32' }).waitFor();
    await goTo('/evidence');
  });

  it('that are dropped beside the place for them do not take the place of the application', async () => {
    await drop('main h1', [{ name: 'Letter.txt', base64: text('A letter'), type: 'text/plain' }]);
    await inspector().getByRole('heading', { name: 'Evidence 33' }).waitFor();
  });

  it('lead to the item that has them already, and are added again only when it is asked for', async () => {
    await drop('main h1', [{ name: 'Letter again.txt', base64: text('A letter'), type: 'text/plain' }]);
    await page.getByText(/Letter again\.txt is kept already, as evidence 33/).waitFor();
    await page.getByRole('button', { name: 'Add it all the same' }).click();
    await inspector().getByRole('heading', { name: 'Evidence 34' }).waitFor();
  });

  it('are replaced, listed with what stood there before, shown, saved out and put back', async () => {
    await drop('[aria-label="Attached file"]', [
      { name: 'Letter, signed.txt', base64: text('A signed letter'), type: 'text/plain' },
    ]);
    await filePanel().getByText('Letter, signed.txt').first().waitFor();
    await filePanel().getByRole('heading', { name: 'Earlier files' }).waitFor();
    await filePanel().getByRole('button', { name: 'Show Letter again.txt' }).click();
    const dialog = page.getByRole('dialog', { name: 'Letter again.txt' });
    await dialog.getByText('A letter', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(
      await savedBy(() => filePanel().getByRole('button', { name: 'Save a copy of Letter again.txt' }).click()),
    ).toBe('A letter');
    await filePanel().getByRole('button', { name: 'Use this one again: Letter again.txt' }).click();
    await filePanel().getByRole('button', { name: 'Use this one again: Letter, signed.txt' }).waitFor();
    expect(await savedBy(() => filePanel().getByRole('button', { name: 'Save a copy…', exact: true }).click())).toBe(
      'A letter',
    );
  });

  it('are shown as letters where they could run, and only saved out where they are of another kind', async () => {
    const page_ = '<html><script>window.ran = true</script><b>Bold</b></html>';
    await drop('main h1', [{ name: 'Page.html', base64: text(page_), type: 'text/html' }]);
    await filePanel().getByText('Page.html').first().waitFor();
    await filePanel().getByRole('button', { name: 'Show…', exact: true }).click();
    await page.getByRole('dialog', { name: 'Page.html' }).getByText(page_).waitFor();
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await closeDialog();
    const pdf = Buffer.from('%PDF-1.7\n\0\x01\x02', 'latin1').toString('base64');
    await drop('main h1', [{ name: 'Award.pdf', base64: pdf, type: 'application/pdf' }]);
    await filePanel().getByText('Award.pdf').first().waitFor();
    await filePanel().getByRole('button', { name: 'Show…', exact: true }).click();
    await page.getByText(/not opened here, so that nothing in them can run/).waitFor();
    await closeDialog();
  });

  it('that are pictures are pasted, and have a thumbnail in the list and beside it', async () => {
    const base64 = await picture('#205080');
    await page.getByRole('heading', { level: 1 }).click();
    await page.evaluate((given) => {
      const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.body.dispatchEvent(paste);
    }, base64);
    const thumbnail = filePanel().getByRole('img');
    await thumbnail.waitFor();
    const size = () =>
      thumbnail.evaluate((image) => [
        (image as HTMLImageElement).naturalWidth,
        (image as HTMLImageElement).naturalHeight,
      ]);
    await expect.poll(size).toEqual([240, 160]);
    await page.locator('[data-grid] img').first().waitFor();
    await filePanel().getByRole('button', { name: 'Show…', exact: true }).click();
    const whole = page.getByRole('dialog').getByRole('img');
    await expect.poll(() => whole.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(900);
    await closeDialog();
  });
});

it('the list of kinds is edited, and what it says stands in the list of evidence', async () => {
  await page.getByRole('button', { name: 'Edit the kinds…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kinds of evidence' });
  await dialog.getByRole('textbox', { name: 'A kind of your own' }).fill('Podcast');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Name of Podcast' }).waitFor();
  await dialog.getByRole('textbox', { name: 'Name of Award' }).fill('Prize');
  await dialog.getByRole('button', { name: 'Retire Registration' }).click();
  await dialog.getByRole('button', { name: 'Offer again: Registration' }).waitFor();
  expect(await accessibilityFaults(page, { within: '[role="dialog"]' })).toEqual([]);
  await closeDialog();
  await page.getByRole('button', { name: /^Prize \d/ }).waitFor();
  const offered = await page.getByRole('combobox', { name: 'Kind' }).first().innerText();
  expect(offered).toContain('Podcast');
  expect(offered).not.toContain('Registration');
});

it('an address is doubted by its form, without looking anything up', async () => {
  const form = page.getByRole('form', { name: 'Add evidence' });
  await form.getByRole('textbox', { name: 'Title' }).fill('News');
  await form.getByRole('textbox', { name: /^Address/ }).fill('https://intranet/news');
  await page.keyboard.press('Enter');
  await inspector()
    .getByText(/no dot in it/)
    .waitFor();
  await page.getByRole('button', { name: /^Address looks wrong \d/ }).waitFor();
  await goTo('/readiness');
  await page
    .getByText(/The address of evidence \d+ looks wrong/)
    .first()
    .waitFor();
  const elsewhere = application.requests.filter(
    (url) => !url.startsWith(application.host.origin) && !url.startsWith('data:'),
  );
  expect(elsewhere.filter((url) => !url.startsWith('blob:'))).toEqual([]);
});

it('the screen with all of this is accessible, and nothing went wrong', async () => {
  await goTo('/evidence');
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
  await page.locator('[data-grid] img').first().click();
  await filePanel().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(application.faults).toEqual([]);
});
