import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriesOf } from './series.ts';

/** The texts after and before the given ones. */
const next = (...texts: readonly string[]) => seriesOf(texts)?.(texts.length) ?? null;
const before = (...texts: readonly string[]) => seriesOf(texts)?.(-1) ?? null;

it('counts references and numbers by any constant step', () => {
  expect(next('V1', 'V2')).toBe('V3');
  expect(next('V9', 'V10')).toBe('V11');
  expect(next('CD-08', 'CD-09')).toBe('CD-10');
  expect(next('1.1', '1.2')).toBe('1.3');
  expect(next('10', '20', '30')).toBe('40');
  expect(next('Action 3a', 'Action 5a')).toBe('Action 7a');
  expect(before('V2', 'V3')).toBe('V1');
  expect(before('V0', 'V1')).toBeNull();
});

it('goes through months, with years and days as they are written', () => {
  expect(next('November', 'December')).toBe('January');
  expect(next('Nov-26', 'Dec-26')).toBe('Jan-27');
  expect(next('January 2027', 'April 2027')).toBe('July 2027');
  expect(next('May 2027', 'Jun 2027')).toBe('Jul 2027');
  expect(next('31 January 2027', '28 February 2027')).toBe('31 March 2027');
  expect(next('15 January 2027', '15 February 2027')).toBe('15 March 2027');
  expect(next('1 May 2027', '8 May 2027')).toBe('15 May 2027');
  expect(before('January 2027', 'February 2027')).toBe('December 2026');
  expect(before('March', 'February')).toBe('April');
});

it('goes through days, quarters and academic years', () => {
  expect(next('2027-01-31', '2027-02-28')).toBe('2027-03-31');
  expect(next('2027-02-27', '2027-02-28')).toBe('2027-03-01');
  expect(next('31/12/2026', '01/01/2027')).toBe('02/01/2027');
  expect(next('Q3 2027', 'Q4 2027')).toBe('Q1 2028');
  expect(next('2026/27', '2027/28')).toBe('2028/29');
  expect(next('AY 2098/99', 'AY 2099/00')).toBe('AY 2100/01');
  expect(next('2026', '2027')).toBe('2028');
});

it('finds no series in one text, in equal ones, in uneven steps, or in words', () => {
  for (const texts of [
    ['V1'],
    ['V1', 'V1'],
    ['V1', 'V2', 'V4'],
    ['V1', 'R2'],
    ['', ''],
    ['Show', 'Tell'],
    ['V1', ''],
    ['31 Smarch 2027', '30 April 2027'],
    ['31 February 2027', '31 March 2027'],
  ])
    expect([texts, seriesOf(texts)]).toEqual([texts, null]);
});

const starts = fc.oneof(
  fc
    .tuple(fc.constantFrom('V', 'CD-', '', 'Action '), fc.nat({ max: 500 }), fc.integer({ min: 1, max: 9 }))
    .map(([prefix, from, step]) => [`${prefix}${from}`, `${prefix}${from + step}`]),
  fc.constantFrom(
    ['January 2027', 'March 2027'],
    ['Dec-26', 'Feb-27'],
    ['31 January 2027', '28 February 2027'],
    ['2027-03-30', '2027-03-31'],
    ['Q2 2027', 'Q4 2027'],
    ['2026-27', '2028-29'],
    ['1 May 2027', '11 May 2027'],
  ),
);

it('says the given texts again at their own places, and goes on from its own continuation alike', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 2, max: 30 }), (texts, ahead) => {
      const series = seriesOf(texts);
      expect(texts.map((_, at) => series?.(at))).toEqual(texts);
      const continued = [...texts, ...Array.from({ length: ahead }, (_, at) => series?.(texts.length + at) ?? '')];
      expect(seriesOf(continued)?.(continued.length)).toBe(series?.(continued.length));
    }),
  );
});

it('never throws on any texts', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.constantFrom('2027-13-45', '99/99/9999', '0 Jan 2027', 'Q4 9999', '9999-00'),
  );
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 4 }), fc.integer(), (texts, index) => {
      expect(['string', 'object', 'undefined']).toContain(typeof seriesOf(texts)?.(index));
    }),
  );
});
