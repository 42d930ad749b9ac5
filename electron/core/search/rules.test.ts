import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, matches, wordsOf } from './rules.ts';

describe('search', () => {
  it('finds words whatever their accents, capitals and apostrophes', () => {
    expect(matches(['Zoë’s café in Aberystŵyth'], wordsOf("zoe's CAFE aberystwyth"))).toBe(true);
    expect(matches(['Zoë’s café'], wordsOf('workshop'))).toBe(false);
  });

  it('needs every word, in any order and in any of the texts', () => {
    expect(matches(['Open the workshop', 'by the Head of Workshops'], wordsOf('head open'))).toBe(true);
    expect(matches(['Open the workshop'], wordsOf('head open'))).toBe(false);
  });

  it('shows where the word stands in its own spelling', () => {
    const long = `${'words '.repeat(40)}the café in Aberystŵyth ${'words '.repeat(40)}`;
    const excerpt = excerptOf(['', long], wordsOf('aberystwyth'));
    expect(excerpt).toContain('café in Aberystŵyth');
    expect(excerpt.startsWith('…')).toBe(true);
    expect(excerpt.endsWith('…')).toBe(true);
  });

  it('reads any text without failing, and its excerpt comes from the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 5 }), (text, sought) => {
        const bare = excerptOf([text], wordsOf(sought)).replaceAll('…', '');
        expect(text.replaceAll('…', '').replaceAll(/\s+/gu, ' ')).toContain(bare.trim());
      }),
    );
  });
});
