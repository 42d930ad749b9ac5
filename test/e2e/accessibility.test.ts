import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { drawn, goTo as goToScreen } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';

const screens = [
  '/overview',
  '/institution',
  '/question-sets',
  '/question/institution',
  '/question/technical-staff-structures',
  '/question/governance-and-resourcing',
  '/question/last-plan-review',
  '/question/publication',
  '/question/signatures',
  '/last-plan',
  '/new-plan',
  '/import/last',
  '/import/next',
  '/voice',
  '/voice/view/channels',
  '/voice/view/actions',
  '/voice/view/changes',
  '/import/voice',
  '/evidence',
  '/frameworks',
  '/official-form',
  '/readiness',
  '/sign-off',
  '/preview',
  '/copies',
  '/history',
  '/backups',
  '/about',
];

const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const cell = (page: Page, column: string) => page.locator(`td[data-column="${column}"]`).first();
const openDialog = async (page: Page, item: string, menu = 'More') => {
  await chooseFromMenu(page.getByRole('button', { name: menu }).first(), item);
  await page.getByRole('dialog').waitFor();
};

/** What opens on the screens of the grid: the same rules hold in it. */
const states: readonly (readonly [name: string, path: string, open: (page: Page) => Promise<void>])[] = [
  [
    'a cell that is written in',
    '/new-plan',
    async (page) => {
      await cell(page, 'text').dblclick();
      await page.getByRole('grid').getByRole('textbox').waitFor();
    },
  ],
  [
    'a list in a cell',
    '/new-plan',
    async (page) => {
      await cell(page, 'themes').dblclick();
      await page.getByRole('listbox').waitFor();
    },
  ],
  [
    'a selection, and the menu of its rows',
    '/last-plan',
    async (page) => {
      await cell(page, 'text').click();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem').and(page.locator(':focus')).waitFor();
    },
  ],
  [
    'the record beside the grid',
    '/last-plan',
    async (page) => {
      await cell(page, 'rag').click();
      await page.keyboard.press('Space');
      await page.getByRole('heading', { name: 'What happens next' }).waitFor();
      for (const name of ['History', 'Whole record'])
        await page
          .getByRole('complementary', { name: 'Inspector' })
          .locator('summary')
          .filter({ hasText: new RegExp(`^${name}`) })
          .click();
    },
  ],
  [
    'the decision about an action',
    '/last-plan',
    async (page) => {
      await page.getByRole('button', { name: /undecided on what happens next/ }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
      await page.keyboard.press('Space');
      await page.getByRole('complementary', { name: 'Inspector' }).and(page.locator(':focus-within')).waitFor();
      await click(page, 'Decide…');
      await page.getByLabel('What becomes of it').last().waitFor();
    },
  ],
  ['the RAG by theme', '/last-plan', (page) => click(page, 'RAG by theme')],
  ['what a column can do', '/voice', (page) => click(page, 'Columns')],
  ['how a grid is viewed', '/evidence', (page) => click(page, 'View')],
  [
    'the timeline and the coverage',
    '/new-plan',
    async (page) => {
      await click(page, 'Timeline');
      await page.getByText('Coverage: owners, time and frameworks').click();
    },
  ],
  ['renumbering', '/new-plan', (page) => openDialog(page, 'Renumber…')],
  ['renaming an owner', '/new-plan', (page) => openDialog(page, 'Rename an owner everywhere…')],
  ['sending actions to a lead', '/new-plan', (page) => openDialog(page, 'Send actions to a lead…')],
  ['the keys', '/new-plan', (page) => page.keyboard.press('F1').then(() => page.getByRole('dialog').waitFor())],
  [
    'a state that has got a name',
    '/history',
    async (page) => {
      await page.getByLabel('Name the state as it is now').fill('As looked at by axe');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Look at it: As looked at by axe' }).waitFor();
    },
  ],
  ['a new name for a version', '/history', (page) => openDialog(page, 'Rename…', 'More for As looked at by axe')],
  [
    'going back to a version',
    '/history',
    (page) => openDialog(page, 'Go back to this version…', 'More for As looked at by axe'),
  ],
  [
    'a version compared with now',
    '/history',
    async (page) => {
      await click(page, 'Compare with now: As looked at by axe');
      await page.getByRole('heading', { level: 1, name: 'As looked at by axe and now' }).waitFor();
    },
  ],
  [
    'what a search finds',
    '/overview',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('conference');
      await page.getByRole('group', { name: 'Last plan' }).waitFor();
    },
  ],
];

