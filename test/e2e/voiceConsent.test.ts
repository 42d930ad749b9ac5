import { afterEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import {
  call,
  choose,
  downloaded,
  everythingIn,
  focusedName,
  goTo,
  goToVoice,
  open,
  rowsOf,
  tidyUp,
  voicesOf,
  written,
} from './voicePage.ts';

afterEach(tidyUp);

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
      await downloaded(page, () => page.getByRole('button', { name: 'Export the draft', exact: true }).click()),
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
      'Technician voice 4',
    ])
      expect(word, printed).toContain(printed);
    // Numbered as they are printed: no gap says that one stays inside.
    expect(word).not.toContain('Technician voice 5');
    expect(workbook).toContain('Publish a directory');
  });

  it('and small groups are warned of where a quote is about to be cited', async () => {
    const application = await open();
    const { page } = application;
    const add = (fields: object) => call(application, 'voice.add', { fields });
    await add({ words: 'One of three said this', kind: 'quote', consent: 'anonymous', replied: 3 });
    await add({ words: 'Only for us', consent: 'internal' });
    await goTo(page, '/question/governance-and-resourcing', /Who leads the Commitment/);
    await page
      .getByRole('button', { name: /^Cite voice or evidence/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A quote from fewer than five people may identify its speaker.').waitFor();
    await dialog.getByText('This stays inside the institution').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // Once it is cited, the same stands beside the citation, and in Readiness.
    await dialog.getByRole('option', { name: /One of three said this/ }).click();
    await page
      .getByRole('complementary')
      .getByText('A quote from fewer than five people may identify its speaker.')
      .waitFor();
    const answers = async () => JSON.stringify((await rowsOf(application)).answer);
    await expect.poll(answers, { timeout: 10_000 }).toContain('"citation"');
    await goTo(page, '/readiness', 'Readiness');
    await page.getByText(/cites voice 1, a quote from fewer than five people/).waitFor();
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
    expect(await accessibilityFaults(page)).toEqual([]);
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
    await page.getByText('Reading it again…').waitFor({ state: 'detached' });
    await page.getByLabel('Bring in Quieter extraction').uncheck();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring in 2 comments' }).click();
    await page.getByRole('heading', { name: 'survey.csv was brought in' }).waitFor();
    await expect.poll(() => focusedName(page)).toBe('survey.csv was brought in');
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
    await expect.poll(() => page.getByText(/^In the register already, as voice \d$/).count()).toBe(3);
  });
});
