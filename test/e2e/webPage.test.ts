import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { goTo, open, tidyUp } from './voicePage.ts';

afterEach(tidyUp);

async function downloadOf(page: Page, button: string): Promise<{ readonly path: string; readonly name: string }> {
  const begun: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await begun;
  return { path: await download.path(), name: download.suggestedFilename() };
}

describe('the public page', () => {
  it('is looked through, written, and opened with scripts disabled: nobody named, nothing asked for, axe clean', async () => {
    const { page, faults } = await open({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    await goTo(page, '/sign-off', 'Sign-off and export');
    await page.getByRole('button', { name: 'Look through what is taken out' }).click();
    const review = page.getByRole('region', { name: /^Taken out of the page/ });
    const name = review.getByRole('row', { name: /Imogen Thackwray/ });
    await name.getByRole('link', { name: 'Contact, name' }).waitFor();
    expect(await name.getByRole('cell').first().textContent()).toBe('Head of Technical Services');
    expect(await accessibilityFaults(page)).toEqual([]);

    const safe = await downloadOf(page, 'Export the draft page');
    expect(safe.name).toBe('Eastmere University Technician Commitment action plan (draft).html');
    const csv = await downloadOf(page, 'Save the plan as csv');
    expect(csv.name).toBe('Eastmere University Technician Commitment action plan (draft).csv');
    for (const path of [safe.path, csv.path]) {
      const text = await readFile(path, 'utf8');
      for (const forbidden of ['Thackwray', '@', '01632', 'Oduya'])
        expect(text.replace(/<style>.*?<\/style>/su, ''), forbidden).not.toContain(forbidden);
    }

    // An exception is for one thing and for this export.
    await name.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => name.getByRole('cell').first().textContent()).toBe('As it is written');
    const named = await downloadOf(page, 'Export the draft page');
    const text = await readFile(named.path, 'utf8');
    expect(text).toContain('Imogen Thackwray');
    expect(text).not.toContain('technicians@eastmere.example');

    // A browser prints what it shows: the very page, in a tab in which nothing runs.
    const [view] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open it to print' }).click(),
    ]);
    await view
      .getByRole('heading', { level: 1, name: /Technician Commitment action plan: Eastmere University/ })
      .waitFor();
    await view.getByText('Imogen Thackwray').first().waitFor();
    await view.emulateMedia({ media: 'print' });
    const mark = view.locator('.rag.red').first();
    expect(await mark.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe('rgb(163, 35, 26)');
    expect(await view.getByRole('navigation').count()).toBe(0);
    await view.close();
    expect(faults).toEqual([]);

    const browser = await launchBrowser();
    try {
      const html = await readFile(safe.path, 'utf8');
      // Without scripts the page is all there. Axe is a script itself, so it looks at the same page where it may run.
      for (const javaScriptEnabled of [false, true]) {
        const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1024, height: 800 } });
        const reader = await context.newPage();
        const requests: string[] = [];
        const complaints: string[] = [];
        context.on('request', (request) => requests.push(request.url()));
        reader.on('console', (message) => complaints.push(message.text()));
        // A download has no ending by which a browser would know it, so it is served from memory.
        await context.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
        await reader.goto('http://eastmere.example/page.html');
        await reader.getByRole('heading', { level: 1 }).waitFor();
        // Its style is let in by its own policy.
        const red = reader.locator('.rag.red').first();
        expect(await red.evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe('rgb(163, 35, 26)');
        for (const [width, media] of [
          [1024, 'screen'],
          [400, 'screen'],
          [1024, 'print'],
        ] as const) {
          await reader.setViewportSize({ width, height: 800 });
          await reader.emulateMedia({ media });
          if (javaScriptEnabled) expect(await accessibilityFaults(reader), `${media} at ${width}`).toEqual([]);
          const sideways = await reader.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          expect(sideways, `${media} at ${width}`).toBe(false);
          expect(
            await reader
              .getByRole('heading', { name: /as a list$/ })
              .first()
              .isVisible(),
          ).toBe(media === 'screen');
        }
        expect(requests).toEqual(['http://eastmere.example/page.html']);
        expect(complaints).toEqual([]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  }, 120_000);
});
