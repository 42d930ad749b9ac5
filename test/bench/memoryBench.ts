import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { launchBrowser, startApplication } from '../e2e/browser.ts';
import { benchActions } from './benchActions.ts';
import { openBare, openGrid } from './gridBench.ts';
import { callsOf, makePlan } from './gridEdits.ts';
import { groupTimes, keyTimes, scrollFrames, searchTimes, type TablePage } from './gridHands.ts';
import { type Bench, type Measurement, under } from './measure.ts';
import { serveBareTable } from './serveBareTable.ts';

const size = 300;
const most = 150;
/** A browser tab's worth for the part that has no window: the runtime, SQLite's pages and the rows of a few cycles. */
const mostOfHost = 200;
const megabyte = 1_048_576;

/**
 * What the review of the last plan holds after it was used: walked through, written in, scrolled, searched and grouped,
 * and what was left over collected. `page` is the memory of its process that is shared with no other (where Linux tells
 * it), `heap` the part of it that our objects take, `host` the memory of the process that holds the workspace.
 */
export const memoryBench: Bench = async () => {
  const actions = benchActions(size);
  const bare = await serveBareTable();
  bare.show(actions);
  const application = await startApplication();
  const browser = await launchBrowser();
  try {
    const call = callsOf(application.host);
    await makePlan(call, actions);
    const work = await megabytesAfterUse(await openGrid(application, call));
    const host = processMegabytes(application.host.process.pid);
    const floor = await megabytesAfterUse(await openBare(await browser.newPage(), bare.url));
    return [
      ...(work.process === null || floor.process === null
        ? []
        : [beside(`memory.page.${size}`, work.process, floor.process)]),
      beside(`memory.page.heap.${size}`, work.heap, floor.heap),
      ...(host === null ? [] : [under(`memory.host.${size}`, host, 'MB', mostOfHost)]),
    ];
  } finally {
    await browser.close();
    await application.stop();
    await bare.stop();
  }
};

const beside = (name: string, value: number, floor: number): Measurement => ({
  ...under(name, value, 'MB', most),
  floor,
  ratio: value / floor,
});

async function megabytesAfterUse(
  table: TablePage,
): Promise<{ readonly process: number | null; readonly heap: number }> {
  await keyTimes(table);
  await scrollFrames(table);
  await searchTimes(table);
  await groupTimes(table);
  const { page } = table;
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { process: await pageMegabytes(page), heap: usedSize / megabyte };
}

/** Of the largest process that draws pages: the browser keeps a small one ready besides. Null where it is not told. */
async function pageMegabytes(page: Page): Promise<number | null> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => processMegabytes(id));
  return sizes.reduce((largest, each) => (each === null ? largest : Math.max(largest ?? 0, each)), null);
}

/** What a process shares with no other; null where the system does not tell. */
function processMegabytes(process: number | undefined): number | null {
  const told = `/proc/${process}/smaps_rollup`;
  if (process === undefined || !existsSync(told)) return null;
  const lines = readFileSync(told, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB$/gmu);
  return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1_024;
}
