import { afterEach, expect, it } from 'vitest';
import type { Action, Cycle } from '#shared/model/tables.ts';
import { accessibilityFaults } from './axe.ts';
import { takesFocus } from './byKeyboard.ts';
import { call, goTo, open, tidyUp } from './voicePage.ts';

afterEach(tidyUp);

it('an acronym is set aside where it is listed, and a person named in the plan leads to the review of the public page', async () => {
  const application = await open({ sample: true });
  const { page, faults } = application;
  const { rows } = await call<{ rows: { cycle: Cycle[]; action: Action[] } }>(application, 'workspace.load', {});
  const planId = rows.cycle.find(({ stage }) => stage === 3)?.newPlanId;
  const action = rows.action.find((each) => each.planId === planId && !each.binned);
  const fields = { text: 'Imogen Thackwray reports to HESA', ref: 'Z9' };
  await call(application, 'action.edit', { id: action?.id ?? '', fields });

  await goTo(page, '/readiness', 'Readiness');
  const main = page.locator('main');
  const finding = main.getByRole('link', { name: 'Not explained anywhere (HESA): Z9' });
  await finding.waitFor();
  await main.getByRole('button', { name: 'Set aside, because… Not explained anywhere (HESA): Z9' }).click();
  const reason = main.getByLabel('It can stay as it is, because');
  await takesFocus(reason);
  await page.keyboard.type('Every reviewer reports to it');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await main.getByText('Set aside: 1', { exact: true }).waitFor();
  // Whoever works by keyboard goes on from the finding beside it.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main li') !== null)).toBe(true);

  await main.getByRole('link', { name: /^“Imogen Thackwray” is named in what the public page shows: / }).click();
  const row = main
    .getByRole('region', { name: /^Taken out of the page/u })
    .getByRole('row', { name: /Imogen Thackwray/u });
  await row.waitFor();
  await takesFocus(row);
  expect(faults).toEqual([]);
});
