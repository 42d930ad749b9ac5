import { expect, test } from 'vitest';
import type { Answer, Cycle, Link, QuestionSetRow } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { useWorkspace, withChanges } from '../../stores/workspace.ts';
import { shortUse, usesBySource } from './whereUsed.ts';

const cycle = (id: string, stage: number, createdAt: string): Cycle =>
  ({ id, stage, createdAt, questionSetId: 'set', lastPlanId: `${id}-last`, newPlanId: `${id}-new` }) as Cycle;
const set = {
  id: 'set',
  content: { questions: [{ key: 'governance', title: 'Governance' }] },
} as unknown as QuestionSetRow;
const cite = (id: string) => ({ type: 'citation', attrs: { kind: 'voice', id } }) as const;
const answer = (id: string, cycleId: string, ...cited: readonly string[]): Answer =>
  ({
    id,
    cycleId,
    questionKey: 'governance',
    content: { type: 'doc', content: [{ type: 'paragraph', content: cited.map(cite) }] },
  }) as unknown as Answer;
const link = (id: string, targetKind: Link['targetKind'], target: string): Link => ({
  id,
  sourceKind: 'voice',
  sourceId: 'v1',
  targetKind,
  target,
});
const rows = withChanges(
  useWorkspace.getState().rows,
  (
    [
      ['cycle', cycle('c2', 2, '2024-01-01T00:00:00.000Z')],
      ['cycle', cycle('c3', 3, '2026-01-01T00:00:00.000Z')],
      ['questionSet', set],
      ['answer', answer('n2', 'c2', 'v1')],
      ['answer', answer('n3', 'c3', 'v1', 'v1', 'v2')],
      ['action', anAction({ id: 'x1', planId: 'c3-new', ref: 'V1', text: 'A directory' })],
      ['action', anAction({ id: 'x2', planId: 'c3-last', text: 'A conference', binned: true })],
      ['link', link('l1', 'action', 'x1')],
      ['link', link('l2', 'action', 'x2')],
      ['link', link('l3', 'theme', 'visibility')],
      ['link', link('l4', 'action', 'gone')],
    ] as const
  ).map(([table, row]) => ({ table, id: row.id, row })),
);

test('an entry serves the answers that cite it, each once, and what it is linked to', () => {
  const uses = usesBySource(rows, 'voice');
  expect(uses.get('v1')?.map(({ title, detail, path }) => [title, detail, path])).toEqual([
    ['Governance', 'Cited in the answer at Stage 2', null],
    ['Governance', 'Cited in the answer', '/question/governance'],
    ['V1 · A directory', 'New plan', '/new-plan/x1'],
    ['A conference', 'Action in the bin', null],
    ['Visibility', 'Theme', null],
  ]);
  expect(uses.get('v2')).toHaveLength(1);
});

test('a citation of voice is no use of evidence', () => {
  expect(usesBySource(rows, 'evidence').size).toBe(0);
});

test('in a table an action is said by its reference, or by its first words', () => {
  const uses = usesBySource(rows, 'voice').get('v1') ?? [];
  expect(uses.map((use) => shortUse(rows, use))).toEqual([
    'Governance',
    'Governance',
    'Action V1',
    'A conference',
    'Visibility',
  ]);
});
