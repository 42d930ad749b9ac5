import type { Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contract, isChannelName } from '../../shared/contract/contract.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';

const isAll = process.env.FAULTS === 'all';
/** Those on which something is changed by a press, all of them with FAULTS=all; otherwise one of each make. */
const screensThatChange = [
  '/question/technical-staff-structures',
  '/last-plan',
  '/frameworks',
  '/copies',
  ...(isAll ? ['/institution', '/question-sets', '/new-plan', '/voice', '/evidence', '/official-form'] : []),
  ...(isAll ? ['/readiness', '/history'] : []),
];

/** Presses every button of the screen and its inspector that stays on it, and ticks every box; gives their names. */
async function pressAll(): Promise<readonly string[]> {
  const elsewhere =
    /^(\d+ |Leave|Open|Go|See|Export|Save|Look|Make|Compare|Choose|Name the|Show earlier|What changed)/u;
  const found = document.querySelectorAll<HTMLElement>('main button, aside button, main input, aside input');
  const pressed: string[] = [];
  const kinds = new Map<string, number>();
  for (const each of found) {
    const name = (each.getAttribute('aria-label') || each.textContent || each.getAttribute('name') || '').trim();
    // How a list is looked at is no change, and is kept while the rest of this file looks at it.
    if (each.closest('thead, [aria-hidden]') || each.hasAttribute('aria-pressed')) continue;
    const isText = each instanceof HTMLInputElement && each.type !== 'checkbox' && each.type !== 'radio';
    if (isText || elsewhere.test(name) || !each.isConnected || !each.checkVisibility()) continue;
    // A list has the same buttons for each of its lines: two of them say what all would do.
    const kind = `${each.tagName} ${name.split(/[\s:]/u).slice(0, 2).join(' ')}`;
    const times = kinds.get(kind) ?? 0;
    kinds.set(kind, times + 1);
    if (times >= 2) continue;
    pressed.push(name === '' ? each.tagName : name);
    // A disabled one takes no press, as with a hand.
    each.click();
    await new Promise(requestAnimationFrame);
  }
  return pressed;
}

describe('backups', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    application.page.setDefaultTimeout(20_000);
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  const go = (path: string): Promise<void> => goTo(application.page, path);
  const violations = () => accessibilityFaults(application.page, { leftOut: ['region'] });
  const ratingOf = (): Promise<string> => application.page.locator('td[data-column="rag"]').first().innerText();
  const strip = () => application.page.getByRole('region', { name: 'A backup is shown' });
  const more = async (item: string): Promise<void> => {
    const { page } = application;
    const button = page.getByRole('button', { name: /^More for the backup .* made on request/u }).first();
    await chooseFromMenu(button, item);
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
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
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

  it('offers nothing on any screen that would change it: whatever is pressed or ticked, no change is sent', async () => {
    const { page } = application;
    const sent: string[] = [];
    const onRequest = (request: Request): void => {
      const channel = /\/rpc\/(.*)$/u.exec(request.url())?.[1] ?? '';
      if (isChannelName(channel) && contract[channel].kind === 'command') sent.push(channel);
    };
    page.on('request', onRequest);
    // Wide enough for the inspector to stand beside the screen.
    await page.setViewportSize({ width: 1440, height: 800 });
    for (const path of screensThatChange) {
      await go(path);
      await page.locator(`nav a[href$="#${path}"][aria-current]`).first().waitFor({ state: 'attached' });
      // The record beside the grid follows the row in focus as soon as there is time.
      if (path === '/last-plan') await page.locator('aside input[name^="rating-"]').first().waitFor();
      const pressed = await page.evaluate(pressAll);
      expect(sent, `${path}: ${pressed.join(', ')}`).toEqual([]);
      if (path === '/last-plan') expect(pressed.some((name) => name.startsWith('rating-'))).toBe(true);
      await page.keyboard.press('Escape');
    }
    page.off('request', onRequest);
    await page.setViewportSize({ width: 1024, height: 800 });
    await go('/copies');
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    await page.getByText('in the workspace itself. This is a backup of it, which can only be looked at.').waitFor();
    expect(await violations()).toEqual([]);
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
    // A notice that is pointed at stays.
    const back = page.getByRole('button', { name: 'Take it back' });
    await back.hover();
    await go('/last-plan');
    await expect.poll(ratingOf).toContain('Green');
    await back.click();
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
