import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { goTo } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';

describe('the pages before they are exported', () => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  const main = () => application.page.locator('main');
  const go = (path: string): Promise<void> => goTo(application.page, path);
  const count = async (): Promise<number> => {
    const said = await main()
      .getByText(/^About \d+ pages?, [\d,]+ words?/u)
      .innerText();
    return Number(/^About (\d+)/u.exec(said)?.[1]);
  };
  const choose = (part: string) => main().getByText(part, { exact: true }).click();
  const pages = () => main().getByRole('region', { name: /^Page \d+ of about \d+$/u });

  it('are told with their number and their words, and all of them can be read', async () => {
    await go('/sign-off');
    await choose('Appendix: technician voice');
    await main().getByRole('button', { name: 'Look at the pages' }).click();
    await main().getByRole('heading', { level: 1, name: 'The pages' }).waitFor();
    const total = await count();
    expect(total).toBeGreaterThan(15);
    await expect.poll(() => pages().count()).toBe(total);
    await expect
      .poll(() => main().getByRole('heading', { level: 2, name: 'Appendix A: RAG review of the last plan' }).count())
      .toBe(1);
    // What was chosen before came along.
    await main().getByText('What it holds').click();
    await expect
      .poll(() => main().getByRole('checkbox', { name: 'Appendix: technician voice' }).isChecked())
      .toBe(false);
    expect(
      await main()
        .getByRole('heading', { name: /Technician voice \(you said/u })
        .count(),
    ).toBe(0);
  });

  it('have nothing beyond their foot, and the heading of a table on each page of it', async () => {
    const { page } = application;
    const faults = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-page]')].flatMap((each) => {
        const body = each.querySelector<HTMLElement>('[class*="body"]');
        const paper = body?.parentElement;
        if (!body || !paper) return ['no body'];
        const foot = paper.offsetHeight - Number.parseFloat(getComputedStyle(body).paddingBottom);
        const over = [...body.children].some(
          (child) => child instanceof HTMLElement && child.offsetTop + child.offsetHeight > foot + 8,
        );
        const bare = [...body.querySelectorAll('table')].some((table) => !table.tHead || table.rows.length < 2);
        return over || bare
          ? [`page ${each.dataset.page}: ${over ? 'too long' : 'a table without heading or rows'}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('change with the parts that are chosen', async () => {
    const before = await count();
    await choose('Appendix: RAG review of the last plan');
    await expect.poll(count).toBeLessThan(before);
    await main().getByRole('heading', { level: 2, name: 'Appendix A: New action plan' }).waitFor();
    const shorter = await count();
    await choose('Appendix: RAG review of the last plan');
    await expect.poll(count).toBe(before);
    expect(shorter).toBeLessThan(before);
    await choose('In Welsh: headings and labels, and the language of the document; answers stay as they are written');
    await main()
      .getByRole('heading', { level: 2, name: /^Atodiad A/u })
      .waitFor();
    expect(await pages().first().locator('[lang="cy-GB"]').count()).toBe(1);
    await choose('In English');
    await main()
      .getByRole('heading', { level: 2, name: /^Appendix A/u })
      .waitFor();
  });

  it('are gone through by keyboard: a contents line to its part, and a page by its number', async () => {
    const { page } = application;
    await main().getByRole('link', { name: 'Signatures', exact: true }).last().focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`))
      .toBe('H2 Signatures');
    await main().getByLabel('Go to page').fill('2');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Page 2 of about/u);
    await main().getByRole('button', { name: 'Next page' }).press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Page 3 of about/u);
  });

  it('name what is not answered and what is marked to do, each one click from its place', async () => {
    await main()
      .getByText(/questions not answered, \d+ places marked to do/u)
      .click();
    await main().getByRole('link', { name: 'Evidence of impact', exact: true }).first().waitFor();
    // Links on a page are as large as the page has them; the same places are reached by the number of their page.
    expect(await accessibilityFaults(application.page, { leftOut: ['target-size'] })).toEqual([]);
  });

  it('of a version say what it said then', async () => {
    const { page } = application;
    await go('/question/talent-commission');
    const answer = page.locator('[contenteditable="true"]').first();
    await answer.fill('The first draft of the answer.');
    await answer.blur();
    await byKeyboard(page).saved();
    await go('/history');
    await page.getByLabel('Name the state as it is now').fill('As sent round');
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Named versions' }).getByText('As sent round').waitFor();
    await go('/question/talent-commission');
    await answer.fill('What the Board agreed in the end.');
    await answer.blur();
    await byKeyboard(page).saved();
    await go('/history');
    await page.getByRole('button', { name: 'Look at it: As sent round' }).click();
    await main().getByRole('heading', { level: 1, name: 'The pages of As sent round' }).waitFor();
    await pages().getByText('The first draft of the answer.').waitFor();
    expect(await pages().getByText('What the Board agreed in the end.').count()).toBe(0);
    await pages()
      .getByText(/^As sent round · /u)
      .first()
      .waitFor();

    await go('/history');
    await chooseFromMenu(page.getByRole('button', { name: /^More for: /u }).first(), 'Look at the state after this');
    await main()
      .getByRole('heading', { level: 1, name: /^The pages of After/u })
      .waitFor();
    await pages().getByText('What the Board agreed in the end.').waitFor();
  });
});
