import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Cycle, Evidence, FrameworkItem, Link } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import type { Rows } from '../../stores/workspace.ts';
import { coverageOf, unmappedActions } from './coverage.ts';
import { dropPlace, stepPlace } from './places.ts';

const items = ['P1', 'P2', 'P3'].map(
  (code, position): FrameworkItem => ({ id: code, frameworkId: 'f', position, code, title: code, binned: false }),
);
const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const cycle = (id: string, stage: number, lastPlanId: string, newPlanId: string) =>
  ({ id, stage, lastPlanId, newPlanId, createdAt: `202${stage}-01-01T00:00:00.000Z` }) as Cycle;
const serves = (item: string, targetKind: Link['targetKind'], target: string): Link => ({
  id: `${item} ${target}`,
  sourceKind: 'frameworkItem',
  sourceId: item,
  targetKind,
  target,
});
const rows = {
  cycle: byId([cycle('two', 2, 'first', 'second'), cycle('three', 3, 'second', 'third')]),
  action: byId([
    anAction({ id: 'a', planId: 'third', ref: 'V1', themes: ['visibility'] }),
    anAction({ id: 'b', planId: 'third', ref: 'R1', themes: ['visibility', 'recognition'] }),
    anAction({ id: 'c', planId: 'third', ref: 'X', binned: true }),
    anAction({ id: 'd', planId: 'second', ref: 'S1' }),
    anAction({ id: 'e', planId: 'third', ref: 'S9', position: 9 }),
  ]),
  answer: byId([{ id: 'answer', cycleId: 'two' } as Answer]),
  evidence: byId([{ id: 'proof', binned: false } as Evidence]),
  voice: new Map(),
  link: byId([
    serves('P1', 'action', 'a'),
    serves('P1', 'action', 'b'),
    serves('P1', 'evidence', 'proof'),
    serves('P2', 'action', 'c'),
    serves('P2', 'action', 'd'),
    serves('P2', 'answer', 'answer'),
  ]),
} as unknown as Rows;

test('every item is counted against what serves it, and the gaps are named', () => {
  const { columns, rows: table, gaps } = coverageOf(rows, items, 'kind', null);
  expect(columns).toEqual([
    'Actions of the new plan',
    'Actions of the last plan',
    'Answers',
    'Evidence',
    'Technician voice',
  ]);
  expect(table.map(({ counts }) => counts)).toEqual([
    [2, 0, 0, 1, 0],
    [0, 1, 1, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
  expect(gaps).toEqual([
    'No action of the new plan serves P2 and P3.',
    'No evidence is linked to P2 and P3.',
    'No technician voice is linked to P1, P2 and P3.',
  ]);
});

test('the themes of the new plan and the cycles are two other ways to look at the same', () => {
  const themes = coverageOf(rows, items, 'theme', null);
  expect(themes.columns.slice(0, 2)).toEqual(['Visibility', 'Recognition']);
  expect(themes.rows[0]?.counts.slice(0, 3)).toEqual([2, 1, 0]);
  const cycles = coverageOf(rows, items, 'cycle', null);
  expect(cycles.columns).toEqual(['Stage 2', 'Stage 3']);
  expect(cycles.rows.map(({ counts }) => counts)).toEqual([
    [0, 2],
    [2, 0],
    [0, 0],
  ]);
  expect(cycles.gaps).toEqual(['In no cycle is anything written for P3.']);
});

test('actions that serve no item are found', () => {
  expect(unmappedActions(rows, items).map(({ ref }) => ref)).toEqual(['S9']);
});

test('a step and a drop put an item where they say, and nowhere where it stands already', () => {
  const move = (order: readonly string[], id: string, before: string | null | undefined): readonly string[] => {
    if (before === undefined) return order;
    const staying = order.filter((each) => each !== id);
    return staying.toSpliced(before === null ? staying.length : staying.indexOf(before), 0, id);
  };
  const place = fc.nat({ max: 4 });
  const order = [...'abcde'];
  const placed = order.map((id) => ({ id }));
  fc.assert(
    fc.property(place, place, fc.boolean(), (from, on, after) => {
      const [id = '', target = ''] = [order[from], order[on]];
      const dropped = move(order, id, dropPlace(placed, id, target, after));
      if (id !== target) expect(dropped.indexOf(id) - dropped.indexOf(target)).toBe(after ? 1 : -1);
      else expect(dropped).toEqual(order);
      for (const by of [-1, 1] as const) {
        const stepped = move(order, id, stepPlace(placed, id, by));
        expect(stepped.indexOf(id)).toBe(Math.min(4, Math.max(0, from + by)));
      }
    }),
  );
});
