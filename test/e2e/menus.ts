import type { Locator } from 'playwright-core';
import { drawn } from './goTo.ts';

/**
 * Opens the menu of a button and chooses from it, by keyboard. A menu closes when what is below it scrolls, so the button
 * is brought into view first, and the frame that tells of the scrolling is waited for.
 */
export async function chooseFromMenu(button: Locator, item: string | RegExp): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  await drawn(button);
  await button.press('Enter');
  await button.page().getByRole('menuitem', { name: item }).press('Enter');
}
