import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeForCell, partsOfCell } from './cellText.ts';

/** As Excel takes the codes of a cell back (ECMA-376 part 1, 22.4.2.4). */
const taken = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('_x000B_', '_', 'x005F', '\u0000', '\r', '\n', '_x', 'a'), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

it('writes a text so that reading gives it back to the letter', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(taken(escapeForCell(text))).toBe(text.toWellFormed());
    }),
  );
});

it('writes nothing that XML cannot hold, and no carriage return that it would change', () => {
  fc.assert(
    fc.property(texts, (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters in question
      expect(escapeForCell(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
    }),
  );
});

it('cuts a long text into parts that fit a cell and give the whole again, never inside a character', () => {
  const long = fc
    .tuple(fc.constantFrom('word ', '👩‍🔬', '\u000b', ' ', '_x000B_'), texts)
    .map(([unit, text]) => unit.repeat(9_000) + text);
  fc.assert(
    fc.property(long, (text) => {
      const parts = partsOfCell(text);
      expect(parts.map(taken).join('')).toBe(text.toWellFormed());
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(16_000);
        expect(part.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

it('keeps an ordinary text in one part', () => {
  expect(partsOfCell('=1+1\nand more')).toEqual(['=1+1\nand more']);
  expect(partsOfCell('')).toEqual(['']);
});
