import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreviewAction } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import type { Sheet } from '../sheet.ts';
import { type Understanding, understand } from './understand.ts';

const words = fc.constantFrom('seminar', 'workshops', 'stores', 'award', 'film', 'network', 'grant', 'mentors', 'rota');
const sentence = fc
  .tuple(fc.nat({ max: 999_999 }), fc.array(words, { minLength: 3, maxLength: 8 }))
  .map(([number, found]) => `Prepare ${found.join(' ')} number ${number}`);
const blankOr = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: '' as const, freq: 4 });

/** What a plain table may have beside its actions: a heading, and what stands under it. */
const fields = {
  ref: fc.tuple(fc.constantFrom('Ref', 'No.', 'Action number'), fc.constant(fc.nat({ max: 99 }).map((n) => `A${n}`))),
  theme: fc.tuple(
    fc.constantFrom('Theme', 'Pillar', 'Pillar(s)'),
    fc.constant(fc.constantFrom('Visibility', 'Recognition', 'Career Development', 'Visibility, Sustainability')),
  ),
  owner: fc.tuple(
    fc.constantFrom('Responsibility', 'Lead', 'Who', 'Person(s) responsible'),
    fc.constant(blankOr(fc.constantFrom('Director of Estates', 'HR / Library', 'Heads and Deans', 'M. Green'))),
  ),
  start: fc.tuple(fc.constant('Start'), fc.constant(blankOr(fc.constantFrom('May 2021', '01/02/2022', 'Ongoing')))),
  due: fc.tuple(
    fc.constantFrom('Deadline', 'End date', 'By when'),
    fc.constant(blankOr(fc.constantFrom('June 2024', '31/12/2024', 'Q3 2025', 'TBC', '31 June 2024'))),
  ),
  measure: fc.tuple(fc.constantFrom('Success measure', 'KPI'), fc.constant(blankOr(sentence))),
  progress: fc.tuple(fc.constantFrom('Progress', 'Update'), fc.constant(blankOr(sentence))),
  rag: fc.tuple(
    fc.constantFrom('RAG', 'Status', 'RAG status'),
    fc.constant(
      blankOr(
        fc.constantFrom<CellSketch>('Green', 'Amber', 'Red', 'Ongoing', 'n/a', 'Purple', { text: '', fill: '#00B050' }),
      ),
    ),
  ),
  other: fc.tuple(
    fc.constantFrom('Budget code', 'Committee', 'Risk log'),
    fc.constant(blankOr(fc.constantFrom('B-12', 'CX', 'low'))),
  ),
} as const;

/** Texts that read like a status or a label, which are actions all the same where somebody leads them. */
const shortText = fc
  .tuple(
    fc.constantFrom(
      'Complete',
      'Implemented',
      'Continuing professional',
      'Started',
      'Active bystander',
      'Merged',
      'Not yet shared',
      'No lone',
      'Never again',
      'Done with',
      'Outstanding',
      'Deferred',
      'Key',
      'Notes of',
      'Version',
      'Blue',
      '50%',
    ),
    fc.constantFrom('skills audit', 'mentors', 'stores', 'working', 'training', 'recycling', 'prizes'),
    fc.nat({ max: 999_999 }),
  )
  .map(([first, rest, number]) => `${first} ${rest} ${number}`);
const statuses = [
  '10% complete',
  '0%',
  'Will be completed by May 2026',
  'Not fully delivered',
  'Nothing done',
  'Green (complete)',
  'Amber – Complete',
  'Complete',
] as const;

type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly CellSketch[])[] };

const longTable: fc.Arbitrary<Table> = fc
  .tuple(
    fc.subarray(Object.keys(fields) as (keyof typeof fields)[], { minLength: 3 }),
    fc.constantFrom('Action', 'Planned action', 'Actions'),
  )
  .chain(([names, action]) =>
    fc.tuple(
      fc.constant(action),
      fc.tuple(...names.map((name) => fields[name] as fc.Arbitrary<[string, fc.Arbitrary<CellSketch>]>)),
    ),
  )
  .chain(([action, columns]) => {
    const row = fc.tuple(sentence, ...columns.map(([, cell]) => cell));
    return fc.record({
      headers: fc.constant([action, ...columns.map(([header]) => header)]),
      rows: fc.uniqueArray(row, { minLength: 2, maxLength: 12, selector: ([text]) => text }),
    });
  });

const shortTable: fc.Arbitrary<Table> = fc
  .uniqueArray(
    fc.tuple(
      shortText,
      fc.constantFrom('Director of Estates', 'HR'),
      fc.constantFrom('Red', 'Amber', 'Green', ...statuses),
      blankOr(fc.constantFrom('Complete', 'For example: the glass prize', 'Two workshops held', 'Red tape')),
    ),
    { minLength: 2, maxLength: 8, selector: ([text]) => text },
  )
  .map((rows) => ({ headers: ['Action', 'Lead', 'RAG', 'Comments'], rows }));
