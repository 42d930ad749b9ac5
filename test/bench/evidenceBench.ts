import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type RunningApplication, startApplication } from '../e2e/browser.ts';
import { holdFile } from '../e2e/holdFile.ts';
import { type Call, callsOf } from './gridEdits.ts';
import { againstFloor, type Bench, medianTimes } from './measure.ts';

const items = 500;
const files = 100;
const fileBytes = 524_288;

/**
 * An evidence library of five hundred items, a hundred of them with half a megabyte attached: reading the workspace and
 * opening the screen against the same items without their files, a backup against copying the workspace's bytes.
 */
export const evidenceBench: Bench = async () => {
  const heavy = await startApplication();
  const light = await startApplication();
  try {
    const call = callsOf(heavy.host);
    const callLight = callsOf(light.host);
    await fill(heavy, call, files);
    await fill(light, callLight, 0);
    const name = `evidence.${items}`;
    const load = await medianTimes(
      15,
      () => call('workspace.load', {}),
      () => callLight('workspace.load', {}),
    );
    const open = await medianTimes(
      7,
      () => openLibrary(heavy.page),
      () => openLibrary(light.page),
    );
    const backUp = await medianTimes(
      7,
      () => call('workspace.backUp', {}),
      () => copyWorkspace(heavy),
    );
    return [
      againstFloor(`${name}.load`, load, 1.5),
      againstFloor(`${name}.open`, open, 1.5),
      againstFloor(`${name}.backUp`, backUp, 8),
    ];
  } finally {
    await heavy.stop();
    await light.stop();
  }
};

async function fill(application: RunningApplication, call: Call, withFile: number): Promise<void> {
  await call('workspace.create', { institution: 'Saltmarsh University', stage: 3, signedOn: '2020-09-14' });
  for (let number = 1; number <= withFile; number += 1) {
    const file = await holdFile(application.host, `Report ${number}.bin`, randomBytes(fileBytes));
    await call('evidence.addFile', { file, fields: fieldsOf(number), evenIfKept: false });
  }
  const added = Array.from({ length: items - withFile }, (_, at) => ({ fields: fieldsOf(withFile + at + 1) }));
  await call('evidence.change', { kind: 'paste', changes: [], added });
  await application.page.reload();
  await application.page.waitForFunction(() => document.querySelector('main h1'), undefined, { polling: 'raf' });
}

const fieldsOf = (number: number) => ({ kind: 'document', title: `Report ${number}` });

/** From another screen until the newest item stands in the list. */
async function openLibrary(page: Page): Promise<void> {
  for (const path of ['/about', '/evidence']) {
    await page.evaluate((place) => {
      window.location.hash = place;
    }, path);
    await page.waitForFunction(
      ([place, title]) => {
        const isListed = [...document.querySelectorAll('td[data-column="title"]')].some((cell) =>
          cell.textContent?.includes(title),
        );
        return document.querySelector('main h1') !== null && isListed === (place === '/evidence');
      },
      [path, `Report ${items}`] as const,
      { polling: 'raf' },
    );
  }
}

/** The bytes of the workspace from the disk and onto it, which no backup can do without. */
function copyWorkspace({ host }: RunningApplication): void {
  const folder = join(host.dataFolder, 'workspaces');
  const copy = join(host.dataFolder, 'floor.bin');
  copyFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.tcplan')) ?? ''), copy);
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  rmSync(copy);
}
