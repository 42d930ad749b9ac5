import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { byKeyboard } from './byKeyboard.ts';
import { goTo } from './goTo.ts';

const remark = 'Say who chairs it now';

/** The document with one word changed and a comment on that paragraph, as a reader sends it back. */
function answered(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const document = strFromU8(parts['word/document.xml'] as Uint8Array).replace('264.6 full-time', '265.6 full-time');
  const end = document.indexOf('</w:r>', document.indexOf('265.6 full-time')) + '</w:r>'.length;
  const mark = '<w:r><w:commentReference w:id="0"/></w:r>';
  const comment = `<w:comment w:id="0" w:author="Ada Okafor"><w:p><w:r><w:t>${remark}</w:t></w:r></w:p></w:comment>`;
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(document.slice(0, end) + mark + document.slice(end)),
    'word/comments.xml': strToU8(
      `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comment}</w:comments>`,
    ),
  });
}

describe('a document that came back', () => {
  let application: RunningApplication;
  let issued: string;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'returned-'));
    application = await startApplication({ sample: true, context: { viewport: { width: 1024, height: 800 } } });
    await application.page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(async () => {
    await application.stop();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => expect(application.faults).toEqual([]));

  const go = (path: string): Promise<void> => goTo(application.page, path);
  const choose = async (path: string): Promise<void> => {
    const { page } = application;
    const area = page.getByRole('region', { name: 'A document that came back' });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      area.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    await chooser.setFiles(path);
  };

  it('is known for the copy that was issued', async () => {
    const { page } = application;
    await go('/sign-off');
    await page.getByLabel('An issued copy, kept here as it is').check();
    await page.getByRole('button', { name: 'Issue this copy' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Issue it regardless' }).click(),
    ]);
    issued = join(folder, download.suggestedFilename());
    await download.saveAs(issued);
    await choose(issued);
    await page.getByText(/is Version 1, issued on .*, byte for byte\./u).waitFor();
  });

  it('shows the word that was changed, and keeps its comment beside the question', async () => {
    const { page } = application;
    const returned = join(folder, 'returned.docx');
    writeFileSync(returned, answered(readFileSync(issued)));
    await choose(returned);
    await page.getByText(/1 paragraph differs\./u).waitFor();
    await page.locator('ins', { hasText: '265.6' }).waitFor();
    await page.getByRole('button', { name: 'Keep 1 comment beside what they are about' }).click();
    await page.getByText('All of them are kept.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await go('/question/technical-staff-structures');
    await page.getByText(remark).waitFor();
    await page.getByText('Settled').click();
    await byKeyboard(page).saved();
  });
});
