import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';

/**
 * Five hundred items of evidence, a hundred of them with a file of half a megabyte. The bounds are those of patience on a
 * busy machine of two cores, several times what is measured; what they would find is a list that loads its files.
 */
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
const hold = async (name: string, bytes: Uint8Array): Promise<string> => {
  const { host } = application;
  const response = await fetch(`${host.origin}/files`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${host.token}`,
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(name),
    },
    body: Buffer.from(bytes),
  });
  return ((await response.json()) as { value: { token: string } }).value.token;
};
const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await act();
  return performance.now() - started;
};

beforeAll(async () => {
  application = await startApplication();
  await call('workspace.create', { institution: 'Saltmarsh University', stage: 3, signedOn: '2020-09-14' });
  for (let number = 1; number <= count; number += 1) {
    const fields = { kind: 'document', title: `Report ${number}` };
    if (number > files) await call('evidence.add', { fields });
    else {
      const file = await hold(`Report ${number}.bin`, randomBytes(fileBytes));
      await call('evidence.addFile', { file, fields, evenIfKept: false });
    }
  }
}, 240_000);
afterAll(() => application.stop());

it('stay pleasant: the list loads no file, and opening, saving, backing up and opening again take no longer for them', async () => {
  const { page } = application;
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  let received = 0;
  page.on('response', (response) => {
    received += Number(response.headers()['content-length'] ?? 0);
  });
  const shown = await timed(async () => {
    await page.evaluate(() => {
      window.location.hash = '/evidence';
    });
    await page.getByRole('button', { name: `All ${count}` }).waitFor();
    await page
      .getByRole('gridcell', { name: `Report ${count}` })
      .first()
      .waitFor();
  });
  expect(shown).toBeLessThan(8_000);
  // All of it is the screen's own program and nothing of the 50 MB.
  expect(received).toBeLessThan(4_000_000);
  // Rows out of view are not drawn.
  expect(await page.getByRole('row').count()).toBeLessThan(120);

  const title = page.getByRole('textbox', { name: 'Title' }).first();
  const added = await timed(async () => {
    await title.fill('One more');
    await page.keyboard.press('Enter');
    await page.getByText(`Evidence ${count + 1} is kept.`).waitFor();
  });
  expect(added).toBeLessThan(4_000);

  const { rows } = await call<{ rows: { evidence: { id: string; attachmentId: string | null }[] } }>(
    'workspace.load',
    {},
  );
  const withFile = rows.evidence.find(({ attachmentId }) => attachmentId !== null);
  await page.evaluate((id) => {
    window.location.hash = `/evidence/${id}`;
  }, withFile?.id);
  const saved = await timed(async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('complementary').getByRole('button', { name: 'Save a copy…', exact: true }).click(),
    ]);
    await download.path();
  });
  expect(saved).toBeLessThan(8_000);

  expect(await timed(() => call('workspace.backUp', {}))).toBeLessThan(15_000);
  const load = await timed(() => call('workspace.load', {}));
  expect(load).toBeLessThan(3_000);
  const reopened = await timed(async () => {
    await page.reload();
    await page.getByRole('button', { name: `All ${count + 1}` }).waitFor();
  });
  expect(reopened).toBeLessThan(10_000);
  expect(application.faults).toEqual([]);
}, 180_000);
