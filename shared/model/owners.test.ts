import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownersOf, withOwnerRenamed } from './owners.ts';

describe('the owners of a cell', () => {
  it.each([
    ['Technical Services Manager', ['Technical Services Manager']],
    ['HR Learning & Development, Deans', ['HR Learning & Development', 'Deans']],
    ['PVC (Research, Innovation) / Registrar', ['PVC (Research, Innovation)', 'Registrar']],
    ['Ada\nBen;ada', ['Ada', 'Ben']],
    ['', []],
  ])('of %j are %j', (text, owners) => {
    expect(ownersOf(text)).toEqual(owners);
  });
});

describe('an owner that is renamed', () => {
  it('keeps the separators and the other owners, and stands once', () => {
    expect(withOwnerRenamed('Estates / HR, Deans', 'hr', 'People and Culture')).toBe(
      'Estates / People and Culture, Deans',
    );
    expect(withOwnerRenamed('HR, People and Culture', 'HR', 'People and Culture')).toBe('People and Culture');
    expect(withOwnerRenamed('People and Culture; HR; Deans', 'HR', 'People and Culture')).toBe(
      'People and Culture; Deans',
    );
  });

  it('is not looked for inside another name', () => {
    expect(withOwnerRenamed('HR Learning', 'HR', 'People')).toBe('HR Learning');
  });

  it('is gone, and the new name is there once, whatever the text', () => {
    const name = fc.stringMatching(/^[A-Za-z$& ]{0,6}[A-Za-z$&]$/u).map((each) => each.trim());
    const cell = fc
      .array(fc.tuple(name, fc.constantFrom(', ', ' / ', '\n', ';')), { maxLength: 5 })
      .map((pieces) => pieces.map(([owner, separator]) => owner + separator).join(''));
    fc.assert(
      fc.property(cell, name, name, (text, from, to) => {
        const renamed = ownersOf(withOwnerRenamed(text, from, to)).map((each) => each.toLowerCase());
        const wanted = new Set(
          ownersOf(text).map((each) => (each.toLowerCase() === from.toLowerCase() ? to : each).toLowerCase()),
        );
        expect(new Set(renamed)).toEqual(wanted);
      }),
    );
  });
});