describe.each([
  ['light', 1024, { colorScheme: 'light' }],
  ['dark', 1024, { colorScheme: 'dark' }],
  ['forced colours', 1024, { colorScheme: 'dark', forcedColors: 'active' }],
  // The browser lays out a window of 1024 at 200% as one of half its size.
  ['light at 200% zoom', 512, { colorScheme: 'light' }],
] as const)('in %s', (_name, width, context) => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({
      sample: true,
      context: { ...context, reducedMotion: 'reduce', viewport: { width, height: width === 1024 ? 800 : 400 } },
    });
    application.page.setDefaultTimeout(10_000);
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());

  const goTo = async (path: string): Promise<void> => {
    const { page } = application;
    await goToScreen(page, path);
    // The contents name the screen in view when it is drawn; colours are not looked at before that.
    const link = page.locator(`nav a[href$="#${path}"]`);
    if ((await link.count()) > 0)
      await page.locator(`nav a[href$="#${path}"][aria-current]`).first().waitFor({ state: 'attached' });
  };
  const found = async (leftOut: readonly string[] = []): Promise<readonly string[]> => {
    const { page } = application;
    await drawn(page.locator('html'));
    return accessibilityFaults(page, { leftOut });
  };

  it.each(screens)('%s is accessible and nothing scrolls sideways', async (path) => {
    await goTo(path);
    // Links on a page of the preview are as large as the page has them (WCAG 2.5.8 lets what is essential be); the
    // same places are reached by the number of their page.
    expect(await found(path === '/preview' ? ['target-size'] : [])).toEqual([]);
    const sideways = await application.page.evaluate(() => {
      const main = document.querySelector('main');
      const wider = (element: Element) => element.scrollWidth > element.clientWidth;
      return wider(document.documentElement) || (main !== null && wider(main));
    });
    expect(sideways).toBe(false);
    expect(application.faults).toEqual([]);
  });

  it.each(states)('%s is accessible', async (_name, path, open) => {
    const { page } = application;
    await goTo(path);
    await open(page);
    // The way out of a popover that only a screen reader meets stands beside its dialog, in no region of the page.
    const violations = await found(['region']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(violations).toEqual([]);
    expect(application.faults).toEqual([]);
  });

  it.runIf(width < 860)(
    'the contents unfold over the screen, are accessible, and fold once they have led somewhere',
    async () => {
      const { page } = application;
      await goTo('/overview');
      const contents = page.getByRole('navigation', { name: 'Contents' });
      await page.getByRole('button', { name: 'Contents' }).press('Enter');
      await contents.waitFor();
      expect(await found()).toEqual([]);
      await page.getByRole('button', { name: 'Contents' }).press('Tab');
      await contents.getByRole('link', { name: /Technician voice/ }).press('Escape');
      await contents.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Contents' }).press('Enter');
      await contents.getByRole('link', { name: /Technician voice/ }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Technician voice' }).waitFor();
      await contents.waitFor({ state: 'hidden' });
    },
  );

  it('nothing moves where less motion is asked for', async () => {
    const { page } = application;
    for (const path of ['/overview', '/last-plan', '/question/governance-and-resourcing', '/readiness']) {
      await goTo(path);
      const moving = await page.evaluate(() => {
        const longest = (durations: string) => Math.max(...durations.split(',').map((each) => Number.parseFloat(each)));
        return [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
            return longest(transitionDuration) + longest(animationDuration) > 0.01 || scrollBehavior === 'smooth';
          })
          .map((element) => element.outerHTML.slice(0, 80));
      });
      expect(moving).toEqual([]);
    }
  });

  it('what can be pressed and what is in focus is told apart from what cannot and is not', async () => {
    const { page } = application;
    await goTo('/new-plan');
    const colours = (name: string) =>
      page
        .getByRole('button', { name, exact: true })
        .first()
        .evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]);
    const [words, behind] = await colours('Add action');
    expect(words).not.toBe(behind);
    expect(await colours('Change several')).not.toEqual(await colours('Columns'));
    await cell(page, 'text').click();
    await page.keyboard.press('ArrowDown');
    const marks = await page.evaluate(() =>
      [document.activeElement, document.querySelector('td[data-column="due"]')].map((element) => {
        const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        return `${boxShadow} ${outlineStyle} ${outlineWidth}`;
      }),
    );
    expect(marks[0]).not.toBe(marks[1]);
  });

  it('a notice covers nothing that can be pressed, leaves the focus where it is, and its Undo is reached by Tab', async () => {
    const { page } = application;
    await goTo('/new-plan');
    await cell(page, 'text').click();
    await page.keyboard.press('Control+Delete');
    const notice = page.getByRole('region', { name: 'Notices' });
    await notice.getByRole('button', { name: 'Undo' }).waitFor();
    const { covered, isFocusOutside } = await page.evaluate(() => {
      const region = document.querySelector('[aria-label="Notices"]');
      const there = region?.getBoundingClientRect() ?? new DOMRect();
      const over = [...document.querySelectorAll('main, aside, nav, header, [role="toolbar"]')].filter((part) => {
        const { top, bottom, width } = part.getBoundingClientRect();
        return width > 0 && top < there.bottom && bottom > there.top;
      });
      const hidden = [...(region?.querySelectorAll('button') ?? [])].filter((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return !button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
      return {
        covered: [...over, ...hidden].map(({ outerHTML }) => outerHTML.slice(0, 80)),
        isFocusOutside: region?.contains(document.activeElement) === false,
      };
    });
    expect(covered).toEqual([]);
    expect(isFocusOutside).toBe(true);
    await page.evaluate(() => {
      const before = [...document.querySelectorAll<HTMLElement>('main button, aside button, nav a, nav button')];
      before.findLast((element) => element.checkVisibility() && !element.matches(':disabled'))?.focus();
    });
    const undo = notice.getByRole('button', { name: 'Undo' }).and(page.locator(':focus'));
    for (let presses = 0; presses < 40 && (await undo.count()) === 0; presses += 1) await page.keyboard.press('Tab');
    expect(await undo.count()).toBe(1);
    await page.keyboard.press('Enter');
    await notice.getByRole('button').first().waitFor({ state: 'detached' });
    expect(application.faults).toEqual([]);
  });

  it('the way out, and the start that it leads to, are accessible', async () => {
    const { page } = application;
    await goTo('/overview');
    if (width < 860) await page.getByRole('button', { name: 'Contents' }).press('Enter');
    await click(page, 'Close the workspace');
    await page.getByRole('button', { name: 'Open a workspace file…' }).waitFor();
    expect(await found()).toEqual([]);
    expect(application.faults).toEqual([]);
  });
});