const table: fc.Arbitrary<Table> = fc.oneof(longTable, shortTable);

/** What people write below a plan: a label and what belongs to it, from the first column on. */
const furniture = fc.array(
  fc.tuple(
    fc.constantFrom(
      'Last updated',
      'Prepared by',
      'Abbreviations',
      'Approved by',
      'Notes',
      'Chair',
      'Version',
      'Contact',
    ),
    fc.constantFrom('3 May 2024', 'Professor Ada Lind', 'CPD: continuing professional development', '2'),
  ),
  { minLength: 1, maxLength: 3 },
);

/** An action without where it stands and how its cells are named. */
const bare = ({ key, source, reasons, ragFrom, notes, ...rest }: PreviewAction): unknown => ({
  ...rest,
  notes: [...notes].sort((one, other) => one.header.localeCompare(other.header)),
  guessed: Object.keys(reasons).sort(),
});
const sortedActions = ({ actions }: Understanding): readonly unknown[] =>
  [...actions].sort((one, other) => one.action.localeCompare(other.action)).map(bare);
const sheetOfTable = ({ headers, rows }: Table): Sheet => sheetOf([headers, ...rows]);
const shuffled = <Value>(values: readonly Value[], order: readonly number[]): Value[] =>
  values
    .map((value, index) => ({ value, by: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ value }) => value);
const order = fc.array(fc.nat({ max: 1000 }), { minLength: 16, maxLength: 16 });

describe('what is understood of a plain table', () => {
  it('is every one of its actions', () => {
    fc.assert(
      fc.property(table, (plan) => {
        const { actions } = understand([sheetOfTable(plan)]);
        expect(actions.map(({ action }) => action)).toEqual(plan.rows.map(([text]) => text));
      }),
    );
  });

  it('does not depend on the order of its rows', () => {
    fc.assert(
      fc.property(table, order, (plan, by) => {
        const other = { ...plan, rows: shuffled(plan.rows, by) };
        expect(sortedActions(understand([sheetOfTable(other)]))).toEqual(
          sortedActions(understand([sheetOfTable(plan)])),
        );
      }),
    );
  });

  it('does not depend on the order of its columns', () => {
    fc.assert(
      fc.property(table, order, (plan, by) => {
        const other = { headers: shuffled(plan.headers, by), rows: plan.rows.map((row) => shuffled(row, by)) };
        expect(sortedActions(understand([sheetOfTable(other)]))).toEqual(
          sortedActions(understand([sheetOfTable(plan)])),
        );
      }),
    );
  });

  it('does not depend on blank rows and columns around it and between its rows', () => {
    const gaps = fc.record({ above: fc.nat({ max: 5 }), left: fc.nat({ max: 3 }), after: fc.nat({ max: 11 }) });
    fc.assert(
      fc.property(table, gaps, (plan, { above, left, after }) => {
        const margin = Array.from({ length: left }, () => '');
        const body = [plan.headers, ...plan.rows].map((row): CellSketch[] => [...margin, ...row, '']);
        const rows = [
          ...Array.from({ length: above }, () => ['']),
          ...body.slice(0, after + 1),
          [''],
          ...body.slice(after + 1),
          [''],
        ];
        expect(sortedActions(understand([sheetOf(rows)]))).toEqual(sortedActions(understand([sheetOfTable(plan)])));
      }),
    );
  });

  it('does not depend on labels, dates and names below it', () => {
    fc.assert(
      fc.property(table, furniture, fc.boolean(), (plan, below, isApart) => {
        const rows = [plan.headers, ...plan.rows, ...(isApart ? [['']] : []), ...below];
        expect(sortedActions(understand([sheetOf(rows)]))).toEqual(sortedActions(understand([sheetOfTable(plan)])));
      }),
    );
  });

  it('never calls an action complete that says it is not', () => {
    const undone = fc.tuple(
      fc.constantFrom(
        'will be',
        'due to be',
        'should be',
        'expected to be',
        'awaiting',
        'not',
        'not fully',
        'never',
        'nothing',
        'yet to be',
        '0%',
        '40%',
        'partly',
        'to be',
      ),
      fc.constantFrom('complete', 'completed', 'delivered', 'achieved', 'done', 'implemented', 'in place'),
      fc.constantFrom('', ' by May 2026', ' this year', ', see the comments'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(undone, ([before, word, after, isUpper]) => {
        const status = `${before} ${word}${after}`;
        const text = isUpper ? status.toUpperCase() : status;
        const { actions } = understand([
          sheetOf([
            ['Action', 'Lead', 'Status'],
            ['Film how rare instruments are set up', 'HR', text],
            ['Hold a lunch for long service', 'HR', 'Completed'],
          ]),
        ]);
        expect(actions.map(({ rag }) => rag === 'green')).toEqual([false, true]);
      }),
    );
  });
});
