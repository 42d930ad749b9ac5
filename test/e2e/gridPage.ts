import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';
import type { RunningApplication } from './browser.ts';
import { takesFocus } from './byKeyboard.ts';
import { goTo, settled } from './goTo.ts';

/** A grid as a person at the keyboard has it, for the tests that walk through one. */
export interface GridPage {
  readonly page: Page;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Opens a screen and waits for its grid. */
  readonly open: (path: string) => Promise<void>;
  readonly cell: (row: string, column: string) => Locator;
  /** The row and column in focus; nulls where it is elsewhere. A row is named by the text of its first column. */
  readonly focused: () => Promise<readonly [row: string | null, column: string | null]>;
  /** Until what was done has its answer and that has been drawn. */
  readonly settled: () => Promise<void>;
  /** Puts the focus in a cell by a click, once what was done before is settled. */
  readonly goTo: (row: string, column: string) => Promise<void>;
  /** The menu of the selected rows, once it has the keyboard. */
  readonly rowMenu: () => Promise<Locator>;
  /** Selected cells as "V1 text", from top to bottom. */
  readonly selected: () => Promise<readonly string[]>;
  /** The texts of a column, from top to bottom, as far as they are drawn. */
  readonly column: (column: string) => Promise<readonly string[]>;
  readonly rowIdOf: (row: string) => Promise<string>;
  /** What one Ctrl+Z would take back, as the bar at the top names it. */
  readonly lastStep: () => Promise<string | null>;
  /** Puts away what is said at the foot of the window, which takes from the height of the grid, once all of it is said. */
  readonly dismissNotices: () => Promise<void>;
  /** Asks the host as another window would. */
  readonly call: (channel: string, input: unknown) => Promise<unknown>;
  /** Puts text and html on the clipboard of the browser, as another program would leave them there. */
  readonly fillClipboard: (data: { readonly text: string; readonly html?: string }) => Promise<void>;
  readonly clipboard: () => Promise<{ readonly text: string; readonly html: string }>;
}

/** What an office program left on the clipboard. */
export const clipboardFixture = (name: string): { readonly text: string; readonly html: string } => {
  const read = (ending: string) => readFileSync(join(import.meta.dirname, `../fixtures/clipboard/${name}.${ending}`));
  return { text: read('txt').toString(), html: read('html').toString() };
};

/** The last plan of the sample was signed: what is written into it here is written into an amendment. */
async function openSigned({ token, origin }: RunningApplication['host']): Promise<void> {
  const client = createClient(createBrowserPlatform(token, origin));
  const loaded = await client.call('workspace.load', {});
  if (!loaded.ok) throw new Error(loaded.error.code);
  const { signOff, amendment } = loaded.value.rows;
  for (const { cycleId } of signOff.filter(({ step }) => step === 'signed'))
    if (!amendment.some((each) => each.cycleId === cycleId))
      await client.call('amendment.start', { cycleId, name: 'Jo Marsh', reason: 'A slip of the pen.' });
}

/** The context needs the clipboard of the browser: `permissions: ['clipboard-read', 'clipboard-write']`. */
export function gridPage({ page, host }: RunningApplication): GridPage {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const rowIdOf = async (row: string): Promise<string> => {
    const id = await page
      .locator('[role="grid"] td[data-column="ref"]')
      .filter({ hasText: new RegExp(`^${row}(\\W|$)`, 'u') })
      .first()
      .getAttribute('data-row');
    if (id === null) throw new Error(`No row ${row}`);
    return id;
  };
  const cell = (row: string, column: string): Locator =>
    page
      .locator('[role="grid"] tr')
      .filter({
        has: page.locator('td[data-column="ref"]').filter({ hasText: new RegExp(`^${row}(\\W|$)`, 'u') }),
      })
      .locator(`td[data-column="${column}"]`)
      .first();
  return {
    page,
    press,
    rowIdOf,
    cell,
    settled: () => settled(page),
    open: async (path) => {
      if (path === '/last-plan') await openSigned(host);
      await goTo(page, path);
      await page.getByRole('grid').locator('td[data-row]').first().waitFor();
    },
    focused: () =>
      page.evaluate(() => {
        const here = document.activeElement?.closest<HTMLElement>('[data-row], [data-heading]');
        const first = here?.closest('tr')?.querySelector('td[data-column="ref"], [data-heading]');
        const name = first?.textContent?.replace('⠿', '').trim() ?? null;
        return [name, here?.dataset.column ?? null] as const;
      }),
    goTo: async (row, column) => {
      await settled(page);
      await cell(row, column).click();
      await takesFocus(cell(row, column));
    },
    rowMenu: async () => {
      const menu = page.getByRole('menu', { name: 'Actions for the selected rows' });
      await menu.waitFor();
      await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      return menu;
    },
    selected: () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[role="grid"] td[data-selected]')].map((each) => {
          const ref = each.closest('tr')?.querySelector('td[data-column="ref"]')?.textContent ?? '';
          return `${ref.replace('⠿', '').trim()} ${each.dataset.column}`;
        }),
      ),
    column: (column) =>
      page.evaluate(
        (key) =>
          [...document.querySelectorAll(`[role="grid"] td[data-column="${key}"]`)].map((each) =>
            (each.textContent ?? '').replace('⠿', '').trim(),
          ),
        column,
      ),
    lastStep: () => page.getByRole('button', { name: /^Undo:/ }).getAttribute('aria-label'),
    dismissNotices: async () => {
      await settled(page);
      await expect
        .poll(() =>
          page.evaluate(() => {
            const all = document.querySelectorAll<HTMLElement>('[aria-label="Notices"] [aria-label="Dismiss"]');
            for (const each of all) each.click();
            return all.length;
          }),
        )
        .toBe(0);
    },
    call: async (channel, input) => {
      const answer = await fetch(`${host.origin}/rpc/${channel}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, origin: host.origin },
        body: JSON.stringify({ input }),
      });
      const result = (await answer.json()) as { readonly ok: boolean; readonly value: unknown };
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result)}`);
      return result.value;
    },
    fillClipboard: async (data) => {
      await page.evaluate(({ text, html }) => {
        document.addEventListener(
          'copy',
          (event) => {
            event.clipboardData?.setData('text/plain', text);
            if (html !== undefined) event.clipboardData?.setData('text/html', html);
            event.preventDefault();
            event.stopImmediatePropagation();
          },
          { capture: true, once: true },
        );
      }, data);
      await press('Control+c');
    },
    clipboard: () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (type: string): Promise<string> =>
          item?.types.includes(type) ? (await item.getType(type)).text() : '';
        return { text: await read('text/plain'), html: await read('text/html') };
      }),
  };
}
