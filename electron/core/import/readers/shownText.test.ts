import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSerial, serialOfDay, shownNumber, tidyText, withoutAuthor } from './shownText.ts';

describe('days', () => {
  it('are those that the formatter of workbooks has, but for the day of 1900 that there was not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (whole, part) => {
          const { y, m, d } = SSF.parse_date_code(whole + part);
          expect(dayOfSerial(whole + part, false)).toBe(
            [String(y).padStart(4, '0'), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-'),
          );
        },
      ),
    );
    expect([1, 59, 61].map((serial) => dayOfSerial(serial, false))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01']);
  });

  it('go back to the number that they came from, under both ways of counting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500, max: 2_900_000 }), fc.boolean(), (serial, from1904) => {
        expect(serialOfDay(dayOfSerial(serial, from1904) ?? '', from1904)).toBe(serial);
      }),
    );
  });

  it('are not read from times, nothing, or numbers beyond any calendar', () => {
    expect([0, 0.5, -3, Number.NaN, 2_958_466, 1e300].map((serial) => dayOfSerial(serial, false))).toEqual(
      Array.from({ length: 6 }),
    );
    expect(dayOfSerial(45_000.999_999_99, false)).toBe('2023-03-16');
  });
});

it('shows a number under any format, or as it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.string(), (value, format) => {
      expect(typeof shownNumber(value, format, false).text).toBe('string');
    }),
  );
});

it('tidies what looks alike, and nothing of what is tidy', () => {
  expect(tidyText(' One\u00a0two \r\nthree\u200b\tfour_x000D_\u2028five ')).toBe('One two\nthree four\nfive');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tidyText(tidyText(text))).toBe(tidyText(text));
    }),
  );
});

it('takes the name of its author off a note, and no other word before a colon', () => {
  expect(withoutAuthor('Ada Moss:\nAsk in May', 'Ada Moss')).toBe('Ask in May');
  expect(withoutAuthor('Note: ask in May', 'Ada Moss')).toBe('Note: ask in May');
  expect(withoutAuthor('Note: ask in May', undefined)).toBe('Note: ask in May');
});
