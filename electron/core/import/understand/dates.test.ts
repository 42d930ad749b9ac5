import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateCell, readDateText } from './dates.ts';

const dates = (text: string): readonly [string, string] | 'impossible' | 'none' => {
  const read = readDateText(text);
  return read.kind === 'period' ? [read.start, read.end] : read.kind;
};

describe('reading a date as a UK plan writes it', () => {
  it.each([
    ['11 December 2020', '2020-12-11', '2020-12-11'],
    ['31/03/2023', '2023-03-31', '2023-03-31'],
    ['03/04/2023', '2023-04-03', '2023-04-03'],
    ['1st of May 2024', '2024-05-01', '2024-05-01'],
    ['Friday 3 May 2024', '2024-05-03', '2024-05-03'],
    ['2023-03-31', '2023-03-31', '2023-03-31'],
    ['April 2024', '2024-04-01', '2024-04-30'],
    ['May-19', '2019-05-01', '2019-05-31'],
    ['Feb 2024', '2024-02-01', '2024-02-29'],
    ['End of November 2020', '2020-11-01', '2020-11-30'],
    ['by 2013', '2013-01-01', '2013-12-31'],
    ['2015', '2015-01-01', '2015-12-31'],
    ['Q3 2024', '2024-07-01', '2024-09-30'],
    ['AY 2024/25', '2024-08-01', '2025-07-31'],
    ['2024-25', '2024-08-01', '2025-07-31'],
    ['Spring Term 2015', '2015-01-01', '2015-03-31'],
    ['Autumn term 2023/24', '2023-09-01', '2023-12-31'],
    ['Jan 2022 – Mar 2023', '2022-01-01', '2023-03-31'],
    ['Jan-Mar 2024', '2024-01-01', '2024-03-31'],
    ['2021-2023', '2021-01-01', '2023-12-31'],
    ['June 2020 and June 2021', '2020-06-01', '2021-06-30'],
    ['31 March 2023 (extended)', '2023-03-31', '2023-03-31'],
    ['completed by July 2024', '2024-07-01', '2024-07-31'],
    ['before 2027', '2026-12-31', '2026-12-31'],
    ['to be delivered before June 2027', '2027-05-31', '2027-05-31'],
    ['before the end of June 2027', '2027-06-01', '2027-06-30'],
    ['31/07/2025 (extended to 31/12/2025)', '2025-12-31', '2025-12-31'],
    ['July 2025 – now moved to December 2025', '2025-12-01', '2025-12-31'],
    ['31/12/2025 (revised June 2025)', '2025-12-31', '2025-12-31'],
    ['31/12/2025 (was 31/07/2025)', '2025-12-31', '2025-12-31'],
    ['1. May 2026\n2. July 2026', '2026-05-01', '2026-07-31'],
  ])('takes %s for %s to %s', (text, start, end) => {
    expect(dates(text)).toEqual([start, end]);
  });

  it('says that a date was changed, and by which it was read', () => {
    expect(readDateText('31/07/2025 (extended to 31/12/2025)')).toMatchObject({
      why: 'The second of two dates: “31/07/2025” was changed. Check that it holds.',
    });
  });

  it.each(['31 June 2018', '29/02/2023', '12/31/2023', '00/05/2024'])('knows that there is no day %s', (text) => {
    expect(dates(text)).toBe('impossible');
  });

  it.each([
    'Y1',
    'Month 12',
    '6-12 months',
    'Ongoing',
    'Annually',
    'TBC',
    '',
    'Year 1',
    'Ongoing, review annually from 2022',
    '2024/26',
    '14 technicians',
  ])('makes no date of “%s”', (text) => {
    expect(dates(text)).toBe('none');
  });

  it('reads every real day back, however it is written, and day first', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, number] = iso.split('-') as [string, string, string];
        const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(date);
        for (const text of [
          iso,
          `${number}/${month}/${year}`,
          `${Number(number)}.${Number(month)}.${year}`,
          `${Number(number)} ${name} ${year}`,
          `${name} ${Number(number)}, ${year}`,
        ]) {
          expect(dates(text)).toEqual([iso, iso]);
        }
        const [start, end] = dates(`${name} ${year}`) as readonly [string, string];
        expect(start <= iso && iso <= end).toBe(true);
      }),
    );
  });

  it('gives periods that begin before they end, and never fails, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z /.\-–]{0,25}$/)), (text) => {
        const read = dates(text);
        if (typeof read !== 'string') expect(read[0] <= read[1]).toBe(true);
      }),
    );
  });
});

describe('reading a cell that holds a date', () => {
  it('takes what the format shows for what is meant', () => {
    expect(readDateCell('2019-05-01', 'mmm-yy')).toMatchObject({ start: '2019-05-01', end: '2019-05-31' });
    expect(readDateCell('2019-05-01', 'yyyy')).toMatchObject({ start: '2019-01-01', end: '2019-12-31' });
    expect(readDateCell('2019-05-01', 'dd/mm/yyyy')).toMatchObject({ start: '2019-05-01', end: '2019-05-01' });
  });
});
