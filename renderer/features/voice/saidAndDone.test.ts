import { expect, test } from 'vitest';
import type { Link, Voice } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { saidAndDone } from './saidAndDone.ts';

const voice = (number: number, given: Partial<Voice>): Voice => ({
  id: `v${number}`,
  number,
  heardOn: null,
  channel: 'survey',
  groupName: 'Foundry',
  personName: '',
  asked: 12,
  replied: 3,
  kind: 'quote',
  words: `Words ${number}`,
  consent: 'role',
  themes: ['visibility'],
  changed: 'A directory',
  whyNot: '',
  binned: false,
  ...given,
});
const actions = new Map(
  [anAction({ id: 'a', planId: 'new', ref: 'V1' }), anAction({ id: 'b', planId: 'last', ref: 'V1' })].map((action) => [
    action.id,
    action,
  ]),
);
const link = (target: string): Link => ({
  id: target,
  sourceKind: 'voice',
  sourceId: 'v1',
  targetKind: 'action',
  target,
});
const voices = [
  voice(2, { consent: 'internal' }),
  voice(1, {}),
  voice(3, { changed: '', whyNot: ' ' }),
  voice(4, { consent: 'anonymous', themes: [], changed: '', whyNot: 'No money' }),
];
const shown = (audience: 'signatory' | 'public') =>
  saidAndDone(voices, actions, [link('a'), link('b'), link('gone')], audience, (planId) => planId);

test('what stays inside is left out and named as such; what has no answer yet stands apart', () => {
  const { groups, open, keptInside } = shown('signatory');
  expect(groups.map(({ theme, entries }) => [theme, entries.map((entry) => entry.voice.number)])).toEqual([
    ['visibility', [1]],
    [null, [4]],
  ]);
  expect(open.map(({ number }) => number)).toEqual([3]);
  expect(keptInside.map(({ number }) => number)).toEqual([2]);
});

test('the same reference of two plans is told apart', () => {
  const [first] = shown('signatory').groups[0]?.entries ?? [];
  expect(first?.plans.map(({ plan, actions: own }) => [plan, own.map(({ ref }) => ref)])).toEqual([
    ['new', ['V1']],
    ['last', ['V1']],
  ]);
});

test('on a public page nobody learns how few they were, and an anonymous group is not named', () => {
  const entries = shown('public').groups.flatMap((group) => group.entries);
  expect(entries.map(({ printed }) => [printed.attribution, printed.replied])).toEqual([
    ['Foundry', 'fewer-than-5'],
    ['', 'fewer-than-5'],
  ]);
});
