import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const one = 'Hold briefings for heads of department';
const two = 'Add a module to the induction programme';
const three = 'Create role profiles with the union';

type Rows = readonly (readonly CellSketch[])[];
const read = (rows: Rows, options: Parameters<typeof understand>[1] = {}, sketch: Parameters<typeof sheetOf>[1] = {}) =>
  understand([sheetOf(rows, sketch)], options);
const fields = <Field extends keyof PreviewAction>(actions: readonly PreviewAction[], ...names: Field[]): unknown[] =>
  actions.map((action) => names.map((name) => action[name]));

describe('references', () => {
  it('are taken from before the actions where no column has them', () => {
    const { actions } = read([
      ['Action', 'Lead'],
      [`1.1 ${one}`, 'HR'],
      [`1.2 ${two}`, 'Dean'],
    ]);
    expect(fields(actions, 'ref', 'action')).toEqual([
      ['1.1', one],
      ['1.2', two],
    ]);
  });

  it('stay where they stand beside a column of references', () => {
    const { actions } = read([
      ['Ref', 'Action', 'Lead'],
      ['A', `1.1 ${one}`, 'HR'],
      ['B', `1.2 ${two}`, 'Dean'],
    ]);
    expect(fields(actions, 'ref', 'action')).toEqual([
      ['A', `1.1 ${one}`],
      ['B', `1.2 ${two}`],
    ]);
  });

  it('tell a heading from the actions that are numbered below it', () => {
    const { actions, tables } = read([
      ['No', 'Objectives and actions', 'Lead', 'RAG'],
      ['1', 'To let the public see our work', '', ''],
      ['1.1', one, 'HR', 'G'],
      ['1.2', two, 'HR', 'A'],
      ['2', three, '', ''],
      ['3', 'To pay for courses', '', ''],
    ]);
    expect(fields(actions, 'ref', 'objective')).toEqual([
      ['1.1', 'To let the public see our work'],
      ['1.2', 'To let the public see our work'],
      ['2', 'To let the public see our work'],
      ['3', 'To let the public see our work'],
    ]);
    expect(tables[0]?.skipped.map(({ row }) => row)).toEqual([2]);
  });
});

describe('years and months of the plan under their own heading', () => {
  it.each([
    ['Year', '1-3', '2027-07-31'],
    ['Month', '6', '2025-01-31'],
    ['Year', '2026', '2026-12-31'],
  ])('count from its start: %s %s', (heading, text, due) => {
    const { actions } = read(
      [
        ['Action', 'Lead', heading],
        [one, 'HR', text],
      ],
      { planStartsOn: '2024-08-01' },
    );
    expect(fields(actions, 'due', 'dueText')).toEqual([[due, text]]);
  });
});

describe('titles that are no themes', () => {
  it('are kept with the actions below them, from the first on', () => {
    const header = ['Action', 'Lead', 'Timescale'];
    const { actions } = read([
      ['Our plan'],
      ['Action point 1: Leadership'],
      header,
      [one, 'HR', '2024'],
      [''],
      ['Action point 2: Community'],
      header,
      [two, 'HR', '2025'],
    ]);
    expect(fields(actions, 'notes')).toEqual([
      [[{ header: 'Section', text: 'Action point 1: Leadership' }]],
      [[{ header: 'Section', text: 'Action point 2: Community' }]],
    ]);
  });
});

describe('several updates', () => {
  it('are read by the newest, however short it is', () => {
    const { actions } = read([
      ['Action', 'Lead', 'Update Sept 2022', 'Update March 2023', 'Update Sept 2023', 'RAG'],
      [one, 'HR', 'Two rooms found', 'Two held', 'Done', 'G'],
    ]);
    expect(fields(actions, 'progress', 'rag')).toEqual([['Done', 'green']]);
    expect(actions[0]?.notes.map(({ text }) => text)).toEqual(['Two rooms found', 'Two held']);
  });
});

describe('codes of ratings', () => {
  it.each([
    ['a line', [['Status: 1 = not started, 2 = in progress, 3 = completed']]],
    [
      'cells side by side',
      [
        ['1', 'Not started'],
        ['2', 'In progress'],
        ['3', 'Completed'],
      ],
    ],
  ])('are read by the key of the file, in %s', (_, key) => {
    const { actions, ragScheme } = read([
      ...key,
      [''],
      ['Action', 'Lead', 'Status'],
      [one, 'HR', '3'],
      [two, 'HR', '1'],
    ]);
    expect(fields(actions, 'rag')).toEqual([['green'], ['red']]);
    expect(actions[0]?.ragFrom).toMatch(/^Green, from the word “3” in C\d and the key “completed” in [AB]\d$/i);
    expect(ragScheme).toBe('completion');
  });

  it('are asked about where no key explains them', () => {
    const { actions, problems } = read([
      ['Action', 'Lead', 'Status'],
      [one, 'HR', '3'],
    ]);
    expect(fields(actions, 'rag')).toEqual([[null]]);
    expect(problems.map(({ code }) => code)).toEqual(['rag-not-recognised']);
  });
});

