import { describe, expect, it } from 'vitest';
import type { EarlierAnswer } from '#shared/model/tables.ts';
import { aForm, aQuestion } from '#test/helpers/forms.ts';
import { earlierDrafts, movedFrom } from './earlierDrafts.ts';
import { freeKey, moved } from './editOwnSet.ts';
import { isNewer, movePath, newerForm, otherForms } from './otherForms.ts';
import { readWholeNumber } from './readWholeNumber.ts';

describe('a newer form', () => {
  const form = (id: string, version: string, stage = 3) => aForm([aQuestion('a')], { id, version, stage });
  const shipped = [
    form('stage-3', '2031.10'),
    form('stage-3', '2031.9'),
    form('stage-3', '2024.1'),
    form('stage-2', '2031.1', 2),
  ];
  it('is a later version of the form in use: ten comes after nine', () => {
    expect(isNewer('2031.10', '2031.9')).toBe(true);
    expect(newerForm(shipped, form('stage-3', '2024.1'))?.version).toBe('2031.10');
    expect(newerForm(shipped, form('stage-3', '2031.10'))).toBe(null);
    expect(newerForm(shipped, form('saltmarsh', '2024.1'))).toBe(null);
  });
  it('stands among the others of its stage, which an own form may also go back to', () => {
    expect(otherForms(shipped, form('saltmarsh', '2024.1')).map(({ version }) => version)).toEqual([
      '2031.10',
      '2031.9',
      '2024.1',
    ]);
    expect(movePath({ shipped: form('stage-3', '2031.9') })).toBe('/question-sets/move/shipped:stage-3:2031.9');
  });
});

describe('the order of questions', () => {
  const items = ['a', 'b', 'c', 'd'].map((key) => ({ key }));
  const order = (...args: Parameters<typeof moved> extends [unknown, ...infer Rest] ? Rest : never) =>
    moved(items, ...args)
      .map(({ key }) => key)
      .join('');
  it('changes by what is put before or after another, together and in order', () => {
    expect(order(new Set(['d']), 'b', 'before')).toBe('adbc');
    expect(order(new Set(['a', 'c']), 'd', 'after')).toBe('bdac');
    expect(order(new Set(['a']), 'a', 'after')).toBe('abcd');
  });
  it('gives a new one a key that nobody has', () => {
    expect([freeKey('ask', []), freeKey('ask', ['ask', 'ask-2'])]).toEqual(['ask', 'ask-3']);
  });
});

it('a whole number is read with commas; a blank is none, and words are refused', () => {
  expect(['36', ' 1,200 ', '', '-3', '2.5', 'many'].map(readWholeNumber)).toEqual([
    36,
    1200,
    null,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('drafts that were left', () => {
  const set = aForm([aQuestion('a'), aQuestion('b')]);
  const row = (id: string, fields: Partial<EarlierAnswer>): [string, EarlierAnswer] => [
    id,
    {
      id,
      cycleId: 'c',
      questionSetId: 'old',
      questionKey: 'a',
      words: 3,
      state: 'ready',
      movedTo: [],
      movedAt: '2026-01-01T00:00:00.000Z',
      ...fields,
    } as EarlierAnswer,
  ];
  const rows = {
    questionSet: new Map(['old', 'older'].map((id) => [id, { id, setId: 's', version: '1', stage: 3, content: set }])),
    earlierAnswer: new Map([
      row('1', { movedTo: [{ questionKey: 'x', notes: ['It is joined.'] }] }),
      row('2', { questionKey: 'b', state: 'draft', movedTo: [{ questionKey: 'x', notes: ['It is joined.'] }] }),
      row('3', {
        questionSetId: 'older',
        movedAt: '2025-01-01T00:00:00.000Z',
        movedTo: [{ questionKey: 'y', notes: [] }],
      }),
      row('4', { cycleId: 'another' }),
    ]),
  };
  it('are listed by form, the latest first, those of the cycle only', () => {
    expect(earlierDrafts(rows, 'c').map(({ questionSetId, words }) => [questionSetId, words])).toEqual([
      ['old', 6],
      ['older', 3],
    ]);
  });
  it('say where an answer came from by the latest move', () => {
    expect(movedFrom(rows, 'c', 'x')).toMatchObject({
      titles: ['Title of a', 'Title of b'],
      notes: ['It is joined.'],
      wasReady: true,
    });
    expect(movedFrom(rows, 'c', 'y')).toBe(null);
  });
});
