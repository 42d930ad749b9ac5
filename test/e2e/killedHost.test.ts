import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startApplication } from './browser.ts';

it('loses nothing that said Saved when the host is killed in mid-edit, and says that the rest is not saved', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'planner-killed-'));
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const first = await startApplication({ sample: true, dataFolder });
  const { page, host } = first;
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^TALENT recommendations/ })
    .click();
  const editor = page.getByRole('textbox', { name: 'Answer: TALENT recommendations' });
  await editor.click();
  await editor.pressSequentially('Seven recommendations are acted on.');
  await page.getByText('5 words', { exact: true }).first().waitFor();
  await page
    .getByTestId('save-state')
    .getByText(/Saved \d\d:\d\d/)
    .waitFor();

  await editor.pressSequentially(' Three more');
  const gone = once(host.process, 'exit');
  host.process.kill('SIGKILL');
  await gone;
  await editor.pressSequentially(' are planned.');
  await page
    .getByTestId('save-state')
    .getByText(/Not saved/)
    .waitFor();
  await page.getByRole('button', { name: 'Retry' }).waitFor();
  await first.stop();

  const second = await startApplication({ sample: true, dataFolder });
  onTestFinished(() => second.stop());
  await second.page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /^TALENT recommendations/ })
    .click();
  await second.page.getByText(/Seven recommendations are acted on\./).waitFor();
  expect(second.host.messages()).toBe('');
});
