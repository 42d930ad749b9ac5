import { describe, expect, it } from 'vitest';
import type { Sheet, SheetCell } from '../sheet.ts';
import { readHtml } from './html.ts';

const sheetOf = (html: string): Sheet => {
  const [sheet] = readHtml(html, 'plan.xls');
  if (sheet === undefined) throw new Error('There is no table.');
  return sheet;
};
const cellOf = (cell: string, style = ''): SheetCell | undefined =>
  sheetOf(`<html><head><style>${style}</style></head><body><table><tr>${cell}</tr></table></body></html>`).rows[0]?.[0];
const texts = (sheet: Sheet): readonly (readonly (string | undefined)[])[] =>
  sheet.rows.map((row) => Array.from({ length: sheet.columnCount }, (_, column) => row[column]?.text));

describe('the fill of a cell of a web page', () => {
  it.each([
    ['<td bgcolor="#00B050">Green</td>', '#00B050'],
    ['<td bgcolor=red>Red</td>', '#FF0000'],
    ['<td style="background:#FFC000">Amber</td>', '#FFC000'],
    ["<td style='BACKGROUND-COLOR: rgb(0, 176, 80); font-size:9pt'>Green</td>", '#00B050'],
    ['<td style="background-color: rgba(0,0,0,0)">None</td>', undefined],
    ['<td class=xl65>Green</td>', '#00B050'],
    ['<td class="other xl65" style="background:white">White</td>', '#FFFFFF'],
    ['<td class=xl66>Amber</td>', '#FFC000'],
    ['<td>None</td>', undefined],
    ['<td><p><span style="background:yellow;mso-highlight:yellow">Amber</span></p></td>', '#FFFF00'],
    ['<td><p><span style="background:yellow">One</span> word</p></td>', undefined],
  ])('of %s', (cell, expected) => {
    // As Excel writes them, in a comment, with a rule for all cells before.
    const style =
      '<!--td {color:black;} .xl65\n{mso-style-parent:style0;\nbackground:#00B050;\nmso-pattern:black none;}\n#t .s1, .ritz .xl66:hover, .ritz .xl66 {background-color:#ffc000}-->';
    expect(cellOf(cell, style)?.fill).toBe(expected);
  });

  it('is that of its row where it has none', () => {
    const sheet = sheetOf('<table><tr bgcolor="#FF0000"><td>a</td><td bgcolor="#00B050">b</td></tr></table>');
    expect(sheet.rows[0]?.map((cell) => cell?.fill)).toEqual(['#FF0000', '#00B050']);
  });
});

