import { describe, expect, it } from 'vitest';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { readPlanMonths, readRelativeDate } from './relativeDates.ts';
import { understand } from './understand.ts';

describe('times that count from the start of a plan', () => {
  it.each([
    ['Y1', 0, 12],
    ['(Y1-3)', 0, 36],
    ['Y1–Y3', 0, 36],
    ['Year 2', 12, 24],
    ['Year two', 12, 24],
    ['Years 1 and 2', 0, 24],
    ['Y1, Y2, Y3', 0, 36],
    ['End of year 2', 12, 24],
    ['Y1 Q2', 3, 6],
    ['Second half of year 1', 6, 12],
    ['In the first year', 0, 12],
    ['Month 12', 11, 12],
    ['By month 12.', 11, 12],
    ['Months 6-12', 5, 12],
    ['M1-M6', 0, 6],
    ['6-12 months', 6, 12],
    ['1 to 2 years', 12, 24],
    ['6m-1y', 6, 12],
    ['Within 18 months', 0, 18],
    ['First 6 months', 0, 6],
    ['12 months from the start of the plan', 0, 12],
  ])('“%s” runs from %i to %i months after it', (text, from, to) => {
    expect(readPlanMonths(text)).toMatchObject({ from, to });
  });

  it.each([
    '24+ months',
    'Year 1 onwards',
    'Month 0',
    'Year 3-1',
    '12-6 months',
    'Y25',
    '2024',
    'Short term',
    'Ongoing',
    '6 month review',
    '',
  ])('have no certain beginning and end in “%s”', (text) => {
    expect(readPlanMonths(text)).toBeUndefined();
  });

  it('end on the day before the months have passed, and say what they count from', () => {
    expect(readRelativeDate('Y1', '2024-08-01')).toMatchObject({
      start: '2024-08-01',
      end: '2025-07-31',
      why: '12 months after the plan starts on 1 August 2024.',
    });
    expect(readRelativeDate('6-12 months', '2024-08-31')).toMatchObject({ start: '2025-02-28', end: '2025-08-30' });
  });
});

describe('a plan whose times count from its start', () => {
  const action = (words: string): string => `Hold briefings for ${words}`;
  const sheet = sheetOf([
    ['Action', 'Start', 'End', 'Lead'],
    [action('the deans'), 'Month 1', 'Month 12', 'HR'],
    [action('the heads'), '', 'Y1-3', 'HR'],
    [action('the schools'), '', 'May 2025', 'HR'],
  ]);
  const dates = (planStartsOn?: string) =>
    understand([sheet], { planStartsOn }).actions.map(({ start, due, startText, dueText }) => [
      start,
      due,
      startText,
      dueText,
    ]);

  it('gets days where the start is known, and keeps the texts', () => {
    expect(dates('2024-08-01')).toEqual([
      ['2024-08-01', '2025-07-31', 'Month 1', 'Month 12'],
      ['2024-08-01', '2027-07-31', '', 'Y1-3'],
      [null, '2025-05-31', '', 'May 2025'],
    ]);
    expect(understand([sheet], { planStartsOn: '2024-08-01' }).actions[0]?.reasons).toMatchObject({
      start: 'The plan starts on 1 August 2024.',
      due: '12 months after the plan starts on 1 August 2024.',
    });
  });

  it('has texts only where the start is not known', () => {
    expect(dates()).toEqual([
      [null, null, 'Month 1', 'Month 12'],
      [null, null, '', 'Y1-3'],
      [null, '2025-05-31', '', 'May 2025'],
    ]);
  });

  it('takes the first and last of the years that are marked', () => {
    const marked = sheetOf([
      ['Action', 'Lead', 'Year 1', 'Year 2', 'Year 3'],
      [action('the deans'), 'HR', 'x', '', ''],
      [action('the heads'), 'HR', '', 'x', 'x'],
    ]);
    expect(
      understand([marked], { planStartsOn: '2024-08-01' }).actions.map(({ start, due, dueText }) => [
        start,
        due,
        dueText,
      ]),
    ).toEqual([
      [null, '2025-07-31', 'Year 1'],
      ['2025-08-01', '2027-07-31', 'Year 2\nYear 3'],
    ]);
  });
});
