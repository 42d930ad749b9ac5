import { expect, test } from 'vitest';
import type { Link, Voice } from '#shared/model/tables.ts';
import type { Theme } from '#shared/model/words.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { actionMatrix, linkKey } from './actionMatrix.ts';

const voice = (number: number, themes: readonly Theme[]): Voice =>
  ({ id: `v${number}`, number, themes, words: '', binned: false }) as unknown as Voice;
const action = (ref: string, themes: readonly Theme[]) =>
  anAction({ id: ref, planId: 'new', ref, themes: [...themes] });
const link = (sourceId: string, target: string, more: Partial<Link> = {}): Link => ({
  id: `${sourceId} ${target}`,
  sourceKind: 'voice',
  sourceId,
  targetKind: 'action',
  target,
  ...more,
});

const voices = [voice(2, ['visibility']), voice(1, ['recognition']), voice(3, [])];
const actions = [action('V1', ['visibility']), action('R1', ['recognition'])];

test('entries stand in the order they were made, and both kinds of gap are named', () => {
  const matrix = actionMatrix(voices, actions, [link('v1', 'R1')], null);
  expect(matrix.voices.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(matrix.links.has(linkKey('v1', 'R1'))).toBe(true);
  expect(matrix.unanswered.map(({ number }) => number)).toEqual([2, 3]);
  expect(matrix.unasked.map(({ ref }) => ref)).toEqual(['V1']);
});

test('within a theme an entry that an action of another theme answers is no gap', () => {
  const matrix = actionMatrix(voices, actions, [link('v2', 'R1')], 'visibility');
  expect(matrix.voices.map(({ number }) => number)).toEqual([2]);
  expect(matrix.actions.map(({ ref }) => ref)).toEqual(['V1']);
  expect(matrix.unanswered).toEqual([]);
  expect(matrix.unasked.map(({ ref }) => ref)).toEqual(['V1']);
});

test('links of evidence, of answers and of another plan fill no cell', () => {
  const others = [
    link('v1', 'R1', { sourceKind: 'evidence' }),
    link('v1', 'R1', { targetKind: 'answer' }),
    link('v1', 'elsewhere'),
    link('binned', 'R1'),
  ];
  expect(actionMatrix(voices, actions, others, null).links.size).toBe(0);
});
