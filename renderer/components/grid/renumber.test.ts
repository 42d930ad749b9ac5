import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Theme, themes } from '#shared/model/words.ts';
import { type NumberedAction, prefixesInUse, renumber } from './renumber.ts';

const action = (id: string, ref: string, ...own: readonly Theme[]): NumberedAction => ({ id, ref, themes: own });
const plan = [
  action('a', 'V1', 'visibility', 'recognition'),
  action('b', 'CD4', 'career-development'),
  action('c', 'V3', 'visibility'),
  action('d', '', 'recognition'),
  action('e', 'CD1', 'career-development'),
];

it('numbers each theme by itself, in the order of the plan, with the letters that the plan uses', () => {
  const { changes, preview } = renumber(plan, { kind: 'by-theme', prefixes: prefixesInUse(plan).byTheme });
  expect(preview).toEqual([
    { id: 'b', from: 'CD4', to: 'CD1' },
    { id: 'c', from: 'V3', to: 'V2' },
    { id: 'd', from: '', to: 'R1' },
    { id: 'e', from: 'CD1', to: 'CD2' },
  ]);
  expect(changes[0]).toEqual({ rowId: 'b', fields: { ref: 'CD1' } });
});

it('numbers through the plan, with its prefix where it uses one throughout', () => {
  expect(prefixesInUse(plan).throughPlan).toBe('');
  expect(renumber(plan, { kind: 'through-plan', prefix: '' }).preview.map(({ to }) => to)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  const same = [action('a', 'Action 2'), action('b', 'Action 7')];
  const { throughPlan } = prefixesInUse(same);
  expect(renumber(same, { kind: 'through-plan', prefix: throughPlan }).preview.map(({ to }) => to)).toEqual([
    'Action 1',
    'Action 2',
  ]);
});

it('keeps zeros in front, and gives letters of its own where a plan has none or mixes them', () => {
  const padded = [action('a', 'VIS-01', 'visibility'), action('b', 'VIS-03', 'visibility')];
  expect(renumber(padded, { kind: 'by-theme', prefixes: prefixesInUse(padded).byTheme }).preview).toEqual([
    { id: 'b', from: 'VIS-03', to: 'VIS-02' },
  ]);
  const plain = [action('a', '1', 'visibility'), action('b', '2', 'recognition')];
  expect(prefixesInUse(plain).byTheme).toMatchObject({ visibility: 'V', recognition: 'R', 'career-development': 'CD' });
});

it('changes nothing in a plan that is numbered so already', () => {
  const tidy = [action('a', 'V1', 'visibility'), action('b', 'V2', 'visibility'), action('c', 'S1', 'sustainability')];
  expect(renumber(tidy, { kind: 'by-theme', prefixes: prefixesInUse(tidy).byTheme })).toEqual({
    changes: [],
    preview: [],
  });
});

const anyActions = fc
  .array(
    fc.tuple(fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('V1', 'V02', 'CD3', '4')), fc.subarray([...themes])),
    { maxLength: 20 },
  )
  .map((all) => all.map(([ref, own], index) => action(String(index), ref, ...own)));

it('gives every action a reference of its own, and once is enough', () => {
  fc.assert(
    fc.property(anyActions, fc.boolean(), (actions, byTheme) => {
      const used = prefixesInUse(actions);
      const numbering = byTheme
        ? ({ kind: 'by-theme', prefixes: used.byTheme } as const)
        : ({ kind: 'through-plan', prefix: used.throughPlan } as const);
      const { preview, changes } = renumber(actions, numbering);
      const refs = actions.map(({ id, ref }) => preview.find((each) => each.id === id)?.to ?? ref);
      expect(new Set(refs).size).toBe(actions.length);
      expect(changes).toEqual(preview.map(({ id, to }) => ({ rowId: id, fields: { ref: to } })));
      const again = actions.map((each, index) => ({ ...each, ref: refs[index] ?? '' }));
      expect(renumber(again, numbering).changes).toEqual([]);
    }),
  );
});
