import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetName } from './sheetName.ts';

it('gives names that Excel accepts, each once whatever their case', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('History', 'Plan', 'PLAN', "Bob's", '[a]:b')), {
        maxLength: 12,
      }),
      (wishes) => {
        const taken = new Set<string>(['key']);
        const names = wishes.map((wish) => sheetName(wish, taken));
        for (const name of names) {
          expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/u);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name.toLowerCase()).not.toBe('history');
        }
        expect(new Set([...names.map((name) => name.toLowerCase()), 'key']).size).toBe(names.length + 1);
      },
    ),
  );
});

it('keeps a plain name as it is', () => {
  expect(sheetName('Career Development', new Set())).toBe('Career Development');
});
