import { expect, it } from 'vitest';
import type { Lineage } from '#shared/model/tables.ts';
import type { LineageKind } from '#shared/model/words.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { outcomesByAction, outcomeWords } from './outcomes.ts';

const from = anAction({ id: 'old', planId: 'last', ref: 'V2', text: 'Hold a conference' });
const successors = [
  anAction({ id: 'same', planId: 'new', ref: 'V1', text: ' Hold a  conference', position: 1 }),
  anAction({ id: 'other', planId: 'new', ref: 'V3', text: 'Hold a half-day conference', position: 2 }),
  anAction({ id: 'binned', planId: 'new', ref: 'V4', text: 'Hold a conference', position: 3, binned: true }),
];
const said = (...decided: readonly (readonly [LineageKind, string | null])[]): string => {
  const rows = decided.map(
    ([kind, toActionId], at): Lineage => ({ id: `${at}`, fromActionId: 'old', toActionId, kind, reason: '' }),
  );
  const outcomes = outcomesByAction(
    new Map(rows.map((row) => [row.id, row])),
    new Map([from, ...successors].map((action) => [action.id, action])),
  );
  return outcomeWords(outcomes.get('old') ?? [], from);
};

it('says where an action goes on and whether its words changed', () => {
  expect(said(['continued', 'same'])).toBe('Carried forward as V1');
  expect(said(['continued', 'other'])).toBe('Carried forward as V3, reworded');
  expect(said(['narrowed', 'other'])).toBe('Carried forward as V3, narrowed');
  expect(said(['merged', 'other'])).toBe('Merged into V3');
  expect(said(['replaced', 'other'])).toBe('Replaced by V3');
});

it('says that the action it goes on in lies in the bin', () => {
  expect(said(['continued', 'binned'])).toBe('Carried forward as V4 (in the bin)');
});

it('a split names its parts in the order of the new plan', () => {
  expect(said(['split', 'other'], ['split', 'same'])).toBe('Split into V1 and V3');
});

it('an end is its own word, and nothing decided says nothing', () => {
  expect(said(['business-as-usual', null])).toBe('Business as usual');
  expect(said()).toBe('');
});
