import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, dateCell, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const one = 'Hold briefings for heads of department';
const two = 'Add a module to the induction programme';
const three = 'Create role profiles with the union';

const read = (rows: readonly (readonly CellSketch[])[], sketch: Parameters<typeof sheetOf>[1] = {}) =>
  understand([sheetOf(rows, sketch)]);
const fields = <Field extends keyof PreviewAction>(actions: readonly PreviewAction[], ...names: Field[]): unknown[] =>
  actions.map((action) => names.map((name) => action[name]));

describe('layouts of published plans', () => {
  it('reads one table for each theme, one below the other, under repeated headers', () => {
    const header = ['Action', 'Comments', 'Progress & Next Steps', 'Responsibility', 'Start', 'End'];
    const { actions, problems } = read([
      ['Our action plan'],
      ['Visibility'],
      header,
      [
        one,
        'With HR',
        'Two held',
        'EDI Manager',
        dateCell('2019-05-01', 'May-19', 'mmm-yy'),
        dateCell('2020-05-01', 'May-20', 'mmm-yy'),
      ],
      [''],
      ['Recognition'],
      header,
      [two, '', '', 'HR', 'Q3 2019', '31 June 2018'],
      ['Total', '', '', '', '', '2'],
    ]);
    expect(fields(actions, 'themes', 'action', 'start', 'due', 'dueText')).toEqual([
      [['visibility'], one, '2019-05-01', '2020-05-31', 'May-20'],
      [['recognition'], two, '2019-07-01', null, '31 June 2018'],
    ]);
    expect(actions[0]?.notes).toEqual([{ header: 'Comments', text: 'With HR' }]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['date-impossible', 8]]);
  });

  it('reads owners and pillars in bullets, and a cell of two labelled parts', () => {
    const { actions } = read([
      ['Planned Activity', 'Internal Area', 'Pillars', 'Delivery & Success'],
      [
        one,
        '• Estates\n• Library',
        '• Visibility\n• Career Development',
        'Delivery: by July 2020\nSuccess: 40 members',
      ],
    ]);
    expect(fields(actions, 'owners', 'themes', 'due', 'successMeasure')).toEqual([
      [['Estates', 'Library'], ['visibility', 'career-development'], '2020-07-31', '40 members'],
    ]);
  });

  it('reads a header of two rows', () => {
    const { actions } = read(
      [
        ['Ref', 'Action', 'Timescale', null, 'Owner', 'RAG'],
        [null, null, 'Start', 'End', null, null],
        ['1', one, 'Jan 2022', 'Dec 2022', 'Director', 'G'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:F2'] },
    );
    expect(fields(actions, 'ref', 'start', 'due', 'owner', 'rag')).toEqual([
      ['1', '2022-01-01', '2022-12-31', 'Director', 'green'],
    ]);
  });

  it('takes sections for themes and objectives, and rows without an action for none', () => {
    const { actions } = read(
      [
        ['Ref', 'Action', 'Lead', 'Status'],
        ['Theme 1: Visibility'],
        ['1.1', one, 'Dean', 'Done'],
        ['Theme 2 – Career development'],
        ['Objective: better progression in workshops'],
        ['2.1', two, 'HR', 'Ongoing'],
        ['Key: G is complete'],
      ],
      { merges: ['A2:D2', 'A4:D4', 'A5:D5'] },
    );
    expect(fields(actions, 'ref', 'themes', 'objective', 'rag')).toEqual([
      ['1.1', ['visibility'], '', 'green'],
      ['2.1', ['career-development'], 'Objective: better progression in workshops', 'amber'],
    ]);
  });

  it('carries a theme and an objective down where they stand on the first row only', () => {
    const { actions } = read([
      ['Theme', 'Objective', 'Action', 'Success measure'],
      ['Visibility', 'Be seen', one, '80% attend'],
      ['', '', two, ''],
      ['Sustainability', 'Keep skills', three, ''],
    ]);
    expect(fields(actions, 'themes', 'objective', 'successMeasure')).toEqual([
      [['visibility'], 'Be seen', '80% attend'],
      [['visibility'], 'Be seen', ''],
      [['sustainability'], 'Keep skills', ''],
    ]);
  });

  it('joins the rows of one action', () => {
    const { actions } = read([
      ['Ref', 'Action', 'Lead', 'Update'],
      ['1', one, 'Dean', 'Two held'],
      ['', '', 'Registrar', 'Three more planned'],
      ['2', two, 'HR', ''],
    ]);
    expect(fields(actions, 'ref', 'owner', 'progress')).toEqual([
      ['1', 'Dean, Registrar', 'Two held\nThree more planned'],
      ['2', 'HR', ''],
    ]);
  });

  it('reads years that are marked', () => {
    const { actions } = read([
      ['Action', 'Lead', '2022/23', '2023/24'],
      [one, 'HR', 'X', ''],
      [two, 'HR', 'x', 'x'],
    ]);
    expect(fields(actions, 'dueText', 'due')).toEqual([
      ['2022/23', '2023-07-31'],
      ['2022/23\n2023/24', '2024-07-31'],
    ]);
  });

  it('reads a table without a header by its contents', () => {
    const { actions, tables } = read([
      ['1', 'Visibility', one, 'PVC', 'Jan 2020', 'Green'],
      ['2', 'Recognition', two, 'HR', 'Feb 2020', 'Red'],
    ]);
    expect(fields(actions, 'ref', 'themes', 'due', 'rag')).toEqual([
      ['1', ['visibility'], '2020-01-31', 'green'],
      ['2', ['recognition'], '2020-02-29', 'red'],
    ]);
    expect(tables[0]?.headerRow).toBeNull();
  });

  it('goes on with the mapping of the Word table before, where one has no header', () => {
    const word = (rows: readonly (readonly CellSketch[])[], heading: string) =>
      sheetOf(rows, { kind: 'wordTable', name: heading, headingsAbove: ['Our plan', heading] });
    const { actions, tables } = understand([
      word(
        [
          ['Action', 'Lead', 'RAG'],
          [one, 'HR', 'G'],
        ],
        'Visibility',
      ),
      word([[two, 'Dean', { fill: '#FFC000' }]], 'Visibility'),
    ]);
    expect(fields(actions, 'themes', 'action', 'owner', 'rag')).toEqual([
      [['visibility'], one, 'HR', 'green'],
      [['visibility'], two, 'Dean', 'amber'],
    ]);
    expect(tables[1]?.why).toMatch(/goes on/);
  });
});

describe('ratings', () => {
  it('leaves a blank unrated, reads symbols by their colour, and asks about the rest', () => {
    const { actions, problems } = read([
      ['Action', 'RAG'],
      [one, null],
      [two, { text: '●', fontColour: '#00B050' }],
      [three, 'N/A'],
      ['Write to every award winner each year', 'Purple'],
    ]);
    expect(actions.map(({ rag }) => rag)).toEqual([null, 'green', null, null]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['rag-not-recognised', 5]]);
  });

  it('does not copy the colours of health', () => {
    const { ragScheme, actions, problems } = read([
      ['Action', 'Lead', 'Status'],
      [one, 'HR', 'On track'],
      [two, 'HR', 'At risk'],
      [three, 'HR', 'Complete'],
    ]);
    expect(ragScheme).toBe('health');
    expect(actions.map(({ rag }) => rag)).toEqual([null, null, 'green']);
    expect(problems.map(({ code }) => code)).toContain('rag-scheme-ask');
  });

  it('takes fills that differ from row to row for ratings, and one colour throughout for decoration', () => {
    const filled = (fills: readonly string[]) =>
      read([
        ['Action', 'Owner', 'By when'],
        ...[one, two].map((text, row) => [{ text, fill: fills[row] ?? '' }, 'Dean', '2024']),
      ]);
    expect(filled(['#C6EFCE', '#FFC7CE']).actions.map(({ rag }) => rag)).toEqual(['green', 'red']);
    expect(filled(['#C6EFCE', '#C6EFCE']).actions.map(({ rag }) => rag)).toEqual([null, null]);
  });

  it('takes a note on the rating for the explanation of a red', () => {
    const { actions } = read([
      ['Action', 'RAG'],
      [one, { text: 'Red', note: 'No budget this year' }],
    ]);
    expect(actions[0]).toMatchObject({
      redExplanation: 'No budget this year',
      reasons: { redExplanation: 'From the note on the rating.' },
    });
  });
});

