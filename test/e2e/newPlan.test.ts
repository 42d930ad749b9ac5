import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { type ByKeyboard, byKeyboard } from './byKeyboard.ts';
import { goTo } from './goTo.ts';
import { type GridPage, gridPage } from './gridPage.ts';

/** The new plan with the keyboard alone: what is worth a look, coverage, timeline, owners, and a lead's contribution. */
describe('the new plan by keyboard alone', () => {
  let application: RunningApplication;
  let grid: GridPage;
  let keyboard: ByKeyboard;
  let folder: string;
  const button = (name: string | RegExp) => grid.page.getByRole('button', { name, exact: typeof name === 'string' });
  const inspector = () => grid.page.getByRole('complementary', { name: 'Inspector' });
  const notice = (text: string | RegExp) =>
    grid.page.getByRole('region', { name: 'Notices' }).getByText(text).first().waitFor();
  const toGrid = () => keyboard.tabTo(grid.page.locator('[role="grid"] [role="gridcell"][tabindex="0"]'));
  /** The cell of an action in a column, from wherever the focus is. */
  const goToCell = async (ref: string, column: string): Promise<void> => {
    await toGrid();
    await grid.press('Control+Home');
    for (let pressed = 0; pressed < 40 && (await grid.focused())[0] !== ref; pressed += 1)
      await grid.press('ArrowDown');
    for (let pressed = 0; pressed < 12 && (await grid.focused())[1] !== column; pressed += 1)
      await grid.press('ArrowRight');
    expect(await grid.focused()).toEqual([ref, column]);
  };
  /** The record of the action in focus, which follows the focus a moment later. */
  const toRecord = async (ref: string): Promise<void> => {
    await grid.press('Space');
    await expect
      .poll(() => grid.page.evaluate(() => document.activeElement?.textContent))
      .toMatch(new RegExp(`^${ref} · `, 'u'));
  };
  const chip = (name: RegExp): Locator => grid.page.getByRole('group', { name: 'Show' }).getByRole('button', { name });
  const chooseFromMore = async (item: string) => {
    await keyboard.press(button('More'));
    const menu = grid.page.getByRole('menu');
    await menu.waitFor();
    const here = () => grid.page.evaluate(() => document.activeElement?.textContent ?? '');
    // On the button itself an arrow would fold the menu away again.
    await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    for (let pressed = 0; pressed < 8 && (await here()) !== item; pressed += 1) await grid.press('ArrowDown');
    expect(await here()).toBe(item);
    await grid.press('Enter');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planner-contribution-'));
    application = await startApplication({ sample: true });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    keyboard = byKeyboard(application.page);
    await grid.open('/new-plan');
  });
  afterAll(async () => {
    await application.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(application.faults).toEqual([]));

  it('marks what is worth a look beside its cell; set aside with a reason it is listed in Readiness, and counts again', async () => {
    const mark = grid.cell('S4', 'due').getByText(/^To look at: /);
    expect(await mark.textContent()).toBe('To look at: No end');
    await keyboard.press(chip(/^To look at/));
    await expect.poll(() => grid.column('ref')).not.toContain('V1');
    expect(await grid.column('ref')).toContain('S4');
    await goToCell('S4', 'due');
    await toRecord('S4');
    const findings = inspector().locator('details').filter({ hasText: 'To look at' });
    const before = await findings.getByRole('button', { name: 'Set aside, because…' }).count();
    expect(before).toBeGreaterThan(0);
    const first = (await findings.locator('li strong').first().textContent()) ?? '';
    await keyboard.press(findings.getByRole('button', { name: 'Set aside, because…' }).first());
    await expect.poll(() => grid.page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    await grid.page.keyboard.type('The network meets without an end date');
    await grid.press('Enter');
    await findings.getByText(/Set aside: .*The network meets without an end date/).waitFor();
    await goTo(grid.page, '/readiness');
    await keyboard.tabTo(grid.page.locator('summary').filter({ hasText: /^Set aside: \d/ }));
    await grid.press('Enter');
    await grid.page.getByText('Because: The network meets without an end date').waitFor();
    await keyboard.press(button(/^Count again: /).first());
    await grid.page.getByText('Because: The network meets without an end date').waitFor({ state: 'detached' });
    expect(first).not.toBe('');
    await grid.open('/new-plan');
  });

  it('tells how it covers themes, owners, time and frameworks, and leads to the actions behind a number', async () => {
    await keyboard.tabTo(grid.page.locator('summary').filter({ hasText: 'Coverage: owners, time and frameworks' }));
    await grid.press('Enter');
    for (const term of ['Owners', 'Due'])
      await grid.page
        .locator('dt')
        .filter({ hasText: new RegExp(`^${term}$`) })
        .waitFor();
    await grid.page
      .getByText(/of \d+ items have an action/)
      .first()
      .waitFor();
    await keyboard.press(button(/^Recognition \d/));
    await expect.poll(() => grid.column('ref')).toEqual(['R1', 'R2', 'R3', 'R4', 'CD3']);
    await keyboard.press(button('Show all'));
    await expect.poll(async () => (await grid.column('ref')).length).toBeGreaterThan(16);
    await keyboard.press(button(/^Head of Technical Services \d/));
    await expect.poll(async () => [...new Set(await grid.column('lead'))]).toEqual(['Head of Technical Services']);
    await keyboard.press(button('Show all'));
    await keyboard.tabTo(grid.page.locator('summary').filter({ hasText: 'Coverage: owners, time and frameworks' }));
    await grid.press('Enter');
  });

  it('shows a timeline that is a table in words, whose links lead to each action, again and again', async () => {
    await keyboard.press(chip(/^Timeline/));
    const table = grid.page.getByRole('table', { name: 'The plan by quarter' });
    await table.waitFor();
    await expect.poll(() => table.getByRole('columnheader').count()).toBeGreaterThan(8);
    const row = table.getByRole('row').filter({ has: grid.page.getByRole('rowheader', { name: /^V1 / }) });
    await row.getByText(/, \d+ quarters?, led by Technician Commitment Lead/).waitFor();
    const link = table.getByRole('link', { name: 'V1', exact: true });
    await keyboard.tabTo(link);
    await grid.press('ArrowDown', 'ArrowDown');
    await expect.poll(() => grid.page.evaluate(() => document.activeElement?.textContent)).toBe('V3');
    await grid.press('ArrowUp', 'ArrowUp', 'Enter');
    await expect.poll(grid.focused).toEqual(['V1', 'text']);
    // The address is that of this action already; its link leads there all the same.
    await keyboard.press(chip(/^Timeline/));
    await keyboard.press(link);
    await expect.poll(grid.focused).toEqual(['V1', 'text']);
  });

  it('renames an owner in every plan that is open at once, and takes it back in one step', async () => {
    // Opens the last plan, which was signed, by an amendment.
    await grid.open('/last-plan');
    await grid.open('/new-plan');
    await chooseFromMore('Rename an owner everywhere…');
    const dialog = grid.page.getByRole('dialog', { name: 'Rename an owner everywhere' });
    const owner = dialog.getByLabel('Owner', { exact: true });
    await keyboard.tabTo(owner);
    await keyboard.choose(owner, 'Student Recruitment');
    await keyboard.tabTo(dialog.getByLabel('New name'));
    await grid.page.keyboard.type('Admissions');
    await grid.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await notice(/^Student Recruitment is Admissions in 2 actions\.$/);
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toBe('Admissions');
    await grid.open('/last-plan');
    await expect.poll(() => grid.cell('V7', 'lead').innerText()).toBe('Admissions');
    await grid.goTo('V1', 'rag');
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V7', 'lead').innerText()).toBe('Student Recruitment');
    await grid.open('/new-plan');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toBe('Student Recruitment');
  });

  it('renumbers itself, old and new side by side first', async () => {
    await goToCell('V1', 'ref');
    await grid.press('Alt+ArrowDown');
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V2', 'V1', 'V3']);
    await chooseFromMore('Renumber…');
    const dialog = grid.page.getByRole('dialog', { name: 'Renumber the plan' });
    await dialog.getByText('V2 → V1, V1 → V2').waitFor();
    await keyboard.press(dialog.getByRole('button', { name: 'Renumber 2 actions' }));
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await grid.column('ref')).slice(0, 3)).toEqual(['V1', 'V2', 'V3']);
    await notice('2 actions have a new reference.');
    await toGrid();
    await grid.press('Control+z', 'Control+z');
    await expect.poll(async () => (await grid.column('text'))[0]).toMatch(/^Hold the technicians/);
  });

  it('shows an action’s history across cycles, and links voice and evidence to it', async () => {
    await goToCell('V1', 'text');
    await toRecord('V1');
    const across = inspector().locator('details').filter({ hasText: 'Across cycles' });
    await across.getByText('Hold an annual technicians’ conference open to every faculty').waitFor();
    await across.getByText('Carried forward, extended').waitFor();
    await across.getByText(/Same purpose, shorter day/).waitFor();
    const evidence = inspector()
      .locator('details')
      .filter({ hasText: /^Evidence/ });
    const before = await evidence.getByRole('listitem').count();
    await keyboard.press(inspector().getByRole('button', { name: 'Link evidence…' }));
    const picker = grid.page.getByRole('dialog');
    await picker.waitFor();
    await keyboard.tabTo(picker.getByRole('checkbox', { checked: false }).first());
    await grid.press('Space', 'Escape');
    await picker.waitFor({ state: 'detached' });
    await expect.poll(() => evidence.getByRole('listitem').count()).toBe(before + 1);
    await toGrid();
    await expect.poll(grid.lastStep).toMatch(/link/i);
    await grid.press('Control+z');
    await expect.poll(() => evidence.getByRole('listitem').count()).toBe(before);
  });

  it('sends a lead their actions, and takes what they wrote back through the import', async () => {
    await chooseFromMore('Send actions to a lead…');
    const dialog = grid.page.getByRole('dialog');
    const lead = dialog.getByRole('combobox', { name: 'Lead' });
    await keyboard.tabTo(lead);
    await keyboard.choose(lead, 'Organisational Development');
    const [download] = await Promise.all([
      grid.page.waitForEvent('download'),
      keyboard.press(dialog.getByRole('button', { name: 'Make the copy' })),
    ]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await grid.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // The lead opens it and writes into the cells that are open for them.
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    const sheet = workbook.getWorksheet('Your actions');
    const headings = (sheet?.getRow(1).values ?? []) as readonly unknown[];
    const refs = (sheet?.getColumn(headings.indexOf('Ref')).values ?? []) as readonly unknown[];
    expect(refs).toContain('CD4');
    const due = sheet?.getCell(refs.indexOf('CD4'), headings.indexOf('Due'));
    if (!due) throw new Error('No cell for the due date');
    due.value = 'March 2029';
    await workbook.xlsx.writeFile(file);

    await chooseFromMore('Take a contribution back…');
    await grid.page.getByRole('heading', { level: 1, name: /Update the new plan/ }).waitFor();
    const [chooser] = await Promise.all([
      grid.page.waitForEvent('filechooser'),
      keyboard.press(button('Choose a file…')),
    ]);
    await chooser.setFiles(file);
    await grid.page.getByRole('heading', { name: '1 action read' }).waitFor();
    await keyboard.press(button('Bring in 1 action'));
    await grid.page.getByRole('heading', { name: /was brought in$/ }).waitFor();
    await grid.open('/new-plan');
    await expect.poll(() => grid.cell('CD4', 'due').innerText()).toContain('March 2029');
    expect((await grid.column('ref')).filter((ref) => ref === 'CD4')).toHaveLength(1);
  });
});
