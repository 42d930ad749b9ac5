import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { goTo } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';

describe('versions', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  const go = (path: string): Promise<void> => goTo(application.page, path);
  const main = () => application.page.locator('main');

  it('the state as it is gets a name', async () => {
    const { page } = application;
    await go('/history');
    await page.getByLabel('Name the state as it is now').fill('As sent to the Steering Group');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Named versions' }).getByText('As sent to the Steering Group').waitFor();
  });

  it('is compared with now: the rating that moved, and the words of an answer', async () => {
    const { page } = application;
    await go('/last-plan');
    await page.locator('[role="grid"] [role="gridcell"][tabindex="0"]').focus();
    await page.keyboard.press('r');
    await byKeyboard(page).saved();
    await go('/question/talent-commission');
    await page.locator('[contenteditable="true"]').first().fill('Every recommendation was discussed.');
    await page.locator('[contenteditable="true"]').first().blur();
    await byKeyboard(page).saved();
    await go('/history');
    await page.getByRole('button', { name: 'Compare with now' }).first().click();
    await main().getByRole('heading', { level: 1, name: 'As sent to the Steering Group and now' }).waitFor();
    await main().getByRole('heading', { name: 'Ratings that moved' }).waitFor();
    await expect.poll(() => main().locator('li', { hasText: 'V1' }).first().innerText()).toMatch(/Green[\s\S]*Red/u);
    await main().locator('ins', { hasText: 'Every recommendation was discussed.' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('is gone back to in one step, which Undo takes back', async () => {
    const { page } = application;
    await go('/history');
    await chooseFromMenu(
      page.getByRole('button', { name: 'More for As sent to the Steering Group' }),
      'Go back to this version',
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Go back', exact: true }).click();
    await page.getByText('Everything is as it was in As sent to the Steering Group.').waitFor();
    await go('/question/talent-commission');
    await expect.poll(() => page.locator('[contenteditable="true"]').first().innerText()).not.toContain('discussed');
    await go('/history');
    await page
      .getByRole('button', { name: /^Undo: Went back to the version/u })
      .first()
      .click();
    await go('/question/talent-commission');
    await expect.poll(() => page.locator('[contenteditable="true"]').first().innerText()).toContain('discussed');
  });

  it('an earlier state gets a name afterwards, and is exported as it was', async () => {
    const { page } = application;
    await go('/history');
    await chooseFromMenu(page.getByRole('button', { name: /^More for: / }).nth(2), 'Name the state after this');
    await page.getByRole('dialog').getByLabel('Name').fill('Before the meeting');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chooseFromMenu(page.getByRole('button', { name: 'More for Before the meeting' }), 'Export as Word, as it was'),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/u);
  });
});
