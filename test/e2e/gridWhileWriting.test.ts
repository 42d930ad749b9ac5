import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { type GridPage, gridPage } from './gridPage.ts';
import { holdFile } from './holdFile.ts';

/** Somebody writes in a cell while the plan changes around it: another window, an undo, an import. */
describe('writing in the grid while the plan changes', () => {
  let application: RunningApplication;
  let grid: GridPage;
  const area = () => grid.page.getByRole('grid').getByRole('textbox');
  const caret = () =>
    grid.page.evaluate(() => {
      const here = document.activeElement;
      return here instanceof HTMLTextAreaElement ? [here.value, here.selectionStart] : null;
    });

  beforeAll(async () => {
    application = await startApplication({
      sample: true,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
  });
  beforeEach(() => grid.open('/new-plan'));
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  const planId = async (): Promise<string> => {
    const loaded = (await grid.call('workspace.load', {})) as {
      readonly rows: { readonly cycle: readonly { readonly newPlanId: string; readonly stage: number }[] };
    };
    const [newest] = loaded.rows.cycle.toSorted((one, other) => other.stage - one.stage);
    if (!newest) throw new Error('No cycle');
    return newest.newPlanId;
  };

  it('keeps text and caret while rows come, change and go above, and a sort would move the row', async () => {
    await grid.page.locator('thead').getByRole('button', { name: 'Action', exact: true }).click();
    await grid.goTo('V2', 'text');
    await grid.press('Enter', 'Control+Home');
    await grid.page.keyboard.type('Zebra: ');
    const before = await caret();
    const id = await grid.rowIdOf('V2');
    const other = await grid.rowIdOf('V1');
    await grid.call('action.edit', { id, fields: { lead: 'Somebody else', text: 'Another text from elsewhere' } });
    await grid.call('action.edit', { id: other, fields: { text: 'Aardvarks first' } });
    await grid.call('action.add', {
      planId: await planId(),
      fields: { ref: 'V0', text: 'Abacus', themes: ['visibility'] },
    });
    await grid.cell('V0', 'text').waitFor();
    await expect.poll(() => grid.cell('V2', 'lead').innerText()).toBe('Somebody else');
    expect(await caret()).toEqual(before);
    await grid.page.keyboard.type('striped ');
    await grid.press('Enter');
    await expect.poll(() => grid.cell('V2', 'text').innerText()).toMatch(/^Zebra: striped /);
    // The other's text was there for a moment and is one undo away; nobody's words are lost.
    await grid.press('Control+z');
    await expect.poll(() => grid.cell('V2', 'text').innerText()).toContain('Another text from elsewhere');
    for (let undone = 0; undone < 3; undone += 1) await grid.page.getByRole('button', { name: /^Undo:/ }).click();
    await grid.page.locator('thead').getByRole('button', { name: 'Action', exact: true }).click();
    await grid.page.locator('thead').getByRole('button', { name: 'Action', exact: true }).click();
  });

  it('keeps what was written where the row itself goes, and lets the keyboard go on', async () => {
    await grid.goTo('V2', 'text');
    const id = await grid.rowIdOf('V2');
    await grid.press('Enter', 'End');
    await grid.page.keyboard.type(' and more');
    await grid.call('action.bin', { ids: [id] });
    await area().waitFor({ state: 'detached' });
    await grid.page.getByText('V2, Action was saved, but is no longer in this list.').waitFor();
    // The focus has gone on to the row in its place, and its keys work.
    await expect.poll(grid.focused).toEqual(['V3', 'text']);
    await grid.press('ArrowUp');
    await expect.poll(grid.focused).toEqual(['V1', 'text']);
    await grid.call('action.unbin', { ids: [id] });
    await expect.poll(() => grid.cell('V2', 'text').innerText()).toContain(' and more');
  });

  it('lets the keyboard go on where a list was open in a row that goes', async () => {
    await grid.goTo('V2', 'themes');
    const id = await grid.rowIdOf('V2');
    await grid.press('Enter');
    await grid.page.getByRole('listbox').waitFor();
    await grid.call('action.bin', { ids: [id] });
    await expect.poll(grid.focused).toEqual(['V3', 'themes']);
    await grid.press('ArrowUp');
    await expect.poll(grid.focused).toEqual(['V1', 'themes']);
    await grid.call('action.unbin', { ids: [id] });
    await grid.cell('V2', 'text').waitFor();
  });

  it('offers what was written in a row that is deleted for good', async () => {
    const { ids } = (await grid.call('action.change', {
      planId: await planId(),
      kind: 'paste',
      changes: [],
      added: [{ fields: { ref: 'V9', text: 'Soon gone', themes: ['visibility'] } }],
    })) as { readonly ids: readonly string[] };
    expect(ids).toHaveLength(1);
    await grid.goTo('V9', 'text');
    await grid.press('Enter', 'End');
    await grid.page.keyboard.type(', but not forgotten');
    await grid.call('history.undo', {});
    await grid.page.getByText(/V9, Action was not saved/).waitFor();
    await grid.page.getByRole('button', { name: 'Copy what was written' }).click();
    await expect
      .poll(() => grid.page.evaluate(() => navigator.clipboard.readText()))
      .toBe('Soon gone, but not forgotten');
    await grid.press('Escape');
    await grid.goTo('V3', 'text');
    await grid.press('ArrowUp');
    expect(await grid.focused()).toEqual(['V2', 'text']);
  });

  it('keeps what is written in a cell and in a record when the page goes away a moment later', async () => {
    await grid.goTo('V3', 'lead');
    await grid.press('F2');
    await grid.page.keyboard.type(' and the last word');
    await grid.page.reload();
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toMatch(/ and the last word$/);
    await grid.goTo('V3', 'lead');
    const inspector = grid.page.getByRole('complementary', { name: 'Inspector' });
    // The record follows the cell in focus as soon as there is time.
    await inspector.getByRole('heading', { name: /^V3 · / }).waitFor();
    const measure = inspector.getByLabel('Success measure');
    await measure.click();
    await grid.press('Control+End');
    await grid.page.keyboard.type(', counted');
    await grid.page.reload();
    await expect.poll(() => grid.cell('V3', 'successMeasure').innerText()).toMatch(/, counted$/);
  });

  it('keeps text and caret while an import is applied to the plan', async () => {
    const { host } = application;
    await grid.open('/last-plan');
    const count = (await grid.column('ref')).length;
    await grid.goTo('V3', 'lead');
    await grid.press('F2');
    await grid.page.keyboard.type(' (Ada)');
    const before = await caret();
    const bytes = await readFile(join(import.meta.dirname, '../fixtures/plans/plain.xlsx'));
    const file = await holdFile(host, 'plain.xlsx', bytes);
    const loaded = (await grid.call('workspace.load', {})) as {
      readonly rows: { readonly cycle: readonly { readonly lastPlanId: string; readonly stage: number }[] };
    };
    const [cycle] = loaded.rows.cycle.toSorted((one, other) => other.stage - one.stage);
    const read = (await grid.call('import.preview', {
      file,
      planId: cycle?.lastPlanId,
      jobId: crypto.randomUUID(),
    })) as {
      readonly previewId: string;
      readonly preview: { readonly actions: readonly { readonly key: string }[] };
    };
    await grid.call('import.apply', {
      previewId: read.previewId,
      choices: read.preview.actions.map(({ key }) => ({ key, actionId: null })),
    });
    await expect.poll(async () => (await grid.column('ref')).length).toBeGreaterThan(count);
    expect(await caret()).toEqual(before);
    await grid.page.keyboard.type('!');
    await grid.press('Enter');
    await expect.poll(() => grid.cell('V3', 'lead').innerText()).toMatch(/ \(Ada\)!$/);
  });
});
