import { readdirSync, readFileSync } from 'node:fs';
import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { importLimits } from '#shared/limits.ts';
import { ImportError, type ImportErrorCode } from '../importError.ts';
import type { Sheet } from '../sheet.ts';
import { understand } from '../understand/understand.ts';
import { readWithSheetJs } from './legacySpreadsheet.ts';
import { readFile } from './readFile.ts';
import { readWorkbook } from './spreadsheet.ts';

const folder = new URL('../../../../test/fixtures/plans/', import.meta.url);
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.json'));
const plain = fixture('plain.xlsx');

async function errorOf(
  bytes: Uint8Array,
  fileName = 'plan.xlsx',
): Promise<{ code: ImportErrorCode; place: string | undefined }> {
  try {
    await readFile(bytes, fileName);
  } catch (error) {
    if (error instanceof ImportError) return { code: error.code, place: error.detail.place };
    throw error;
  }
  throw new Error('The file was read.');
}
const codeOf = async (bytes: Uint8Array): Promise<ImportErrorCode> => (await errorOf(bytes)).code;

const rows = [
  ['Ref', 'Theme', 'Action', 'Lead', 'Timescale', 'RAG'],
  ['1', 'Visibility', 'Open the workshops to visitors on one day a year', 'Workshop Manager', 'June 2024', 'Green'],
  ['2', 'Recognition', 'Thank technicians by name in every annual review', 'Heads of School', 'July 2024', 'Amber'],
];
const workbook = (): WorkBook => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Plan');
  return book;
};

describe('what a file is, is told from its contents', () => {
  it.each([
    ['xlsx', 'xlsx'],
    ['xlsm', 'xlsx'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
    ['biff8', 'xls'],
    ['xlml', 'xls'],
    ['html', 'html'],
  ] as const)('reads a plan written as %s under the name of a picture', async (bookType, kind) => {
    const bytes = new Uint8Array(write(workbook(), { type: 'buffer', bookType }) as Buffer);
    const read = await readFile(bytes, 'plan.png');
    expect(read.kind).toBe(kind);
    const { actions } = understand(read.sheets);
    expect(actions.map(({ ref, themes, action, owner, due, rag }) => [ref, themes, action, owner, due, rag])).toEqual([
      ['1', ['visibility'], rows[1]?.[2], 'Workshop Manager', '2024-06-30', 'green'],
      ['2', ['recognition'], rows[2]?.[2], 'Heads of School', '2024-07-31', 'amber'],
    ]);
  });

  it.each([
    ['a PDF', strToU8('%PDF-1.7 a plan')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)],
    ['rich text', strToU8('{\\rtf1 a plan}')],
    ['a zip of something else', zipSync({ 'readme.txt': strToU8('a plan') })],
    ['an OpenDocument text', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })],
    ['a web page without a table', strToU8('<!doctype html><html><body><p>A plan</p></body></html>')],
  ])('does not take %s for a plan', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file-type-unsupported');
  });
});

