import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { tidyText } from './shownText.ts';
import { decodeText, readDelimited, sniffDelimiter } from './text.ts';

const line = 'Action;Lead;RAG – “Café”';
const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? '\uFEFF' : ''), ...text].forEach((letter, index) => {
    view.setUint16(index * 2, letter.charCodeAt(0), !bigEndian);
  });
  return bytes;
};

describe('decoding text', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(line)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${line}`)],
    ['UTF-16 little endian', utf16(line, false, true)],
    ['UTF-16 big endian', utf16(line, true, true)],
    ['UTF-16 without a mark', utf16(line, false, false)],
    [
      'Windows-1252',
      Uint8Array.from(line, (letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)),
    ],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(line);
  });
});

describe('delimited text', () => {
  it.each([',', ';', '\t', '|', '^', '~', '\u001f'])('is told apart by its delimiter %j', (delimiter) => {
    const rows = [
      ['Action', 'Lead', 'Due'],
      ['Write, then send; or both', 'HR', '2024'],
      ['Hold a lunch', 'Dean, Registrar', '2025'],
    ];
    expect(sniffDelimiter(Papa.unparse(rows, { delimiter }))).toBe(delimiter);
  });

  it('is not parted at times of day', () => {
    expect(sniffDelimiter('Meets 10:30, 11:30 and 12:30,Lead\nMeets 10:30 or 11:30 or 12:30,HR\n')).toBe(',');
  });

  it('comes back as it was written, whatever is in its cells', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `c${tidyText(text)}`);
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const text = `sep=${delimiter}\r\n${Papa.unparse(rows, { delimiter })}`;
        const sheet = readDelimited(text, 'plan.csv');
        expect(sheet.rows.map((row) => row.map((one) => one?.text))).toEqual(rows.map((row) => row.map(tidyText)));
      }),
    );
  });
});
