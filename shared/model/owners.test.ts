import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '#test/helpers/processorTime.ts';
import { ownersOf, ownersStandingAlone, withOwnerRenamed } from './owners.ts';

describe('the owners of a cell', () => {
  it.each([
    ['Technical Services Manager', ['Technical Services Manager']],
    ['HR Learning & Development, Deans', ['HR Learning & Development', 'Deans']],
    ['PVC (Research, Innovation) / Registrar', ['PVC (Research, Innovation)', 'Registrar']],
    ['Ada\nBen;ada', ['Ada', 'Ben']],
    ['', []],
    [' , ;\n', []],
    ['• Estates | Library\n• Deputy (Research, Innovation)', ['Estates', 'Library', 'Deputy (Research, Innovation)']],
    ['Estates, Library, and HR', ['Estates', 'Library', 'HR']],
    ['Dean (Teaching, HR', ['Dean (Teaching', 'HR']],
  ])('of %j are %j', (text, owners) => {
    expect(ownersOf(text)).toEqual(owners);
  });

  it('are divided at “and” only where both sides stand by themselves elsewhere', () => {
    const known = ownersStandingAlone(['HR, Deans', 'Library', 'Learning & Development', 'HR Learning & Development']);
    expect(known).toEqual(new Set(['hr', 'deans', 'library']));
    expect(ownersOf('HR and Library & Deans', known)).toEqual(['HR', 'Library', 'Deans']);
    expect(ownersOf('HR Learning & Development', known)).toEqual(['HR Learning & Development']);
    expect(ownersOf('Registry and HR', known)).toEqual(['Registry and HR']);
  });

  it.each([',', '(', ' ', ' and', 'a (', '- '])('are found at once in the longest cell of %j', (unit) => {
    const text = unit.repeat(Math.floor(65_536 / unit.length));
    const taken = processorTime(() =>
      withOwnerRenamed(text, ownersOf(text)[0] ?? 'a', 'b', ownersStandingAlone([text])),
    );
    expect(taken).toBeLessThan(10_000);
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
    expect(withOwnerRenamed('Deans and HR', 'HR', 'People')).toBe('Deans and HR');
  });

  it('is found beside “and” where both stand by themselves elsewhere', () => {
    const known = ownersStandingAlone(['HR', 'Deans', 'Library']);
    expect(withOwnerRenamed('• Deans and  HR\n• Library', 'hr', 'People', known)).toBe(
      '• Deans and  People\n• Library',
    );
    expect(withOwnerRenamed('Deans, HR and Library', 'HR', 'Library', known)).toBe('Deans, Library');
  });

  it('keeps the text letter for letter where a name stays what it is', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '\n', '(', ')', '&', ' and ', '• ') });
    const known = new Set(['a', 'b']);
    fc.assert(
      fc.property(cell, fc.constantFrom('a', 'b', 'ab'), (text, name) => {
        const again = withOwnerRenamed(text, name, name, known);
        // Only a second mention of it goes.
        if (text.split(name).length <= 2) expect(again).toBe(text);
        expect(ownersOf(again, known)).toEqual(ownersOf(text, known));
      }),
    );
  });

  it('is gone, and the new name is there once, whatever the text', () => {
    const name = fc.stringMatching(/^[A-Za-z$& ]{0,6}[A-Za-z$&]$/u).map((each) => each.trim());
    const cell = fc
      .array(fc.tuple(name, fc.constantFrom(', ', ' / ', '\n', ';', ' and ', ' & ', ' (', ')', ', and ', '\n• ')), {
        maxLength: 5,
      })
      .map((pieces) => pieces.map(([owner, separator]) => owner + separator).join(''));
    fc.assert(
      fc.property(cell, name, name, fc.array(name, { maxLength: 4 }), (text, from, to, alone) => {
        const known = new Set(alone.map((each) => each.toLowerCase()));
        const renamed = ownersOf(withOwnerRenamed(text, from, to, known), known).map((each) => each.toLowerCase());
        const wanted = new Set(
          ownersOf(text, known).map((each) => (each.toLowerCase() === from.toLowerCase() ? to : each).toLowerCase()),
        );
        expect(new Set(renamed)).toEqual(wanted);
      }),
    );
  });
});
