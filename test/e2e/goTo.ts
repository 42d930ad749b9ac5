import type { Locator, Page } from 'playwright-core';

/**
 * Goes to a screen by its address and waits until it is there. The screen before it has a heading as well, so that a
 * heading proves nothing until the application has followed the address; a screen that is fetched first says Opening.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    (place) =>
      new Promise<void>((arrived) => {
        if (window.location.hash === `#${place}`) return arrived();
        // The application listens before this does, and draws at once what it hears.
        window.addEventListener('hashchange', () => arrived(), { once: true });
        window.location.hash = place;
      }),
    path,
  );
  await page
    .getByText(/^Opening( the editor)?…$/)
    .first()
    .waitFor({ state: 'detached' });
  await page.locator('main h1').waitFor();
}

/**
 * Until what was done has its answer and that has been drawn: an answer may lead the focus to a row, select what was
 * pasted, and say something at the foot of the window.
 */
export async function settled(page: Page): Promise<void> {
  await page.getByTestId('save-state').getByText('Saving…').waitFor({ state: 'detached' });
  await drawn(page.locator('html'));
}

/** The second frame from now: what the page was told before stands on the screen. */
export const drawn = (within: Locator): Promise<unknown> =>
  within.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
