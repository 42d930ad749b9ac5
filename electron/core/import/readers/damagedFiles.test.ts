import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../importError.ts';
import { readFile } from './readFile.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/spreadsheets/${name}`, import.meta.url)));

function binaryWorkbook(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Action', 'Due', 'RAG'],
      ['Open the workshop', 45_000, 'Green'],
    ]),
    'Plan',
  );
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsb' }) as Buffer);
}

const onlyRefused = async (bytes: Uint8Array): Promise<void> => {
  try {
    await readFile(bytes, 'plan');
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
  }
};

/** What counts, spans and nests beyond reason, and what ends too early. */
const scrap = fc.constantFrom(
  ...['<', '>', '"', '&', '</c>', '</table:table-cell>', '', '999999999', '-1', 'NaN', 'A1:XFD1048576'],
  ...[
    ' table:number-rows-repeated="1048576" ',
    ' table:number-columns-repeated="16384" ',
    '<td colspan=1000 rowspan=65534>',
  ],
  ...['<table>', '<![if !x]>', '<!--', '<style>', '<formula>((((((((</formula>', '<f>HYPERLINK("</f>'],
);

describe('a file in which something else stands is read or refused', () => {
  it.each([
    ['plan.ods', 'content.xml'],
    ['plan.ods', 'styles.xml'],
    ['plan.xlsx', 'xl/worksheets/sheet1.xml'],
    ['plan.xlsx', 'xl/styles.xml'],
    ['plan.xlsx', 'xl/sharedStrings.xml'],
    ['plan.html', undefined],
  ])('%s, in %s', async (name, part) => {
    const bytes = fixture(name);
    const parts = part === undefined ? {} : unzipSync(bytes);
    const original = strFromU8(part === undefined ? bytes : (parts[part] ?? new Uint8Array()));
    const changes = fc.array(fc.tuple(fc.nat(original.length), fc.nat(30), scrap), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const text = made.reduce((now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length), original);
        await onlyRefused(
          part === undefined ? strToU8(text) : zipSync({ ...parts, [part]: strToU8(text) }, { level: 0 }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each(['xl/worksheets/sheet1.bin', 'xl/styles.bin', 'xl/workbook.bin'])('xlsb, in %s', async (part) => {
    const parts = unzipSync(binaryWorkbook());
    const original = parts[part] ?? new Uint8Array();
    const changes = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const bytes = Uint8Array.from(original);
        for (const [at, value] of made) bytes[at] = value;
        await onlyRefused(zipSync({ ...parts, [part]: bytes }, { level: 0 }));
      }),
      { numRuns: 40 },
    );
  });
});
