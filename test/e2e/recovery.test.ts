import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import { chooseFromMenu } from './menus.ts';
import { damageFile, makeWorkspaces } from './recoveryFiles.ts';

describe('a file that cannot be opened', () => {
  let application: RunningApplication;
  let dataFolder: string;
  let paths: Readonly<Record<string, string>>;
  const institutions = ['Damaged', 'Newer', 'Empty', 'Overwritten', 'Lent', 'Older', 'Gone'] as const;

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'planner-recovery-'));
    const made = await makeWorkspaces(dataFolder, institutions);
    paths = Object.fromEntries(institutions.map((institution, index) => [institution, made[index] ?? '']));
    damageFile(paths.Damaged ?? '');
    withPlainSqlite(paths.Newer ?? '', (database) => database.pragma('user_version = 9999'));
    writeFileSync(paths.Empty ?? '', '');
    writeFileSync(paths.Overwritten ?? '', 'Minutes of the Steering Group');
    const seenAt = new Date().toISOString();
    const holder = { user: 'imogen', host: 'LAB-PC-7', pid: 4711, process: 1, since: seenAt, seenAt };
    writeFileSync(`${paths.Lent}.lock`, JSON.stringify(holder));
    // A version that it is not: bringing it up to this one cannot succeed.
    withPlainSqlite(paths.Older ?? '', (database) => database.pragma('user_version = 1'));
    rmSync(paths.Gone ?? '');
    application = await startApplication({
      dataFolder,
      context: { viewport: { width: 1024, height: 800 }, colorScheme: 'dark' },
    });
    application.page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await application.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  afterEach(() => expect(application.faults).toEqual([]));

  const bytesOf = (institution: string): Buffer => readFileSync(paths[institution] ?? '');
  const panel = () => application.page.getByRole('region', { name: /\.tcplan (?:is|was|could|can)/u });
  const open = async (institution: string): Promise<void> => {
    await application.page.getByRole('button', { name: new RegExp(`^${institution} ${institution}`, 'u') }).click();
    await panel()
      .getByRole('heading', { name: new RegExp(`^${institution}\\.tcplan`, 'u') })
      .waitFor();
    await panel()
      .getByText(/^\d+ backups? looked over just now\.$/u)
      .waitFor();
  };
  const violations = () => accessibilityFaults(application.page);

  it.each([
    ['Newer', 'was made by a newer version of this application', 'Update the application, then open the file again'],
    ['Empty', 'is empty', 'wait until it has finished and try again'],
    ['Overwritten', 'is not a workspace of this application', 'something has been saved over it'],
    ['Lent', 'is open somewhere else', 'imogen on LAB-PC-7 has it open'],
    ['Older', 'could not be brought up to this version', 'The file itself is as it was'],
  ])('%s: says what happened and the ways out, and leaves the file as it was', async (institution, heading, told) => {
    const before = bytesOf(institution);
    await open(institution);
    await panel()
      .getByRole('heading', { name: `${institution}.tcplan ${heading}` })
      .waitFor();
    await panel().getByText(told).first().waitFor();
    expect(bytesOf(institution).equals(before)).toBe(true);
    // One of them is looked over for all: the panel is the same.
    if (institution === 'Newer') expect(await violations()).toEqual([]);
    // The list tells of itself: nothing is said twice over.
    expect(await application.page.getByRole('alert').count()).toBe(1);
  });

  it('is tried again once it is free', async () => {
    const { page } = application;
    await open('Lent');
    rmSync(`${paths.Lent}.lock`);
    await panel().getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('heading', { name: 'Go on' }).waitFor();
    expect(await panel().count()).toBe(0);
  });

  it('that is damaged is kept in quarantine, and what a backup lacks is named before it takes its place', async () => {
    const { page } = application;
    const damaged = bytesOf('Damaged');
    await open('Damaged');
    const quarantine = join(dataFolder, 'quarantine');
    const kept = readdirSync(quarantine).find((name) => name.startsWith('Damaged')) ?? '';
    await panel().getByText(`“${kept}”`).waitFor();
    expect(readFileSync(join(quarantine, kept)).equals(damaged)).toBe(true);
    const asked = panel().getByRole('row', { name: /made on request/u });
    await asked.getByText(/^1 change since, the last one: “.*Written after the backup.*”/u).waitFor();

    await chooseFromMenu(asked.getByRole('button', { name: /^More for the backup/u }), 'Go back to it…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Not in it: 1 change since/u).waitFor();
    await dialog.getByText(/otherwise in quarantine/u).waitFor();
    await dialog.getByRole('button', { name: 'Go back to it' }).press('Enter');
    await page.getByText(/A file that was there before is kept in quarantine/u).waitFor();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    expect(readFileSync(join(quarantine, kept)).equals(damaged)).toBe(true);
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('heading', { name: 'Go on' }).waitFor();
  });

  it.skipIf(process.platform === 'win32')('that is taken away while it is open is told, and leads on', async () => {
    const { page } = application;
    await page.getByRole('button', { name: /^Lent Lent/u }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    rmSync(paths.Lent ?? '');
    await goTo(page, '/institution');
    await page.locator('main textarea').first().fill('Written too late');
    await page.locator('main textarea').first().blur();
    const told = page.getByRole('region', { name: 'The file was taken away' });
    await told.getByText(/was moved, replaced or deleted by another program while it was open/u).waitFor();
    await told.getByText(/Everything saved before is kept as “Lent \(from /u).waitFor();
    expect(await violations()).toEqual([]);
    await told.getByRole('button', { name: 'Open what was kept' }).press('Enter');
    await told.waitFor({ state: 'detached' });
    // What was refused stays where it was written, to be copied or sent again; it is in no workspace.
    for (const place of ['/overview', '/institution']) await goTo(page, place);
    await expect.poll(() => page.locator('main textarea').first().inputValue()).toBe('Written before the backup.');
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('heading', { name: 'Go on' }).waitFor();
  });

  it('that is gone is made again from its backup, found from the Start screen', async () => {
    const { page } = application;
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    await page.getByRole('button', { name: /^Gone\.tcplan 2 backups/u }).click();
    await page.getByRole('heading', { level: 1, name: 'Backups of Gone.tcplan' }).waitFor();
    await page.getByText(/^\d+ backups? looked over just now\.$/u).waitFor();
    expect(await violations()).toEqual([]);
    await chooseFromMenu(
      page.getByRole('button', { name: /^More for the backup .* made on request/u }),
      'Go back to it…',
    );
    await page
      .getByRole('dialog')
      .getByText(/The file is made again in/u)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Go back to it' }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    expect(bytesOf('Gone').length).toBeGreaterThan(4096);
  });
});