describe('rows that are no actions', () => {
  it.each([
    ['Says how to fill in the table.', ['(choose one)', '(one action in each row)', '(who)']],
    ['An example.', ['e.g.', 'EXAMPLE: Hold an open afternoon for schools', 'HR']],
    ['Part of a key.', ['', 'G = complete; A = in progress; R = not started', '']],
    ['A total.', ['', 'Total actions: 4', '']],
    ['Names who leads, not what is done.', ['Chair: A. Lowe', 'Deputy: B. Nair', '']],
  ])('are listed with the reason: %s', (why, row) => {
    const { actions, tables } = read([['Theme', 'Action', 'Lead'], row, ['Visibility', one, 'HR']]);
    expect(fields(actions, 'action')).toEqual([[one]]);
    expect(tables[0]?.skipped).toEqual([expect.objectContaining({ row: 2, why })]);
  });

  it('are not actions that begin like them', () => {
    const texts = [
      'Total reward statements to show allowances',
      'Example projects to be shown on the web',
      'Chair a network of technicians',
    ];
    const { actions } = read([['Action', 'Lead'], ...texts.map((text) => [text, 'HR'])]);
    expect(fields(actions, 'action')).toEqual(texts.map((text) => [text]));
  });
});

describe('other things in the same file', () => {
  const plan = [
    ['Ref', 'Action', 'Lead', 'RAG'],
    ['1', one, 'HR', 'G'],
    ['2', two, 'HR', 'R'],
    ['3', three, 'HR', 'A'],
  ];
  it.each([
    [
      'Risks',
      [
        ['Risk', 'Owner', 'Likelihood', 'Impact', 'RAG', 'Mitigation'],
        ['The lead leaves', 'HR', 'Low', 'High', 'Amber', 'Name a deputy in good time'],
      ],
    ],
    [
      'Meetings',
      [
        ['Date', 'Action agreed', 'Who', 'Done'],
        ['3 May 2024', 'Book a larger room for all', 'Clerk', 'Yes'],
      ],
    ],
    [
      'Glossary',
      [
        ['Action', 'Something that will be done'],
        ['Lead', 'The person who answers for it'],
        ['RAG', 'Red, amber or green'],
      ],
    ],
  ])('are not mixed into the plan: %s', (name, rows) => {
    const { actions, alternatives } = understand([sheetOf(plan, { name: 'Plan' }), sheetOf(rows, { name })]);
    expect(actions).toHaveLength(3);
    expect(alternatives.every(({ kind }) => kind === 'less-likely')).toBe(true);
  });

  it('are the plan where nothing else is', () => {
    expect(understand([sheetOf(plan, { name: 'Meetings' })]).actions).toHaveLength(3);
  });

  it('may be an earlier report on the same actions, which the newest stands for', () => {
    const report = (name: string, rag: string) =>
      sheetOf(
        plan.map((row, at) => (at === 0 ? row : row.with(3, rag))),
        { name },
      );
    const { actions, alternatives } = understand([
      report('June 2022', 'R'),
      report('June 2024', 'G'),
      report('June 2023', 'A'),
    ]);
    expect(fields(actions, 'rag')).toEqual([['green'], ['green'], ['green']]);
    expect(alternatives.map(({ kind, title }) => [kind, title])).toEqual([
      ['repeat', 'June 2022'],
      ['repeat', 'June 2023'],
    ]);
  });
});

describe('what stands beside the plan on the same sheet', () => {
  it.each([
    [
      'a count of the ratings',
      ['RAG', 'Count'],
      [
        ['Green', '1'],
        ['Red', '1'],
        ['Total', '2'],
      ],
    ],
    [
      'a list of choices',
      ['Status list', ''],
      [
        ['Complete', ''],
        ['In progress', ''],
        ['Not started', ''],
      ],
    ],
  ])('is left out with the reason: %s', (_, heading, beside) => {
    const { actions, tables } = read([
      ['Action', 'Lead', 'RAG', '', ...heading],
      [one, 'HR', 'G', '', ...(beside[0] ?? [])],
      [two, 'HR', 'R', '', ...(beside[1] ?? [])],
      ['', '', '', '', ...(beside[2] ?? [])],
    ]);
    expect(fields(actions, 'action', 'rag', 'notes')).toEqual([
      [one, 'green', []],
      [two, 'red', []],
    ]);
    expect(tables[0]?.columns[4]).toMatchObject({ role: 'ignore', why: expect.stringContaining('apart') });
  });

  it('is kept as a note where it may belong to the action', () => {
    const { actions } = read([
      ['Action', 'Lead', 'RAG', '', 'Committee'],
      [one, 'HR', 'G', '', 'Estates'],
    ]);
    expect(fields(actions, 'notes')).toEqual([[[{ header: 'Committee', text: 'Estates' }]]]);
  });
});

describe('a submission with its review and its new plan', () => {
  it.each([
    ['sheets', (name: string) => ({ name })],
    ['tables of a document', (name: string) => ({ kind: 'wordTable' as const, name: 'table', headingsAbove: [name] })],
  ])('brings in what was reviewed and offers the new plan: %s', (_, named) => {
    const review = sheetOf(
      [
        ['Action', 'Lead', 'RAG'],
        [one, 'HR', 'G'],
      ],
      named('RAG review of the last plan'),
    );
    const next = sheetOf(
      [
        ['Action', 'Lead', 'Timescale'],
        [two, 'HR', 'Y1'],
      ],
      named('36-month action plan'),
    );
    const { actions, alternatives } = understand([review, next]);
    expect(fields(actions, 'action')).toEqual([[one]]);
    expect(alternatives.map(({ kind, title }) => [kind, title])).toEqual([['other-cycle', 'New plan']]);
  });
});
