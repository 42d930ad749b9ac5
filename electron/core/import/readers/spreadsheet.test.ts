import { describe, expect, it } from 'vitest';
import { handMadeWorkbook, type WorkbookXml } from '#test/helpers/handMadeWorkbook.ts';
import type { Sheet, SheetCell } from '../sheet.ts';
import { readWorkbook } from './spreadsheet.ts';

function sheetOf(xml: WorkbookXml): Sheet {
  const [sheet] = readWorkbook(handMadeWorkbook(xml), 'plan.xlsx');
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

/** One row of cells, each under the style of its place. */
const rowOf = (...cells: readonly string[]): string =>
  `<sheetData><row r="1">${cells.map((text, style) => `<c s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row></sheetData>`;

const fillsOf = (fills: readonly string[], more = ''): string => `<fonts><font/></fonts><fills>${fills.join('')}</fills>
  <cellStyleXfs><xf/></cellStyleXfs><cellXfs>${fills.map((_, index) => `<xf fillId="${index}"/>`).join('')}</cellXfs>${more}`;
const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill>`;

function fillsRead(
  fills: readonly string[],
  more: { styles?: string; theme?: string } = {},
): readonly (string | undefined)[] {
  const sheet = sheetOf({
    sheet: rowOf(...fills.map((_, index) => `cell ${index}`)),
    styles: fillsOf(fills, more.styles),
    ...(more.theme === undefined ? {} : { theme: more.theme }),
  });
  return sheet.rows[0]?.map((cell) => cell?.fill) ?? [];
}

describe('a fill is the colour that is seen', () => {
  it('whether given directly, with or without transparency', () => {
    expect(fillsRead([solid('rgb="FF00B050"'), solid('rgb="00B050"'), solid('rgb="0000B050"')])).toEqual([
      '#00B050',
      '#00B050',
      '#00B050',
    ]);
  });

  it('by the theme, whose light and dark are counted the other way round, with its tint', () => {
    const accents = ['70AD47', '112233', '445566', 'FFC000', '778899', 'C00000'];
    const theme = `<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window"/></a:lt1>
      <a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>${accents
        .map((colour, index) => `<a:accent${index + 1}><a:srgbClr val="${colour}"/></a:accent${index + 1}>`)
        .join('')}<a:hlink><a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink>`;
    const fills = [
      'theme="4"',
      'theme="0"',
      'theme="1"',
      'theme="9"',
      'theme="4" tint="0.59999389629810485"',
      'theme="9" tint="-0.25"',
    ];
    expect(fillsRead(fills.map(solid), { theme })).toEqual([
      '#70AD47',
      '#FFFFFF',
      '#000000',
      '#C00000',
      // Excel, which counts in whole steps, has C6E0B4.
      '#C5E0B4',
      '#900000',
    ]);
  });

  it('by number, from the palette of the workbook where it has one', () => {
    const fills = [solid('indexed="3"'), solid('indexed="10"'), solid('indexed="64"'), solid('indexed="17"')];
    expect(fillsRead(fills)).toEqual(['#00FF00', '#FF0000', undefined, '#008000']);
    const palette = Array.from(
      { length: 18 },
      (_, index) => `<rgbColor rgb="00${index === 17 ? '00B050' : '123456'}"/>`,
    );
    expect(fillsRead(fills, { styles: `<colors><indexedColors>${palette.join('')}</indexedColors></colors>` })).toEqual(
      ['#123456', '#123456', undefined, '#00B050'],
    );
  });

  it('from a gradient the colour that is no grey, from a pattern the colour that covers more', () => {
    const gradient = (...colours: readonly string[]): string =>
      `<fill><gradientFill degree="90">${colours.map((colour, index) => `<stop position="${index}"><color rgb="FF${colour}"/></stop>`).join('')}</gradientFill></fill>`;
    const pattern = (type: string): string =>
      `<fill><patternFill patternType="${type}"><fgColor rgb="FFFF0000"/><bgColor rgb="FF00B050"/></patternFill></fill>`;
    expect(
      fillsRead([
        gradient('FFFFFF', '00B050'),
        gradient('FF0000', 'FFFFFF'),
        gradient('FF0000', '00FF00'),
        pattern('lightUp'),
        pattern('darkUp'),
        pattern('none'),
        '<fill><patternFill patternType="gray125"/></fill>',
      ]),
    ).toEqual(['#00B050', '#FF0000', '#FF0000', '#00B050', '#FF0000', undefined, undefined]);
  });

  it('from a named style, for what the cell itself leaves open', () => {
    const sheet = sheetOf({
      sheet: rowOf('Good', 'Bad', 'plain'),
      styles: `<fonts><font/><font><color rgb="FF006100"/></font></fonts>
        <fills><fill/><fill/>${solid('rgb="FFC6EFCE"')}${solid('rgb="FFFFC7CE"')}</fills>
        <cellStyleXfs><xf/><xf fontId="1" fillId="2"/><xf fillId="3"/></cellStyleXfs>
        <cellXfs><xf xfId="1"/><xf xfId="2" fillId="3"/><xf xfId="2" fillId="0"/></cellXfs>`,
    });
    expect(sheet.rows[0]?.map((cell) => cell?.fill)).toEqual(['#C6EFCE', '#FFC7CE', undefined]);
    expect(sheet.rows[0]?.[0]?.fontColour).toBe('#006100');
  });

  it('from the row, else from the column, only where the file does not give the cell', () => {
    const sheet = sheetOf({
      sheet: `<cols><col min="3" max="4" width="9" style="2"/></cols><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Action</t></is></c><c r="D1" t="inlineStr"><is><t>RAG</t></is></c></row>
        <row r="2"><c r="A2" t="inlineStr"><is><t>Open the workshop</t></is></c></row>
        <row r="3" s="1" customFormat="1"><c r="A3" t="inlineStr"><is><t>Thank by name</t></is></c><c r="D3" s="0"/></row>
        <row r="4" s="1" customFormat="1"/></sheetData>`,
      styles: fillsOf(['<fill/>', solid('rgb="FFFF0000"'), solid('rgb="FF00B050"')]),
    });
    expect(sheet.rows.map((row) => Array.from({ length: 4 }, (_, column) => row[column]?.fill))).toEqual([
      [undefined, undefined, '#00B050', undefined],
      [undefined, undefined, '#00B050', '#00B050'],
      [undefined, '#FF0000', '#FF0000', undefined],
    ]);
  });
});

const strings = (...items: readonly string[]): Pick<WorkbookXml, 'strings' | 'sheet'> => ({
  strings: items.map((item) => `<si>${item}</si>`).join(''),
  sheet: `<sheetData><row r="1">${items.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row></sheetData>`,
});

describe('what a text carries', () => {
  const read = (...items: readonly string[]): readonly (SheetCell | undefined)[] =>
    sheetOf(strings(...items)).rows[0] ?? [];
  const run = (text: string, properties = ''): string =>
    `<r>${properties && `<rPr>${properties}</rPr>`}<t>${text}</t></r>`;

  it('is without readings of characters, and with the characters that XML cannot hold', () => {
    expect(
      read('<t>Kōbe</t><rPh sb="0" eb="2"><t>コウベ</t></rPh>', '<t>one_x000D_&#10;two _x005F_x0041_</t>').map(
        (cell) => cell?.text,
      ),
    ).toEqual(['Kōbe', 'one\ntwo _x0041_']);
  });

  it('has the colour of a run where it is that of all the text', () => {
    expect(
      read(
        run('●', '<color rgb="FFFF0000"/>'),
        run('●', '<color rgb="FF00B050"/>') + run(' ', '<color theme="1"/>'),
        run('● ', '<color rgb="FFFF0000"/>') + run('late'),
      ).map((cell) => cell?.fontColour),
    ).toEqual(['#FF0000', '#00B050', undefined]);
  });

  it('is struck through as a whole or in part, and nothing of it is dropped', () => {
    const [whole, part] = read(
      run('Old', '<strike/>'),
      run('June 2024', '<strike val="1"/>') + run(' July 2024', '<strike val="0"/>'),
    );
    expect(whole).toEqual({ value: 'Old', text: 'Old', strike: true });
    expect(part).toEqual({ value: 'June 2024 July 2024', text: 'June 2024 July 2024', struckText: 'June 2024' });
  });
});
