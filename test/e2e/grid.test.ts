import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { takesFocus } from './byKeyboard.ts';
import { type GridPage, gridPage } from './gridPage.ts';

/** The grid of both plans in the real browser: focus, keys, pointer, and what happens while somebody writes. */
describe('the grid', () => {
  let application: RunningApplication;
  let grid: GridPage;
  beforeAll(async () => {
    application = await startApplication({ sample: true });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    await grid.open('/last-plan');
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('is one tab stop, and every key that moves leads where the list of keys says', async () => {
    const { press, focused, page } = grid;
    expect(await page.locator('[role="grid"] [tabindex="0"]').count()).toBe(1);
    await grid.goTo('V2', 'lead');
    const walk: readonly (readonly [key: string, row: string, column: string])[] = [
      ['ArrowRight', 'V2', 'due'],
      ['ArrowDown', 'V3', 'due'],
      ['ArrowLeft', 'V3', 'lead'],
      ['ArrowUp', 'V2', 'lead'],
      ['Home', 'V2', 'ref'],
      ['End', 'V2', 'rag'],
      ['Control+Home', 'V1', 'ref'],
      ['Control+ArrowRight', 'V1', 'rag'],
      ['Control+ArrowLeft', 'V1', 'ref'],
    ];
    for (const [key, row, column] of walk) {
      await press(key);
      expect([key, ...(await focused())]).toEqual([key, row, column]);
    }
    await press('Control+End');
    const [last] = await focused();
    expect(last).toBe((await grid.column('ref')).at(-1));
    await press('PageUp');
    const [above] = await focused();
    expect(above).not.toBe(last);
    await press('PageDown');
    expect((await focused())[0]).toBe(last);
    await press('Control+ArrowUp', 'Control+Home');
    await press('ArrowUp');
    expect((await focused())[0]).toContain('Visibility');
    await press('ArrowDown');
    // The record beside the grid, which Tab leads to, follows the focus as soon as there is time.
    await page.getByRole('heading', { name: /^V1 · / }).waitFor();
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true);
    await press('Shift+Tab');
    expect(await focused()).toEqual(['V1', 'ref']);
  });

  it('shows the cell in focus whole, below the headings and beside the frozen columns', async () => {
    await grid.goTo('V1', 'ref');
    await grid.press('Control+End');
    const inside = () =>
      grid.page.evaluate(() => {
        const cell = document.activeElement?.getBoundingClientRect();
        const scroller = document.querySelector('[data-grid]')?.getBoundingClientRect();
        const head = document.querySelector('[role="grid"] thead')?.getBoundingClientRect();
        if (!cell || !scroller || !head) return 'nothing there';
        return cell.top >= head.bottom - 1 && cell.bottom <= scroller.bottom + 1 ? 'whole' : 'hidden';
      });
    expect(await inside()).toBe('whole');
    await grid.press('Control+Home');
    expect(await inside()).toBe('whole');
  });

  it('selects by Shift and keys, Shift and click, dragging, rows, columns and everything', async () => {
    const { press, selected, page } = grid;
    await grid.goTo('V1', 'ref');
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await selected()).toEqual(['V1 ref', 'V1 text', 'V2 ref', 'V2 text']);
    await press('Escape');
    expect(await selected()).toHaveLength(1);
    await grid.goTo('V1', 'text');
    await grid.cell('V2', 'due').click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(['V1 text', 'V1 lead', 'V1 due', 'V2 text', 'V2 lead', 'V2 due']);
    await grid.dismissNotices();
    const from = await grid.cell('V1', 'text').boundingBox();
    const to = await grid.cell('V3', 'lead').boundingBox();
    if (!from || !to) throw new Error('The cells are not there');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(selected).toEqual(['V1 text', 'V1 lead', 'V2 text', 'V2 lead', 'V3 text', 'V3 lead']);
    await press('Shift+Space');
    expect(await selected()).toHaveLength(3 * 6);
    await press('Escape', 'Control+Space');
    expect(await selected()).toHaveLength(34);
    await press('Control+a');
    expect(await selected()).toHaveLength(34 * 6);
    await press('Escape');
  });

  it('scrolls on while a drag holds at its edge', async () => {
    const { page } = grid;
    await grid.goTo('V1', 'text');
    await grid.press('Control+Home');
    await grid.dismissNotices();
    const from = await grid.cell('V1', 'text').boundingBox();
    const scroller = await page.locator('[data-grid]').boundingBox();
    if (!from || !scroller) throw new Error('The grid is not there');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, scroller.y + scroller.height - 8, { steps: 5 });
    await expect.poll(async () => (await grid.selected()).length).toBeGreaterThan(8);
    await page.mouse.up();
    await grid.press('Escape', 'Control+Home');
  });

  it('writes by typing over, Enter, F2 and a double click; Esc puts back; every way out keeps the text', async () => {
    const { press, page, focused } = grid;
    await grid.goTo('V1', 'lead');
    await press('F2');
    await page.keyboard.type(' and others');
    await press('Alt+Enter');
    await page.keyboard.type('in turn');
    await press('Tab');
    expect(await focused()).toEqual(['V1', 'due']);
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager and others\nin turn');
    await press('Control+z');
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager');
    await grid.cell('V1', 'lead').dblclick();
    await page.keyboard.type(' nobody');
    await press('Escape');
    expect(await focused()).toEqual(['V1', 'lead']);
    expect(await grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager');
    await press('Enter');
    await page.keyboard.type('!');
    await grid.cell('V3', 'lead').click();
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager!');
    expect(await focused()).toEqual(['V3', 'lead']);
    await press('Control+z');
    await expect.poll(() => grid.cell('V1', 'lead').innerText()).toBe('Technical Services Manager');
  });

  it('chooses from a list by letters and arrows', async () => {
    await grid.open('/new-plan');
    await grid.goTo('V1', 'themes');
    await grid.press('Enter');
    const list = grid.page.getByRole('listbox');
    await takesFocus(list);
    await grid.press('r', 'Space', 'Enter');
    await expect.poll(() => grid.cell('V1', 'themes').innerText()).toContain('Recognition');
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V1', 'themes').innerText()).not.toContain('Recognition');
    await grid.open('/last-plan');
  });

  it('opens the menu of a row by key and gives the focus back; a row is added, written and binned', async () => {
    const { press, page, focused } = grid;
    await grid.goTo('V2', 'lead');
    await press('Shift+F10');
    await grid.rowMenu();
    await press('Escape');
    await expect.poll(focused).toEqual(['V2', 'lead']);
    await press('Control+Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('A new one');
    await press('Enter');
    await grid.settled();
    await page.getByRole('gridcell', { name: 'A new one' }).click();
    await press('Control+Delete');
    await page.getByRole('gridcell', { name: 'A new one' }).waitFor({ state: 'detached' });
    // The focus goes on to the row in its place.
    await expect.poll(focused).toEqual(['V3', 'text']);
  });

  it('moves rows by key and by their handle, and says why not where they are sorted', async () => {
    const { press, page, focused } = grid;
    await grid.goTo('V1', 'ref');
    await press('Alt+ArrowDown');
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V2', 'V1', 'V3']);
    await expect.poll(focused).toEqual(['V1', 'ref']);
    await press('Alt+ArrowUp');
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    // Notices take from the height of the grid: a drag that ends near its foot scrolls on.
    await grid.dismissNotices();
    const dragToThird = async () => {
      const grip = await grid.cell('V1', 'ref').locator('[data-grip]').boundingBox();
      const third = await grid.cell('V3', 'ref').boundingBox();
      if (!grip || !third) throw new Error('No handle');
      await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
      await page.mouse.down();
      await page.mouse.move(third.x + 20, third.y + third.height * 0.75, { steps: 6 });
    };
    // A press on the handle without a drag moves nothing.
    const undo = await grid.lastStep();
    await grid
      .cell('V2', 'ref')
      .locator('[data-grip]')
      .click({ position: { x: 4, y: 21 } });
    // Esc lets go of it where it was.
    await dragToThird();
    await press('Escape');
    await page.mouse.up();
    expect(await page.locator('tr[data-drop]').count()).toBe(0);
    expect(await grid.lastStep()).toBe(undo);
    expect((await grid.column('ref')).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    await dragToThird();
    await page.mouse.up();
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V2', 'V3', 'V1']);
    await press('Control+z');
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    await page.locator('thead').getByRole('button', { name: 'Lead', exact: true }).click();
    await grid.goTo('V2', 'ref');
    await press('Alt+ArrowDown');
    await page.getByText('Rows can only be moved in their own order. Take the sorting off first.').first().waitFor();
    await page.locator('thead').getByRole('button', { name: 'Lead', exact: true }).click();
    await page.locator('thead').getByRole('button', { name: 'Lead', exact: true }).click();
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
  });
});
