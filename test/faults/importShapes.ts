import { strToU8 } from 'fflate';
import {
  csvOf,
  documentParts,
  lines,
  planRows,
  sheetXml,
  wordTable,
  workbookOf,
  workbookParts,
  zipOf,
} from './importFiles.ts';
import type { Refused } from './importOtherKinds.ts';
import { rawZip, storedPart } from './importZips.ts';

export type Readable = { readonly fileName: string; readonly bytes: Uint8Array; readonly actions: number };

const read = (fileName: string, bytes: Uint8Array, actions = 3): Readable => ({ fileName, bytes, actions });
const workbook = (rows?: string, before?: string, after?: string): Uint8Array =>
  zipOf(workbookParts([sheetXml(rows, before, after)]));

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
const mergesOf = (areas: readonly string[]): string =>
  `<mergeCells count="${areas.length}">${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;
const below = (count: number, area: (row: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => area(index + 10));
const cells = (row: number, columns: number): string =>
  `<row r="${row}">${Array.from({ length: columns }, (_, column) => `<c r="${letters(column)}${row}" s="1"/>`).join('')}</row>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const manyStyles = (count: number): string =>
  `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="2"><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellXfs count="${count}">${'<xf fontId="0" fillId="1" applyFill="1"/>'.repeat(count)}</cellXfs></styleSheet>`;

function withStyles(rows: string, count: number): Uint8Array {
  const parts = workbookParts([sheetXml(rows)]);
  const relations = 'xl/_rels/workbook.xml.rels';
  return zipOf({
    ...parts,
    'xl/styles.xml': manyStyles(count),
    [relations]: (parts[relations] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
  });
}

function withoutStrings(): Uint8Array {
  const parts = workbookParts([sheetXml(planRows.replace('</row>', '<c r="G1" t="s"><v>99999</v></c></row>'))]);
  return zipOf({ ...parts, 'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>one</t></si></sst>` });
}

/** Odd, large or wasteful, and still a plan that a person can see when a spreadsheet program opens it. */
export function readableShapes(): readonly Readable[] {
  const zip = workbookParts();
  return [
    read('tall.xlsx', workbook(planRows, '<dimension ref="A1:XFD1048576"/>')),
    read('last-cell.xlsx', workbook(`${planRows}<row r="1048576"><c r="XFD1048576" s="1"/></row>`)),
    read(
      'last-text.xlsx',
      workbook(`${planRows}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>End</t></is></c></row>`),
    ),
    read(
      'formatted-wide.xlsx',
      withStyles(planRows + Array.from({ length: 40 }, (_, index) => cells(index + 10, 16_384)).join(''), 2),
    ),
    read(
      'formatted-long.xlsx',
      withStyles(
        planRows +
          Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 10}" s="1" customFormat="1"/>`).join(''),
        2,
      ),
    ),
    read('many-styles.xlsx', withStyles(planRows, 65_536)),
    read('10000-merges.xlsx', workbook(planRows, '', mergesOf(below(10_000, (row) => `A${row}:F${row}`)))),
    read('100000-merges.xlsx', workbook(planRows, '', mergesOf(below(100_000, (row) => `A${row}:F${row}`)))),
    read('merged-columns.xlsx', workbook(planRows, '', mergesOf(['H1:H1048576', 'I1:XFD1048576', 'A10:F1048576']))),
    read('string-missing.xlsx', withoutStrings()),
    read('climbing.xlsx', zipOf({ ...zip, '../../evil.xml': '<!DOCTYPE x>', 'xl/../../../evil.xml': '<x/>' })),
    read(
      'long-fields.xlsx',
      rawZip(
        Object.entries(zip).map(([name, text]) => storedPart(name, text)),
        { long: true },
      ),
    ),
    read('workbook.csv', workbookOf('xlsx')),
    read('text.xlsx', strToU8(csvOf())),
    read('page.xls', workbookOf('html')),
    read('document.xlsx', zipOf(documentParts())),
    read('old.xlsx', workbookOf('biff8')),
    read('new.xls', workbookOf('xlsx')),
    read('xml-2003.xls', workbookOf('xlml')),
    read('tabs.xls', strToU8(csvOf('\t'))),
    read('mark.csv', strToU8(`\ufeff${csvOf()}`)),
    read('utf16.csv', new Uint8Array(Buffer.from(`\ufeff${csvOf('\t')}`, 'utf16le'))),
    read('utf16-without-mark.csv', new Uint8Array(Buffer.from(csvOf(), 'utf16le'))),
    read('declared.csv', strToU8(`sep=;\r\n${csvOf(';')}`)),
    read('zeros.csv', strToU8(csvOf().replace('Research', 'Rese\0arch'))),
    read('filled-with-zeros.csv', strToU8(csvOf().replaceAll(',', '\0\0,'))),
    read('zeros-in-quotes.csv', strToU8(csvOf().replaceAll(/[^,\r\n]+/g, '"$&\0"'))),
    read('old-line-ends.csv', strToU8(csvOf(',', '\r'))),
    read('wide.csv', strToU8(lines.map((line) => line.join(',') + ','.repeat(10_000)).join('\r\n'))),
    read(
      'open-quote.csv',
      strToU8(`${csvOf()}1.4,Visibility,"Open the workshops to schools,Outreach,31/07/2026,Green\r\n`),
      4,
    ),
    read('nested-table.docx', zipOf(documentParts(`<w:tbl><w:tr><w:tc>${wordTable}<w:p/></w:tc></w:tr></w:tbl>`))),
  ];
}

const tooLarge = (fileName: string, bytes: Uint8Array, place?: string): Refused => ({
  fileName,
  bytes,
  code: 'file-too-large',
  ...(place === undefined ? {} : { place }),
});
const long = 'word '.repeat(12_000);
const row = (number: number, text: string): string =>
  `<row r="${number}"><c r="C${number}" t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** Beyond what a plan can be. */
export function largeShapes(): readonly Refused[] {
  return [
    tooLarge('long-cell.xlsx', workbook(planRows + row(9, long)), 'sheet “sheet1”, cell C9'),
    tooLarge('long-cell.csv', strToU8(`${csvOf()}1.4,Visibility,${long},HR\r\n`), 'cell C5'),
    tooLarge('long-cell.docx', zipOf(documentParts(wordTable.replace('Publish a page', long))), 'row 2'),
    tooLarge('one-long-string.xlsx', repeatedString()),
    tooLarge('thousand-sheets.xlsx', zipOf(workbookParts(Array.from({ length: 1_000 }, () => sheetXml())))),
    tooLarge('long-list.csv', strToU8(csvOf() + '1.9,Visibility,Offer a workshop,HR,,\r\n'.repeat(150_000))),
    tooLarge('one-line.csv', strToU8('word '.repeat(10_000_000))),
    tooLarge('over-50-MB.csv', strToU8('word '.repeat(11_000_000))),
  ];
}

/** One text of a million letters, which thousands of cells point to. */
function repeatedString(): Uint8Array {
  const parts = workbookParts([
    sheetXml(
      Array.from(
        { length: 10_000 },
        (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`,
      ).join(''),
    ),
  ]);
  const relations = 'xl/_rels/workbook.xml.rels';
  return zipOf({
    ...parts,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${'letters '.repeat(130_000)}</t></si></sst>`,
    [relations]: (parts[relations] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
  });
}
