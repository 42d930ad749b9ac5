import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import { type GridPage, gridPage } from './gridPage.ts';

const actions = 300;
/** What pasted text may hold: no space for pages, two directions, half characters, things that look like code. */
const hostile = [
  'w'.repeat(20_000),
  'كلمات من اليمين إلى اليسار '.repeat(300),
  '🧪👩🏽‍🔬 '.repeat(800),
  ']]> <script>alert(1)</script> {page} &amp; \u202e reversed \u200b'.repeat(40),
];
const long = `${'Technicians were asked, and this is what they said. '.repeat(1_900)}The last words of it.`;

/** What was there at the frames that the page drew. */
interface Seen {
  framesWhileMeasuring: number;
  readonly pagesAtFrames: number[];
}

describe('the pages of much and of odd text', () => {
  let application: RunningApplication;
  let grid: GridPage;
  beforeAll(async () => {
    application = await startApplication();
    application.page.setDefaultTimeout(60_000);
    grid = gridPage(application);
    await grid.call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' });
    const { rows } = (await grid.call('workspace.load', {})) as {
      readonly rows: {
        readonly cycle: readonly { readonly newPlanId: string }[];
        readonly answer: readonly { readonly id: string; readonly questionKey: string }[];
      };
    };
    const paragraphs = [long, ...hostile].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
    const answer = rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing');
    await grid.call('answer.write', { id: answer?.id, content: { type: 'doc', content: paragraphs } });
    await grid.call('action.change', {
      planId: rows.cycle[0]?.newPlanId,
      kind: 'paste',
      changes: [],
      added: Array.from({ length: actions }, (_, at) => ({
        fields: {
          ref: `A${at + 1}`,
          text: `Offer training number ${at + 1}. `.repeat(at % 50 === 0 ? 200 : 4),
          lead: 'Technical Services',
          themes: ['visibility'],
          successMeasure: 'Everybody was offered it and most of them came. '.repeat(3),
        },
      })),
    });
    await grid.page.reload();
    await grid.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());

  it('are laid out while the screen goes on answering, lose no word and run over no foot', async () => {
    const { page } = grid;
    await page.evaluate(() => {
      const seen: Seen = { framesWhileMeasuring: 0, pagesAtFrames: [] };
      Object.assign(window, { seen });
      const look = () => {
        if (document.querySelector('body > [class*="ruler"]')) seen.framesWhileMeasuring += 1;
        const pages = document.querySelectorAll('[data-page]').length;
        if (pages > 0 && !seen.pagesAtFrames.includes(pages)) seen.pagesAtFrames.push(pages);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await goTo(page, '/preview');
    const said = await page.getByText(/^About [\d,]+ pages/u).innerText();
    const total = Number(/^About ([\d,]+)/u.exec(said)?.[1]?.replace(',', ''));
    expect(total).toBeGreaterThan(100);
    await expect.poll(() => page.locator('[data-page]').count()).toBeGreaterThanOrEqual(100);
    // In one go there would be no frame between the lines that are measured, nor between the pages that are made.
    const seen = await page.evaluate(() => (window as unknown as { readonly seen: Seen }).seen);
    expect(seen.framesWhileMeasuring).toBeGreaterThan(3);
    expect(seen.pagesAtFrames.length).toBeGreaterThan(1);
    const more = page.getByRole('button', { name: /^Show the next \d+ pages$/u });
    while (await more.isVisible()) await more.click();
    await expect.poll(() => page.locator('[data-page]').count(), { timeout: 60_000 }).toBe(total);

    const shown = await page.evaluate(() => {
      const bodies = [...document.querySelectorAll<HTMLElement>('[data-page] [class*="body"]')];
      return {
        text: bodies.map((body) => body.textContent).join(''),
        over: bodies.flatMap((body) => {
          const foot =
            (body.parentElement?.offsetHeight ?? 0) - Number.parseFloat(getComputedStyle(body).paddingBottom);
          const end = Math.max(
            0,
            ...[...body.children].map(
              (child) => (child as HTMLElement).offsetTop + (child as HTMLElement).offsetHeight,
            ),
          );
          return end > foot + 8 ? [`${body.closest('[data-page]')?.getAttribute('data-page')}: ${end - foot}`] : [];
        }),
      };
    });
    expect(shown.over).toEqual([]);
    const letters = (text: string): string => text.replaceAll(/\s+/gu, '');
    const text = letters(shown.text);
    for (const each of [long, hostile[0] ?? '', hostile[1] ?? '', hostile[2] ?? '']) {
      expect(text.includes(letters(each)), each.slice(0, 20)).toBe(true);
    }
    expect(text).toContain(letters('<script>alert(1)</script>'));
    for (const at of [1, 150, actions]) expect(text).toContain(`Offertrainingnumber${at}.`);
    expect(application.faults).toEqual([]);
  });
});
