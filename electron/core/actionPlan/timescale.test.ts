import { describe, expect, it } from 'vitest';
import { datesFromTexts, readTimescale } from './timescale.ts';

const planStart = '2027-02-01';

describe('the date that a timescale means', () => {
  it.each([
    ['April 2028', 'due', '2028-04-30'],
    ['April 2028', 'start', '2028-04-01'],
    ['11 December 2027', 'due', '2027-12-11'],
    ['Month 12', 'due', '2028-01-31'],
    ['Month 1', 'start', '2027-02-01'],
    ['Y1', 'due', '2028-01-31'],
    ['(Y1-3)', 'due', '2030-01-31'],
    ['Year 2', 'start', '2028-02-01'],
    ['6-12 months', 'start', '2027-08-01'],
    ['6-12 months', 'due', '2028-01-31'],
  ] as const)('of “%s” as a %s is %s', (text, as, day) => {
    expect(readTimescale(text, as, planStart).on).toBe(day);
  });

  it.each(['Ongoing', 'TBC', '', '31 June 2028', 'Month 0', 'Year 3-1'])('of “%s” is none', (text) => {
    expect(readTimescale(text, 'due', planStart).on).toBeNull();
  });

  it('of a year of the plan is none while the plan has no start, and says why', () => {
    expect(readTimescale('Y1', 'due', null)).toEqual({
      on: null,
      reason: 'It counts from the start of the plan, which is not set.',
    });
  });

  it('follows the text unless the date is given with it', () => {
    expect(datesFromTexts({ dueText: 'April 2028' }, planStart, '08-01')).toEqual({ dueOn: '2028-04-30' });
    expect(datesFromTexts({ dueText: 'Ongoing' }, planStart, '08-01')).toEqual({ dueOn: null });
    expect(datesFromTexts({ dueText: 'April 2028', dueOn: '2028-04-15' }, planStart, '08-01')).toEqual({});
    expect(datesFromTexts({ text: 'Open a workshop' }, planStart, '08-01')).toEqual({});
  });
});
