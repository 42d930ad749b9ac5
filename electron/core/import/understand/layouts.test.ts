import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const one = 'Hold briefings for heads of department';
const two = 'Add a module to the induction programme';
const three = 'Create role profiles with the union';

type Rows = readonly (readonly CellSketch[])[];
const read = (rows: Rows, sketch: Parameters<typeof sheetOf>[1] = {}, options: Parameters<typeof understand>[1] = {}) =>
  understand([sheetOf(rows, sketch)], options);
const fields = <Field extends keyof PreviewAction>(actions: readonly PreviewAction[], ...names: Field[]): unknown[] =>
  actions.map((action) => names.map((name) => action[name]));
const bar: CellSketch = { text: '', fill: '#4472C4' };

describe('a chart of years and quarters', () => {
  it('gives the first and the last time that is coloured, below a year and its quarters', () => {
    const { actions } = read(
      [
        ['Action', 'Lead', '2024', null, null, null, '2025', null],
        [null, null, 'Q1', 'Q2', 'Q3', 'Q4', 'Q1', 'Q2'],
        [one, 'HR', bar, bar, '', '', '', ''],
        [two, 'Dean', '', '', '', bar, bar, bar],
        [three, 'Dean', '', '', '', '', '', ''],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:F1', 'G1:H1'] },
    );
    expect(fields(actions, 'start', 'due', 'rag')).toEqual([
      ['2024-01-01', '2024-06-30', null],
      ['2024-10-01', '2025-06-30', null],
      [null, null, null],
    ]);
  });

  it('takes the colour of a whole row for a band', () => {
    const band = (text: string): CellSketch => ({ text, fill: '#D9E1F2' });
    const { actions } = read([
      ['Action', 'Lead', '2024/25', '2025/26'],
      [band(one), band('HR'), band(''), { text: 'x', fill: '#D9E1F2' }],
      [two, 'Dean', bar, ''],
    ]);
    expect(fields(actions, 'dueText')).toEqual([['2025/26'], ['2024/25']]);
  });
});

describe('a time at the end of an action', () => {
  it('is when it is due, where no column says so', () => {
    const { actions } = read([
      ['Theme', 'Action', 'Lead'],
      ['Visibility', '• Publish a directory of skills (Y1)\n• Hold an open day each year (Y1–3)', 'HR'],
      ['Recognition', `${one} (June 2024).`, 'HR'],
      ['Recognition', `${two} (2019)`, 'HR'],
      ['Recognition', `${three} (with the union)`, 'HR'],
    ]);
    expect(fields(actions, 'action', 'dueText', 'due')).toEqual([
      ['Publish a directory of skills', 'Y1', null],
      ['Hold an open day each year', 'Y1–3', null],
      [one, 'June 2024', '2024-06-30'],
      [`${two} (2019)`, '', null],
      [`${three} (with the union)`, '', null],
    ]);
  });

  it('stays where it stands beside a column of dates', () => {
    const { actions } = read([
      ['Action', 'Lead', 'By when'],
      [`${one} (Y1)`, 'HR', 'May 2024'],
    ]);
    expect(fields(actions, 'action', 'dueText')).toEqual([[`${one} (Y1)`, 'May 2024']]);
  });
});

describe('a rating spread over columns', () => {
  it('is read from a mark or from a colour, and asked about where two are marked', () => {
    const { actions, tables } = read([
      ['Action', 'Lead', 'Not started', 'In progress', 'Complete'],
      [one, 'HR', '', 'x', ''],
      [two, 'HR', '', '', { text: '', fill: '#00B050' }],
      [three, 'HR', '✓', '✓', ''],
    ]);
    expect(fields(actions, 'rag', 'ragFrom')).toEqual([
      ['amber', 'Amber, from the mark under “In progress” in D2'],
      ['green', 'Green, from the colour under “Complete” in E3'],
      [null, 'Not yet rated, from the marks under several ratings, Not started, In progress, from C4 on: please check'],
    ]);
    expect(tables[0]?.statuses.filter(({ asked }) => asked)).toEqual([
      { word: 'Not started, In progress', from: 'text', rag: null, asked: true, count: 1, sample: three },
    ]);
  });

  it('stands under one heading that spans its letters', () => {
    const { actions } = read(
      [
        ['Action', 'Lead', 'RAG', null, null],
        [null, null, 'R', 'A', 'G'],
        [one, 'HR', '', '', 'x'],
        [two, 'Dean', 'x', '', ''],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:E1'] },
    );
    expect(fields(actions, 'rag')).toEqual([['green'], ['red']]);
  });
});

describe('several ratings', () => {
  it('count by the newest that holds any, and the earlier ones are kept as notes', () => {
    const { actions, tables } = read([
      ['Action', 'RAG July 2023', 'RAG July 2024', 'RAG July 2022', 'RAG July 2025'],
      [one, 'Amber', 'Green', 'Red', ''],
      [two, 'Red', 'Amber', 'Red', ''],
    ]);
    expect(fields(actions, 'rag')).toEqual([['green'], ['amber']]);
    expect(actions[0]?.notes).toEqual([
      { header: 'RAG July 2023', text: 'Amber' },
      { header: 'RAG July 2022', text: 'Red' },
    ]);
    expect(tables[0]?.columns[2]?.why).toBe('From the heading “RAG July 2024”, the newest of 3.');
  });
});

describe('statuses that a person must decide', () => {
  it.each([
    ['n/a', ['Green', 'n/a', 'n/a']],
    ['G/A', ['G/A', 'G', 'A']],
    ['Superseded', ['Complete', 'Superseded', 'Ongoing']],
    ['BAU', ['BAU', 'Complete', '']],
    ['Blue', ['Blue', 'Green', 'Amber']],
  ])('are asked about, with how many there are and an example: %s', (word, words) => {
    const { tables } = read([
      ['Action', 'Lead', 'RAG'],
      ...[one, two, three].map((text, row) => [text, 'HR', words[row] ?? '']),
    ]);
    const count = words.filter((text) => text === word).length;
    const sample = [one, two, three][words.indexOf(word)];
    expect(tables[0]?.statuses.find((status) => status.word === word)).toMatchObject({ asked: true, count, sample });
  });
});

describe('a percentage of completion', () => {
  it.each([[['100%', '45%', '0%']], [['100', '45', '0']], [['1', '0.45', '0']]])(
    'is complete, in progress or still to be carried out: %j',
    (values) => {
      const { actions } = read([
        ['Action', 'Lead', '% complete'],
        ...[one, two, three].map((text, row) => [text, 'HR', values[row] ?? '']),
      ]);
      expect(fields(actions, 'rag')).toEqual([['green'], ['amber'], ['red']]);
    },
  );
});

describe('the row of headings that a person points at', () => {
  const rows = [
    ['Action', 'Lead'],
    ['What', 'Who'],
    [one, 'HR'],
    [two, 'Dean'],
  ];
  it.each([1, 2, 3])('is taken, whatever it looks like: row %i', (row) => {
    const { tables, actions } = read(rows, {}, { corrections: { headerRows: [{ sheetIndex: 0, row }] } });
    expect(tables.map(({ headerRow }) => headerRow)).toEqual([row]);
    expect(tables[0]?.columns.map(({ header }) => header)).toEqual(rows[row - 1]);
    expect(actions.every(({ source }) => source.row > row)).toBe(true);
  });

  it('may be none at all', () => {
    const { tables } = read(rows, {}, { corrections: { headerRows: [{ sheetIndex: 0, row: null }] } });
    expect(tables.map(({ headerRow, firstRow, lastRow }) => [headerRow, firstRow, lastRow])).toEqual([[null, 1, 4]]);
    const column = { table: tables[0]?.key ?? '', column: 0, role: 'action' as const };
    const corrections = { headerRows: [{ sheetIndex: 0, row: null }], columns: [column] };
    expect(fields(read(rows, {}, { corrections }).actions, 'action')).toContainEqual([two]);
  });

  it('leaves a sheet standing that would have been turned', () => {
    const form = [
      ['Action', one],
      ['Lead', 'HR'],
      ['Deadline', 'May 2024'],
    ];
    expect(fields(read(form).actions, 'action', 'owner', 'due')).toEqual([[one, 'HR', '2024-05-31']]);
    const { tables } = read(form, {}, { corrections: { headerRows: [{ sheetIndex: 0, row: 1 }] } });
    expect(tables[0]?.columns.map(({ header }) => header)).toEqual(['Action', one]);
  });
});
