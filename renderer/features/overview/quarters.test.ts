import { describe, expect, it } from 'vitest';
import { anAction } from '#test/helpers/anAction.ts';
import { timelineOf } from './quarters.ts';

const due = (id: string, dueOn: string | null) => anAction({ id, planId: 'p', dueOn });
const plan = { startsOn: '2027-02-01', endsOn: '2027-12-31' };
const inShort = (...given: Parameters<typeof timelineOf>) =>
  timelineOf(...given).quarters.map(({ title, actions }) => [title, ...actions.map(({ id }) => id)]);

describe('the timeline of a plan', () => {
  it('puts each action into the quarter of its due day, earliest first', () => {
    const actions = [due('B', '2027-06-30'), due('A', '2027-04-01'), due('C', '2027-12-31'), due('D', '2027-03-31')];
    expect(inShort(actions, plan)).toEqual([
      ['January to March 2027', 'D'],
      ['April to June 2027', 'A', 'B'],
      ['July to September 2027'],
      ['October to December 2027', 'C'],
    ]);
  });

  it('gives a date outside the plan a quarter of its own and fills no gap up to it', () => {
    expect(inShort([due('slip', '2127-05-01')], plan).slice(3)).toEqual([
      ['October to December 2027'],
      ['April to June 2127', 'slip'],
    ]);
  });

  it('keeps actions without a day apart', () => {
    expect(timelineOf([due('A', null)], plan).undated.map(({ id }) => id)).toEqual(['A']);
  });

  it('shows only quarters with actions where the plan has no dates, or turned ones', () => {
    const actions = [due('A', '2027-05-01')];
    const only = [['April to June 2027', 'A']];
    expect(inShort(actions, { startsOn: null, endsOn: '2027-12-31' })).toEqual(only);
    expect(inShort(actions, { startsOn: '2028-01-01', endsOn: '2027-01-01' })).toEqual(only);
  });
});
