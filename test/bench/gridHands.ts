import type { Page } from 'playwright-core';
import { searchWords } from './benchActions.ts';
import { type Frames, framesDuring, paintAfter } from './paint.ts';

/** What a person does in a table of actions, the same in the application's grid and in the bare one. */
export interface TablePage {
  readonly page: Page;
  /** The quick search. */
  readonly search: string;
}

const focus = [{ selector: ':focus' }] as const;
const shown = [{ selector: '[role="grid"]', attribute: 'aria-rowcount' }] as const;
const groups = [{ selector: '[data-heading]', attribute: 'data-heading' }] as const;
const arrows = ['down', 'down', 'sideways', 'down', 'up', 'sideways', 'down'] as const;
const sentence = 'Agreed with the workshop managers in May';
const keyRounds = 7;

export async function toTop({ page }: TablePage): Promise<void> {
  await page.bringToFront();
  await page.locator('[data-grid]').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
  await page.locator('td[data-column="text"]').first().click();
  await settled(page);
}

/** What follows a change in its own time (an inspector, an announcement) is not charged to the next one. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((rest) => requestIdleCallback(rest, { timeout: 2_000 })));
  await page.waitForTimeout(40);
}

/** Key by key: through the cells, into one, a sentence, and out without keeping it. */
export async function keyTimes(table: TablePage): Promise<readonly number[]> {
  const { page } = table;
  const times: number[] = [];
  let count = 0;
  let isRight = false;
  const press = async (key: string): Promise<void> => {
    // A person's keys come at any moment of a frame.
    count += 1;
    await page.waitForTimeout(20 + ((count * 7) % 17));
    times.push(await paintAfter(page, 'keydown', focus, () => page.keyboard.press(key)));
  };
  const isOnHeading = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.hasAttribute('data-heading') ?? false);
  await toTop(table);
  for (let round = 0; round < keyRounds; round += 1) {
    for (const arrow of arrows) {
      // Left and right fold a heading.
      if (arrow === 'up') await press('ArrowUp');
      else if (arrow === 'down' || (await isOnHeading())) await press('ArrowDown');
      else {
        await press(isRight ? 'ArrowLeft' : 'ArrowRight');
        isRight = !isRight;
      }
    }
    if (await isOnHeading()) await press('ArrowDown');
    await press('Enter');
    for (const letter of sentence) await press(letter === ' ' ? 'Space' : letter);
    await press('Escape');
  }
  return times;
}

/** One word after another in the quick search. */
export async function searchTimes({ page, search }: TablePage): Promise<readonly number[]> {
  const field = page.locator(search);
  const times: number[] = [];
  await page.bringToFront();
  for (const word of [...searchWords, ...searchWords]) {
    await field.selectText();
    await settled(page);
    times.push(await paintAfter(page, 'beforeinput', shown, () => page.keyboard.insertText(word)));
  }
  await field.fill('');
  await settled(page);
  return times;
}

export async function groupBy({ page }: TablePage, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label });
  await settled(page);
}

/** From one grouping to another and back. */
export async function groupTimes(table: TablePage): Promise<readonly number[]> {
  const { page } = table;
  const choice = page.getByRole('combobox', { name: 'Group' });
  const times: number[] = [];
  await groupBy(table, 'Theme');
  await toTop(table);
  for (const label of ['RAG', 'Theme', 'RAG', 'Theme', 'RAG', 'Theme']) {
    times.push(await paintAfter(page, 'change', groups, () => choice.selectOption({ label })));
    await settled(page);
    await page.locator('[data-grid]').evaluate((scroller) => scroller.scrollTo({ top: 0 }));
    await settled(page);
  }
  return times;
}

/** The wheel, turned as fast as a hand does. */
export async function scrollFrames(table: TablePage): Promise<Frames> {
  const { page } = table;
  await toTop(table);
  await page.locator('[data-grid]').hover();
  return framesDuring(page, async () => {
    for (const direction of [1, 1, -1, 1]) {
      for (let turn = 0; turn < 40; turn += 1) {
        await page.mouse.wheel(0, direction * 220);
        await page.waitForTimeout(14);
      }
    }
  });
}
