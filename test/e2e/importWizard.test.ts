import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, type StartApplicationOptions, startApplication } from './browser.ts';
import { goTo, settled } from './goTo.ts';

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/plans', name);
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(options: StartApplicationOptions = {}): Promise<RunningApplication> {
  const application = await startApplication(options);
  stops.push(application.stop);
  const { page } = application;
  if (!options.sample) {
    await page.getByLabel('Institution', { exact: true }).fill('Saltmarsh University');
    await page.getByLabel(/When the Commitment was signed/).fill('2020-09-14');
    await page.getByRole('button', { name: 'Make the workspace' }).click();
  }
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return application;
}

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles(file);
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-wizard-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const paste = (page: Page, data: Readonly<Record<string, string>>) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

const actionRow = (page: Page, name: string | RegExp) =>
  page.getByRole('table', { name: 'Actions as they would be brought in' }).getByRole('row', { name });

const messy = [
  'Plan of the faculty,,,,,',
  'No,What is to be done,Pillar,Who,Position,Remarks',
  '1,Publish a directory of technical staff,Seen,Ada,Blue,First edition',
  '2,Pay for professional registration,Valued,Ben,Done,',
  '3,Open a mentoring scheme,Growing,Cy,Blue,Twelve pairs',
].join('\n');

const letters = [
  'Ref\tAction\tHR\tEstates\tDue',
  '1\tPublish a directory of technical staff\tR\tC\tDec 2026',
  '1a\tCollect the names from every workshop\t\t\tMay 2026',
  '2\tFilm how the kiln is moved\tA\tR\tMar 2027',
].join('\n');

