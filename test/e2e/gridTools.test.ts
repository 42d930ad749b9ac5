import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { type ByKeyboard, byKeyboard } from './byKeyboard.ts';
import { type GridPage, gridPage } from './gridPage.ts';

/** Search, groups, columns, views and changes in bulk, with the keyboard alone; then the same by pointer where it differs. */
describe('the tools above the grid', () => {
  let application: RunningApplication;
  let grid: GridPage;
  let keyboard: ByKeyboard;
  const button = (name: string | RegExp) => grid.page.getByRole('button', { name, exact: typeof name === 'string' });
  const refs = () => grid.column('ref');
  const headings = () =>
    grid.page.evaluate(() => [...document.querySelectorAll('[data-heading]')].map((each) => each.textContent ?? ''));
  const widthOf = (label: string) =>
    grid.page
      .getByRole('columnheader', { name: label })
      .evaluate((element) => Math.round(element.getBoundingClientRect().width));
  const toGrid = () => keyboard.tabTo(grid.page.locator('[role="grid"] [tabindex="0"]'));
  /** Opens what can be done with a column. */
  const openColumn = async (label: string) => {
    await keyboard.press(button('Columns'));
    await keyboard.press(grid.page.getByRole('button', { name: `${label}: sort, filter, width` }).last());
  };
  // The way out of a popover that only a screen reader meets stands beside its dialog, in no region of the page.
  const axe = () => accessibilityFaults(grid.page, { leftOut: ['region'] });

  beforeAll(async () => {
    application = await startApplication({ sample: true });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    keyboard = byKeyboard(application.page);
    await grid.open('/last-plan');
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('find rows by words, without their accents, and show all again', async () => {
    const all = await refs();
    await keyboard.tabTo(grid.page.getByRole('searchbox', { name: 'Search these actions' }));
    await grid.page.keyboard.type('Cónference');
    await expect.poll(async () => (await refs()).length).toBeLessThan(all.length);
    expect(await refs()).toContain('V2');
    await grid.page.getByText(/^\d+ of 34 actions shown\./).waitFor();
    await keyboard.press(button('Show all'));
    await expect.poll(refs).toEqual(all);
    // The button is gone with the focus that it had: Tab still goes on from there.
    await toGrid();
  });

  it('group by theme, framework item, lead, RAG and quarter, each with its subtotals', async () => {
    const list = grid.page.getByLabel('Group', { exact: true });
    const labels = await list.evaluate((element) =>
      [...(element as HTMLSelectElement).options].map(({ label }) => label),
    );
    expect(labels.slice(0, 4)).toEqual(['None', 'Theme', 'Lead', 'RAG']);
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels.slice(1)) {
      await keyboard.tabTo(list);
      await keyboard.choose(list, label);
      await expect.poll(async () => (await headings()).length).toBeGreaterThan(1);
      for (const heading of await headings()) expect(heading).toMatch(/\d+ actions?/);
    }
    await keyboard.tabTo(list);
    await keyboard.choose(list, 'None');
    await expect.poll(headings).toEqual([]);
    await keyboard.choose(list, 'Theme');
    await expect.poll(async () => (await headings())[0]).toContain('8 actions · 5 green, 2 amber, 1 red');
  });

  it('sort and filter by a column', async () => {
    const header = grid.page.getByRole('columnheader', { name: 'Lead' });
    await openColumn('Lead');
    expect(await axe()).toEqual([]);
    await keyboard.tabTo(grid.page.getByRole('radio', { name: 'Not by this column' }));
    await grid.press('ArrowUp');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await grid.press('ArrowUp');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    const leads = await grid.page.evaluate(() =>
      [...document.querySelectorAll('tr')]
        .filter((row) => row.querySelector('td[data-group="visibility"][data-column="lead"]'))
        .map((row) => row.querySelector('td[data-column="lead"]')?.textContent ?? ''),
    );
    expect(leads).toEqual(leads.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
    await grid.press('ArrowDown', 'ArrowDown');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe(null);
    await keyboard.press(button('None'));
    await expect.poll(async () => (await refs()).length).toBe(0);
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: /^Web Team/ }));
    await grid.press('Space');
    await expect.poll(async () => new Set(await grid.column('lead'))).toEqual(new Set(['Web Team']));
    await keyboard.press(button('All'));
    await expect.poll(async () => (await refs()).length).toBe(34);
    await grid.press('Escape');
    await expect.poll(() => grid.page.evaluate(() => document.activeElement?.textContent)).toContain('Columns');
  });

  it('widen, narrow, hide and show a column', async () => {
    const before = await widthOf('Lead');
    await openColumn('Lead');
    await keyboard.press(button('Wider'));
    await grid.press('Enter');
    await expect.poll(() => widthOf('Lead')).toBe(before + 48);
    await keyboard.press(button('Narrower'));
    await expect.poll(() => widthOf('Lead')).toBe(before + 24);
    await keyboard.press(button('Hide'));
    await expect.poll(() => grid.page.getByRole('columnheader', { name: 'Lead' }).count()).toBe(0);
    expect(await grid.page.getByRole('grid').getAttribute('aria-colcount')).toBe('5');
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Lead', exact: true }));
    await grid.press('Space');
    await grid.page.getByRole('columnheader', { name: 'Lead' }).waitFor();
    await grid.press('Escape');
  });

  it('freeze columns, which stay where the rest scrolls and never cover the cell in focus', async () => {
    await grid.page.setViewportSize({ width: 1024, height: 800 });
    await openColumn('Progress');
    await keyboard.tabTo(button('Wider'));
    for (let press = 0; press < 20; press += 1) await grid.press('Enter');
    await grid.press('Escape');
    await keyboard.press(button('View'));
    const list = grid.page.getByLabel('Columns that stay at the left');
    await keyboard.tabTo(list);
    await keyboard.choose(list, '2');
    expect(await axe()).toEqual([]);
    await grid.press('Escape');
    await toGrid();
    await grid.press('Control+Home', 'ArrowDown', 'End');
    const places = () =>
      grid.page.evaluate(() => {
        const here = document.activeElement?.getBoundingClientRect();
        const row = document.activeElement?.closest('tr');
        const frozen = row?.querySelector('td[data-column="text"]')?.getBoundingClientRect();
        const scroller = document.querySelector('[data-grid]');
        const box = scroller?.getBoundingClientRect();
        if (!here || !frozen || !box || !scroller) return null;
        return {
          scrolled: scroller.scrollLeft > 0,
          stays: frozen.left > box.left,
          seen: here.left >= frozen.right - 1 && here.right <= box.right + 1,
        };
      });
    await expect.poll(places).toEqual({ scrolled: true, stays: true, seen: true });
    for (let press = 0; press < 3; press += 1) {
      await grid.press('ArrowLeft');
      if (press < 2) await expect.poll(async () => (await places())?.stays).toBe(true);
    }
    await grid.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('show rows closer together and long texts on one line, and keep a view under a name', async () => {
    const height = () =>
      grid.page
        .locator('tr[data-index]')
        .nth(1)
        .evaluate((row) => Math.round(row.getBoundingClientRect().height));
    const before = await height();
    await keyboard.press(button('View'));
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Closer together' }));
    await grid.press('Space');
    await expect.poll(height).toBeLessThan(before);
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Show long texts whole' }));
    await grid.press('Space');
    await expect.poll(height).toBeLessThan(60);
    await keyboard.tabTo(grid.page.getByRole('textbox', { name: 'Name of this view' }));
    await grid.page.keyboard.type('At a glance');
    await grid.press('Enter');
    await button('At a glance').waitFor();
    await expect.poll(grid.lastStep).toBe('Undo: Saved the view “At a glance”');
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Show long texts whole' }));
    await grid.press('Space');
    await expect.poll(height).toBeGreaterThan(60);
    await keyboard.press(button('At a glance'));
    await expect.poll(height).toBeLessThan(60);
    await grid.press('Escape');
  });

  it('are as they were left, after the page is opened again', async () => {
    // What was changed a moment ago is kept as well.
    await grid.page.reload();
    await grid.page.getByRole('grid').locator('td[data-row]').first().waitFor();
    await expect.poll(() => grid.page.locator('[data-grid]').getAttribute('data-density')).toBe('compact');
    await keyboard.press(button('View'));
    await keyboard.press(button('Remove the view At a glance'));
    await button('At a glance').waitFor({ state: 'detached' });
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Closer together' }));
    await grid.press('Space');
    await keyboard.tabTo(grid.page.getByRole('checkbox', { name: 'Show long texts whole' }));
    await grid.press('Space', 'Escape');
  });

  it('change a field of several rows in one step, checked as if typed', async () => {
    await toGrid();
    await grid.press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowDown');
    const before = (await grid.column('lead')).slice(0, 3);
    await keyboard.press(button('Change 3'));
    const dialog = grid.page.getByRole('dialog', { name: 'Change 3 actions' });
    const field = dialog.getByLabel('Field');
    await keyboard.tabTo(field);
    await keyboard.choose(field, 'Themes');
    await keyboard.tabTo(dialog.getByLabel('What it is to say in each'));
    await grid.page.keyboard.type('Nowhere');
    await keyboard.press(dialog.getByRole('button', { name: 'Change 3 actions' }));
    await dialog
      .getByRole('alert')
      .getByText(/“Nowhere” is no theme/)
      .waitFor();
    expect(await axe()).toEqual([]);
    await keyboard.tabTo(field);
    await keyboard.choose(field, 'Lead');
    await keyboard.tabTo(dialog.getByLabel('What it is to say in each'));
    await grid.page.keyboard.type('Registrar');
    await keyboard.press(dialog.getByRole('button', { name: 'Change 3 actions' }));
    await grid.page.getByRole('region', { name: 'Notices' }).getByText('Changed 3 cells.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await grid.column('lead')).slice(0, 3)).toEqual(Array(3).fill('Registrar'));
    await expect.poll(() => grid.page.evaluate(() => document.activeElement?.textContent)).toBe('Change 3');
    await grid.press('Control+z');
    await expect.poll(async () => (await grid.column('lead')).slice(0, 3)).toEqual(before);
  });

  it('have their equals for the pointer in the headings: sort, filter, width', async () => {
    const heading = grid.page.getByRole('columnheader', { name: 'Action' });
    const before = await widthOf('Lead');
    const box = await grid.page.getByRole('columnheader', { name: 'Lead' }).boundingBox();
    if (!box) throw new Error('No heading');
    await grid.page.mouse.move(box.x + box.width - 1, box.y + box.height / 2);
    await grid.page.mouse.down();
    await grid.page.mouse.move(box.x + box.width + 39, box.y + box.height / 2, { steps: 4 });
    await grid.page.mouse.up();
    await expect.poll(() => widthOf('Lead')).toBe(before + 40);
    await heading.getByRole('button', { name: 'Action', exact: true }).click();
    await expect.poll(() => heading.getAttribute('aria-sort')).toBe('ascending');
    await grid.page
      .getByRole('columnheader', { name: 'RAG' })
      .getByRole('button', { name: /sort, filter, width/ })
      .click();
    const menu = grid.page.getByRole('dialog', { name: 'Column RAG' });
    await menu.getByRole('checkbox', { name: /^Green/ }).uncheck();
    await expect.poll(async () => (await grid.column('rag')).some((text) => text.startsWith('GGreen'))).toBe(false);
    await grid.press('Escape');
  });
});
