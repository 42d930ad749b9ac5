import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action, Answer, Cycle, Link, Voice } from '#shared/model/tables.ts';
import { type RunningApplication, type StartApplicationOptions, startApplication } from './browser.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(options: StartApplicationOptions = {}): Promise<RunningApplication> {
  const application = await startApplication(options);
  stops.push(application.stop);
  const { page } = application;
  if (!options.sample) {
    await page.getByLabel('Institution', { exact: true }).fill('Saltmarsh University');
    await page.getByLabel(/When the Commitment was signed/).fill('2020-09-14');
    await page.getByRole('button', { name: 'Make the workspace' }).click();
  }
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return application;
}

async function goTo(page: Page, path: string, heading: string): Promise<void> {
  await page.evaluate((place) => {
    window.location.hash = place;
  }, path);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
const goToVoice = (page: Page) => goTo(page, '/voice', 'Technician voice');

async function written(name: string, content: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-voice-'));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function choose(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles(file);
}

/** Calls a channel of the host, for what is not the subject of the test. */
async function call<Value>({ host }: RunningApplication, channel: string, input: unknown): Promise<Value> {
  const answer = await fetch(`${host.origin}/rpc/${channel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}`, origin: host.origin },
    body: JSON.stringify({ input }),
  });
  const result = (await answer.json()) as { readonly ok: boolean; readonly value: Value };
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result)}`);
  return result.value;
}

interface Loaded {
  readonly rows: {
    readonly voice: readonly Voice[];
    readonly cycle: readonly Cycle[];
    readonly action: readonly Action[];
    readonly answer: readonly Answer[];
    readonly link: readonly Link[];
  };
}
const rowsOf = async (application: RunningApplication) => (await call<Loaded>(application, 'workspace.load', {})).rows;
const voicesOf = async (application: RunningApplication) =>
  (await rowsOf(application)).voice.toSorted((one, other) => one.number - other.number);

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLInputElement ||
      focused instanceof HTMLSelectElement ||
      focused instanceof HTMLTextAreaElement
      ? (focused.labels?.[0]?.querySelector('span')?.textContent ?? focused.labels?.[0]?.textContent ?? '').trim()
      : (focused?.textContent ?? '').trim();
  });

/** Tab until the field of that name has the focus: the only way there for somebody without a mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focusedName(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** Every text of every part of a Word document or workbook, and the names of the parts. */
async function everythingIn(path: string): Promise<string> {
  const parts = Object.entries(unzipSync(await readFile(path)));
  return parts.map(([name, content]) => `${name}\n${strFromU8(content)}`).join('\n');
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download.path();
}

async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe('the register during a meeting', () => {
  it('takes twenty entries one after the other at full speed, by keyboard alone, in their order', async () => {
    const application = await open();
    const { page, faults } = application;
    await goToVoice(page);
    await tabTo(page, 'Channel');
    await page.keyboard.type('Int');
    await tabTo(page, 'Asked');
    await page.keyboard.type('30');
    await tabTo(page, 'Replied');
    await page.keyboard.type('21');
    await tabTo(page, 'Group');
    await page.keyboard.type('Workshops, Saltmarsh');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Words');
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
    expect(await focusedName(page)).toBe('Consent');
    await page.keyboard.type('May be quoted an');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, 'What changed, or why not, where it is known already');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
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
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'Themes and channels' }).click();
    await page.getByRole('button', { name: /^Visibility, Survey: \d+$/ }).press('Enter');
    await page.getByRole('heading', { name: /^Visibility, Survey: \d+ entries$/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'Voices and actions' }).click();
    await page.getByText('50 of 222 entries are shown.').waitFor();
    await page.getByText(/^No action of the new plan is linked to these entries \(\d+\):/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('link', { name: 'You said, we did' }).click();
    await page.getByText(/^Left out, because it stays inside the institution: \d+$/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
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
    expect(await gap.getByRole('link', { name: 'Voice 1', exact: true }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell', { name: 'Voice 1, action V1: not linked' }).waitFor();
    await page.keyboard.press('Control+End');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Voice 21, action E2/,
    );
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
    await page.getByText('A · People who stay and grow').waitFor();
    const { link } = await rowsOf(application);
    const kinds = link.filter(({ sourceId }) => sourceId === first?.id).map(({ targetKind }) => targetKind);
    for (const kind of ['frameworkItem', 'answer', 'action']) expect(kinds).toContain(kind);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('consent', () => {
  it('is kept in the Word document and in the workbook, byte by byte', async () => {
    const application = await open();
    const { page } = application;
    const entries = [
      ['internal', 'Ivygroup Internals', '', 'Innermost words of the internal one'],
      ['anonymous', 'Amber Anonymous Guild', '', 'Words that anybody may have said'],
      ['role', 'Rolebearers of the Foundry', '', 'Words of a role'],
      ['named', 'Namedropper Hall', 'Philippa Named', 'Words with a name to them'],
      ['named', 'Withdrawn Workshop', 'Quentin Withdrawn', 'Words whose name was taken back'],
    ] as const;
    const ids: string[] = [];
    for (const [consent, groupName, personName, words] of entries) {
      const fields = {
        consent,
        groupName,
        personName,
        words,
        kind: 'quote',
        channel: 'interview',
        replied: 3,
        asked: 4,
      };
      ids.push((await call<{ readonly id: string }>(application, 'voice.add', { fields })).id);
    }
    await call(application, 'voice.edit', { id: ids[4], fields: { consent: 'role' } });
    const { cycle, answer } = await rowsOf(application);
    const { id: actionId } = await call<{ readonly id: string }>(application, 'action.add', {
      planId: cycle[0]?.newPlanId,
      fields: { text: 'Publish a directory', ref: 'V1' },
    });
    for (const sourceId of ids)
      await call(application, 'link.add', { sourceKind: 'voice', sourceId, targetKind: 'action', target: actionId });
    const cite = (id: string) => ({ type: 'citation', attrs: { kind: 'voice', id } });
    await call(application, 'answer.write', {
      id: answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing')?.id,
      content: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'We heard this' }, ...ids.map(cite)] }],
      },
    });

    await goTo(page, '/sign-off', 'Sign-off and export');
    const word = await everythingIn(
      await downloaded(page, () => page.getByRole('button', { name: 'Export the draft' }).click()),
    );
    const workbook = await everythingIn(
      await downloaded(page, () => page.getByRole('button', { name: 'Export as a workbook' }).click()),
    );
    for (const document of [word, workbook])
      for (const forbidden of ['Ivygroup', 'Innermost', 'Amber Anonymous', 'Quentin'])
        expect(document, forbidden).not.toContain(forbidden);
    // What may be printed is, so that the search above means something.
    for (const printed of [
      'Words that anybody may have said',
      'Rolebearers of the Foundry',
      'Philippa Named',
      'Withdrawn Workshop',
      'Words whose name was taken back',
      'Technician voice 2',
    ])
      expect(word, printed).toContain(printed);
    expect(word).not.toContain('Technician voice 1,');
    expect(workbook).toContain('Publish a directory');
  });

  it('and small groups are warned of where a quote is about to be cited', async () => {
    const application = await open();
    const { page } = application;
    const add = (fields: object) => call(application, 'voice.add', { fields });
    await add({ words: 'One of three said this', kind: 'quote', consent: 'anonymous', replied: 3 });
    await add({ words: 'Only for us', consent: 'internal' });
    await goTo(page, '/question/governance-and-resourcing', 'Governance and resourcing').catch(() => undefined);
    await page
      .getByRole('button', { name: /^Cite voice or evidence/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A quote from fewer than five people may identify its speaker.').waitFor();
    await dialog.getByText('This stays inside the institution').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

const survey = [
  'ID,Completion time,Name,Team,What would help you most?,Anything else?,How may we quote you?',
  '1,04/03/2026 09:20:11,Zofia Quill,Glass workshop,A day a month to learn something new,n/a,With my name',
  '2,05/03/2026 11:02:45,Osian Reed,Foundry,Somebody who tells us which grade comes next,The boards still show the team of 2019,Anonymously',
  '3,05/03/2026 12:00:00,Ada Holt,Foundry,Quieter extraction in the cutting room,,Ask me first',
].join('\n');

describe('survey comments', () => {
  it('are shown as they were read, corrected, brought in as one step and taken back', async () => {
    const application = await open();
    const { page, faults } = application;
    await goToVoice(page);
    await page.getByRole('button', { name: 'Bring in survey comments…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bring in survey comments' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await choose(page, await written('survey.csv', survey));
    await page.getByRole('heading', { name: '4 comments read' }).waitFor();
    const comments = page.getByRole('table', { name: 'Comments as they would be brought in' });
    await comments
      .getByRole('row', { name: /A day a month/ })
      .getByText('Zofia Quill, Glass workshop')
      .waitFor();
    await comments
      .getByRole('row', { name: /Quieter extraction/ })
      .getByText('Not outside the institution')
      .waitFor();
    expect(await comments.getByText('Ada Holt').count()).toBe(0);

    // A word that a person must decide is open; a column that is no comment is put right; what holds for all is given.
    await page.getByLabel('Ask me first is read as').selectOption('role');
    await comments
      .getByRole('row', { name: /Quieter extraction/ })
      .getByText('May be quoted by role')
      .waitFor();
    await page.getByText(/^Columns of .*: what each one holds$/).click();
    await page.getByLabel('Column F Anything else? is read as').selectOption({ label: 'Left out' });
    await page.getByRole('heading', { name: '3 comments read' }).waitFor();
    await page.getByLabel('People asked').fill('214');
    await page.getByLabel('People asked').press('Enter');
    await page.getByLabel('Bring in Quieter extraction').uncheck();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring in 2 comments' }).click();
    await page.getByRole('heading', { name: 'survey.csv was brought in' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('survey.csv was brought in');
    expect(await voicesOf(application)).toMatchObject([
      {
        number: 1,
        words: 'A day a month to learn something new',
        personName: 'Zofia Quill',
        consent: 'named',
        heardOn: '2026-03-04',
        asked: 214,
        channel: 'survey',
      },
      { number: 2, personName: '', consent: 'anonymous', groupName: 'Foundry' },
    ]);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('heading', { name: 'The import of survey.csv was undone' }).waitFor();
    expect(await voicesOf(application)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('are pasted as plain lines, stay inside, and are not offered twice', async () => {
    const application = await open();
    const { page } = application;
    const paste = () =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(
          'text/plain',
          'Nobody knows what the workshop can do\nTraining money is gone by March every year\nWe hear of changes last',
        );
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
    await goTo(page, '/import/voice', 'Bring in survey comments');
    await paste();
    await page.getByRole('heading', { name: '3 comments read' }).waitFor();
    await page.getByRole('button', { name: 'Bring in 3 comments' }).click();
    await page.getByRole('heading', { name: 'Pasted table.txt was brought in' }).waitFor();
    expect((await voicesOf(application)).map(({ consent }) => consent)).toEqual(['internal', 'internal', 'internal']);
    await page.getByRole('button', { name: 'Bring in another file' }).click();
    await paste();
    await page.getByRole('button', { name: 'Nothing is ticked' }).waitFor();
    expect(await page.getByText(/^In the register already, as voice \d$/).count()).toBe(3);
  });
});
