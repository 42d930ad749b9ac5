import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { handMadeWorkbook, type WorkbookXml } from '#test/helpers/handMadeWorkbook.ts';
import type { Sheet } from '../sheet.ts';
import { readWorkbook } from './spreadsheet.ts';

function sheetOf(xml: WorkbookXml): Sheet {
  const [sheet] = readWorkbook(handMadeWorkbook(xml), 'plan.xlsx');
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

const text = (place: string, words: string): string => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe('numbers and dates are kept as they mean and as they are shown', () => {
  const shown = (
    cells: readonly (readonly [value: string, format: string])[],
    workbook = '',
  ): readonly (readonly [unknown, string | undefined, boolean])[] => {
    const sheet = sheetOf({
      workbook,
      sheet: `<sheetData><row>${cells.map(([value], style) => `<c s="${style}"><v>${value}</v></c>`).join('')}</row></sheetData>`,
      styles: `<numFmts>${cells.map(([, format], index) => `<numFmt numFmtId="${200 + index}" formatCode="${format}"/>`).join('')}</numFmts>
        <cellXfs>${cells.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`,
    });
    return sheet.rows[0]?.map((cell) => [cell?.value, cell?.text, cell?.isDate === true] as const) ?? [];
  };

  it('whatever the format', () => {
    expect(
      shown([
        ['44986', 'mmm-yy'],
        ['44986', 'm/d/yy'],
        ['44986.75', '[$-809]dd mmmm yyyy;@'],
        ['0.5', 'h:mm'],
        ['1.5', '[h]:mm'],
        ['0.25', '0%'],
        ['1250', '£#,##0.00'],
        ['1250', '[$£-809]#,##0'],
        ['2', '[=1]&quot;Green&quot;;[=2]&quot;Amber&quot;;&quot;Red&quot;'],
        ['0.30000000000000004', 'General'],
        ['7', '&quot;T&quot;000'],
        ['44986', 'jj.MM.'],
      ]),
    ).toEqual([
      ['2023-03-01', 'Mar-23', true],
      ['2023-03-01', '01/03/2023', true],
      ['2023-03-01', '01 March 2023', true],
      [0.5, '12:00', false],
      [1.5, '36:00', false],
      [0.25, '25%', false],
      [1250, '£1,250.00', false],
      [1250, '£1,250', false],
      [2, 'Amber', false],
      [0.30000000000000004, '0.3', false],
      [7, 'T007', false],
      ['2023-03-01', expect.any(String), true],
    ]);
  });

  it('and dates that count from 1904, and dates that are written out', () => {
    expect(shown([['43524', 'mmm-yy']], '<workbookPr date1904="1"/>')).toEqual([['2023-03-01', 'Mar-23', true]]);
    const sheet = sheetOf({ sheet: '<sheetData><row><c t="d"><v>2024-06-30T00:00:00Z</v></c></row></sheetData>' });
    expect(sheet.rows[0]?.[0]).toEqual({ value: '2024-06-30', isDate: true, text: '30/06/2024' });
  });

  it('and yes and no, errors, and the results of formulas', () => {
    const sheet = sheetOf({
      sheet: `<sheetData><row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A9&amp;"x"</f><v> Green </v></c>
        <c><f>1+1</f><v>2</v></c><c><f>TODAY()</f></c></row></sheetData>`,
    });
    expect(sheet.rows[0]?.map((cell) => cell?.value)).toEqual([true, '#N/A', 'Green', 2]);
  });
});

describe('notes and links', () => {
  it('keeps a note without the name of its author', () => {
    const sheet = sheetOf({
      sheet: `<sheetData><row r="1">${text('A1', 'Red')}</row></sheetData>`,
      comments: `<authors><author>Ada Moss</author><author>tc={1}</author></authors><commentList>
        <comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>Ada Moss:</t></r><r><t xml:space="preserve">
Waiting for a grant</t></r></text></comment><comment ref="C2" authorId="0"><text><t>Ask in May: twice</t></text></comment></commentList>`,
    });
    expect(sheet.rows[0]?.[0]?.note).toBe('Waiting for a grant');
    expect(sheet.rows[1]?.[2]).toEqual({ value: '', text: '', note: 'Ask in May: twice' });
  });

  it('keeps the comments of a thread in order, and not the advice for older programs', () => {
    const sheet = sheetOf({
      sheet: `<sheetData><row r="1">${text('A1', 'Amber')}</row></sheetData>`,
      comments:
        '<authors><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment] Your version allows… Comment: First</t></text></comment></commentList>',
      threads:
        '<threadedComment ref="A1" dT="2024-02-02T10:00:00.00" id="{2}" parentId="{1}"><text>Then this</text></threadedComment><threadedComment ref="A1" dT="2024-02-01T10:00:00.00" id="{1}"><text>First</text></threadedComment>',
    });
    expect(sheet.rows[0]?.[0]?.note).toBe('First\nThen this');
  });

  it('keeps the address of a link, of a range and of a formula', () => {
    const address = 'https://example.ac.uk/report';
    const sheet = sheetOf({
      sheet: `<sheetData><row r="1">${text('A1', 'Report')}${text('B1', 'Annex')}${text('C1', 'Below')}
        <c r="D1" t="str"><f>HYPERLINK("${address}","the report")</f><v>the report</v></c>
        <c r="E1"><f>HYPERLINK("${address}", "not yet calculated")</f></c></row></sheetData>
        <hyperlinks><hyperlink ref="A1:B1" r:id="rId9"/><hyperlink ref="C1" location="Sheet2!A1"/></hyperlinks>`,
      links: `<Relationship Id="rId9" Type="x/hyperlink" Target="${address}" TargetMode="External"/>`,
    });
    expect(sheet.rows[0]?.map((cell) => [cell?.text, cell?.hyperlink])).toEqual([
      ['Report', address],
      ['Annex', address],
      ['Below', '#Sheet2!A1'],
      ['the report', address],
      ['not yet calculated', address],
    ]);
  });
});

describe('what is hidden', () => {
  it('is told of rows that are hidden, filtered out, folded away or have no height, and columns without width', () => {
    const row = (number: number, attributes: string): string =>
      `<row r="${number}" ${attributes}>${text(`A${number}`, 'x')}</row>`;
    const sheet = sheetOf({
      sheet: `<cols><col min="2" max="3" width="0"/><col min="5" max="16384" hidden="1" width="9"/></cols><sheetData>
        ${row(1, '')}${row(2, 'hidden="1"')}${row(3, 'hidden="true" outlineLevel="1"')}${row(4, 'ht="0" customHeight="1"')}
        ${row(5, 'collapsed="1"')}</sheetData><autoFilter ref="A1:A5"/>`,
    });
    expect([...sheet.hiddenRows]).toEqual([1, 2, 3]);
    expect([...sheet.hiddenColumns].filter((column) => column < 6)).toEqual([1, 2, 4, 5]);
  });

  it('is told of sheets, and a chart is no sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    for (const [name, state] of [
      ['Plan', 'visible'],
      ['Lists', 'hidden'],
      ['Secret', 'veryHidden'],
    ] as const) {
      workbook.addWorksheet(name, { state }).addRow([name]);
    }
    const sheets = readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), 'plan.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Plan', false],
      ['Lists', true],
      ['Secret', true],
    ]);
  });
});

