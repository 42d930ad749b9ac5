import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person without a mouse: everything is reached by Tab and the arrows, and done by keys. */
export interface ByKeyboard {
  /** Presses Tab until something has the focus, going round the page if need be. */
  readonly tabTo: (wanted: Locator) => Promise<void>;
  /** Tab to a button or a link, and Enter. */
  readonly press: (wanted: Locator) => Promise<void>;
  /** Tab to a field, and write in it in place of what is there. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Chooses from the list in focus: the arrow until it is there. */
  readonly choose: (list: Locator, label: string) => Promise<void>;
  /** Opens a screen by its entry in the contents. */
  readonly open: (entry: string | RegExp) => Promise<void>;
  readonly saved: () => Promise<void>;
}

/** More stops than any screen of the tests has. */
const mostStops = 250;
/** Longer than any list of the tests is. */
const mostChoices = 120;

export const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement);
export const takesFocus = (wanted: Locator): Promise<void> => expect.poll(() => hasFocus(wanted)).toBe(true);

export function byKeyboard(page: Page): ByKeyboard {
  const tabTo = async (wanted: Locator): Promise<void> => {
    await wanted.waitFor();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await hasFocus(wanted)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${String(wanted)}`);
  };
  const press = async (wanted: Locator): Promise<void> => {
    await tabTo(wanted);
    await page.keyboard.press('Enter');
  };
  return {
    tabTo,
    press,
    write: async (field, text) => {
      await tabTo(field);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    choose: async (list, label) => {
      await takesFocus(list);
      await page.keyboard.press('Home');
      for (let pressed = 0; pressed < mostChoices; pressed += 1) {
        const chosen = await list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label);
        if (chosen === label) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`The list has no ${label}`);
    },
    open: async (entry) => {
      const link = page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: entry });
      await press(link);
      await expect.poll(() => link.getAttribute('aria-current')).toBe('page');
      await page.locator('main h1').waitFor();
    },
    saved: async () => {
      await page
        .getByTestId('save-state')
        .getByText(/Saved \d\d:\d\d/)
        .waitFor();
    },
  };
}