describe('a word that is not known', () => {
  it('is asked about once, with how many actions have it', () => {
    const { problems } = read([
      ['Action', 'RAG'],
      [one, 'Purple'],
      [two, 'Purple'],
      [three, 'Mauve'],
    ]);
    expect(problems.map(({ message, row }) => [row, message])).toEqual([
      [2, expect.stringContaining('“Purple”, here and for one further action, is no rating')],
      [4, expect.stringContaining('“Mauve” is no rating')],
    ]);
  });
});

describe('corrections', () => {
  const rows = [
    ['Action', 'Lead', 'Area', 'RAG'],
    [one, 'HR', 'Community', 'Parked'],
  ];
  it('are followed: the role of a column, the meaning of a status and of a theme word', () => {
    const sheet = sheetOf(rows);
    const table = understand([sheet]).tables[0]?.key ?? '';
    const { actions } = understand([sheet], {
      corrections: {
        columns: [{ table, column: 2, role: 'theme' }],
        statuses: { Parked: 'red' },
        themes: { Community: ['recognition'] },
      },
    });
    expect(fields(actions, 'themes', 'rag', 'ragFrom')).toEqual([
      [['recognition'], 'red', 'Red, as you chose for “Parked” in D2'],
    ]);
  });

  it('move the header', () => {
    const sheet = sheetOf([
      ['What we do', 'Who'],
      ['Aim', 'Name'],
      [one, 'HR'],
    ]);
    const { tables, actions } = understand([sheet], { corrections: { headerRows: [{ sheetIndex: 0, row: 2 }] } });
    expect(tables.map(({ headerRow }) => headerRow)).toEqual([2]);
    expect(actions.every(({ source }) => source.row > 2)).toBe(true);
  });
});