describe('the import wizard', () => {
  it('follows every correction at once, brings in what was ticked, and reads the next file likewise', async () => {
    const { page, faults } = await open();
    await goTo(page, '/import/last');
    await choose(page, await written('faculty.csv', `${messy}\nNotes,Lend tools between schools,,,,since May`));
    await page.getByRole('heading', { name: '3 actions read' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('faculty.csv');

    // The column, the words of the rating, the words for themes.
    await page.getByText('Columns: what each one holds').click();
    await page.getByLabel('Column E Position is read as').selectOption({ label: 'RAG' });
    // A word that a person must decide opens by itself.
    await page.getByLabel('Blue is read as').selectOption('amber');
    await actionRow(page, /Publish a directory/)
      .getByText('Amber')
      .waitFor();
    await actionRow(page, /Pay for professional/)
      .getByText('Green')
      .waitFor();
    await page.getByText('Themes: what each word means').click();
    await page.getByRole('group', { name: 'Seen is read as' }).getByLabel('Visibility').check();
    await actionRow(page, /Publish a directory/)
      .getByText('Visibility')
      .waitFor();
    await page.getByRole('group', { name: 'Seen is read as' }).getByLabel('Recognition').check();
    await actionRow(page, /Publish a directory/)
      .getByText('Visibility, Recognition')
      .waitFor();

    // The row of headings: with a wrong one nothing reads as a plan, and there is a way back.
    await page.getByLabel(/^Row of the headings/).fill('3');
    await page.getByRole('button', { name: 'Use this row' }).click();
    await page.getByRole('heading', { name: '0 actions read' }).waitFor();
    await page.getByLabel(/^Row of the headings/).fill('2');
    await page.getByRole('button', { name: 'Use this row' }).click();
    await page.getByRole('heading', { name: '3 actions read' }).waitFor();

    // A row that was left out is shown in full, taken for an action by the keyboard, and given back.
    await page.getByText('1 row not taken for actions').click();
    const row = page.getByRole('listitem').filter({ hasText: 'Notes · Lend tools between schools · since May' });
    await row.getByRole('button', { name: 'Read it as an action' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '4 actions read' }).waitFor();
    await actionRow(page, /Lend tools between schools/).waitFor();
    await row.getByText('Read as an action, as you chose.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Leave it out');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 actions read' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Read it as an action');

    // One cell is declined, one action left out.
    await page.getByRole('button', { name: /^How this was read: 1 Publish/ }).click();
    await page.getByLabel('Take over Lead').uncheck();
    await page.getByLabel('Bring in 3 Open a mentoring scheme').uncheck();
    await page.getByRole('button', { name: 'Bring in 2 actions' }).click();
    await page.getByRole('heading', { name: 'faculty.csv was brought in' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('faculty.csv was brought in');
    const counts = page.getByRole('region', { name: 'Report' }).locator('dd');
    await expect.poll(() => counts.allTextContents()).toEqual(['2', '0', '0', '1']);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the report…' }).click(),
    ]);
    const report = await readFile(await download.path(), 'utf8');
    expect(report).toContain('Publish a directory of technical staff');
    expect(report).toContain('Open a mentoring scheme');

    await page.getByRole('button', { name: 'Go to the plan' }).click();
    const inPlan = page.getByRole('row', { name: /Publish a directory/ });
    await inPlan.getByText('Amber').waitFor();
    expect(await inPlan.textContent()).not.toContain('Ada');

    // The next file with these headings is read as this one was corrected, until that is forgotten.
    await goTo(page, '/import/last');
    await choose(page, await written('next.csv', messy.replace('Twelve pairs', 'Thirty pairs')));
    await page.getByText(/^Read as you corrected a file with the same headings/).waitFor();
    await actionRow(page, /Open a mentoring/)
      .getByText('Amber')
      .waitFor();
    await page.getByRole('button', { name: 'Guess afresh' }).click();
    await page.getByText(/^Read afresh/).waitFor();
    await page.getByRole('button', { name: 'Read as corrected before' }).click();
    await page.getByText(/^Read as you corrected a file/).waitFor();
    await page.getByRole('button', { name: 'Forget this reading' }).click();
    await page.getByText(/^Read as you corrected a file/).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('ticks what is sure, proposes what is likely with its words marked, and lets another action be chosen', async () => {
    const { page } = await open();
    await goTo(page, '/import/last');
    await choose(page, fixture('plain.xlsx'));
    await page.getByRole('button', { name: 'Bring in 16 actions' }).click();
    await page.getByRole('button', { name: 'Bring in another file' }).click();
    await choose(page, fixture('next-year.xlsx'));
    await page.getByRole('heading', { name: '16 actions read' }).waitFor();

    await page.getByRole('button', { name: /^Likely: extended/ }).click();
    const likely = page.getByRole('table', { name: 'Actions as they would be brought in' }).locator('tr[data-key]');
    await expect.poll(() => likely.locator('input:checked').count()).toBe(0);
    expect(await likely.locator('ins').first().textContent()).not.toBe('');
    await page.getByRole('button', { name: /^New/ }).click();
    await expect
      .poll(async () => [await likely.count(), await likely.locator('input:checked').count()])
      .toSatisfy(([all, ticked]: readonly number[]) => all !== undefined && all > 0 && all === ticked);
    await page.getByRole('heading', { name: 'In the plan but not in the file' }).waitFor();

    // A new one is said to be an action of the plan that another row changes as well: that cannot be brought in.
    const button = page.getByRole('button', { name: /^Bring in \d+ actions$/ });
    await likely
      .getByRole('button', { name: /^How this was read: / })
      .first()
      .click();
    const target = page.getByLabel('What this row does');
    const same = await target.locator('option').nth(1).getAttribute('value');
    await target.selectOption(same);
    await page.getByText('Another row changes the same action').first().waitFor();
    await expect.poll(() => button.isDisabled()).toBe(true);
    await target.selectOption({ label: 'Comes in as a new action' });
    await expect.poll(() => button.isDisabled()).toBe(false);
  });

  it('asks before it leaves what was edited since, and takes the rest of the import back', async () => {
    const { page } = await open();
    await goTo(page, '/import/last');
    await choose(page, await written('faculty.csv', messy));
    await page.getByRole('button', { name: 'Bring in 3 actions' }).click();
    await page.getByRole('button', { name: 'Go to the plan' }).click();
    const lead = page.getByRole('row', { name: /Publish a directory/ }).getByRole('gridcell', { name: 'Ada' });
    await lead.click();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' Lovelace');
    await page.keyboard.press('Enter');
    await page.getByText('Ada Lovelace').first().waitFor();
    await settled(page);

    await goTo(page, '/import/last');
    await page.getByRole('button', { name: 'Undo this import' }).click();
    const dialog = page.getByRole('dialog', { name: 'Some of this was edited since' });
    await dialog
      .getByText(/Publish a directory|1\b/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Undo the rest' }).click();
    await page.getByText(/· undone /).waitFor();
    await goTo(page, '/last-plan');
    await page.getByRole('heading', { name: 'The last plan is not here yet' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Ada Lovelace').first().waitFor();
  });

  it('takes a table from the clipboard, and says when there is none', async () => {
    const { page } = await open();
    await goTo(page, '/import/last');
    await page.getByText(/paste a table with Ctrl\+V/).waitFor();
    await paste(page, { 'text/plain': 'Visibility' });
    await page.getByText(/^The clipboard holds no table/).waitFor();
    const cell = (text: string, shade = '') => `<td${shade ? ` style="background:${shade}"` : ''}>${text}</td>`;
    const html = `<html><body><!--StartFragment--><table><tr>${['Ref', 'Action', 'RAG'].map((each) => cell(each)).join('')}</tr><tr>${cell('V1')}${cell('Publish a directory of technical staff')}${cell('', '#00B050')}</tr></table><!--EndFragment--></body></html>`;
    await paste(page, { 'text/html': html, 'text/plain': 'Ref\tAction\tRAG' });
    await page.getByRole('heading', { name: '1 action read' }).waitFor();
    await actionRow(page, /Publish a directory/)
      .getByText('Green')
      .waitFor();
    await page.getByRole('heading', { name: 'Pasted table.html' }).waitFor();
  });

  it('shows who leads by letters under departments, and asks whether rows below an action are its milestones', async () => {
    const { page } = await open({ context: { colorScheme: 'dark', viewport: { width: 1024, height: 800 } } });
    await goTo(page, '/import/last');
    await page.getByText(/paste a table with Ctrl\+V/).waitFor();
    await paste(page, { 'text/plain': letters });
    await page.getByRole('heading', { name: '2 actions read' }).waitFor();
    await actionRow(page, /Milestone 1a: Collect the names/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: /^Actions of their own/ }).check();
    await page.getByRole('heading', { name: '3 actions read' }).waitFor();
    const filmed = actionRow(page, /Film how the kiln is moved/);
    await filmed.getByText('Estates').waitFor();
    await page.getByLabel('Column D Estates is read as').selectOption({ label: 'Kept as a note' });
    await filmed.getByText('HR').waitFor();
  });

  it('offers the other cycle of a file to the new plan', async () => {
    const { page } = await open();
    await goTo(page, '/import/last');
    await choose(page, fixture('two-cycles-side-by-side.xlsx'));
    await page.getByRole('button', { name: 'Bring in 16 actions' }).click();
    await page.getByRole('button', { name: 'Look at it for the new plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Update the new plan from a file' }).waitFor();
    await page.getByRole('button', { name: 'Bring in 16 actions' }).click();
    await page.getByRole('heading', { name: 'two-cycles-side-by-side.xlsx was brought in' }).waitFor();
  });

  it('says what is wrong with a file that cannot be read, and goes on with the next', async () => {
    const { page } = await open();
    await goTo(page, '/import/last');
    await choose(page, await written('plan.xlsx', ''));
    await page.getByRole('alert').getByText('plan.xlsx').waitFor();
    await choose(page, await written('broken.xlsx', 'PK\u0003\u0004 and nothing more'));
    await page.getByRole('alert').getByText('broken.xlsx').waitFor();
    await choose(page, fixture('plain.xlsx'));
    await page.getByRole('heading', { name: '16 actions read' }).waitFor();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
  });

  it('compares again where the plan was changed while the preview stood, and brings nothing in unseen', async () => {
    const { page, host } = await open();
    await goTo(page, '/import/last');
    await choose(page, fixture('plain.xlsx'));
    await page.getByRole('button', { name: 'Bring in 16 actions' }).click();
    await page.getByRole('button', { name: 'Bring in another file' }).click();
    await choose(page, fixture('next-year.xlsx'));
    await page.getByRole('heading', { name: '16 actions read' }).waitFor();
    // As another window would: every action gets another lead.
    const call = async (channel: string, input: unknown) => {
      const answer = await fetch(`${host.origin}/rpc/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, origin: host.origin },
        body: JSON.stringify({ input }),
      });
      return answer.json();
    };
    const loaded = await call('workspace.load', {});
    for (const { id } of loaded.value.rows.action) await call('action.edit', { id, fields: { lead: 'Somebody else' } });
    await page.getByRole('button', { name: /^Bring in \d+ actions$/ }).click();
    await page.getByText(/compared with the plan again/).waitFor();
    await page.getByRole('button', { name: /^Bring in \d+ actions$/ }).click();
    await page.getByRole('heading', { name: 'next-year.xlsx was brought in' }).waitFor();
  });

  it('stays usable with 5,000 actions', async () => {
    const { page } = await open();
    const rows = Array.from(
      { length: 5_000 },
      (_, at) => `${at + 1},Offer course number ${at + 1} to technicians,Green`,
    );
    await goTo(page, '/import/last');
    await choose(page, await written('long.csv', ['Ref,Action,RAG', ...rows].join('\n')));
    await page.getByRole('heading', { name: '5000 actions read' }).waitFor();
    await page.getByLabel('Bring in 7 Offer course number 7 to technicians').uncheck();
    await page.getByRole('button', { name: 'Bring in 4999 actions' }).waitFor();
    await page.getByRole('button', { name: 'Show 200 more' }).click();
    await page.getByLabel('Bring in 400 Offer course number 400 to technicians').waitFor();
  });
});

it.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('choosing, reviewing and the report are accessible in %s', async (_name, context) => {
  const { page } = await open({
    sample: true,
    context: { ...context, reducedMotion: 'reduce', viewport: { width: 1024, height: 800 } },
  });
  const audit = async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    const wide = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main !== null && main.scrollWidth > main.clientWidth;
    });
    expect(wide).toBe(false);
  };
  // The last plan of the sample was signed, so that a file brings no other words to it.
  await goTo(page, '/import/next');
  await page.getByText(/paste a table/).waitFor();
  await audit();
  await choose(page, fixture('fill-only.xlsx'));
  await page.getByRole('heading', { name: '16 actions read' }).waitFor();
  for (const summary of await page.locator('summary').all()) {
    if (!(await summary.evaluate((each) => each.parentElement?.hasAttribute('open')))) await summary.click();
  }
  await page
    .getByRole('button', { name: /^How this was read: / })
    .nth(1)
    .click();
  await audit();
  await page.getByRole('button', { name: /^Bring in \d+ actions$/ }).click();
  await page.getByRole('heading', { name: 'fill-only.xlsx was brought in' }).waitFor();
  await audit();
});
