import { expect, it } from 'vitest';
import { anAction } from '#test/helpers/anAction.ts';
import { leadsOf } from './leads.ts';

it('names each lead of the plan once, whatever the case, and none of another plan or of the bin', () => {
  const leads = ['HR', 'Estates ', 'hr', '', 'Estates, HR'].map((lead, index) =>
    anAction({ id: String(index), planId: 'last', lead }),
  );
  const others = [
    anAction({ id: 'a', planId: 'next', lead: 'Library' }),
    anAction({ id: 'b', planId: 'last', lead: 'Finance', binned: true }),
  ];
  expect(leadsOf([...leads, ...others], 'last')).toEqual(['Estates', 'Estates, HR', 'HR']);
});
