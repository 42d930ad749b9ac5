import { afterEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { call, chooseByKey, focusedName, goTo, goToVoice, open, rowsOf, tabTo, tidyUp, voicesOf } from './voicePage.ts';

afterEach(tidyUp);

describe('the register during a meeting', () => {
  it('takes twenty entries one after the other at full speed, by keyboard alone, in their order', async () => {
    const application = await open();
    const { page, faults } = application;
    await goToVoice(page);
    await chooseByKey(page, 'Channel', 'Interview');
    await tabTo(page, 'Asked');
    await page.keyboard.type('30');
    await tabTo(page, 'Replied');
    await page.keyboard.type('21');
    await tabTo(page, 'Group');
    await page.keyboard.type('Workshops, Saltmarsh');
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedName(page)).toBe('Words');
    const said = Array.from({ length: 20 }, (_, index) => `Point ${index + 1}: nobody told the evening shift`);
    // No wait between the entries: the words of the next are typed while the last is on its way.
    for (const words of said) {
      await page.keyboard.type(words);
      await page.keyboard.press('Control+Enter');
    }
    await page.getByText('Voice 20 is kept.').waitFor();
    expect(await focusedName(page)).toBe('Words');
    const voices = await voicesOf(application);
    expect(voices.map(({ words }) => words)).toEqual(said);
    for (const voice of voices)
      expect(voice).toMatchObject({
        channel: 'interview',
        groupName: 'Workshops, Saltmarsh',
        asked: 30,
        replied: 21,
        consent: 'internal',
        kind: 'summary',
      });

    // Consent, theme and outcome of the next one, still without a mouse.
    await page.keyboard.type('Please put the opening times on the door');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedName(page)).toBe('Consent');
    await chooseByKey(page, 'Consent', 'May be quoted anonymously');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'What changed, or why not, where it is known already');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(() => focusedName(page)).toBe('What changed because of it');
    await page.keyboard.type('They are there since Monday');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Voice 21 is kept.').waitFor();
    expect((await voicesOf(application)).at(-1)).toMatchObject({
      words: 'Please put the opening times on the door',
      kind: 'quote',
      consent: 'anonymous',
      themes: ['visibility'],
      changed: 'They are there since Monday',
    });
    expect(faults).toEqual([]);
  });

  it('stays quick with two hundred entries, and every way to look at them is accessible', async () => {
    const application = await open({ sample: true });
    const { page, faults } = application;
    const channels = ['survey', 'focus-group', 'interview'];
    const themes = ['visibility', 'recognition', 'career-development', 'sustainability'];
    const added = Array.from({ length: 200 }, (_, index) => ({
      fields: {
        words: `Entry ${index + 1} of a long survey, with a sentence or two about what would help in the workshop.`,
        channel: channels[index % channels.length],
        themes: [themes[index % themes.length]],
        groupName: `Workshop ${index % 9}`,
        kind: index % 2 === 0 ? 'quote' : 'summary',
        consent: ['anonymous', 'role', 'internal'][index % 3],
        replied: index % 12,
        changed: index % 4 === 0 ? 'A second shift of the stores' : '',
      },
    }));
    await call(application, 'voice.change', { kind: 'paste', changes: [], added });
    await goToVoice(page);
    await page.getByRole('button', { name: 'All 221' }).waitFor();
    await tabTo(page, 'Words');
    await page.keyboard.type('One more');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Voice 222 is kept.').waitFor();
    await page.getByRole('gridcell', { name: 'One more' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Themes and channels' }).click();
    await page.getByRole('button', { name: /^Visibility, Survey: \d+$/ }).press('Enter');
    await page.getByRole('heading', { name: /^Visibility, Survey: \d+ entries$/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Voices and actions' }).click();
    await page.getByText('50 of 222 entries are shown.').waitFor();
    await page.getByText(/^No action of the new plan is linked to these entries \(\d+\):/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'You said, we did' }).click();
    await page.getByText(/^Left out, because it stays inside the institution: \d+$/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('what voices and actions have to do with each other', () => {
  it('is ticked by keyboard in the matrix, read aloud, and closes the gap that was named', async () => {
    const application = await open({ sample: true });
    const { page } = application;
    await goTo(page, '/voice/view/actions', 'Technician voice');
    const gap = page.locator('p', { hasText: 'No action of the new plan is linked to these entries' });
    await gap.getByRole('link', { name: 'Voice 1', exact: true }).waitFor();
    const cell = page.getByRole('gridcell', { name: 'Voice 1, action V1: not linked' });
    await cell.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('gridcell', { name: 'Voice 1, action V2: not linked' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByText('Voice 1 is linked to action V1.').waitFor();
    await page.getByRole('gridcell', { name: 'Voice 1, action V1: linked' }).and(page.locator(':focus')).waitFor();
    await expect.poll(() => gap.getByRole('link', { name: 'Voice 1', exact: true }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: 'Voice 1, action V1: not linked' }).waitFor();
    await page.keyboard.press('Control+End');
    await page
      .getByRole('gridcell', { name: /^Voice 21, action E2/ })
      .and(page.locator(':focus'))
      .waitFor();
  });

  it('is linked to actions of any cycle, to answers and to items of frameworks', async () => {
    const application = await open({ sample: true });
    const { page } = application;
    const [first] = await voicesOf(application);
    await goTo(page, `/voice/${first?.id ?? ''}`, 'Technician voice');
    await page.getByRole('button', { name: 'Link to actions, answers and frameworks…' }).click();
    const dialog = page.getByRole('dialog');
    const tick = async (search: string, name: RegExp): Promise<void> => {
      await dialog.getByRole('searchbox').fill(search);
      await dialog.getByRole('checkbox', { name }).first().click();
      await dialog.getByRole('checkbox', { name, checked: true }).first().waitFor();
    };
    await tick('stay and grow', /People who stay and grow/);
    await tick('answer at stage 2', /Answer at Stage 2/);
    await tick('CD3 last plan', /^CD3/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('A · People who stay and grow').waitFor();
    const { link } = await rowsOf(application);
    const kinds = link.filter(({ sourceId }) => sourceId === first?.id).map(({ targetKind }) => targetKind);
    for (const kind of ['frameworkItem', 'answer', 'action']) expect(kinds).toContain(kind);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
