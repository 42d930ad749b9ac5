import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, cleanText } from './cleanText.ts';

describe('clean text', () => {
  it('keeps every letter, sign and picture that XML can hold', () => {
    const text = 'Llŷn – “naïve” 12 µm, 東京, 👩‍🔬, e\u0301, \u200f\u00a0end';
    expect(cleanText(text)).toBe(text);
  });

  it('drops control characters and shows half of a pair as a mark', () => {
    expect(cleanText('a\u0000b\u0007c\u001fd\ufffee\uffff')).toBe('abcde');
    expect(cleanText('a\ud83db')).toBe('a\ufffdb');
  });

  it('takes the line breaks of other programs for new lines', () => {
    expect(cleanText('a\r\nb\rc\vd\u2028e')).toBe('a\nb\nc\nd\ne');
    expect(cleanLines(' a \n\n\t\nb ')).toEqual(['a', 'b']);
    expect(cleanLine(' a\n\n b ')).toBe('a b');
  });

  it('is clean after one pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});
