import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBrowserPlatform } from '../../renderer/platform/browser.ts';
import { createClient } from '../../renderer/platform/client.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
  await application.page.getByRole('heading', { level: 1 }).waitFor();
});
afterAll(() => application.stop());

it('a signed self-assessment is followed by the next, which rates its plan', async () => {
  const { page, host, faults } = application;
  const client = createClient(createBrowserPlatform(host.token, host.origin));
  const load = async () => {
    const loaded = await client.call('workspace.load', {});
    if (!loaded.ok) throw new Error(loaded.error.code);
    return loaded.value.rows;
  };
  const newest = async () => (await load()).cycle.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const cycle = await newest();
  if (!cycle) throw new Error('The sample has no cycle');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect(await page.getByRole('button', { name: 'Start the next self-assessment…' }).count()).toBe(0);

  const issued = await client.call('export.word', {
    cycleId: cycle.id,
    parts: ['questions', 'signatures', 'last-plan', 'new-plan'],
    planAs: 'tables',
    language: 'en-GB',
    draft: false,
  });
  const signed = await client.call('signOff.record', {
    cycleId: cycle.id,
    step: 'signed',
    name: 'Rowan Ellis',
    role: 'Vice-Chancellor',
    happenedOn: new Date().toISOString().slice(0, 10),
    issuedDocumentId: issued.ok ? issued.value.issuedDocumentId : null,
    note: '',
  });
  expect(signed).toMatchObject({ ok: true });
  await page.getByRole('button', { name: 'Start the next self-assessment…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start the next self-assessment' });
  await dialog.getByLabel('Submission due').fill('2030-01-31');
  expect(await accessibilityFaults(page, { within: '[role="dialog"]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Start it' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await newest())?.lastPlanId).toBe(cycle.newPlanId);
  await page.getByText('31 January 2030').first().waitFor();

  await page.getByRole('button', { name: /^Undo/u }).first().click();
  await expect.poll(async () => (await newest())?.id).toBe(cycle.id);
  expect(faults).toEqual([]);
});
