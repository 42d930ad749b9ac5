import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionsBetween } from './positions.ts';

const positionBetween = (before: number | null, after: number | null) =>
  positionsBetween(before, after, 1)?.[0] ?? null;

describe('the position of something new in a list', () => {
  it('is 1 in an empty list and the next whole number at the end', () => {
    expect(positionBetween(null, null)).toBe(1);
    expect(positionBetween(2.5, null)).toBe(3);
  });

  it('is between its neighbours, or there is no room', () => {
    const place = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(place, place, (one, other) => {
        const [before, after] = one !== null && other !== null && one > other ? [other, one] : [one, other];
        const position = positionBetween(before, after);
        if (position === null) return;
        if (before !== null) expect(position).toBeGreaterThan(before);
        if (after !== null) expect(position).toBeLessThan(after);
      }),
    );
  });

  it('keeps the order of several between their neighbours', () => {
    const place = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 200 }), (one, other, count) => {
        const [before, after] = one !== null && other !== null && one > other ? [other, one] : [one, other];
        const positions = positionsBetween(before, after, count);
        if (positions === null) return;
        expect(positions).toHaveLength(count);
        const all = [...(before === null ? [] : [before]), ...positions, ...(after === null ? [] : [after])];
        for (const [index, position] of all.entries())
          if (index > 0) expect(position).toBeGreaterThan(all[index - 1] ?? 0);
      }),
    );
  });

  it('runs out of room after some twenty halvings, and then says so', () => {
    let halvings = 0;
    let after = 2;
    for (let position = positionBetween(1, after); position !== null; position = positionBetween(1, after)) {
      after = position;
      halvings += 1;
    }
    expect(halvings).toBeGreaterThan(15);
    expect(halvings).toBeLessThan(40);
  });
});