describe('what is no plan', () => {
  it.each([
    ['a list of choices', [['Red'], ['Amber'], ['Green']]],
    [
      'a price list',
      [
        ['Item', 'Price'],
        ['Bench', 12],
        ['Lamp', 4],
      ],
    ],
    [
      'a register of people',
      [
        ['Name', 'Department', 'Start date'],
        ['A. Lowe', 'Physics', 'May 2020'],
        ['B. Nair', 'Chemistry', 'June 2021'],
      ],
    ],
  ])('gives no action: %s', (_, rows) => {
    const { actions, problems } = read(rows);
    expect(actions).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['no-plan-found']);
  });

  it('does not depend on the order of the columns', () => {
    const table = [
      ['Ref', 'Theme', 'Action', 'Lead', 'Timescale', 'Success measure', 'Progress', 'RAG'],
      ['1', 'Visibility', one, 'HR', 'June 2024', '80% attend', 'Two held', 'Amber'],
      ['2', 'Recognition', two, 'Dean', 'July 2024', 'Module live', 'Nothing done so far', 'Red'],
    ];
    const turned = table.map((row) => [...row].reverse());
    const bare = (actions: readonly PreviewAction[]) =>
      fields(actions, 'ref', 'themes', 'action', 'owner', 'due', 'successMeasure', 'progress', 'rag');
    expect(bare(read(turned).actions)).toEqual(bare(read(table).actions));
  });
});
