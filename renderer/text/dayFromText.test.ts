import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayFromText, longDate, shortDate } from './dates.ts';

it.each([
  ['14 May 2026', '2026-05-14'],
  ['14th may 26', '2026-05-14'],
  ['14/05/2026', '2026-05-14'],
  ['2026-05-14', '2026-05-14'],
  ['Thursday 14 May 2026', '2026-05-14'],
  ['', null],
  ['31 June 2026', undefined],
  ['Spring term', undefined],
  ['05/14/2026', undefined],
])('%j means %j', (text, day) => {
  expect(dayFromText(text)).toBe(day);
});

it('reads every day as it is written here', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect([longDate(day), shortDate(day), day].map(dayFromText)).toEqual([day, day, day]);
    }),
  );
});
