import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { Action, Answer, Cycle, Link, Voice } from '#shared/model/tables.ts';
import { type RunningApplication, type StartApplicationOptions, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { goTo as goToScreen } from './goTo.ts';

/** What the tests of technician voice do in the page and ask of the host. */

const stops: (() => Promise<void>)[] = [];
/** Ends what a test has started; for `afterEach`. */
export async function tidyUp(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

export async function open(options: StartApplicationOptions = {}): Promise<RunningApplication> {
  const application = await startApplication(options);
  stops.push(application.stop);
  const { page } = application;
  if (!options.sample) {
    await page.getByLabel('Institution', { exact: true }).fill('Saltmarsh University');
    await page.getByLabel(/When the Commitment was signed/).fill('2020-09-14');
    await page.getByRole('button', { name: 'Make the workspace' }).click();
  }
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return application;
}

export async function goTo(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await goToScreen(page, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
export const goToVoice = (page: Page) => goTo(page, '/voice', 'Technician voice');

export async function written(name: string, content: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-voice-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles(file);
}

/** Calls a channel of the host, for what is not the subject of the test. */
export async function call<Value>({ host }: RunningApplication, channel: string, input: unknown): Promise<Value> {
  const answer = await fetch(`${host.origin}/rpc/${channel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, origin: host.origin },
    body: JSON.stringify({ input }),
  });
  const result = (await answer.json()) as { readonly ok: boolean; readonly value: Value };
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result)}`);
  return result.value;
}

interface Loaded {
  readonly rows: {
    readonly voice: readonly Voice[];
    readonly cycle: readonly Cycle[];
    readonly action: readonly Action[];
    readonly answer: readonly Answer[];
    readonly link: readonly Link[];
  };
}
export const rowsOf = async (application: RunningApplication) =>
  (await call<Loaded>(application, 'workspace.load', {})).rows;
export const voicesOf = async (application: RunningApplication) =>
  (await rowsOf(application)).voice.toSorted((one, other) => one.number - other.number);

export const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLInputElement ||
      focused instanceof HTMLSelectElement ||
      focused instanceof HTMLTextAreaElement
      ? (focused.labels?.[0]?.querySelector('span')?.textContent ?? focused.labels?.[0]?.textContent ?? '').trim()
      : (focused?.textContent ?? '').trim();
  });

/** Tab until the field of that name has the focus: the only way there for somebody without a mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Tab to a list of choices, and the arrow until it says what is wanted. */
export async function chooseByKey(page: Page, name: string, label: string): Promise<void> {
  await tabTo(page, name);
  await byKeyboard(page).choose(page.locator('select:focus'), label);
}

/** Every text of every part of a Word document or workbook, and the names of the parts. */
export async function everythingIn(path: string): Promise<string> {
  const parts = Object.entries(unzipSync(await readFile(path)));
  return parts.map(([name, content]) => `${name}\n${strFromU8(content)}`).join('\n');
}

export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download.path();
}
