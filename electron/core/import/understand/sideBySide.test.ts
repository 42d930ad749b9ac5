import { describe, expect, it } from 'vitest';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { understand } from './understand.ts';

const told = 'Hold briefings for heads of department';
const paid = 'Pay the first fee of registration';
const next = 'Extend the briefings to the colleges';
const other = 'Print a directory of instruments';

type Rows = Parameters<typeof sheetOf>[0];
const read = (rows: Rows, sketch: Parameters<typeof sheetOf>[1] = {}) => understand([sheetOf(rows, sketch)]);

describe('tables that stand side by side', () => {
  it('take their themes from the heading over their own columns', () => {
    const { actions } = read(
      [
        ['Visibility', null, null, 'Recognition', null],
        ['Action', 'Lead', null, 'Action', 'Lead'],
        [told, 'HR', null, paid, 'Dean'],
      ],
      { merges: ['A1:B1', 'D1:E1'] },
    );
    expect(actions.map(({ action, owner, themes }) => [action, owner, themes])).toEqual([
      [told, 'HR', ['visibility']],
      [paid, 'Dean', ['recognition']],
    ]);
  });

  it('take their themes from a heading that is not merged', () => {
    const { actions } = read([
      ['Pillar 1 - Visibility', '', '', 'Pillar 2 - Recognition', ''],
      ['What is to be done', 'Lead', '', 'What is to be done', 'Lead'],
      [told, 'HR', '', paid, 'Dean'],
    ]);
    expect(actions.map(({ action, owner, themes }) => [action, owner, themes])).toEqual([
      [told, 'HR', ['visibility']],
      [paid, 'Dean', ['recognition']],
    ]);
  });

  it('keep a reference of their own, also without a gap between them', () => {
    const { actions } = read([
      ['No.', 'Actions 2021-24', 'RAG', 'No.', 'Actions 2024-27', 'Lead'],
      ['1', told, 'G', 'A', next, 'Dean'],
    ]);
    expect(actions.map(({ ref, action }) => [ref, action])).toEqual([['1', told]]);
    const { alternatives } = read([
      ['No.', 'Actions 2021-24', 'RAG', 'No.', 'Actions 2024-27', 'Lead'],
      ['1', told, 'G', 'A', next, 'Dean'],
    ]);
    expect(alternatives.map(({ kind, title, actions: offered }) => [kind, title, offered[0]?.ref])).toEqual([
      ['other-cycle', 'Plan 2024-2027', 'A'],
    ]);
  });

  it('share the columns that stand before them both', () => {
    const { actions, alternatives } = read([
      ['Theme', '2021-2024 Actions', 'RAG', '2024-2027 Actions', 'Lead'],
      ['Visibility', told, 'G', next, 'Dean'],
      ['Recognition', paid, 'R', '', ''],
    ]);
    expect(actions.map(({ themes, rag }) => [themes, rag])).toEqual([
      [['visibility'], 'green'],
      [['recognition'], 'red'],
    ]);
    expect(alternatives[0]?.actions.map(({ action, themes, owner }) => [action, themes, owner])).toEqual([
      [next, ['visibility'], 'Dean'],
    ]);
  });

  it('are the last and the new plan where they are called so', () => {
    const { actions, alternatives } = read([
      ['Theme', 'Previous actions', 'Progress', 'RAG', 'New actions', 'Lead'],
      ['Visibility', told, 'Two held', 'Amber', next, 'Dean'],
    ]);
    expect(actions.map(({ action, progress, rag }) => [action, progress, rag])).toEqual([[told, 'Two held', 'amber']]);
    expect(alternatives.map(({ kind, title }) => [kind, title])).toEqual([['other-cycle', 'New plan']]);
  });

  it('are one table where the second column says what follows from the first', () => {
    const { actions, alternatives } = read([
      ['Action', 'Lead', 'RAG', 'Next actions'],
      [told, 'HR', 'G', next],
      [other, 'HR', 'G', 'Print it again each year'],
    ]);
    expect(actions.map(({ action, notes }) => [action, notes[0]?.header])).toEqual([
      [told, 'Next actions'],
      [other, 'Next actions'],
    ]);
    expect(alternatives).toEqual([]);
  });
});

describe('cycles one below the other', () => {
  const header = ['Ref', 'Action', 'Lead', 'RAG'];
  const old = ['1', told, 'HR', 'G'];
  const added = ['1', next, 'Dean', ''];
  it.each([
    [
      'under the same header again',
      [['Action plan 2021-2024'], header, old, [''], ['Action plan 2024-2027'], header, added],
    ],
    ['under one header', [header, ['Actions 2021 to 2024'], old, ['Actions 2024 to 2027'], added]],
    ['called the last and the new plan', [header, ['Previous action plan'], old, ['New action plan'], added]],
  ])('are told apart %s', (_, rows) => {
    const { actions, alternatives } = read(rows);
    expect(actions.map(({ action, rag }) => [action, rag])).toEqual([[told, 'green']]);
    expect(alternatives.map(({ kind, actions: offered }) => [kind, offered.map(({ action }) => action)])).toEqual([
      ['other-cycle', [next]],
    ]);
    const tables = alternatives[0]?.tables;
    expect(understand([sheetOf(rows)], { corrections: { tables } }).actions.map(({ action }) => action)).toEqual([
      next,
    ]);
  });

  it('are no cycles where the titles are years of one plan', () => {
    const { actions } = read([header, ['Actions 2022/23'], old, ['Actions 2023/24'], added]);
    expect(actions.map(({ action }) => action)).toEqual([told, next]);
  });
});
