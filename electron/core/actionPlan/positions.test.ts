import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionAt } from './positions.ts';

describe('the position of something new in a list', () => {
  it('is 1 in an empty list and the next whole number at the end', () => {
    expect(positionAt([], 0)).toBe(1);
    expect(positionAt([1, 2.5], 2)).toBe(3);
  });

  it('is between its neighbours, or there is no room', () => {
    const sorted = fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sorted, fc.nat(), (positions, seed) => {
        const list = positions.toSorted((one, other) => one - other);
        const index = seed % (list.length + 1);
        const position = positionAt(list, index);
        if (position === null) return;
        const [before, after] = [list[index - 1], list[index]];
        if (before !== undefined) expect(position).toBeGreaterThan(before);
        if (after !== undefined) expect(position).toBeLessThan(after);
      }),
    );
  });

  it('runs out of room after some twenty halvings, and then says so', () => {
    let list: readonly number[] = [1, 2];
    let halvings = 0;
    for (let position = positionAt(list, 1); position !== null; position = positionAt(list, 1)) {
      list = [1, position];
      halvings += 1;
    }
    expect(halvings).toBeGreaterThan(15);
    expect(halvings).toBeLessThan(40);
  });
});
