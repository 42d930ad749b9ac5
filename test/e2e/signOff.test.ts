import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
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
afterEach(() => expect(application.faults).toEqual([]));

const main = (): Locator => page.locator('main');
const steps = (): Locator => main().getByRole('region', { name: 'Sign-off' });
const notices = (): Locator => page.getByRole('region', { name: 'Notices' });
async function shown(name: string, part?: Locator): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  if (pictures === undefined) return;
  for (const width of [1024, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await part?.scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
async function download(button: Locator): Promise<Buffer> {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFile(await saved.path());
}
/** Issues a copy, going on over what the submission still asks for. */
async function issue(): Promise<Buffer> {
  await goTo(page, '/sign-off');
  await main().getByText('An issued copy, kept here as it is').click();
  await main().getByRole('button', { name: 'Issue this copy' }).click();
  return download(main().getByRole('button', { name: 'Issue it regardless' }));
}
async function record(step: string, who: string): Promise<void> {
  const form = main().getByRole('form', { name: 'Record a step' });
  await form.getByLabel('Step').selectOption(step);
  await form.getByLabel('Name').fill(who);
  await form.getByLabel('Role').fill('Vice-Chancellor');
  await form.getByRole('button', { name: 'Record this step' }).click();
}
const editor = (): Locator => main().locator('[contenteditable="true"]').first();

describe('sign-off and after', () => {
  let first: Buffer;

  it('an issue over open points says so, and keeps them with the copy', async () => {
    first = await issue();
    const copy = main().getByRole('row', { name: /Version 1/ });
    await copy.getByText(/^Issued with \d+ things open$/u).click();
    await expect.poll(() => copy.getByRole('listitem').count()).toBeGreaterThan(0);
    await shown('issued-over', copy);
  });

  it('a signature is kept with who, when, of which version, its check sum and a scan', async () => {
    await record('signed', 'Professor Rowan Ellis');
    const signed = steps().getByRole('listitem').filter({ hasText: 'Professor Rowan Ellis, Vice-Chancellor' });
    await signed.getByText('Version 1').waitFor();
    await expect.poll(() => signed.locator('code').innerText()).toMatch(/^[0-9a-f]{64}$/u);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      signed.getByRole('button', { name: 'Attach a scan…' }).click(),
    ]);
    const scan = Buffer.from('%PDF-1.7 a page that was signed by hand');
    await chooser.setFiles({ name: 'Signed page.pdf', mimeType: 'application/pdf', buffer: scan });
    await signed.getByText('Scan: Signed page.pdf').waitFor();
    expect((await download(signed.getByRole('button', { name: /^Save the scan/u }))).equals(scan)).toBe(true);
    await shown('signed', steps());
  });

  it('an edit is refused in one sentence, which offers the amendment right there; its reason is asked for', async () => {
    await goTo(page, '/question/talent-commission');
    await editor().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Words after the signature.');
    const refusal = notices()
      .locator('div')
      .filter({ hasText: 'so it stays as it is until an amendment is started.' })
      .first();
    await refusal.waitFor();
    await shown('refused');
    await refusal.getByRole('button', { name: 'Start an amendment…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Start an amendment' });
    await dialog.getByRole('button', { name: 'Start the amendment' }).click();
    await dialog.getByText('Say who starts the amendment.').waitFor();
    await dialog.getByLabel('Who starts it').fill('Ada Okafor');
    await dialog.getByLabel('Reason, as it stays on record').fill('One recommendation was left out.');
    await shown('amendment-dialog');
    await dialog.getByRole('button', { name: 'Start the amendment' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('what was typed before is saved now; Readiness and Sign-off say that an amendment is open, who and why', async () => {
    await byKeyboard(page).saved();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => editor().innerText()).toContain('Words after the signature.');
    await goTo(page, '/readiness');
    await main().getByRole('link', { name: 'Amendment 1 is open and not signed yet' }).waitFor();
    const said = /Ada Okafor started it on .*: One recommendation was left out\./u;
    const note = main().getByRole('note').filter({ hasText: said });
    await note.waitFor();
    await main().getByRole('listitem').filter({ hasText: said }).waitFor();
    await shown('readiness');
    await goTo(page, '/sign-off');
    await steps().getByRole('heading', { name: 'Amendment 1, open' }).waitFor();
    await note.waitFor();
    await steps().getByText(said).waitFor();
    await steps().getByText('On file as of that version.').waitFor();
    await steps().getByText('Professor Rowan Ellis, Vice-Chancellor').waitFor();
    await shown('amendment-open', steps());
  });

  it('the old copy cannot be signed for the new words, and an amendment with changes is not withdrawn', async () => {
    await record('signed', 'Professor Rowan Ellis');
    await steps()
      .getByText(/Answers or plans have changed since Version 1 was issued/u)
      .waitFor();
    await steps().getByRole('button', { name: 'Withdraw the amendment' }).click();
    await notices()
      .getByText(/Something was changed since the amendment was started/u)
      .waitFor();
    const told = notices().locator('div').filter({ hasText: 'Something was changed since the amendment was started' });
    await told.first().getByRole('button', { name: 'Dismiss' }).click();
    await told.first().waitFor({ state: 'detached' });
  });

  it('it is signed again, and the first signed copy is saved again with the same bytes', async () => {
    const second = await issue();
    expect(second.equals(first)).toBe(false);
    await main()
      .getByRole('row', { name: /^Version 2/ })
      .waitFor();
    await record('signed', 'Professor Rowan Ellis');
    await steps().getByRole('heading', { name: 'Amendment 1', exact: true }).waitFor();
    await steps().getByRole('button', { name: 'Start an amendment…' }).waitFor();
    const copy = main().getByRole('row', { name: /^Version 1/ });
    expect((await download(copy.getByRole('button', { name: 'Save again' }))).equals(first)).toBe(true);
    await shown('signed-again', steps());
    await goTo(page, '/question/talent-commission');
    await editor().click();
    await page.keyboard.type('No');
    await notices().getByText('so it stays as it is until an amendment is started.').waitFor();
    // What was refused is on no other screen called saved, and is one press away.
    await goTo(page, '/readiness');
    await page.getByTestId('save-state').getByText('Not saved: the last words of').waitFor();
    await page.getByTestId('save-state').getByRole('link', { name: 'TALENT recommendations' }).waitFor();
    await shown('left-unsaved');
  });

  it('a rating by key is refused in the same sentence, with the same way on', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await goTo(page, '/last-plan');
    await page.locator('[role="grid"] [role="gridcell"][tabindex="0"]').focus();
    await page.keyboard.press('r');
    await notices().getByText('so it stays as it is until an amendment is started.').waitFor();
    await notices().getByRole('button', { name: 'Start an amendment…' }).waitFor();
  });
});
