import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { type GridPage, gridPage } from './gridPage.ts';

const many = 10_000;
const leads = ['Estates', 'Library', 'People Team', 'Technical Services', 'Web Team'];
const themes = ['visibility', 'recognition', 'career-development', 'sustainability'];

/** A plan of ten thousand actions: only what is in view is drawn, and nothing that the keyboard does notices. */
describe('ten thousand actions', () => {
  let application: RunningApplication;
  let grid: GridPage;
  const rowCount = async () => Number(await grid.page.getByRole('grid').getAttribute('aria-rowcount'));
  const drawn = () => grid.page.locator('[role="grid"] tbody tr[data-index]').count();
  const focusedIndex = () =>
    grid.page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')));
  const isInView = () =>
    grid.page.evaluate(() => {
      const cell = document.activeElement?.getBoundingClientRect();
      const box = document.querySelector('[data-grid]')?.getBoundingClientRect();
      return cell !== undefined && box !== undefined && cell.top >= box.top && cell.bottom <= box.bottom + 1;
    });
  const search = () => grid.page.getByRole('searchbox', { name: 'Search these actions' });

  beforeAll(async () => {
    application = await startApplication({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    application.page.setDefaultTimeout(20_000);
    grid = gridPage(application);
    await grid.call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' });
    const loaded = (await grid.call('workspace.load', {})) as {
      readonly rows: { readonly cycle: readonly { readonly newPlanId: string }[] };
    };
    await grid.call('action.change', {
      planId: loaded.rows.cycle[0]?.newPlanId,
      kind: 'paste',
      changes: [],
      added: Array.from({ length: many }, (_, at) => ({
        fields: {
          ref: `A${at + 1}`,
          text: `Offer training number ${at + 1} to ${at % 3 === 0 ? 'every technician of the faculty, in two halves so that the benches are never left alone' : 'a team'}`,
          lead: leads[at % leads.length],
          themes: [themes[at % themes.length]],
          dueText: `${(at % 12) + 1}/${2027 + (at % 3)}`,
        },
      })),
    });
    await grid.page.reload();
    await grid.open('/new-plan');
    await grid.page.getByLabel('Group', { exact: true }).selectOption('');
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  it('are counted for those who do not see them, and only those in view are drawn', async () => {
    await expect.poll(rowCount).toBe(many + 1);
    expect(await drawn()).toBeLessThan(80);
    await grid.goTo('A1', 'text');
    await grid.press('Control+End');
    await expect.poll(grid.focused).toEqual([`A${many}`, 'successMeasure']);
    expect(await focusedIndex()).toBe(many + 1);
    await expect.poll(isInView).toBe(true);
    expect(await drawn()).toBeLessThan(80);
    await grid.press('PageUp');
    const above = await focusedIndex();
    expect(above).toBeLessThan(many);
    expect(above).toBeGreaterThan(many - 40);
    await grid.press('Control+Home', 'ArrowDown');
    await expect.poll(grid.focused).toEqual(['A2', 'ref']);
    await expect.poll(isInView).toBe(true);
  });

  it('keep the cell in focus wherever one scrolls, and lead back to it by a key', async () => {
    await grid.goTo('A2', 'lead');
    await grid.page.locator('[data-grid]').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
    await expect.poll(() => grid.column('ref')).toContain('A2');
    await expect.poll(async () => (await grid.column('ref')).some((ref) => Number(ref.slice(1)) > 2_000)).toBe(true);
    expect(await grid.focused()).toEqual(['A2', 'lead']);
    await grid.press('ArrowDown');
    await expect.poll(grid.focused).toEqual(['A3', 'lead']);
    await expect.poll(isInView).toBe(true);
  });

  it('keep what is written while somebody else writes elsewhere in them', async () => {
    await grid.press('Control+End', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(grid.focused).toEqual([`A${many}`, 'lead']);
    const id = await grid.rowIdOf(`A${many - 1}`);
    await grid.press('F2');
    await grid.page.keyboard.type(' and');
    await grid.call('action.edit', { id, fields: { lead: 'Registry' } });
    await expect.poll(() => grid.cell(`A${many - 1}`, 'lead').innerText()).toBe('Registry');
    await grid.page.keyboard.type(' all');
    await grid.press('Enter');
    await expect.poll(() => grid.cell(`A${many}`, 'lead').innerText()).toBe('Web Team and all');
    await grid.press('Control+z', 'Control+z');
    await expect.poll(() => grid.cell(`A${many - 1}`, 'lead').innerText()).toBe('Technical Services');
  });

  it('are filtered, sorted and grouped, with counts that are right', async () => {
    await search().fill('number 4711');
    await expect.poll(() => grid.column('ref')).toEqual(['A4711']);
    await grid.page.getByText('1 of 10000 actions shown.').waitFor();
    expect(await rowCount()).toBe(2);
    await search().fill('');
    await expect.poll(rowCount).toBe(many + 1);
    const action = grid.page.getByRole('columnheader', { name: 'Action' });
    await action.getByRole('button', { name: /sort, filter, width/ }).click();
    const menu = grid.page.getByRole('dialog', { name: 'Column Action' });
    await menu.getByText('60 of 10000 values are listed. Write some words to find another.').waitFor();
    await menu.getByRole('searchbox', { name: 'Find in Action' }).fill('number 815 to');
    await menu.getByRole('checkbox').check();
    await grid.press('Escape');
    await expect.poll(() => grid.column('ref')).toEqual(['A815']);
    await grid.page.getByRole('button', { name: 'Show all' }).click();
    const list = grid.page.getByLabel('Group', { exact: true });
    await list.selectOption('lead');
    await expect.poll(rowCount).toBe(many + leads.length + 1);
    await grid.page.locator('[data-heading]').first().getByText('2000 actions').waitFor();
    await list.selectOption('');
    await grid.page.locator('thead').getByRole('button', { name: 'Ref', exact: true }).click();
    await grid.page.locator('thead').getByRole('button', { name: 'Ref', exact: true }).click();
    await expect.poll(async () => (await grid.column('ref'))[0]).toBe(`A${many}`);
    await grid.page.locator('thead').getByRole('button', { name: 'Ref', exact: true }).click();
    await expect.poll(async () => (await grid.column('ref'))[0]).toBe('A1');
  });

  it('are copied whole, and changed in one step that one undo takes back', async () => {
    await grid.goTo('A1', 'lead');
    await grid.press('Control+Space', 'Control+c');
    const { text } = await grid.clipboard();
    expect(text.trimEnd().split('\n')).toHaveLength(many);
    await grid.goTo('A1', 'lead');
    await grid.press('Control+Space', 'Control+d');
    await expect.poll(() => grid.cell('A2', 'lead').innerText()).toBe('Estates');
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('A2', 'lead').innerText()).toBe('Library');
  });
});
