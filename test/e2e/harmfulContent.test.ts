import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { shownAsText, writeHarmfulContent } from '#test/helpers/harmfulContent.ts';
import { startCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { startApplication } from './browser.ts';
import { goTo } from './goTo.ts';

/** Every screen; whether it shows what somebody wrote. */
const screens: readonly (readonly [path: string, shows: boolean])[] = [
  ['/overview', true],
  ['/institution', true],
  ['/question-sets', true],
  ['/question/institution', true],
  ['/question/technical-staff-structures', true],
  ['/question/governance-and-resourcing', true],
  ['/question/last-plan-review', true],
  ['/question/publication', true],
  ['/question/signatures', true],
  ['/last-plan', true],
  ['/new-plan', true],
  ['/import/last', true],
  ['/import/next', true],
  ['/voice', true],
  ['/voice/view/channels', true],
  ['/voice/view/actions', true],
  ['/voice/view/changes', true],
  ['/import/voice', false],
  ['/evidence', true],
  ['/frameworks', true],
  ['/official-form', false],
  ['/readiness', true],
  ['/sign-off', true],
  ['/preview', true],
  ['/copies', true],
  ['/history', true],
  ['/compare/1/now', true],
  ['/backups', false],
  ['/about', false],
];

/** Those with a grid, in whose cells one can write or look. */
const grids: ReadonlySet<string> = new Set(['/last-plan', '/new-plan', '/voice', '/evidence']);

/** A workspace with harmful text in every field, and the public page that is made of it. */
async function harmfulWorkspace(): Promise<{
  readonly file: string;
  readonly page: string;
  /** Items of evidence with a file that would run if it were opened. */
  readonly withFiles: readonly string[];
}> {
  const folder = temporaryFolder();
  const test = startCore({ folder });
  await test.call('workspace.openSample', {});
  await writeHarmfulContent(test);
  const { rows } = await test.call('workspace.load', {});
  const cycle = rows.cycle.toSorted((one, other) => one.stage - other.stage).at(-1);
  const web = await test.call('export.web', {
    cycleId: cycle?.id ?? '',
    parts: ['last-plan', 'voice'],
    language: 'en-GB',
    exceptions: [],
    draft: true,
  });
  const page = join(folder, 'page.html');
  writeFileSync(page, (await test.core.fileTokens.read(web.page.file, Number.POSITIVE_INFINITY)).bytes);
  const { path } = test.services.session.required();
  test.core.close();
  const withFiles = rows.evidence.filter(
    ({ attachmentId, title }) => attachmentId !== null && title.includes(shownAsText),
  );
  return { file: path, page, withFiles: withFiles.slice(-5).map(({ id }) => id) };
}

/** What is in the page that text alone would not have put there. */
const injected = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const wrong = [
      'body script:not([src^="/assets/"])',
      'body style',
      'iframe, object, embed, base, meta[http-equiv="refresh"], form[action]',
      'a[href^="javascript:" i], a[href^="data:" i], a[href^="file:" i]',
      'img[src^="http"], img[src="x"], svg script, [srcdoc]',
      ...['load', 'error', 'click', 'mouseover', 'focus'].map((event) => `[on${event}]`),
    ];
    return [
      ...(Reflect.get(window, 'harmed') === undefined ? [] : ['a script ran']),
      ...wrong.flatMap((sought) => [...document.querySelectorAll(sought)].map((one) => one.outerHTML.slice(0, 200))),
    ];
  });

/** Everything that can be read on the screen, what stands in fields included. */
const readable = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  );

/** A busy machine takes its time; how fast a screen is there, the bench says. */
const patience = 60_000;

it('harmful text in every field is shown on every screen as text, and nothing of it runs, loads or asks', {
  timeout: 5 * patience,
}, async () => {
  const { file, page: exported, withFiles } = await harmfulWorkspace();
  const application = await startApplication({ file });
  onTestFinished(() => application.stop());
  const { page, faults, requests, host } = application;
  page.setDefaultTimeout(patience);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const pages: string[] = [];
  page.context().on('page', (opened) => pages.push(opened.url()));
  await page.getByRole('heading', { level: 1 }).waitFor();

  for (const [path, shows] of screens) {
    await goTo(page, path);
    if (shows)
      await expect
        .poll(() => readable(page).then((text) => text.includes(shownAsText)), { message: path, timeout: patience })
        .toBe(true);
    expect(await injected(page), path).toEqual([]);
    // In the panel at the side, and in a cell that is written in.
    const cell = page.locator('td[data-column="text"], td[data-column="words"], td[data-column="title"]').first();
    if (grids.has(path)) {
      await cell.dblclick();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Space');
      await page.keyboard.press('F2');
      await page.keyboard.press('Escape');
      expect(await injected(page), `${path}, opened`).toEqual([]);
    }
  }

  // Files that came with it: a page and a drawing that would run are shown as their letters, a program not at all.
  expect(withFiles).toHaveLength(5);
  let letters = 0;
  for (const id of withFiles) {
    await goTo(page, `/evidence/${id}`);
    await page.getByRole('button', { name: 'Show…', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.and(page.locator(':focus-within')).waitFor();
    await dialog.getByText('Opening…').waitFor({ state: 'detached' });
    letters += await dialog.getByRole('region', { name: /^Text of / }).count();
    expect(await injected(page), 'an attached file').toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  expect(letters).toBe(4);

  // What a search finds, with its words marked.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('onmouseover');
  await page.getByRole('option').first().waitFor();
  expect(await injected(page)).toEqual([]);
  await page.keyboard.press('Escape');

  expect({ dialogs, pages, faults }).toEqual({ dialogs: [], pages: [], faults: [] });
  const outside = requests.filter(
    (address) => !address.startsWith(`${host.origin}/`) && !/^(?:blob|data):/.test(address),
  );
  expect(outside).toEqual([]);
  // Nor does the host say anything of it.
  expect(host.messages()).toBe('');

  // The public page, as a reader opens it: from the disk, without our policy.
  const reader = await page.context().newPage();
  pages.length = 0;
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await reader.goto(pathToFileURL(exported).href);
  expect(await reader.evaluate(() => document.body.textContent?.includes('<b onmouseover='))).toBe(true);
  expect(await injected(reader)).toEqual([]);
  expect({ dialogs, pages }).toEqual({ dialogs: [], pages: [] });
  expect(asked.filter((address) => !/^(?:file|data):/.test(address))).toEqual([]);
});
