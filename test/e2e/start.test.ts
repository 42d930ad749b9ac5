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

  it('opens the sample', async () => {
    application = await startApplication({ sample: true });
    const { page, host } = application;
    await page.getByText('Eastmere University').first().waitFor();
    expect(host.messages()).toBe('');
  });
});
