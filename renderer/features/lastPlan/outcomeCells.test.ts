import { beforeEach, expect, it } from 'vitest';
import { calls, showPlans } from '../plan/plansOnScreen.testing.ts';
import { type CellOutcome, decideInCells, outcomeLabels, readOutcome } from './outcomeCells.ts';

const fieldsOf = (text: string) => {
  const read = readOutcome(text);
  return read.ok ? read.fields.outcome : read.problem;
};
const change = (rowId: string, outcome: CellOutcome, more = {}) => ({ rowId, fields: { outcome, ...more } });
const dropped: CellOutcome = { kind: 'dropped', reason: 'The site closed' };

beforeEach(() => showPlans({ actions: [] }));

it('reads what a person writes and what the grid itself copies', () => {
  expect(fieldsOf(' done ')).toEqual({ kind: 'done', reason: '' });
  expect(fieldsOf('BAU')).toEqual({ kind: 'business-as-usual', reason: '' });
  expect(fieldsOf('Carried forward as V1, reworded')).toEqual({ kind: 'continued', reason: '' });
  expect(fieldsOf('Dropped: no funds: none at all')).toEqual({ kind: 'dropped', reason: 'no funds: none at all' });
});

it('asks for the reason of what is dropped, and leads to the record for the rest', () => {
  expect(fieldsOf('Dropped')).toMatch(/^Write “Dropped: ” and the reason/);
  expect(fieldsOf(outcomeLabels.split)).toMatch(/in the record/);
  expect(fieldsOf('')).toMatch(/taken back in the record/);
});

it('many cells are one command', async () => {
  await decideInCells([change('1', dropped), change('2', dropped)], 'new');
  expect(calls('lineage.decide')).toEqual([{ actionIds: ['1', '2'], kind: 'dropped', reason: 'The site closed' }]);
  await decideInCells([change('1', { kind: 'continued', reason: '' })], 'new');
  expect(calls('lineage.carryEach')).toEqual([{ fromActionIds: ['1'], toPlanId: 'new' }]);
});

it('nothing is done where the cells decide different things or other columns change with them', async () => {
  const done: CellOutcome = { kind: 'done', reason: '' };
  expect((await decideInCells([change('1', dropped), change('2', done)], 'new')).ok).toBe(false);
  expect((await decideInCells([change('1', done, { text: 'Other' })], 'new')).ok).toBe(false);
  expect(calls('lineage.decide')).toEqual([]);
});
