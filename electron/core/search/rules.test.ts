import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn, wordsOf } from '#shared/model/searchWords.ts';
import { excerptOf, queryOf } from './rules.ts';

describe('the words of a search', () => {
  it('are compared without accents, capitals and the shape of apostrophes', () => {
    expect(wordsOf('  Zoë’s CAFÉ ')).toEqual(["zoe's", 'cafe']);
    expect(wordsOf('"Steering Group" minutes')).toEqual(['steering group', 'minutes']);
    expect(wordsOf('% — "')).toEqual([]);
  });

  it('are found from their beginning, in the spelling of the text', () => {
    const text = 'The café, a cafeteria and a decaf';
    expect(foundIn(text, wordsOf('cafe')).map(([from, to]) => text.slice(from, to))).toEqual(['café', 'cafe']);
  });

  it('become a query that holds nothing but words, whatever is typed', () => {
    expect(queryOf(['a"b', 'OR'])).toBe('"a""b"* "OR"*');
    // SQLite reads a query to the first NUL and no further.
    expect(queryOf(['a\0b'])).toBe('"a b"*');
  });
});

describe('an excerpt', () => {
  it('shows where the word stands in its own spelling', () => {
    const long = `${'words '.repeat(40)}the café in Aberystŵyth ${'words '.repeat(40)}`;
    const excerpt = excerptOf(['', long], wordsOf('aberystwyth'));
    expect(excerpt).toContain('café in Aberystŵyth');
    expect(excerpt.startsWith('…')).toBe(true);
    expect(excerpt.endsWith('…')).toBe(true);
  });

  it('comes from the text, whatever the text and the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 5 }), (text, sought) => {
        const bare = excerptOf([text], wordsOf(sought)).replaceAll('…', '');
        expect(text.replaceAll('…', '').replaceAll(/\s+/gu, ' ')).toContain(bare.trim());
      }),
    );
  });
});
