import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Sheet, SheetCell } from '../sheet.ts';
import { understand } from '../understand/understand.ts';
import { readFile } from './readFile.ts';

/** The same plan, each time written by LibreOffice. */
const read = async (name: string): Promise<readonly Sheet[]> =>
  (
    await readFile(
      new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/spreadsheets/${name}`, import.meta.url))),
      name,
    )
  ).sheets;

const planOf = async (name: string): Promise<Sheet> => {
  const [sheet] = await read(name);
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
};

/** What the cell carries, with the format in the one spelling and without black, which some writers put on all text. */
const carried = (cell: SheetCell | undefined): Partial<SheetCell> => {
  if (cell === undefined || (cell.text === '' && cell.fill === undefined)) return {};
  const { numberFormat, fontColour, ...rest } = cell;
  return {
    ...rest,
    ...(numberFormat === undefined ? {} : { numberFormat: numberFormat.replace(/[\\"]/g, '').toLowerCase() }),
    ...(fontColour === undefined || fontColour === '#000000' ? {} : { fontColour }),
  };
};

const rowsOf = (sheet: Sheet, skip: { rows?: readonly number[]; columns?: readonly number[] } = {}): unknown =>
  sheet.rows.flatMap((row, index) =>
    skip.rows?.includes(index)
      ? []
      : [
          Array.from({ length: sheet.columnCount }, (_, column) => column)
            .filter((column) => !skip.columns?.includes(column))
            .map((column) => carried(row[column])),
        ],
  );

const placed = (sheet: Sheet): unknown => ({
  merges: [...sheet.merges].sort((one, other) => one.top - other.top),
  hiddenRows: [...sheet.hiddenRows],
  hiddenColumns: [...sheet.hiddenColumns],
});

describe('a plan reads alike from every kind of file', () => {
  it('xlsx carries all of it', async () => {
    const plan = await planOf('plan.xlsx');
    expect(placed(plan)).toEqual({
      merges: [
        { top: 0, left: 0, bottom: 0, right: 7 },
        { top: 2, left: 1, bottom: 3, right: 1 },
        { top: 4, left: 1, bottom: 5, right: 1 },
      ],
      hiddenRows: [6],
      hiddenColumns: [3],
    });
    expect(plan.rows.slice(2).map((row) => carried(row[7]))).toEqual([
      { value: 'Green', text: 'Green', fill: '#00B050' },
      { value: 'Amber', text: 'Amber', fill: '#FFC000' },
      { value: 'Red', text: 'Red', fill: '#FF0000', note: 'Waiting for the budget' },
      { value: '●', text: '●', fontColour: '#00B050' },
      { value: '', text: '', fill: '#FFFF00' },
      { value: 'Complete', text: 'Complete', fill: '#92D050' },
    ]);
    expect(plan.rows[2]?.[4]).toMatchObject({ value: '2023-03-01', isDate: true, text: 'Mar-23' });
    expect(plan.rows[3]?.[2]).toMatchObject({ hyperlink: 'https://example.ac.uk/people' });
    expect(plan.rows[4]?.[0]).toMatchObject({ text: '3', fill: '#FFC7CE' });
    expect(plan.rows[5]?.[2]).toMatchObject({ struckText: 'two technicians' });
    expect(plan.rows[7]?.[2]).toMatchObject({ strike: true });
    expect(plan.rows.slice(2).map((row) => row[8]?.fill)).toEqual([
      '#00B050',
      '#FFC000',
      '#FF0000',
      '#00B050',
      '#FF0000',
      '#FFC000',
    ]);
  });

  it('ods carries the same', async () => {
    const [one, other] = [await planOf('plan.xlsx'), await planOf('plan.ods')];
    expect(rowsOf(other)).toEqual(rowsOf(one));
    expect(placed(other)).toEqual(placed(one));
    expect((await read('plan.ods')).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Action plan', false],
      ['Lists', true],
    ]);
  });

  it('xls carries all but formats of a part of a text, scales and icons, which it does not have', async () => {
    const [one, other] = [await planOf('plan.xlsx'), await planOf('plan.xls')];
    const without = (sheet: Sheet): Sheet => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) => (cell?.struckText === undefined ? cell : { value: cell.value, text: cell.text })),
      ),
    });
    expect(rowsOf(other, { columns: [6, 8] })).toEqual(rowsOf(without(one), { columns: [6, 8] }));
    expect(placed(other)).toEqual(placed(one));
    expect((await read('plan.xls')).map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('html carries what is not hidden, as its writer leaves the rest out', async () => {
    const [one, other] = [await planOf('plan.xlsx'), await planOf('plan.html')];
    const without = (sheet: Sheet): Sheet => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) => (cell?.struckText === undefined ? cell : { value: cell.value, text: cell.text })),
      ),
    });
    expect(rowsOf({ ...other, columnCount: 8 }, { columns: [5, 7] })).toEqual(
      rowsOf(without(one), { rows: [6], columns: [3, 6, 8] }),
    );
  });

  it('and is understood alike', async () => {
    const actions = async (name: string): Promise<unknown> =>
      understand(await read(name))
        .actions.filter(({ ref }) => ref !== '5')
        .map(({ ref, action, themes, due, rag }) => [ref, action, themes, due, rag]);
    const expected = await actions('plan.xlsx');
    expect(expected).toHaveLength(5);
    for (const name of ['plan.ods', 'plan.xls', 'plan.html']) expect(await actions(name)).toEqual(expected);
  });
});
