import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';

describe('backups', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    application.page.setDefaultTimeout(20_000);
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  const go = async (path: string): Promise<void> => {
    await application.page.evaluate((place) => {
      window.location.hash = place;
    }, path);
    await application.page.locator('main h1').waitFor();
  };
  const violations = async (): Promise<readonly string[]> => {
    const found = await new AxeBuilder({ page: application.page }).disableRules(['region']).analyze();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join()}`);
  };
  const ratingOf = (): Promise<string> => application.page.locator('td[data-column="rag"]').first().innerText();
  const strip = () => application.page.getByRole('region', { name: 'A backup is shown' });
  const more = async (item: string): Promise<void> => {
    const { page } = application;
    await page
      .getByRole('button', { name: /^More for the backup .* made on request/u })
      .first()
      .click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('are made on request, looked over, and say what they hold and lack', async () => {
    const { page } = application;
    await go('/backups');
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await page.getByText('A backup was made and found whole.').waitFor();
    await go('/last-plan');
    await page.locator('[role="grid"] [role="gridcell"][tabindex="0"]').focus();
    await page.keyboard.press('r');
    await expect.poll(ratingOf).toContain('Red');
    await go('/backups');
    await page.getByText(/^\d+ backups? looked over just now\.$/u).waitFor();
    const asked = page.getByRole('row', { name: /made on request/u });
    await asked.getByText('Verified: it is whole').waitFor();
    await asked.getByText(/^1 change since, the last one: “Rated V1 Red”/u).waitFor();
    await asked.getByText(/52 actions/u).waitFor();
  });

  it('one is looked at: it is read and exported, and nothing can be changed in it', async () => {
    const { page } = application;
    await page.getByRole('button', { name: /^Look at it: .* made on request/u }).click();
    await strip().getByText('Nothing can be changed in it').waitFor();
    expect(await violations()).toEqual([]);
    await go('/last-plan');
    await expect.poll(ratingOf).toContain('Green');
    await page.locator('[role="grid"] [role="gridcell"][tabindex="0"]').focus();
    await page.keyboard.press('a');
    await page.getByText('This is a backup: it can be looked at, but not changed.').first().waitFor();
    await page.locator('td[data-column="text"]').first().dblclick();
    expect(await page.getByRole('grid').getByRole('textbox').count()).toBe(0);
    expect(await ratingOf()).toContain('Green');
    await go('/question/governance-and-resourcing');
    const editor = page.getByRole('textbox', { name: /^Answer: / });
    expect(await editor.getAttribute('contenteditable')).toBe('false');
    await go('/institution');
    const field = page.locator('main input[type="text"]').first();
    expect(await field.getAttribute('readonly')).not.toBeNull();
    await go('/sign-off');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as a workbook' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);
    expect(await strip().isVisible()).toBe(true);
  });

  it('it is compared with the workspace as it is', async () => {
    const { page } = application;
    await strip().getByRole('button', { name: 'Compare with now' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^The backup of .* and now$/u }).waitFor();
    await page.getByRole('heading', { name: 'Ratings that moved' }).waitFor();
    expect(await strip().count()).toBe(0);
  });

  it('it is gone back to, and what was there before is one press away', async () => {
    const { page } = application;
    await go('/backups');
    await page.getByText(/looked over just now/u).waitFor();
    await more('Go back to it…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Not in it: 1 change since, the last one: “Rated V1 Red”/u).waitFor();
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Go back to it' }).click();
    await page.getByText(/What was there before is kept under Backups/u).waitFor();
    await go('/last-plan');
    await expect.poll(ratingOf).toContain('Green');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText(/What was there before is kept under Backups/u).waitFor();
    await go('/last-plan');
    await expect.poll(ratingOf).toContain('Red');
  });

  it('a copy of one is saved elsewhere', async () => {
    const { page } = application;
    await go('/backups');
    await page.getByText(/looked over just now/u).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), more('Save a copy of it elsewhere…')]);
    expect(download.suggestedFilename()).toMatch(/^Eastmere University \(sample\) \(backup, .*\)\.tcplan$/u);
  });

  it('are there for a workspace that is closed, and leaving one that is looked at leads to Start again', async () => {
    const { page } = application;
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('button', { name: /^Backups of Eastmere University/u }).click();
    await page.getByText(/looked over just now/u).waitFor();
    await page
      .getByRole('button', { name: /^Look at it: /u })
      .first()
      .click();
    await strip().getByRole('button', { name: 'Leave it, to Start' }).click();
    await page.getByRole('heading', { name: 'Go on' }).waitFor();
  });
});
