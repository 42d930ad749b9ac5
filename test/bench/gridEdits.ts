import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import type { RunningHost } from '../e2e/startHost.ts';
import { asAdded, type BenchAction, benchActions, benchColumns } from './benchActions.ts';
import { groupBy, settled, type TablePage, toTop } from './gridHands.ts';
import { median } from './measure.ts';
import { paintAfter } from './paint.ts';

/** Changes that go to the disk, in the application's grid; the floor is the same command, sent to the host without a page. */
export interface EditTimes {
  readonly work: number;
  readonly floor: number;
}

export type Call = (channel: string, input: unknown) => Promise<unknown>;

export const callsOf =
  ({ origin, token }: RunningHost): Call =>
  async (channel, input) => {
    const answer = await fetch(`${origin}/rpc/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
      body: JSON.stringify({ input }),
    });
    const result = (await answer.json()) as { readonly ok: boolean; readonly value: unknown };
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result)}`);
    return result.value;
  };

/** The last plan of a new workspace, so many actions long. Its id. */
export async function makePlan(call: Call, actions: readonly BenchAction[]): Promise<string> {
  const atOnce = 2_500;
  await call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: '2020-09-14' });
  const { rows } = (await call('workspace.load', {})) as {
    readonly rows: { readonly cycle: readonly { readonly lastPlanId: string }[] };
  };
  const planId = rows.cycle[0]?.lastPlanId ?? '';
  for (let from = 0; from < actions.length; from += atOnce) {
    const added = actions.slice(from, from + atOnce).map(asAdded);
    await call('action.change', { planId, kind: 'paste', changes: [], added });
  }
  return planId;
}

const saved = { selector: '[data-testid="save-state"]', says: 'Saved' } as const;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** From Enter in a cell that was written in to the state line's Saved. */
export async function savedTimes(table: TablePage, call: Call): Promise<EditTimes> {
  const { page } = table;
  const work: number[] = [];
  const floor: number[] = [];
  await toTop(table);
  for (let run = 0; run < 12; run += 1) {
    const id = await page.locator('td[data-row]').first().getAttribute('data-row');
    floor.push(await timed(() => call('action.edit', { id, fields: { resources: `Within budget, draft ${run}` } })));
    await settled(page);
    await page.keyboard.press('F2');
    await page.keyboard.type(` draft ${run}`);
    await settled(page);
    work.push(await paintAfter(page, 'keydown', [saved], () => page.keyboard.press('Enter')));
    await settled(page);
  }
  return { work: median(work), floor: median(floor) };
}

const pastedRows = 200;

/** 200 rows of eight cells, each other than what stands there, as text and as html like an office program leaves them. */
function pasteOf(run: number): { readonly rows: readonly BenchAction[]; readonly text: string; readonly html: string } {
  const rows = benchActions(pastedRows).map((action, at, all): BenchAction => {
    const other = all[(at + 61 + run) % all.length] ?? action;
    return { ...other, ref: `B${run}.${at}`, text: `Draft ${run}: ${other.text}` };
  });
  const cells = rows.map((row) => benchColumns.map(({ key }) => row[key]));
  return {
    rows,
    text: cells.map((row) => row.join('\t')).join('\n'),
    html: `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  };
}

function paste(page: Page, { text, html }: ReturnType<typeof pasteOf>): Promise<void> {
  return page.evaluate(
    (given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', given.text);
      clipboardData.setData('text/html', given.html);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    { text, html },
  );
}

/** 200 x 8 cells pasted over the first rows, and taken back by Ctrl+Z. In a shorter plan the rest becomes new rows. */
export async function pasteTimes(
  table: TablePage,
  call: Call,
  planId: string,
): Promise<{ readonly paste: EditTimes; readonly undo: EditTimes }> {
  const { page } = table;
  const times = { paste: { work: [], floor: [] }, undo: { work: [], floor: [] } } as {
    readonly [Name in 'paste' | 'undo']: { readonly work: number[]; readonly floor: number[] };
  };
  await groupBy(table, 'None');
  await toTop(table);
  const ids = await idsInOrder(call, planId);
  const first = `td[data-row="${ids[0]}"][data-column="text"]`;
  const before = (await page.locator(first).textContent()) ?? '';
  for (let run = 0; run < 6; run += 1) {
    const given = pasteOf(run);
    const changes = given.rows.slice(0, ids.length).map((row, at) => ({ id: ids[at], ...asAdded(row) }));
    const added = given.rows.slice(ids.length).map(asAdded);
    times.paste.floor.push(await timed(() => call('action.change', { planId, kind: 'paste', changes, added })));
    await settled(page);
    times.undo.floor.push(await timed(() => call('history.undo', {})));
    await settled(page);

    await page.locator(`td[data-row="${ids[0]}"][data-column="ref"]`).click();
    await settled(page);
    const painted = [saved, { selector: first, says: `Draft ${run}` }];
    if (added.length === 0) {
      times.paste.work.push(await paintAfter(page, 'paste', painted, () => paste(page, given)));
    } else {
      await paste(page, given);
      const add = page.getByRole('button', { name: /^Add \d+ new actions$/ });
      await add.focus();
      times.paste.work.push(await paintAfter(page, 'keydown', painted, () => page.keyboard.press('Enter')));
    }
    await settled(page);
    await page.locator(`td[data-row="${ids[0]}"][data-column="ref"]`).click();
    await settled(page);
    await page.keyboard.down('Control');
    const back = [saved, { selector: first, says: before.slice(0, 20) }];
    times.undo.work.push(await paintAfter(page, 'keydown', back, () => page.keyboard.press('z')));
    await page.keyboard.up('Control');
    await settled(page);
  }
  const medians = ({ work, floor }: EditTimesOf): EditTimes => ({ work: median(work), floor: median(floor) });
  return { paste: medians(times.paste), undo: medians(times.undo) };
}

interface EditTimesOf {
  readonly work: readonly number[];
  readonly floor: readonly number[];
}

async function idsInOrder(call: Call, planId: string): Promise<readonly string[]> {
  const { rows } = (await call('workspace.load', {})) as {
    readonly rows: { readonly action: readonly { readonly id: string; readonly planId: string; position: number }[] };
  };
  return rows.action
    .filter((action) => action.planId === planId)
    .toSorted((one, other) => one.position - other.position)
    .map(({ id }) => id);
}
