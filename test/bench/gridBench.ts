import type { Page } from 'playwright-core';
import { plainGridView } from '#shared/model/gridView.ts';
import { type RunningApplication, startApplication } from '../e2e/browser.ts';
import { benchActions, benchColumns } from './benchActions.ts';
import { type Call, callsOf, makePlan, pasteTimes, savedTimes } from './gridEdits.ts';
import {
  groupBy,
  groupTimes,
  keyTimes,
  scrollFrames,
  searchTimes,
  settled,
  type TablePage,
  toTop,
} from './gridHands.ts';
import { type Bench, type Measurement, median } from './measure.ts';
import { type Frames, paintAfter } from './paint.ts';
import { serveBareTable } from './serveBareTable.ts';

/** The sample's plan, the longest published one, and the largest that the application is made for. */
const sizes = [34, 300, 10_000] as const;

/**
 * The review of the last plan in the real browser. The floor of what only the page does is a bare TanStack table of the
 * same cells, of what goes to the disk the same command without a page. Goals hold on a calm machine with two cores.
 */
export const gridBench: Bench = async () => {
  const bare = await serveBareTable();
  try {
    const measured: Measurement[] = [];
    for (const size of sizes) {
      const actions = benchActions(size);
      bare.show(actions);
      const application = await startApplication();
      try {
        const call = callsOf(application.host);
        const planId = await makePlan(call, actions);
        const grid = await openGrid(application, call);
        const floor = await openBare(await application.page.context().newPage(), bare.url);
        measured.push(...(await measureSize(size, grid, floor, call, planId)));
      } finally {
        await application.stop();
      }
    }
    return measured;
  } finally {
    await bare.stop();
  }
};

/** The last plan with the eight columns side by side, under its themes. */
export async function openGrid({ page }: RunningApplication, call: Call): Promise<TablePage> {
  const hidden = ['successMeasure'];
  await call('view.remember', { screen: 'last-plan', view: { ...plainGridView, hidden, group: 'theme' } });
  await page.evaluate(() => {
    window.location.hash = '/last-plan';
  });
  await page.reload();
  await page.locator('td[data-column="start"]').first().waitFor();
  return { page, search: '[aria-label="Search these actions"]' };
}

export async function openBare(page: Page, url: string): Promise<TablePage> {
  await page.goto(url);
  await page.locator(`td[data-column="${benchColumns[0].key}"]`).first().waitFor();
  const table = { page, search: '[aria-label="Search"]' };
  await groupBy(table, 'Theme');
  return table;
}

async function measureSize(
  size: number,
  grid: TablePage,
  bare: TablePage,
  call: Call,
  planId: string,
): Promise<readonly Measurement[]> {
  const keys = { floor: await keyTimes(bare), work: await keyTimes(grid) };
  const scrolled = { floor: await scrollFrames(bare), work: await scrollFrames(grid) };
  const searched = { floor: await searchTimes(bare), work: await searchTimes(grid) };
  const ticked = await tickTimes(grid);
  const grouped = { floor: await groupTimes(bare), work: await groupTimes(grid) };
  const saved = await savedTimes(grid, call);
  const { paste, undo } = await pasteTimes(grid, call, planId);
  const medians = ({ work, floor }: { readonly work: readonly number[]; readonly floor: readonly number[] }) => ({
    work: median(work),
    floor: median(floor),
  });
  return [
    within(`grid.key.median.${size}`, medians(keys), 16),
    within(`grid.key.p99.${size}`, { work: ninetyNinth(keys.work), floor: ninetyNinth(keys.floor) }, 50),
    scrollMeasurement(size, scrolled.work, scrolled.floor),
    within(`grid.filter.${size}`, medians(searched), 100),
    within(`grid.filterColumn.${size}`, { work: median(ticked) }, 100),
    within(`grid.group.${size}`, medians(grouped), 100),
    within(`grid.saved.${size}`, saved, 100),
    within(`grid.paste.${size}`, paste, 300),
    within(`grid.undo.${size}`, undo, 100),
  ];
}

/** A value ticked off and on again in the filter of a column. */
async function tickTimes(grid: TablePage): Promise<readonly number[]> {
  const { page } = grid;
  const shown = [{ selector: '[role="grid"]', attribute: 'aria-rowcount' }] as const;
  const times: number[] = [];
  await toTop(grid);
  await page.getByRole('button', { name: 'RAG: sort, filter, width' }).click();
  const tick = page.getByRole('checkbox', { name: /^Amber/ });
  await tick.focus();
  for (let turn = 0; turn < 6; turn += 1) {
    await settled(page);
    times.push(await paintAfter(page, 'keydown', shown, () => page.keyboard.press('Space')));
  }
  await page.keyboard.press('Escape');
  await settled(page);
  return times;
}

const ninetyNinth = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;

function within(name: string, times: { readonly work: number; readonly floor?: number }, most: number): Measurement {
  const { work, floor } = times;
  return {
    name,
    value: work,
    unit: 'ms',
    ...(floor === undefined ? {} : { floor, ratio: work / floor }),
    goal: `under ${most} ms`,
    ok: work < most,
  };
}

/** Of a hundred frames while the wheel turns, how many take over 50 ms. */
function scrollMeasurement(size: number, work: Frames, floor: Frames): Measurement {
  const most = 3;
  const share = ({ long, all }: Frames): number => (100 * long) / Math.max(1, all);
  return {
    name: `grid.scroll.${size}`,
    value: share(work),
    unit: '% of frames over 50 ms',
    floor: share(floor),
    goal: `under ${most} % of frames over 50 ms`,
    ok: share(work) < most,
  };
}
