import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';

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
  '/history',
];

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
] as const)('in %s', (_name, context) => {
  let application: RunningApplication;
  beforeAll(async () => {
    application = await startApplication({
      sample: true,
      context: { ...context, reducedMotion: 'reduce', viewport: { width: 1024, height: 800 } },
    });
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.stop());

  it.each(screens)('%s is accessible and nothing scrolls sideways at 1024', async (path) => {
    const { page } = application;
    await page.evaluate((place) => {
      window.location.hash = place;
    }, path);
    await page.locator('main h1').waitFor();
    await page.getByText(/^Opening/).waitFor({ state: 'detached' });
    // The contents name the screen in view when it is drawn; colours are not looked at before that.
    const link = page.locator(`nav a[href$="#${path}"]`);
    if ((await link.count()) > 0) await page.locator(`nav a[href$="#${path}"][aria-current]`).first().waitFor();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    expect(found).toEqual([]);
    const sideways = await page.evaluate(() => {
      const main = document.querySelector('main');
      const wider = (element: Element) => element.scrollWidth > element.clientWidth;
      return wider(document.documentElement) || (main !== null && wider(main));
    });
    expect(sideways).toBe(false);
    expect(application.faults).toEqual([]);
  });
});
