import { describe, expect, it } from 'vitest';
import { handMadeWorkbook } from '#test/helpers/handMadeWorkbook.ts';
import type { Sheet } from '../sheet.ts';
import { readWorkbook } from './spreadsheet.ts';

const [red, amber, green] = ['#FF0000', '#FFC000', '#00B050'];

/** Difference 0 is red, 1 amber, 2 green, 3 white text without a fill. */
const styles = `<dxfs>${['FFFF0000', 'FFFFC000', 'FF00B050']
  .map((colour) => `<dxf><fill><patternFill><bgColor rgb="${colour}"/></patternFill></fill></dxf>`)
  .join(
    '',
  )}<dxf><font><strike/><color rgb="FF9C0006"/></font><border><left><color rgb="FF123456"/></left></border></dxf></dxfs>`;

type Value = string | number | boolean;

function sheetOf(columns: readonly (readonly Value[])[], formats: string): Sheet {
  const height = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = columns.map((column, index) => {
      const value = column[row];
      const place = `${String.fromCharCode(65 + index)}${row + 1}`;
      if (value === undefined || value === '') return '';
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
      if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
      return `<c r="${place}" t="${value.startsWith('#') ? 'e' : 'str'}"><v>${value}</v></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const [sheet] = readWorkbook(
    handMadeWorkbook({ sheet: `<sheetData>${rows.join('')}</sheetData>${formats}`, styles }),
    'plan.xlsx',
  );
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

const format = (range: string, ...rules: readonly string[]): string =>
  `<conditionalFormatting sqref="${range}">${rules.join('')}</conditionalFormatting>`;
const rule = (attributes: string, ...inner: readonly string[]): string =>
  `<cfRule priority="1" dxfId="2" ${attributes}>${inner.join('')}</cfRule>`;
const formulas = (...texts: readonly string[]): string => texts.map((text) => `<formula>${text}</formula>`).join('');

/** Which of the values in column A, each in a row with an action in column B, are filled. */
function filled(values: readonly Value[], attributes: string, ...inner: readonly string[]): readonly Value[] {
  const sheet = sheetOf([values, values.map(() => 'An action')], format('A1:A99', rule(attributes, ...inner)));
  return values.filter((_, row) => sheet.rows[row]?.[0]?.fill !== undefined);
}

describe('a rule that compares', () => {
  it.each([
    ['equal', '"green"', ['Green']],
    ['notEqual', '"green"', ['Amber', 3, '']],
    ['greaterThan', '3', ['Green', 'Amber']],
    ['lessThan', '4', [3, '']],
    ['lessThanOrEqual', '3', [3, '']],
    ['greaterThanOrEqual', '"G"', ['Green']],
  ])('finds what is %s %s', (operator, formula, expected) => {
    const sought = formulas(formula.replaceAll('"', '&quot;'));
    expect(filled(['Green', 'Amber', 3, ''], `type="cellIs" operator="${operator}"`, sought)).toEqual(expected);
  });

  it('finds what lies between, whichever end is named first', () => {
    expect(filled([1, 2, 5, 6, 'x'], 'type="cellIs" operator="between"', formulas('5', '2'))).toEqual([2, 5]);
    expect(filled([1, 2, 5, 6], 'type="cellIs" operator="notBetween"', formulas('2', '5'))).toEqual([1, 6]);
  });

  it('compares with another cell, which moves along unless it is fixed', () => {
    const sheet = sheetOf(
      [
        ['G', 'A', 'G'],
        ['G', 'G', 'x'],
      ],
      format('A1:A3', rule('type="cellIs" operator="equal"', formulas('B1'))) +
        format('B2:B3', rule('type="cellIs" operator="equal"', formulas('$A$1'))),
    );
    expect(sheet.rows.map((row) => row.map((cell) => cell?.fill !== undefined))).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe('a rule about text', () => {
  const values = ['Complete', 'Not complete', 'On track', 7, ''];
  it.each([
    ['type="containsText" text="complete"', ['Complete', 'Not complete']],
    ['type="notContainsText" text="complete"', ['On track', 7, '']],
    ['type="beginsWith" text="com"', ['Complete']],
    ['type="endsWith" text="TRACK"', ['On track']],
    ['type="containsText" text="not*te"', ['Not complete']],
    ['type="containsBlanks"', ['']],
    ['type="notContainsBlanks"', ['Complete', 'Not complete', 'On track', 7]],
  ])('of %s', (attributes, expected) => {
    expect(filled(values, attributes, formulas('LEN(A1)&gt;99'))).toEqual(expected);
  });

  it('that is looked for in another cell is read from the formula', () => {
    const sheet = sheetOf(
      [['Done early', 'Late'], ['done']],
      format('A1:A2', rule('type="containsText"', formulas('NOT(ISERROR(SEARCH($B$1,A1)))'))),
    );
    expect(sheet.rows.map((row) => row[0]?.fill)).toEqual([green, undefined]);
  });
});

describe('a rule of one formula', () => {
  it.each([
    ['A1="G"', ['G', 'g']],
    ['$A1="G"', ['G', 'g']],
    ['EXACT(A1,"G")', ['G']],
    ['OR(A1="G",AND(ISNUMBER(A1),A1>=50%))', ['G', 'g', 0.5]],
    ['LEFT(A1)="G"', ['G', 'g', 'Green (done)']],
    ['ISNUMBER(SEARCH("done",A1))', ['Green (done)']],
    ['COUNTIF(A1,"*done*")>0', ['Green (done)']],
    ['ISBLANK(A1)', ['']],
    ['LEN(TRIM(A1))=0', ['']],
    ['NOT(A1<>"")', ['']],
    ['IF(A1="G",1,0)', ['G', 'g']],
    ['IFERROR(FIND("r",A1)>1,FALSE)', ['Green (done)']],
    ['A1&"!"="G!"', ['G', 'g']],
    ['-A1*2+2=1', [0.5]],
    ['ROW()=1', ['G']],
  ])('%s', (formula, expected) => {
    const written = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    expect(filled(['G', 'g', 'Green (done)', 0.5, ''], 'type="expression"', formulas(written))).toEqual(expected);
  });

  it.each(['A1<TODAY()', 'COUNTIF($A$1:$A$9,A1)>1', 'Lists!$A$1=A1', 'VLOOKUP(A1,Codes,2)', 'A1=(', '', '{1,2}'])(
    'that cannot be evaluated colours nothing: %s',
    (formula) => {
      const written = formula.replaceAll('<', '&lt;');
      expect(filled(['G', 1, ''], 'type="expression"', formulas(written))).toEqual([]);
    },
  );

  it('colours a whole row by one of its cells, and the cells of it that are empty', () => {
    const sheet = sheetOf(
      [
        ['Complete', 'Ongoing'],
        ['', ''],
        ['One', 'Two'],
      ],
      format('A1:D2', rule('type="expression"', formulas('$A1="Complete"'))),
    );
    expect(sheet.rows.map((row) => Array.from({ length: 4 }, (_, column) => row[column]?.fill))).toEqual([
      [green, green, green, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('several rules', () => {
  const red = (more: string): string => `<cfRule type="expression" dxfId="0" ${more}><formula>TRUE</formula></cfRule>`;
  const struck = (more: string): string =>
    `<cfRule type="expression" dxfId="3" ${more}><formula>TRUE</formula></cfRule>`;
  const green = (more: string): string =>
    `<cfRule type="expression" dxfId="2" ${more}><formula>TRUE</formula></cfRule>`;

  it('are looked at by priority, each property decided by the first that names it', () => {
    const sheet = sheetOf(
      [['x']],
      format('A1', red('priority="3"'), struck('priority="1"')) + format('A1:B9', green('priority="2"')),
    );
    expect(sheet.rows[0]?.[0]).toEqual({ value: 'x', text: 'x', fill: '#00B050', fontColour: '#9C0006', strike: true });
  });

  it('end at one that says so', () => {
    const sheet = sheetOf([['x']], format('A1', struck('priority="1" stopIfTrue="1"'), green('priority="2"')));
    expect(sheet.rows[0]?.[0]?.fill).toBeUndefined();
  });
});

describe('scales', () => {
  const scale = (thresholds: string, ...colours: readonly string[]): string =>
    `<cfRule type="colorScale" priority="1"><colorScale>${thresholds}${colours.map((colour) => `<color rgb="FF${colour}"/>`).join('')}</colorScale></cfRule>`;

  it('of two and three colours mix those that a number lies between', () => {
    const of = (rule: string): readonly unknown[] =>
      sheetOf([[0, 25, 50, 100, 'x']], format('A1:A5', rule)).rows.map((row) => row[0]?.fill);
    expect(of(scale('<cfvo type="min"/><cfvo type="max"/>', 'FF0000', '00FF00'))).toEqual([
      '#FF0000',
      '#BF4000',
      '#808000',
      '#00FF00',
      undefined,
    ]);
    expect(
      of(
        scale(
          '<cfvo type="num" val="25"/><cfvo type="percentile" val="50"/><cfvo type="percent" val="90"/>',
          'FF0000',
          'FFFF00',
          '00FF00',
        ),
      ),
    ).toEqual(['#FF0000', '#FF0000', '#C2FF00', '#00FF00', undefined]);
  });

  const icons = (attributes: string, inner: string): string =>
    `<cfRule type="iconSet" priority="1"><iconSet ${attributes}>${inner}</iconSet></cfRule>`;
  const thirds = '<cfvo type="percent" val="0"/><cfvo type="num" val="2"/><cfvo type="num" val="3"/>';
  const column = (rule: string, values: readonly Value[] = [1, 2, 3, 'x']): readonly unknown[] =>
    sheetOf([values], format('A1:A9', rule)).rows.map((row) => [row[0]?.text, row[0]?.fill]);

  it('of traffic lights count as red, amber and green, with or without their number', () => {
    expect(column(icons('', thirds))).toEqual([
      ['1', red],
      ['2', amber],
      ['3', green],
      ['x', undefined],
    ]);
    expect(column(icons('iconSet="3Flags" reverse="1"', thirds))).toEqual([
      ['1', green],
      ['2', amber],
      ['3', red],
      ['x', undefined],
    ]);
    expect(column(icons('iconSet="3TrafficLights2" showValue="0"', thirds), [1, 3, 'x'])).toEqual([
      ['', red],
      ['', green],
      ['x', undefined],
    ]);
    expect(
      column(
        icons(
          'iconSet="4TrafficLights"',
          '<cfvo type="percent" val="0"/><cfvo type="percent" val="25"/><cfvo type="percent" val="50" gte="0"/><cfvo type="percent" val="75"/>',
        ),
        [0, 50, 51, 100],
      ),
    ).toEqual([
      ['0', '#000000'],
      ['50', red],
      ['51', amber],
      ['100', green],
    ]);
  });

  it('of stars and grey arrows have no colour', () => {
    expect(column(icons('iconSet="3ArrowsGray"', thirds))).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
      ['x', undefined],
    ]);
  });

  it('of an own choice of icons stand in the extensions, as do rules that came later', () => {
    const extension = `<extLst><ext><x14:conditionalFormattings>
      <x14:conditionalFormatting><x14:cfRule type="iconSet" priority="1"><x14:iconSet custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>2</xm:f></x14:cfvo>
        <x14:cfIcon iconSet="3Signs" iconId="2"/><x14:cfIcon iconSet="NoIcons" iconId="0"/></x14:iconSet></x14:cfRule><xm:sqref>A1:A2</xm:sqref></x14:conditionalFormatting>
      <x14:conditionalFormatting><x14:cfRule type="cellIs" operator="equal" priority="2"><xm:f>"x"</xm:f><x14:dxf><fill><patternFill><bgColor rgb="FFFFC000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>A3:A4</xm:sqref></x14:conditionalFormatting>
      </x14:conditionalFormattings></ext></extLst>`;
    expect(sheetOf([[1, 2, 'x', 'y']], extension).rows.map((row) => row[0]?.fill)).toEqual([
      green,
      undefined,
      amber,
      undefined,
    ]);
  });
});