describe('the text of a cell of a web page', () => {
  it('has lines where the page has them, and single spaces elsewhere', () => {
    expect(
      cellOf(
        '<td>One\r\n   line<br>two &amp; <b>three</b><br style="mso-data-placement:same-cell">\n four&nbsp;&#8211;&pound;5 &lt;6</td>',
      )?.text,
    ).toBe('One line\ntwo & three\nfour –£5 <6');
    expect(
      cellOf('<td><p class=MsoNormal>First<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Last</p></td>')
        ?.text,
    ).toBe('First\nLast');
  });

  it.each([
    ['<td class=struck>Old</td>', { strike: true }],
    ['<td><s>Old</s></td>', { strike: true }],
    ['<td><del>June</del> July</td>', { struckText: 'June' }],
    ['<td><strike><font color="#000000">Old</font></strike></td>', { strike: true }],
    ['<td><span style="text-decoration:line-through">Old</span> new</td>', { struckText: 'Old' }],
    ['<td><font color="#00B050">●</font></td>', { fontColour: '#00B050' }],
    ['<td class=white>Red</td>', { fontColour: '#FFFFFF' }],
    ['<td><span style="color:#FF0000">●</span> late</td>', {}],
    [
      '<td><a href="https://example.ac.uk/a?b=1&amp;c=2">Report</a></td>',
      { hyperlink: 'https://example.ac.uk/a?b=1&c=2' },
    ],
  ])('carries what %s says', (cell, expected) => {
    const {
      value: _,
      text: __,
      ...rest
    } = cellOf(cell, '.struck{text-decoration:line-through} .white{color:white}') ?? { value: '', text: '' };
    expect(rest).toEqual(expected);
  });

  it('has the items of lists, of the page and of Word, without their marks', () => {
    const items = ['Open the workshop', 'Thank by name'];
    expect(cellOf(`<td><ul><li>${items[0]}</li><li>${items[1]}</ul></td>`)).toEqual({
      value: items.join('\n'),
      text: items.join('\n'),
      listItems: items,
    });
    const word = (
      text: string,
    ): string => `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    const cell = cellOf(`<td><p class=MsoNormal>By June:</p>${items.map(word).join('\n')}</td>`);
    expect(cell?.text).toBe(`By June:\n${items.join('\n')}`);
    expect(cell?.listItems).toEqual(items);
  });

  it('keeps the note that LibreOffice puts beside it, and no anchor of a comment', () => {
    expect(
      cellOf('<td><a class="comment-indicator"></a><comment>Waiting\nfor a grant</comment><font>Red</font></td>'),
    ).toEqual({
      value: 'Red',
      text: 'Red',
      note: 'Waiting for a grant',
    });
    expect(
      cellOf(
        "<td>Red<![if !supportAnnotations]><a class=msocomanchor href='#x'>[1]</a><![endif]><span class=MsoCommentReference>[AM1]</span></td>",
      )?.text,
    ).toBe('Red');
  });

  it('keeps the number or day behind it where the page tells', () => {
    const date = { value: '2023-03-01', isDate: true, text: 'Mar-23', numberFormat: 'mmm-yy' };
    expect(cellOf('<td sdval="44986" sdnum="1033;0;MMM-YY"><font>Mar-23</font></td>')).toEqual(date);
    expect(cellOf('<td sdval="0.5" sdnum="1033;0;0%">50%</td>')).toEqual({
      value: 0.5,
      text: '50%',
      numberFormat: '0%',
    });
    expect(cellOf('<td class=d x:num="44986">Mar-23</td>', '.d{mso-number-format:"mmm\\-yy";}')).toEqual(date);
    expect(cellOf('<td class=d>Mar-23</td>', '.d{mso-number-format:"mmm\\\\-yy";}')?.value).toBe('Mar-23');
    expect(cellOf('<td class=d x:num>7</td>', '.d{mso-number-format:"\\@";}')).toEqual({
      value: 7,
      text: '7',
      numberFormat: '@',
    });
  });
});

describe('the cells of a web page stand where they are seen', () => {
  it('beside and below those that span', () => {
    const sheet = sheetOf(
      '<table><tr><td rowspan=2>Theme<td colspan=2>Action<td>RAG<tr><td>A<td>B<td>Green<tr><td>Next<td>C<td>D<td>Red</table>',
    );
    expect(texts(sheet)).toEqual([
      ['Theme', 'Action', undefined, 'RAG'],
      [undefined, 'A', 'B', 'Green'],
      ['Next', 'C', 'D', 'Red'],
    ]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  it('and are not merged where their text only flows over', () => {
    const sheet = sheetOf(
      "<table><tr><td colspan=3 style='mso-ignore:colspan'>A long title</td></tr><tr><td>a<td>b<td>c</tr></table>",
    );
    expect(sheet.merges).toEqual([]);
  });

  it('and those that are hidden are told', () => {
    const sheet = sheetOf(
      "<table><col width=64><col width=0 style='display:none;mso-width-source:userset'><tr><td>a<td>b</tr><tr style='display:none'><td>c<td>d</tr></table>",
    );
    expect([...sheet.hiddenRows]).toEqual([1]);
    expect([...sheet.hiddenColumns]).toEqual([1]);
  });

  it('and a table in a cell is one of its own', () => {
    const sheets = readHtml(
      '<table><tr><td>Menu<table><tr><td>Action</td></tr></table></td><td>End</td></tr></table>',
      'a.html',
    );
    expect(sheets.map(texts)).toEqual([[['Menu', 'End']], [['Action']]]);
  });
});

describe('from the clipboard', () => {
  const windows = (html: string): string =>
    `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000999\r\nStartFragment:0000000200\r\nEndFragment:0000000900\r\nSourceURL:file:///C:/plan.xlsx\r\n${html}`;

  it('reads what Excel puts there', () => {
    const sheet = sheetOf(
      windows(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--
        .xl66 {color:white; background:#00B050; mso-pattern:black none;} --></style></head><body><table border=0><!--StartFragment-->
        <col width=64><tr height=20><td height=20>Action</td><td>RAG</td></tr><tr><td>Open the workshop</td><td class=xl66>G</td></tr><!--EndFragment--></table></body></html>`),
    );
    expect(sheet).toMatchObject({ kind: 'worksheet', name: 'Sheet1' });
    expect(texts(sheet)).toEqual([
      ['Action', 'RAG'],
      ['Open the workshop', 'G'],
    ]);
    expect(sheet.rows[1]?.[1]).toMatchObject({ fill: '#00B050', fontColour: '#FFFFFF' });
  });

  it('reads what Word puts there, with the headings above each table', () => {
    const page =
      windows(`<html><head><meta name=ProgId content=Word.Document></head><body><!--StartFragment--><h1>Action plan</h1><h2>Visibility</h2>
      <table class=MsoTableGrid><tr><td style='background:#92D050;padding:0cm'><p class=MsoNormal>Done<o:p></o:p></p></td></tr></table>
      <h2>Recognition</h2><table class=MsoTableGrid><tr><td><p class=MsoNormal>Next</p></td></tr></table><!--EndFragment--></body></html>`);
    const sheets = readHtml(page, 'clipboard');
    expect(sheets.map(({ name, kind, headingsAbove }) => [name, kind, headingsAbove])).toEqual([
      ['table 1', 'wordTable', ['Action plan', 'Visibility']],
      ['table 2', 'wordTable', ['Action plan', 'Recognition']],
    ]);
    expect(sheets[0]?.rows[0]?.[0]).toEqual({ value: 'Done', text: 'Done', fill: '#92D050' });
  });

  it('names the sheets that Excel and LibreOffice name', () => {
    const excel =
      '<html><head><!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Plan 2024</x:Name></x:ExcelWorksheet></xml><![endif]--></head><table><tr><td>a</table>';
    expect(readHtml(excel, 'a').map(({ name }) => name)).toEqual(['Plan 2024']);
    const libreOffice =
      '<h1>Overview</h1><a name="table0"><h1>Sheet 1: <em>Plan</em></h1></a><table><tr><td>a</table><h1>Sheet 2: <em>Done</em></h1><table><tr><td>b</table>';
    expect(readHtml(libreOffice, 'a').map(({ name }) => name)).toEqual(['Plan', 'Done']);
  });
});

it('is not led astray by what is no page', () => {
  for (const html of [
    '<table><tr><td colspan=99999 rowspan=99999>a<td>b',
    '<table><td>a < b<td',
    '<table><tr><td>a<!-- never ends',
    '<style>',
    '<table><tr><td>&#99999999;&nosuch;x',
  ]) {
    expect(() => readHtml(html, 'a')).not.toThrow();
  }
  expect(texts(sheetOf('<table><td>a < b<td>c'))).toEqual([['a < b', 'c']]);
});