describe('bad input is refused by name', () => {
  it('knows an empty file, and one of nothing but spaces', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file-empty');
    expect(await codeOf(strToU8(' \r\n \r\n'))).toBe('file-empty');
  });

  it('knows a workbook that is locked by a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Plan', rows }],
      encryption: { password: 'secret', spinCount: 100 },
    });
    expect(await codeOf(bytes)).toBe('file-encrypted');
  });

  it('knows a file that was cut short', async () => {
    expect(await codeOf(plain.subarray(0, plain.length - 200))).toBe('file-damaged');
    expect(await codeOf(fixture('legacy.xls').subarray(0, 600))).toBe('file-damaged');
  });

  it('refuses entities, which expand without end', async () => {
    const parts = unzipSync(plain);
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>';
    parts['xl/workbook.xml'] = strToU8(`${bomb}${new TextDecoder().decode(parts['xl/workbook.xml'])}`);
    expect(await errorOf(zipSync(parts))).toEqual({ code: 'file-damaged', place: 'xl/workbook.xml' });
    const document = unzipSync(fixture('word-tables.docx'));
    document['word/document.xml'] = strToU8(
      new TextDecoder().decode(document['word/document.xml']).replace('?>', '?><!DOCTYPE w [<!ENTITY a "b">]>'),
    );
    expect(await codeOf(zipSync(document))).toBe('file-damaged');
  });

  it('refuses a zip that says it expands beyond the limit, and one that expands beyond what it says', async () => {
    expect(await codeOf(withStatedSize(plain, 'xl/worksheets/sheet1.xml', importLimits.expandedBytes + 1))).toBe(
      'file-too-large',
    );
    expect(await codeOf(withStatedSize(plain, 'xl/worksheets/sheet1.xml', 100))).toBe('file-damaged');
  });

  it('names the cell that holds more text than a cell can', async () => {
    const text = `Action,Lead\r\n${'word '.repeat(12_000)},HR\r\n`;
    expect(await errorOf(strToU8(text), 'plan.csv')).toEqual({
      code: 'file-too-large',
      place: 'sheet “plan”, cell A2',
    });
  });

  it('reads past merges over whole columns, and a last cell at the end of the sheet', async () => {
    const parts = unzipSync(new Uint8Array(write(workbook(), { type: 'buffer', bookType: 'xlsx' }) as Buffer));
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      xml
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:F1048576"/>')
        .replace(
          '</sheetData>',
          '<row r="1048576"><c r="F1048576"/></row></sheetData><mergeCells count="1"><mergeCell ref="A5:F1048576"/></mergeCells>',
        ),
    );
    const read = await readFile(zipSync(parts), 'plan.xlsx');
    expect(read.sheets[0]?.rows).toHaveLength(3);
    expect(read.sheets[0]?.merges).toEqual([]);
  });

  it('reads past a row number that no sheet has', async () => {
    const parts = unzipSync(plain);
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      xml.replace('<row r="3">', '<row r="99999999">').replaceAll(/(r="[A-I])3"/g, '$199999999"'),
    );
    const read = await readFile(zipSync(parts), 'plan.xlsx');
    expect(read.sheets[0]?.rows).toHaveLength(17);
  });

  it('reads an old workbook whose document properties are damaged', async () => {
    const bytes = fixture('legacy.xls');
    // The count of properties stands after the header of the property set and the offset of its only section.
    const header = Buffer.from(bytes.buffer).indexOf(Uint8Array.of(0xfe, 0xff, 0x00, 0x00));
    expect(header).toBeGreaterThan(0);
    const view = new DataView(bytes.buffer);
    view.setUint32(header + view.getUint32(header + 44, true) + 4, 50_000_000, true);
    const read = await readFile(bytes, 'plan.xls');
    expect(read.sheets[0]?.rows).toHaveLength(23);
  });

  it('refuses more merges than a plan can have', async () => {
    const merges = Array.from({ length: importLimits.merges + 1 }, (_, index) => ({
      startRow: index,
      endRow: index,
      startCol: 0,
      endCol: 1,
    }));
    const tall = Array.from({ length: importLimits.merges + 1 }, (_, index) => [`Row ${index}`, '', 'x']);
    const bytes = await writeXlsx({ sheets: [{ name: 'Plan', rows: tall, merges }] });
    expect(await codeOf(bytes)).toBe('file-too-large');
  });
});

describe('two readers agree', () => {
  const values = (sheets: readonly Sheet[]): unknown =>
    sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      merges: [...sheet.merges].map((merge) => JSON.stringify(merge)).sort(),
      rows: sheet.rows.map((row) => Array.from({ length: sheet.columnCount }, (_, column) => row[column]?.value ?? '')),
      dates: sheet.rows.flatMap((row, index) =>
        row.flatMap((cell) => (cell?.isDate ? [`${index} ${cell.value} ${cell.text}`] : [])),
      ),
      fills: sheet.rows.flatMap((row) => row.map((cell) => cell?.fill ?? '')),
    }));

  it.each(fixtures.filter((name) => name.endsWith('.xlsx')))('on the values, dates, merges and fills of %s', (name) => {
    const bytes = fixture(name);
    const [one, other] = [readWorkbook(bytes, name), readWithSheetJs(bytes, name)];
    expect(values(one)).toEqual(values(other));
  });
});

describe('whatever the bytes, only an import error is thrown', () => {
  it.each(fixtures)('for mutations of %s', async (name) => {
    const original = fixture(name);
    const mutation = fc.record({
      cut: fc.option(fc.nat(original.length), { freq: 4 }),
      changes: fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(mutation, async ({ cut, changes }) => {
        const bytes = original.slice(0, cut ?? original.length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          understand((await readFile(bytes, name)).sheets);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('whatever stands in the parts of a zip, only an import error is thrown', () => {
  it.each([
    ['plain.xlsx', 'xl/worksheets/sheet1.xml'],
    ['plain.xlsx', 'xl/styles.xml'],
    ['fill-only.xlsx', 'xl/theme/theme1.xml'],
    ['plain.xlsx', 'xl/workbook.xml'],
    ['word-tables.docx', 'word/document.xml'],
    ['word-tables.docx', '[Content_Types].xml'],
  ])('for mutations of %s in %s', async (name, part) => {
    const parts = unzipSync(fixture(name));
    const original = new TextDecoder().decode(parts[part]);
    const scrap = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '&#x0;',
      '</c>',
      '<row r="99999999">',
      'NaN',
      '-1',
      '999999999',
      ']]>',
      '\u0000',
      '',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(original.length), fc.nat(30), scrap), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const text = changes.reduce(
            (now, [at, length, put]) => now.slice(0, at) + put + now.slice(at + length),
            original,
          );
          try {
            understand((await readFile(zipSync({ ...parts, [part]: strToU8(text) }, { level: 1 }), name)).sheets);
          } catch (error) {
            expect(error).toBeInstanceOf(ImportError);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

/** The same zip, with another size stated for one part in its directory. */
function withStatedSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + 24, size, true);
  }
  return bytes;
}
