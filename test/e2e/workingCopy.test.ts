import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { accessibilityFaults } from './axe.ts';
import { type RunningApplication, startApplication } from './browser.ts';
import { goTo } from './goTo.ts';
import { makeWorkspaces } from './recoveryFiles.ts';

describe('a workspace in a synchronised folder', () => {
  let application: RunningApplication;
  let place: string;
  let shared: string;
  let path: string;
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'planner-shared-'));
    shared = join(place, 'OneDrive - Eastmere University');
    mkdirSync(shared);
    const dataFolder = join(place, 'data');
    const [made = ''] = await makeWorkspaces(dataFolder, ['Eastmere'], (name) => join(shared, `${name}.tcplan`));
    path = made;
    application = await startApplication({
      dataFolder,
      file: path,
      context: { viewport: { width: 1024, height: 800 }, colorScheme: 'dark', forcedColors: 'active' },
    });
    application.page.setDefaultTimeout(20_000);
    await application.page.getByRole('navigation', { name: 'Contents' }).waitFor();
  });
  afterAll(async () => {
    await application.stop();
    rmSync(place, { recursive: true, force: true });
  });
  afterEach(() => expect(application.faults).toEqual([]));

  const strip = () => application.page.getByRole('region', { name: 'Where the workspace is' });
  const violations = () => accessibilityFaults(application.page, { leftOut: ['region'] });
  const write = async (profile: string): Promise<void> => {
    const { page } = application;
    await goTo(page, '/institution');
    const field = page.getByLabel('Profile', { exact: false }).and(page.locator('textarea')).first();
    await field.fill(profile);
    await field.blur();
    await page
      .getByTestId('save-state')
      .getByText(/Saved \d\d/u)
      .waitFor();
    await expect.poll(shownProfile).toBe(profile);
  };
  const shownProfile = (): Promise<string> => application.page.locator('main textarea').first().inputValue();
  const profileOf = (file: string): unknown =>
    withPlainSqlite(file, (database) => database.prepare('SELECT profile FROM institution').pluck().get());
  const colleagueWrites = (profile: string): void => {
    withPlainSqlite(path, (database) => database.prepare('UPDATE institution SET profile = ?').run(profile));
  };
  const takeAway = () => renameSync(shared, `${shared} away`);
  const bringBack = () => renameSync(`${shared} away`, shared);

  it('says where it is, and saves back when asked', async () => {
    const { page } = application;
    await strip().getByText('This workspace is in OneDrive.').waitFor();
    await write('First');
    await strip().getByRole('button', { name: 'Save back now' }).press('Enter');
    await strip()
      .getByText(/Last saved back at \d\d:\d\d: everything is there\./u)
      .waitFor();
    expect(profileOf(path)).toBe('First');
    await strip().getByRole('button', { name: 'Where it is' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/Both hold the same\. Last saved back at/u)
      .waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('says why it could not be saved back, that nothing is lost, and tries again', async () => {
    const { page } = application;
    await write('Second');
    takeAway();
    await strip().getByRole('button', { name: 'Save back now' }).click();
    await strip()
      .getByText(/Not saved back in OneDrive: the folder cannot be reached/u)
      .waitFor();
    // The window is not closed without a question either.
    const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await strip().getByRole('button', { name: 'What to do…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Not saved back in OneDrive' });
    await dialog.getByText('Nothing is lost.').waitFor();
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Try again' }).press('Enter');
    await dialog.getByText(/It was tried again, and still the folder cannot be reached/u).waitFor();
    bringBack();
    await dialog.getByRole('button', { name: 'Try again' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(profileOf(path)).toBe('Second');
  });

  it('says so when it is closed without having been saved back, and goes on from there when it is opened', async () => {
    const { page } = application;
    await write('Third');
    takeAway();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    const dialog = page.getByRole('dialog', { name: 'Not saved back in OneDrive' });
    await dialog.getByRole('button', { name: 'Go on working' }).click();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await dialog.getByRole('button', { name: 'Close all the same' }).click();
    const left = page.getByRole('region', { name: 'Not saved back yet' });
    await left.getByText(/because the folder cannot be reached\. They are safe on this computer/u).waitFor();
    expect(await violations()).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      left.getByRole('button', { name: /^Save a copy elsewhere/u }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Eastmere \(copy, .*\)\.tcplan$/u);
    bringBack();
    await left.getByRole('button', { name: /^Open it and try again/u }).click();
    await strip()
      .getByText(/everything is there\./u)
      .waitFor();
    expect(profileOf(path)).toBe('Third');
  });

  it('offers to save the file there again when somebody took it away', async () => {
    const { page } = application;
    await write('Fourth');
    rmSync(path);
    await strip().getByRole('button', { name: 'Save back now' }).click();
    await strip().getByRole('button', { name: 'What to do…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Not saved back in OneDrive' });
    await dialog.getByText(/The file is no longer in its folder/u).waitFor();
    await dialog.getByRole('button', { name: 'Save it there again' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(profileOf(path)).toBe('Fourth');
  });

  it('keeps both when somebody else changed the file, compares them, and goes on with the one that is chosen', async () => {
    const { page } = application;
    await write('Mine');
    colleagueWrites('Theirs');
    await strip().getByRole('button', { name: 'Save back now' }).click();
    await strip()
      .getByText(/Somebody else changed the file in OneDrive meanwhile\. Both are kept\./u)
      .waitFor();
    expect(profileOf(path)).toBe('Theirs');
    await strip().getByRole('button', { name: 'Choose…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Somebody else changed the file meanwhile' });
    await dialog.waitFor();
    expect(await violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Compare the two' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The file in OneDrive and what is here' }).waitFor();
    await page.locator('main ins', { hasText: 'Mine' }).waitFor();
    await page.locator('main del', { hasText: 'Theirs' }).waitFor();
    await page.locator('main').getByRole('button', { name: 'Choose…' }).click();
    await dialog.getByRole('button', { name: 'Go on with mine' }).click();
    await dialog.waitFor({ state: 'detached' });
    await strip()
      .getByText(/everything is there\./u)
      .waitFor();
    expect(profileOf(path)).toBe('Mine');
    const theirs = readdirSync(shared).find((name) => name.includes('as it was found')) ?? '';
    expect(profileOf(join(shared, theirs))).toBe('Theirs');

    await write('Mine again');
    colleagueWrites('Theirs again');
    await strip().getByRole('button', { name: 'Save back now' }).click();
    await strip().getByRole('button', { name: 'Choose…' }).click();
    await dialog.getByRole('button', { name: 'Go on with theirs' }).click();
    await dialog.waitFor({ state: 'detached' });
    await goTo(page, '/institution');
    await expect.poll(shownProfile).toBe('Theirs again');
    const mine = readdirSync(shared).find((name) => name.includes('(from ')) ?? '';
    expect(profileOf(join(shared, mine))).toBe('Mine again');
    // And it is where the Start screen leads on to.
    await strip()
      .getByText(/This is theirs\. What was done here is kept beside it, as “Eastmere \(from /u)
      .waitFor();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('button', { name: /Eastmere \(from .*opened/u }).click();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    await goTo(page, '/institution');
    await expect.poll(shownProfile).toBe('Mine again');
  });
});