describe('whatever a sheet is formatted to', () => {
  it('lets go of colours below and beside the plan, however many', () => {
    const rows = Array.from({ length: 21_000 }, (_, index) => {
      const cells = Array.from({ length: 10 }, () => '<c s="1"/>').join('');
      return `<row r="${index + 3}">${cells}</row>`;
    });
    const sheet = sheetOf({
      sheet: `<sheetData><row r="1">${text('A1', 'Action')}${text('B1', 'RAG')}</row><row r="2">${text('A2', 'Open')}<c r="B2" s="1"/></row>${rows.join('')}</sheetData>`,
      styles:
        '<fonts><font/></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>',
    });
    expect(sheet.rows).toHaveLength(2);
    expect(sheet.rows[1]?.[1]?.fill).toBe('#FF0000');
  });

  it('counts rows and cells on where the file does not number them', () => {
    const sheet = sheetOf({
      sheet: `<sheetData><row><c t="inlineStr"><is><t>A1</t></is></c><c r="C1" t="inlineStr"><is><t>C1</t></is></c>
        <c t="inlineStr"><is><t>D1</t></is></c></row><row r="3">${text('B3', 'B3')}</row><row><c t="inlineStr"><is><t>A4</t></is></c></row></sheetData>`,
    });
    expect(sheet.rows.map((row) => row.map((cell) => cell?.text))).toEqual([
      ['A1', undefined, 'C1', 'D1'],
      [],
      [undefined, 'B3'],
      ['A4'],
    ]);
  });
});
