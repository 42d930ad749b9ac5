import { afterEach, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';

let application: RunningApplication | null = null;
afterEach(async () => {
  await application?.stop();
  application = null;
});

describe('the application in a browser', () => {
  it('opens the Start page, keeps the token out of the address bar, and asks nobody else', async () => {
    application = await startApplication();
    const { page, host, faults, requests } = application;
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).not.toContain(host.token);
    expect(requests.filter((address) => !address.startsWith(host.origin))).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('finds its way back to the host after a reload', async () => {
    application = await startApplication();
    const { page, faults } = application;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  it('says what it is made of, with every licence, before and after a workspace is open', async () => {
    application = await startApplication();
    const { page, faults } = application;
    await page.getByRole('link', { name: 'About and licences' }).click();
    await page.getByRole('heading', { level: 1, name: 'About and licences' }).waitFor();
    const reactDom = page.locator('details').filter({ has: page.locator('summary', { hasText: /^react-dom \d/ }) });
    await reactDom.locator('summary').click();
    await reactDom.getByText('Copyright (c) Meta Platforms').waitFor();
    await page.getByRole('button', { name: 'Back to Start' }).click();
    await page.getByRole('button', { name: 'Look round the sample' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('licences');
    // Nothing comes in any more that would move what is clicked.
    await page.locator('[role="listbox"][aria-busy="false"]').waitFor();
    await page.getByRole('option', { name: 'About and licences' }).click();
    await page.locator('summary', { hasText: /^zod \d/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('opens the sample', async () => {
    application = await startApplication({ sample: true });
    const { page, host } = application;
    await page.getByText('Eastmere University').first().waitFor();
    expect(host.messages()).toBe('');
  });

  it('says how the work goes until it is put away, also after the next start, and again on request under F1', async () => {
    application = await startApplication({ sample: true });
    const { page, faults } = application;
    const guide = page.getByRole('region', { name: 'How the work goes' });
    const rate = guide.getByRole('link', { name: 'Rate it' });
    await rate.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /How did the/ }).waitFor();
    await page.goBack();
    await guide.getByRole('button', { name: 'Hide this' }).focus();
    await page.keyboard.press('Enter');
    await guide.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.getByText('What is left').waitFor();
    expect(await guide.count()).toBe(0);
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByRole('button', { name: 'Show how the work goes' }).click();
    await guide.waitFor();
    expect(faults).toEqual([]);
  });
});
