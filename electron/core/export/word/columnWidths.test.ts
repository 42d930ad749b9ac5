import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, lineCount } from './columnWidths.ts';

const total = 14_000;

describe('the widths of columns', () => {
  it('always add up to the table and are never nothing', () => {
    const column = fc.record({
      heading: fc.string({ maxLength: 30 }),
      texts: fc.array(fc.string({ maxLength: 2000 }), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
        const widths = columnWidths(columns, total);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
    );
  });

  it('give a long text more room than a short one, and a reference no more than it needs', () => {
    const long =
      'Extend the naming of technicians in outputs to another faculty and report the count each year. '.repeat(3);
    const [ref = 0, text = 0, due = 0] = columnWidths(
      [
        { heading: 'Ref', texts: ['CD1', 'CD12'] },
        { heading: 'Action', texts: [long, long] },
        { heading: 'Due', texts: ['December 2027', 'July 2028'] },
      ],
      total,
    );
    expect(text).toBeGreaterThan(due);
    expect(due).toBeGreaterThan(ref);
    expect(ref).toBeLessThan(1200);
  });

  it('keep a sum or a date on one line beside long texts', () => {
    const long = 'Conference, development fund, exchanges, travel and registration fees. '.repeat(4);
    const texts = ['£42,000 a year', '0.4 FTE'];
    const amount = (others: number) =>
      columnWidths(
        [{ heading: 'Amount', texts }, ...Array.from({ length: others }, () => ({ heading: 'Text', texts: [long] }))],
        total,
      )[0] ?? 0;
    // However many long columns there are, until nothing is left to give.
    for (const others of [1, 3, 6]) expect(amount(others)).toBeGreaterThan(1600);
  });

  it('do not let one pasted address take the table', () => {
    const [address = 0] = columnWidths(
      [
        { heading: 'Evidence', texts: [`https://saltmarsh.example/${'x'.repeat(500)}`] },
        { heading: 'Shows', texts: ['Numbers by faculty'] },
      ],
      total,
    );
    expect(address).toBeLessThan(total * 0.9);
  });

  it('count the lines that a text will take', () => {
    expect(lineCount('short', 3000)).toBe(1);
    expect(lineCount('one\ntwo\nthree', 3000)).toBe(3);
    expect(lineCount('x'.repeat(100), 3000)).toBeGreaterThan(3);
  });
});
