import { describe, expect, it } from 'vitest';
import type { ImportCorrections } from '#shared/model/importPreview.ts';
import { type CellSketch, sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const rows: readonly (readonly CellSketch[])[] = [
  ['Ref', 'Action', 'Lead', 'Due', 'RAG', 'Comments'],
  ['1', 'Film how rare instruments are set up', 'Head of Stores', 'June 2027', 'Amber', ''],
  ['2', 'Example: Widen the prizes', 'HR', 'May 2026', 'Green', 'Given twice'],
  ['', 'Visibility'],
  ['3', 'Give each technician a buddy', 'Dean', 'June 2027', 'Red', 'No rooms'],
  ['Notes', 'Survey every workshop'],
  ['Survey the stores'],
];
type Rows = NonNullable<ImportCorrections['rows']>;
const read = (chosen: readonly (readonly [number, Rows[number]['as']])[] = []) =>
  understand([sheetOf(rows)], { corrections: { rows: chosen.map(([row, as]) => ({ table: '0:0', row, as })) } });

describe('rows that were not taken for actions', () => {
  it('are shown with the texts of all their cells', () => {
    const { tables, actions } = read();
    expect(actions.map(({ ref }) => ref)).toEqual(['1', '3']);
    expect(tables[0]?.skipped.map(({ row, text, canBeAction }) => [row, text, canBeAction])).toEqual([
      [3, '2 · Example: Widen the prizes · HR · May 2026 · Green · Given twice', true],
      [4, 'Visibility', true],
      [6, 'Notes · Survey every workshop', true],
      [7, 'Survey the stores', true],
    ]);
    expect(tables[0]?.taken).toEqual([]);
  });

  it('are read as any other action where a person says so', () => {
    const { tables, actions } = read([
      [3, 'action'],
      [6, 'action'],
    ]);
    expect(actions.map(({ ref, action, owner, due, rag }) => [ref, action, owner, due, rag])).toEqual([
      ['1', 'Film how rare instruments are set up', 'Head of Stores', '2027-06-30', 'amber'],
      ['2', 'Example: Widen the prizes', 'HR', '2026-05-31', 'green'],
      ['3', 'Give each technician a buddy', 'Dean', '2027-06-30', 'red'],
      ['Notes', 'Survey every workshop', '', null, null],
    ]);
    expect(actions[1]?.source).toEqual({ table: 0, row: 3 });
    expect(tables[0]?.taken.map(({ row }) => row)).toEqual([3, 6]);
    expect(tables[0]?.skipped.map(({ row }) => row)).toEqual([4, 7]);
    expect(tables[0]?.actions).toBe(4);
  });

  it('are actions by their longest words where the column of actions is empty', () => {
    const taken = read([[7, 'action']]).actions.at(-1);
    expect([taken?.ref, taken?.action]).toEqual(['', 'Survey the stores']);
  });

  it('give no theme to the actions below once they are actions themselves', () => {
    expect(read().actions.at(-1)?.themes).toEqual(['visibility']);
    expect(read([[4, 'action']]).actions.map(({ action, themes }) => [action, themes])).toContainEqual([
      'Give each technician a buddy',
      [],
    ]);
  });

  it('are joined by an action that a person leaves out', () => {
    const { tables, actions } = read([[5, 'left-out']]);
    expect(actions.map(({ ref }) => ref)).toEqual(['1']);
    expect(tables[0]?.skipped).toContainEqual(expect.objectContaining({ row: 5, why: 'Left out by you.' }));
  });
});
