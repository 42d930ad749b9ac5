import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from './browser.ts';
import { takesFocus } from './byKeyboard.ts';
import { clipboardFixture, type GridPage, gridPage } from './gridPage.ts';

type Texts = readonly (readonly (string | null)[])[];

/** A column of cells, as a spreadsheet leaves it: lines of text alone would be one cell. */
const columnOf = (...cells: readonly string[]) => ({
  text: cells.map((cell) => `${cell}\r\n`).join(''),
  html: `<table>${cells.map((cell) => `<tr><td style="height:15pt">${cell}</td></tr>`).join('')}</table>`,
});

/** What office programs leave on the clipboard, pasted into the grid in the real browser; and what the grid leaves there. */
describe('the clipboard of the grid', () => {
  let application: RunningApplication;
  let grid: GridPage;
  const columns = ['ref', 'text', 'lead', 'due', 'progress', 'rag'];
  const review: { ids: readonly string[] } = { ids: [] };
  const lastStep = () => expect.poll(grid.lastStep);
  const notice = (text: string | RegExp) =>
    grid.page.getByRole('region', { name: 'Notices' }).getByText(text).first().waitFor();

  /** The texts of cells, from a row and a column on, whatever the rows are called by now. */
  const texts = (row: number, from: string, height: number, width: number): Promise<Texts> =>
    grid.page.evaluate(
      ({ ids, keys }) =>
        ids.map((id) =>
          keys.map((key) => {
            const cell = document.querySelector<HTMLElement>(`td[data-row="${id}"][data-column="${key}"]`);
            return (cell?.querySelector('div')?.textContent ?? '').trim();
          }),
        ),
      {
        ids: review.ids.slice(row, row + height),
        keys: columns.slice(columns.indexOf(from), columns.indexOf(from) + width),
      },
    );
  const paste = async (row: number, column: string, data: { readonly text: string; readonly html?: string }) => {
    await grid.fillClipboard(data);
    await grid.page.locator(`td[data-row="${review.ids[row]}"][data-column="${column}"]`).click();
    await grid.press('Control+v');
  };

  beforeAll(async () => {
    application = await startApplication({
      sample: true,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    application.page.setDefaultTimeout(10_000);
    grid = gridPage(application);
    await grid.open('/last-plan');
    // In one list, so that a paste goes on below whatever becomes of the themes.
    await grid.page.getByLabel('Group', { exact: true }).selectOption('');
    review.ids = await grid.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('td[data-column="ref"]')].map((cell) => cell.dataset.row ?? ''),
    );
  });
  afterAll(() => application.stop());
  afterEach(() => expect(application.faults).toEqual([]));

  /** Null is a cell that is left as it was: covered by a merged one, only read, or of a value that cannot stand there. */
  const programs: readonly (readonly [name: string, fixture: string, from: string, pasted: Texts])[] = [
    [
      'Excel 365: quoted lines, a merged cell, a hidden column',
      'excel-365',
      'ref',
      [
        ['Theme', 'Ref', 'Action', 'Due', 'RAG', null],
        [
          'Visibility',
          'V1',
          'Name every technician on the department pages.\nAsk each "team" first & publish.',
          '31 January 2027',
          'Green',
          '–Not yet rated',
        ],
        [null, 'V2', 'Credit technicians in papers   and theses', 'May-27', 'Amber', '–Not yet rated'],
        ['Recognition', 'R1', '"Thrive" programme', null, 'Still to be carried out', '–Not yet rated'],
      ],
    ],
    [
      'one cell of Excel 365 with an empty line in it',
      'excel-365-one-cell',
      'text',
      [['Agree the budget.\n\nTell every head of department.']],
    ],
    ['Excel 2003', 'excel-2003', 'ref', [['12', 'Careers  fair', 'May-07']]],
    [
      'LibreOffice Calc: quoted lines, a merged cell, a comment',
      'libreoffice-calc',
      'ref',
      [
        ['Theme', 'Ref', 'Action', 'Due', 'RAG'],
        [
          'Visibility',
          'V1',
          'Name every technician on the department pages.\nAsk each person first.',
          '31 January 2027',
          'Green',
        ],
        [null, 'V2', 'Say "thank you" in every paper', 'May-27', 'Amber'],
        ['Recognition', null, 'Award for technicians', '', 'Red'],
      ],
    ],
    [
      'a table of LibreOffice Writer',
      'libreoffice-writer',
      'ref',
      [
        ['Theme', 'Action'],
        ['Visibility', 'First paragraph\nSecond\n• one\n• two'],
      ],
    ],
    [
      'a table of Word: paragraphs and lists in cells, merged cells',
      'word-table',
      'text',
      [
        ['Objective', 'Actions and  outputs', 'Owner'],
        [
          'Technicians are seen',
          'Publish a gallery of technicians and keep it current.\n• Photographs agreed\n• Page live',
          'Head of\nCommunications',
        ],
        [null, '1. Name badges', ''],
      ],
    ],
    [
      'paragraphs of Word, as one cell',
      'word-paragraphs',
      'text',
      [['Technicians asked for a careers day, and for\ntime to attend it.\n• First in March\n• Then each spring']],
    ],
    [
      'Google Sheets',
      'google-sheets',
      'ref',
      [
        ['Visibility', 'Open days in every faculty\nInvite schools', 'Green'],
        [null, 'Say "hello"', ''],
      ],
    ],
    [
      'the table of an Outlook message, without the text around it',
      'outlook-message',
      'ref',
      [
        ['S1', 'Apprentices in two faculties'],
        ['S2', 'A skills audit,\nevery two years'],
      ],
    ],
  ];
  it.each(programs)('takes %s, and one undo gives everything back', async (_name, fixture, from, pasted) => {
    const [height, width] = [pasted.length, pasted[0]?.length ?? 0];
    const before = await texts(3, from, height, width);
    await paste(3, from, clipboardFixture(fixture));
    const expected = pasted.map((row, y) => before[y]?.map((was, x) => row[x] ?? was));
    // A date is shown late, a reason for red is asked for: what was pasted is the first that the cell says.
    const shown = async () =>
      (await texts(3, from, height, width)).map((row, y) =>
        row.map((text, x) => (text?.startsWith(expected[y]?.[x] ?? '') ? (expected[y]?.[x] ?? '') : text)),
      );
    await expect.poll(shown).toEqual(expected);
    await lastStep().toMatch(/^Undo: Pasted/);
    await grid.press('Control+z');
    await expect.poll(() => texts(3, from, height, width)).toEqual(before);
  });

  it('takes tabs and quoted lines where the clipboard holds text alone', async () => {
    const before = await texts(3, 'text', 2, 2);
    await paste(3, 'text', { text: '"One line\nand ""another"""\tA lead\r\n5" hoses\tSomebody, else\r\n' });
    await expect
      .poll(() => texts(3, 'text', 2, 2))
      .toEqual([
        ['One line\nand "another"', 'A lead'],
        ['5" hoses', 'Somebody, else'],
      ]);
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'text', 2, 2)).toEqual(before);
  });

  it('checks every value as if it were typed, says what could not be taken, and shows which', async () => {
    const before = await texts(0, 'rag', 4, 1);
    await paste(0, 'rag', columnOf('not started', 'Complete', 'on track', 'at risk'));
    await expect
      .poll(() => texts(0, 'rag', 2, 1))
      .toEqual([[expect.stringMatching(/^RRed/)], [expect.stringMatching(/^GGreen/)]]);
    await notice(/^Pasted 2 cells\. 2 of 4 cells could not be pasted: “on track” in RAG\. Write Green, Amber, Red/);
    await grid.page.getByRole('button', { name: 'Show which' }).click();
    const dialog = grid.page.getByRole('dialog', { name: '2 cells were left as they are' });
    await dialog.getByText(/V3, RAG/).waitFor();
    await dialog.getByText(/“at risk”/).waitFor();
    await grid.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await lastStep().toMatch(/^Undo: Pasted/);
    await grid.page.getByRole('button', { name: /^Undo:/ }).click();
    await expect.poll(() => texts(0, 'rag', 4, 1)).toEqual(before);
  });

  it('fills a selection with one cell, repeats a block that divides it, and leaves out columns that do not fit', async () => {
    const before = await texts(3, 'text', 4, 2);
    await grid.fillClipboard({ text: 'The same' });
    const select = async () => {
      await grid.page.locator(`td[data-row="${review.ids[3]}"][data-column="text"]`).click();
      await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    };
    await select();
    await grid.press('Control+v');
    await expect.poll(() => texts(3, 'text', 4, 2)).toEqual(Array(4).fill(['The same', 'The same']));
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'text', 4, 2)).toEqual(before);
    await grid.fillClipboard(columnOf('one', 'two'));
    await select();
    await grid.press('Control+v');
    await expect
      .poll(() => texts(3, 'text', 4, 2))
      .toEqual([
        ['one', 'one'],
        ['two', 'two'],
        ['one', 'one'],
        ['two', 'two'],
      ]);
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'text', 4, 2)).toEqual(before);
    const reviewed = await texts(3, 'progress', 1, 2);
    await paste(3, 'progress', { text: 'Well on\tGreen\ttoo much\r\n' });
    await notice(/1 column did not fit and was left out\./);
    await expect.poll(() => texts(3, 'progress', 1, 1)).toEqual([['Well on']]);
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'progress', 1, 2)).toEqual(reviewed);
  });

  it('asks before rows are added below the last one, and does as it is told', async () => {
    const last = review.ids.length - 1;
    const count = () => grid.page.locator('td[data-column="ref"]').count();
    const before = await texts(last, 'ref', 1, 2);
    const three = { text: 'E8\tFirst\r\nE9\tSecond\r\nE10\tThird\r\n' };
    await paste(last, 'ref', three);
    const dialog = grid.page.getByRole('dialog', { name: 'More rows than there are here' });
    await dialog.getByRole('button', { name: 'Do not paste' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await count()).toBe(last + 1);
    await paste(last, 'ref', three);
    await dialog.getByRole('button', { name: 'Paste only what fits' }).click();
    await expect.poll(() => texts(last, 'ref', 1, 2)).toEqual([['E8', 'First']]);
    expect(await count()).toBe(last + 1);
    await grid.press('Control+z');
    await expect.poll(() => texts(last, 'ref', 1, 2)).toEqual(before);
    await paste(last, 'ref', three);
    const add = dialog.getByRole('button', { name: 'Add 2 new actions' });
    await takesFocus(add);
    await grid.press('Enter');
    await expect.poll(count).toBe(last + 3);
    expect((await grid.column('text')).slice(-2)).toEqual(['Second', 'Third']);
    await lastStep().toMatch(/^Undo: Pasted/);
    await grid.page.getByRole('button', { name: /^Undo:/ }).click();
    await expect.poll(count).toBe(last + 1);
  });

  it('leaves text and html with the RAG in words and shades, which come back as they were', async () => {
    await grid.page.locator(`td[data-row="${review.ids[0]}"][data-column="ref"]`).click();
    await grid.press('Shift+End', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await grid.press('Control+c');
    const { text, html } = await grid.clipboard();
    const rows = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.split('\t').at(-1))).toEqual(['Green', 'Amber', 'Red']);
    expect(rows[0]?.split('\t').slice(0, 3)).toEqual([
      'V1',
      'Publish a searchable directory of technical staff and the instruments they run',
      'Technical Services Manager',
    ]);
    const read = await grid.page.evaluate((source) => {
      const cells = [...source.matchAll(/<td(?: style="([^"]*)")?>([^<]*)/g)];
      return cells.map(([, style, words]) => [words, /background:(#[\da-f]+)/.exec(style ?? '')?.[1] ?? null]);
    }, html);
    expect(read.filter(([words]) => ['Green', 'Amber', 'Red'].includes(words ?? ''))).toEqual([
      ['Green', '#dff1e4'],
      ['Amber', '#fdf0cf'],
      ['Red', '#fbe4e1'],
    ]);
    const [source] = await Promise.all([texts(0, 'ref', 3, 5)]);
    const before = await texts(3, 'ref', 3, 5);
    await grid.page.locator(`td[data-row="${review.ids[3]}"][data-column="ref"]`).click();
    await grid.press('Control+v');
    await expect.poll(() => texts(3, 'ref', 3, 5)).toEqual(source);
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'ref', 3, 5)).toEqual(before);
  });

  it('quotes cells of several lines in the text that it leaves', async () => {
    const before = await texts(3, 'text', 1, 2);
    await paste(3, 'text', { text: '"Two lines\nand a ""quote"""\tA lead\r\n' });
    await expect.poll(() => texts(3, 'text', 1, 1)).toEqual([['Two lines\nand a "quote"']]);
    await expect.poll(async () => (await grid.selected()).length).toBe(2);
    await grid.press('Control+c');
    expect((await grid.clipboard()).text.replaceAll('\r\n', '\n').trimEnd()).toBe(
      '"Two lines\nand a ""quote"""\tA lead',
    );
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'text', 1, 2)).toEqual(before);
  });

  it('cuts, and gives back by one undo what was cut', async () => {
    const before = await texts(3, 'lead', 2, 2);
    await grid.page.locator(`td[data-row="${review.ids[3]}"][data-column="lead"]`).click();
    await grid.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+x');
    await expect
      .poll(() => texts(3, 'lead', 2, 2))
      .toEqual([
        ['', ''],
        ['', ''],
      ]);
    expect((await grid.clipboard()).text).toContain(before[0]?.[0] ?? 'nothing');
    await grid.press('Control+z');
    await expect.poll(() => texts(3, 'lead', 2, 2)).toEqual(before);
  });

  it('fills by dragging the handle, and goes on with a series', async () => {
    await paste(3, 'ref', columnOf('T1', 'T2'));
    await expect.poll(() => texts(3, 'ref', 2, 1)).toEqual([['T1'], ['T2']]);
    const target = grid.page.locator(`td[data-row="${review.ids[6]}"][data-column="ref"]`);
    await expect.poll(async () => (await grid.selected()).length).toBe(2);
    await grid.dismissNotices();
    await target.scrollIntoViewIfNeeded();
    const handle = await grid.page.locator('[data-handle]').boundingBox();
    const last = await target.boundingBox();
    if (!handle || !last) throw new Error('No handle');
    await grid.page.mouse.move(handle.x + 5, handle.y + 5);
    await grid.page.mouse.down();
    await grid.page.mouse.move(last.x + 20, last.y + 20, { steps: 6 });
    await grid.page.mouse.up();
    await expect.poll(() => texts(3, 'ref', 4, 1)).toEqual([['T1'], ['T2'], ['T3'], ['T4']]);
    await lastStep().toMatch(/^Undo: Filled/);
    await grid.press('Control+z', 'Control+z');
    await expect.poll(async () => (await texts(3, 'ref', 1, 1))[0]?.[0]).toBe('V4');
  });

  it('says so where the clipboard holds nothing to paste', async () => {
    const before = await texts(3, 'ref', 1, 6);
    await grid.fillClipboard({ text: ' ', html: '<p><img src="about:blank" alt=""></p>' });
    await grid.page.locator(`td[data-row="${review.ids[3]}"][data-column="text"]`).click();
    await grid.press('Control+v');
    await notice(/^The clipboard holds no text\./);
    expect(await texts(3, 'ref', 1, 6)).toEqual(before);
  });
});
