import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import { holdFile } from './holdFile.ts';

/** Five hundred items of evidence, a hundred of them with a file of half a megabyte; how fast they are, the bench says. */
const count = 500;
const files = 100;
const fileBytes = 524_288;

let application: RunningApplication;
const call = async <Value>(channel: string, input: unknown): Promise<Value> => {
  const { host } = application;
  const response = await fetch(`${host.origin}/rpc/${channel}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${host.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ input, screen: '' }),
  });
  const result = (await response.json()) as { ok: boolean; value: Value };
  expect(result, channel).toMatchObject({ ok: true });
  return result.value;
};
beforeAll(async () => {
  application = await startApplication();
  await call('workspace.create', { institution: 'Saltmarsh University', stage: 3, signedOn: '2020-09-14' });
  for (let number = 1; number <= count; number += 1) {
    const fields = { kind: 'document', title: `Report ${number}` };
    if (number > files) await call('evidence.add', { fields });
    else {
      const file = await holdFile(application.host, `Report ${number}.bin`, randomBytes(fileBytes));
      await call('evidence.addFile', { file, fields, evenIfKept: false });
    }
  }
}, 240_000);
afterAll(() => application.stop());

it('stay in hand: the list loads no file and draws what is in view, and adding, saving out, backing up and opening again work', async () => {
  const { page } = application;
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  let received = 0;
  page.on('response', (response) => {
    received += Number(response.headers()['content-length'] ?? 0);
  });
  await goTo(page, '/evidence');
  await page.getByRole('button', { name: `All ${count}` }).waitFor();
  await page
    .getByRole('gridcell', { name: `Report ${count}` })
    .first()
    .waitFor();
  // All of it is the screen's own program and nothing of the 50 MB.
  expect(received).toBeLessThan(4_000_000);
  // Rows out of view are not drawn.
  expect(await page.getByRole('row').count()).toBeLessThan(120);

  const title = page.getByRole('textbox', { name: 'Title' }).first();
  await title.fill('One more');
  await page.keyboard.press('Enter');
  await page.getByText(`Evidence ${count + 1} is kept.`).waitFor();

  const { rows } = await call<{ rows: { evidence: { id: string; number: number; attachmentId: string | null }[] } }>(
    'workspace.load',
    {},
  );
  const withFile = rows.evidence.find(({ attachmentId }) => attachmentId !== null);
  await goTo(page, `/evidence/${withFile?.id}`);
  const inspector = page.getByRole('complementary');
  await inspector.getByRole('heading', { name: `Evidence ${withFile?.number}`, exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    inspector.getByRole('button', { name: 'Save a copy…', exact: true }).click(),
  ]);
  expect((await stat(await download.path())).size).toBe(fileBytes);

  await call('workspace.backUp', {});
  await page.reload();
  await page.getByRole('button', { name: `All ${count + 1}` }).waitFor();
  expect(application.faults).toEqual([]);
}, 180_000);
