import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPreviewSchema } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import type { Merge, Sheet } from '../sheet.ts';
import { plainText } from './plainText.ts';
import { type Understanding, understand } from './understand.ts';

const action = (number: number): string => `Prepare a workshop rota for building ${number}`;
const headings = [
  'Action',
  'Actions 2021-24',
  'Actions 2024-27',
  'Theme',
  'Ref',
  'Lead',
  'Supporting',
  'RAG',
  'RAG 2022',
  'R',
  'A',
  'G',
  'Status',
  'Completed',
  '% complete',
  'Start',
  'End',
  'Timescale',
  'Y1',
  '2024/25',
  '6-12 months',
  'Visibility',
  'Recognition',
  'Success measure',
  'Progress',
  'Comments',
  'Reason for red',
  'Budget',
  'Objective',
  'Committee',
  'Next actions',
  '',
] as const;
const texts = [
  'Green',
  'A',
  'x',
  '●',
  'l',
  'n/a',
  '75%',
  'Complete',
  'Not started',
  'May 2024',
  '31 June 2024',
  'Y1-3',
  'Total',
  'constructor',
  'toString',
  '__proto__',
  'Key',
  'Chair: A. Lowe',
  'Visibility',
  'V',
  'Theme 2: Recognition',
  'Objective 1',
  'HR / Library',
  '1.2',
  'e.g.',
  '(choose one)',
  'Delivery: May 2020\nSuccess: 40',
  '• Write to every dean\n• Hold a lunch each term',
  action(1),
  action(2),
  'Last updated May 2024',
  '\u0000',
  '𝔘',
  'ﬁ',
  ' ',
] as const;
const colours = ['#00B050', '#FFC000', '#FF0000', '#0070C0', '#FFFFFF', '#D9D9D9'] as const;

const cell: fc.Arbitrary<CellSketch> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  { weight: 4, arbitrary: fc.constantFrom(...headings) },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }).map((value) => ({ value, text: String(value) })) },
  {
    weight: 1,
    arbitrary: fc.constant({ value: '2024-05-01', isDate: true as const, text: 'May-24', numberFormat: 'mmm-yy' }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        text: fc.constantFrom('', ...texts),
        fill: fc.constantFrom(...colours),
        fontColour: fc.constantFrom(...colours),
        note: fc.constantFrom('Lead:\nNo room', 'x'),
        hyperlink: fc.constant('https://example.ac.uk/'),
        strike: fc.constant(true as const),
        listItems: fc.constant(['Write to every dean', 'Hold a lunch each term']),
      },
      { requiredKeys: ['text'] },
    ),
  },
);

const sheet: fc.Arbitrary<Sheet> = fc
  .record({
    header: fc.array(fc.constantFrom(...headings), { minLength: 1, maxLength: 9 }),
    rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 14 }),
    at: fc.nat({ max: 5 }),
    kind: fc.constantFrom('worksheet', 'text', 'wordTable'),
    name: fc.constantFrom('Plan', '2 Recognition', 'New plan', 'Actions 2021-24'),
    hidden: fc.boolean(),
    merges: fc.array(fc.tuple(fc.nat(9), fc.nat(8), fc.nat(4), fc.nat(4)), { maxLength: 5 }),
    hiddenRows: fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 3 }),
    headingsAbove: fc.array(fc.constantFrom('Visibility', 'Action 1', 'Objective 2: be seen'), { maxLength: 2 }),
  })
  .map(({ header, rows, at, merges, ...rest }) => {
    const made = sheetOf([...rows.slice(0, at), header, ...rows.slice(at)], rest as Parameters<typeof sheetOf>[1]);
    return {
      ...made,
      merges: merges.map(within(made)).filter((merge) => merge.top < merge.bottom || merge.left < merge.right),
    };
  });

/** As the readers give merges: within the sheet. */
const within =
  ({ rows, columnCount }: Sheet) =>
  ([top, left, height, width]: readonly [number, number, number, number]): Merge => {
    const [firstRow, firstColumn] = [Math.min(top, rows.length - 1), Math.min(left, Math.max(0, columnCount - 1))];
    return {
      top: firstRow,
      left: firstColumn,
      bottom: Math.min(firstRow + height, rows.length - 1),
      right: Math.min(firstColumn + width, Math.max(0, columnCount - 1)),
    };
  };

describe('sheets of any content', () => {
  it('are always understood, by the contract, each action with a key of its own', () => {
    fc.assert(
      fc.property(
        fc.array(sheet, { maxLength: 4 }),
        fc.constantFrom(undefined, '2024-08-01'),
        (sheets, planStartsOn) => {
          const understanding = understand(sheets, { planStartsOn });
          const source = { fileName: 'plan.xlsx', sha256: '0'.repeat(64), kind: 'xlsx' as const };
          const preview = { source, ...understanding };
          expect(importPreviewSchema.parse(preview)).toEqual(preview);
          const all = [...understanding.actions, ...understanding.alternatives.flatMap(({ actions }) => actions)];
          expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

const said = (value: unknown): string =>
  typeof value === 'string'
    ? plainText(value)
    : value !== null && typeof value === 'object'
      ? Object.values(value).map(said).join(' | ')
      : '';
/** Bullets, labels of fields within a cell, marks, codes and lone signs are read; all other words must be found again. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) =>
      plainText(line.replace(/^\s*(?:[•*-]\s*|\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)]\s+|Delivery:|Success:)/, '')),
    );
const isMark = (text: string): boolean => /^(?:x|l|V)$/.test(text) || !/[\p{L}\p{N}]/u.test(text);

/** Cells of the plan's rows that are neither in an action nor in a row that is listed as left out. */
function lost(sheets: readonly Sheet[], understanding: Understanding): readonly string[] {
  return understanding.tables.flatMap((table, index) => {
    const { rows } = sheets[table.sheetIndex] as Sheet;
    if (table.use === 'not-a-plan' || table.headerRow === null) return [];
    const actions = [...understanding.actions, ...understanding.alternatives.flatMap((one) => one.actions)];
    const own = actions
      .filter(({ source }) => source.table === index)
      .map(said)
      .join(' | ');
    const left = new Set(table.skipped.map(({ row }) => row));
    return rows.flatMap((row, at) => {
      if (at < table.firstRow || at + 1 > table.lastRow || left.has(at + 1)) return [];
      return row.flatMap((one, column) => {
        const isColumn = table.columns.some((known) => known.column === column);
        if (one === undefined || isMark(one.text) || !isColumn) return [];
        if (linesOf(one.text).every((line) => own.includes(line))) return [];
        return [`${at + 1}:${column} ${one.text}`];
      });
    });
  });
}

describe('nothing of a plan', () => {
  const headed = fc.record({
    header: fc.uniqueArray(fc.constantFrom(...headings.filter((text) => !/^Actions? ?|^$/.test(text))), {
      minLength: 2,
      maxLength: 8,
    }),
    rows: fc.array(
      fc.array(fc.oneof(fc.constantFrom(null, ...texts), fc.string({ maxLength: 30 })), { minLength: 9, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 10,
      },
    ),
  });
  it('is lost: every cell of its rows is in a field, a note or a reason, or its row is listed as left out', () => {
    fc.assert(
      fc.property(headed, ({ header, rows }) => {
        const sheets = [
          sheetOf([
            ['Action', ...header],
            ...rows.map((row, index) => [action(index + 10), ...row.slice(0, header.length)]),
          ]),
        ];
        expect(lost(sheets, understand(sheets))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
