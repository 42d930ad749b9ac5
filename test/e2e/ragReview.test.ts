import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard, takesFocus } from './byKeyboard.ts';

/** The review of the last plan, with the keyboard alone: nothing below touches the mouse. */
describe('the RAG review by keyboard alone', () => {
  let application: RunningApplication;
  let page: Page;
  const cell = (name: string): Locator => page.getByRole('gridcell', { name, exact: true });
  const rowOf = (ref: string): Locator => page.getByRole('row').filter({ has: cell(ref) });
  const inspector = (): Locator => page.getByRole('complementary', { name: 'Inspector' });
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  /** What the last step is called, which one Ctrl+Z takes back. */
  const lastStep = (): Promise<string | null> =>
    page.getByRole('button', { name: /^Undo:/ }).getAttribute('aria-label');

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const tabTo = (target: Locator): Promise<void> => byKeyboard(page).tabTo(target);
  const choose = (list: Locator, label: string): Promise<void> => byKeyboard(page).choose(list, label);
  const inGrid = () =>
    expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  /** The cell of an action in a column, from wherever the focus is in the grid. */
  const goToAction = async (ref: string): Promise<void> => {
    await tabTo(page.locator('[role="grid"] [role="gridcell"][tabindex="0"]'));
    await press('Control+Home');
    const here = () => page.evaluate(() => document.activeElement?.textContent?.replace('⠿', '').trim());
    for (let pressed = 0; pressed < 60 && (await here()) !== ref; pressed += 1) await press('ArrowDown');
    expect(await here()).toBe(ref);
  };
  const inRecord = () => expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('plan-record');
  const toRecord = async (): Promise<void> => {
    await press('Space');
    await inRecord();
  };
  /** Nothing of an action is decided; the record follows the focus a moment later. */
  const isUndecided = async (ref: string): Promise<void> => {
    await goToAction(ref);
    await inspector()
      .getByRole('heading', { level: 2, name: new RegExp(`^${ref} · `, 'u') })
      .waitFor();
    await inspector().getByText('Not decided yet.').waitFor();
  };
  const button = (name: string | RegExp): Locator =>
    inspector().getByRole('button', { name, exact: typeof name === 'string' });
  const decideAlone = async (ref: string, choice: string): Promise<void> => {
    await goToAction(ref);
    await toRecord();
    await tabTo(button('Decide…'));
    await press('Enter');
    await choose(inspector().getByRole('combobox', { name: 'What becomes of it' }), choice);
  };
  const undo = async (): Promise<void> => {
    // The answer to what was decided may come after the news of it, and then leads the focus on from the form.
    await inspector()
      .getByRole('form', { name: /^(What becomes of it|A rating for all of them)$/u })
      .waitFor({ state: 'detached' });
    await press('Escape');
    await goToAction('V1');
    await press('Control+z');
  };

  beforeAll(async () => {
    application = await startApplication({ sample: true });
    page = application.page;
    page.setDefaultTimeout(10_000);
    await page.evaluate(() => {
      window.location.hash = '/last-plan';
    });
    await cell('V2').waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('a key rates the action in focus, its reason is written in place, and each is taken back alone', async () => {
    await goToAction('V2');
    await press('End', 'r');
    await rowOf('V2').getByText('Reason needed').waitFor();
    await page.getByRole('button', { name: '3 reds still need a reason' }).waitFor();
    await press('End', 'ArrowLeft');
    await page.keyboard.type('No hall before May');
    await press('Enter');
    await rowOf('V2').getByText('No hall before May').waitFor();
    await press('Control+z');
    await rowOf('V2').getByText('Reason needed').waitFor();
    await press('Control+z');
    await rowOf('V2')
      .getByText(/Amber$/)
      .waitFor();
  });

  it('a key rates every selected action in one step', async () => {
    await goToAction('V3');
    await press('End', 'Shift+ArrowDown', 'Shift+ArrowDown', 'n');
    await page.getByRole('button', { name: '8 of 34 not yet rated' }).waitFor();
    await expect.poll(lastStep).toBe('Undo: Set 3 actions to Not yet rated');
    await press('Control+z');
    await page.getByRole('button', { name: '5 of 34 not yet rated' }).waitFor();
  });

  it('several are rated from the record with progress and reason, and none loses what was left empty', async () => {
    await goToAction('R1');
    await press('Shift+ArrowDown');
    await toRecord();
    expect(await focused()).toBe('2 actions selected');
    await tabTo(button('Rate all…'));
    await press('Enter');
    const form = inspector().getByRole('form', { name: 'A rating for all of them' });
    await tabTo(form.getByRole('radio', { name: 'Green' }));
    await press('Space', 'ArrowRight', 'ArrowRight');
    await tabTo(form.getByRole('textbox', { name: 'Reason for red' }));
    await page.keyboard.type('The registry stopped its grants');
    await press('Tab', 'Enter');
    await expect.poll(() => rowOf('R1').innerText()).toContain('The registry stopped its grants');
    await expect.poll(() => rowOf('R2').innerText()).toContain('The registry stopped its grants');
    await expect.poll(() => rowOf('R1').innerText()).toMatch(/31 registrants/);
    await undo();
    await expect.poll(() => rowOf('R1').innerText()).not.toContain('The registry stopped its grants');
    await expect.poll(() => rowOf('R2').innerText()).toMatch(/Not yet rated/);
  });

  it('carried forward as it is, an action and its successor lead to each other', async () => {
    await decideAlone('R2', 'Carry forward as it is');
    await tabTo(button('Decide'));
    await press('Enter');
    const told = inspector().getByText(/continues as/);
    await told.waitFor();
    expect(await told.textContent()).toMatch(/^Carried forward as it is: continues as R2 in the new plan$/);
    await tabTo(inspector().getByRole('link', { name: 'R2' }).first());
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /2026–2029 plan/ }).waitFor();
    const origin = inspector().getByText(/^From R2 of the last plan$/);
    await origin.waitFor();
    await inspector().getByText('Not yet rated').first().waitFor();
    await tabTo(origin.getByRole('link'));
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: /How did the/ }).waitFor();
    await undo();
    await expect.poll(lastStep).not.toBe('Undo: Carried forward R2');
    await isUndecided('R2');
  });

  it('reworded, it goes on in its new words', async () => {
    await decideAlone('R2', 'Carry forward, reworded');
    await tabTo(inspector().getByRole('textbox', { name: 'The new action' }));
    await press('Control+a');
    await page.keyboard.type('Agree who is named on papers');
    await tabTo(button('Decide'));
    await press('Enter');
    await inspector()
      .getByText(/^Carried forward, reworded: continues as R2/)
      .waitFor();
    await inspector().getByText('Agree who is named on papers').first().waitFor();
    await undo();
    await isUndecided('R2');
  });

  it('narrowed and extended, it goes on in other words, and its history across cycles says how from both ends', async () => {
    for (const [choice, told, words] of [
      ['Carry forward, narrowed', 'Carried forward, narrowed', 'Name technical contributors in one faculty'],
      ['Carry forward, extended', 'Carried forward, extended', 'Name technical contributors, and thank them'],
    ] as const) {
      await decideAlone('R2', choice);
      await tabTo(inspector().getByRole('textbox', { name: 'The new action' }));
      await press('Control+a');
      await page.keyboard.type(words);
      await tabTo(inspector().getByRole('textbox', { name: 'Note, if there is one to give' }));
      await page.keyboard.type('As the committee advised');
      await tabTo(button('Decide'));
      await press('Enter');
      const across = inspector().locator('details').filter({ hasText: 'Across cycles' });
      await across.getByText('Goes on').waitFor();
      await across.getByText(words).waitFor();
      await across.getByText('As the committee advised').waitFor();
      await tabTo(across.getByRole('link', { name: 'R2' }));
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: /2026–2029 plan/ }).waitFor();
      await across.getByText('Came from').waitFor();
      await across.getByText(told).waitFor();
      await across.getByText(/^Adopt an authorship/).waitFor();
      await tabTo(across.getByRole('link', { name: 'R2' }));
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: /How did the/ }).waitFor();
      await undo();
      await isUndecided('R2');
    }
  });

  it('done, business as usual and superseded end it, the last with what superseded it', async () => {
    for (const [choice, told, reason] of [
      ['Done', 'Done', ''],
      ['Now business as usual', 'Business as usual', ''],
      ['Superseded', 'Superseded', 'The national scheme covers it'],
    ] as const) {
      await decideAlone('R2', choice);
      if (reason !== '') {
        await tabTo(button('Decide'));
        await press('Enter');
        await inspector().getByRole('alert').waitFor();
        await tabTo(inspector().getByRole('textbox', { name: 'What superseded it' }));
        await page.keyboard.type(reason);
      }
      await tabTo(button('Decide'));
      await press('Enter');
      await inspector().locator('strong').getByText(told, { exact: true }).waitFor();
      if (reason !== '') await inspector().getByText(reason).first().waitFor();
      await undo();
      await isUndecided('R2');
    }
  });

  it('selected actions end, or go on each by itself, in one step', async () => {
    for (const [choice, submit, step] of [
      ['Done', 'Decide for 2', 'done'],
      ['Now business as usual', 'Decide for 2', 'business as usual'],
      ['Carry each forward as it is', 'Carry 2 forward', 'forward'],
    ] as const) {
      await goToAction('R2');
      await press('Shift+ArrowDown');
      await toRecord();
      await tabTo(button('What happens next…'));
      await press('Enter');
      const dialog = page.getByRole('dialog', { name: 'What becomes of 2 actions' });
      await choose(dialog.getByRole('combobox'), choice);
      await tabTo(dialog.getByRole('button', { name: submit }));
      await press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(lastStep).toContain(step);
      await press('Control+z');
      await expect.poll(lastStep).not.toContain(step);
    }
  });

  it('filters have counts, and the RAG by theme leads to the actions of one theme', async () => {
    const rows = (): Promise<number> => page.locator('[role="grid"] td[data-column="ref"]').count();
    await tabTo(page.getByRole('button', { name: /^Red\s*4/ }));
    await press('Enter');
    await expect.poll(rows).toBe(4);
    await tabTo(page.getByRole('button', { name: /^All\s*34/ }));
    await press('Enter');
    await expect.poll(rows).toBe(34);
    await tabTo(page.getByRole('button', { name: 'RAG by theme' }));
    await press('Enter');
    await tabTo(page.getByRole('button', { name: /^Recognition/ }).first());
    await press('Enter');
    await expect.poll(rows).toBe(9);
    await tabTo(page.getByRole('button', { name: 'Show every theme' }));
    await press('Enter');
    await expect.poll(rows).toBe(34);
    await tabTo(page.getByRole('button', { name: 'RAG by theme' }));
    await press('Enter');
  });

  it('split, each part goes on by itself', async () => {
    await decideAlone('R2', 'Split into several actions');
    await tabTo(inspector().getByRole('textbox', { name: 'Action 2' }));
    await page.keyboard.type('Publish the policy');
    await tabTo(button('Split into 2'));
    await press('Enter');
    await expect
      .poll(() =>
        inspector()
          .getByText(/^Split into several: continues as R2/)
          .count(),
      )
      .toBe(2);
    await undo();
    await isUndecided('R2');
  });

  it('selected actions are merged into one whose words are proposed from theirs', async () => {
    await goToAction('R1');
    await press('Shift+ArrowDown');
    await toRecord();
    await tabTo(button('What happens next…'));
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What becomes of 2 actions' });
    await choose(dialog.getByRole('combobox'), 'Merge them into one action');
    const words = dialog.getByRole('textbox', { name: /The new action/ });
    await tabTo(words);
    expect(await words.inputValue()).toMatch(/^Pay the first-year fee .*; adopt an authorship/);
    await tabTo(dialog.getByRole('button', { name: 'Merge 2 into one' }));
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    // The focus is back in the grid, so the work goes on.
    await inGrid();
    await expect.poll(lastStep).toBe('Undo: Merged 2 actions');
    await press('Control+z');
    await expect.poll(lastStep).not.toBe('Undo: Merged 2 actions');
  });

  it('selected actions are dropped with one reason, which is asked for', async () => {
    await goToAction('R2');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await toRecord();
    await tabTo(button('What happens next…'));
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What becomes of 3 actions' });
    await choose(dialog.getByRole('combobox'), 'Dropped');
    await tabTo(dialog.getByRole('button', { name: 'Decide for 3' }));
    await press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/Say why/)
      .waitFor();
    await tabTo(dialog.getByRole('textbox', { name: 'Why it is dropped' }));
    await page.keyboard.type('The faculty is closing');
    await tabTo(dialog.getByRole('button', { name: 'Decide for 3' }));
    await press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(lastStep).toBe('Undo: Marked 3 actions as dropped');
    await goToAction('R2');
    await inspector().getByText('The faculty is closing').first().waitFor();
    await undo();
    await isUndecided('R2');
  });

  it('what happens next is chosen in its column, once that is shown', async () => {
    await tabTo(page.getByRole('button', { name: 'Columns' }));
    await press('Enter');
    await tabTo(page.getByRole('checkbox', { name: 'What next' }));
    await press('Space', 'Escape');
    await page.getByRole('columnheader', { name: 'What next' }).waitFor();
    await goToAction('R2');
    await press('End');
    await expect.poll(focused).toBe('Undecided');
    await press('Enter', 'b', 'Enter');
    await expect.poll(() => rowOf('R2').innerText()).toContain('Business as usual');
    await press('Control+z');
    await expect.poll(() => rowOf('R2').innerText()).toContain('Undecided');
  });

  it('axe finds nothing in the record of several actions and in the dialog that decides for them', async () => {
    const found = () => accessibilityFaults(page);
    await goToAction('R1');
    await press('Shift+ArrowDown');
    await toRecord();
    await tabTo(button('Rate all…'));
    await press('Enter');
    const form = inspector().getByRole('form', { name: 'A rating for all of them' });
    await takesFocus(form.getByRole('radio').first());
    expect(await found()).toEqual([]);
    await press('Escape');
    await inRecord();
    await tabTo(button('What happens next…'));
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: 'What becomes of 2 actions' });
    await choose(dialog.getByRole('combobox'), 'Merge them into one action');
    expect(await found()).toEqual([]);
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('what is left is led to, and nothing was left behind by the steps that were taken back', async () => {
    await tabTo(page.getByRole('button', { name: '2 reds still need a reason' }));
    await press('Enter');
    await expect.poll(focused).toContain('Reason needed');
    await page.getByRole('button', { name: '4 undecided on what happens next' }).waitFor();
  });
});
