import { describe, expect, it } from 'vitest';
import type { Sheet } from '#core/import/sheet.ts';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { readFile } from './readFile.ts';

const read = async (body: string, sketch: Parameters<typeof wordFile>[1] = {}): Promise<readonly Sheet[]> =>
  (await readFile(wordFile(body, sketch), 'plan.docx')).sheets;
const texts = (sheet: Sheet | undefined): readonly (readonly (string | null)[])[] =>
  (sheet?.rows ?? []).map((cells) =>
    Array.from({ length: sheet?.columnCount ?? 0 }, (_, at) => cells[at]?.text ?? null),
  );
const onlyCell = async (content: string, properties = '', sketch: Parameters<typeof wordFile>[1] = {}) =>
  (await read(table([row([cell(content, properties), cell('beside')])]), sketch))[0]?.rows[0]?.[0];

describe('the colours of a Word table', () => {
  const theme =
    '<a:accent6><a:srgbClr val="00B050"/></a:accent6><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>';
  it.each([
    ['shading', '<w:shd w:val="clear" w:color="auto" w:fill="ffc000"/>', '#FFC000'],
    ['a colour of the theme', '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent6"/>', '#00B050'],
    ['a tint', '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillTint="99"/>', '#66D096'],
    ['a shade', '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillShade="80"/>', '#005828'],
    ['a solid pattern, which hides its fill', '<w:shd w:val="solid" w:color="FF0000" w:fill="FFFFFF"/>', '#FF0000'],
    ['half a pattern', '<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFFFF"/>', '#FF8080'],
    ['no shading', '<w:shd w:val="nil" w:fill="FF0000"/>', undefined],
    ['the automatic colour', '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', undefined],
    [
      'earlier shading under a tracked change',
      '<w:shd w:fill="00FF00"/><w:tcPrChange w:id="1"><w:tcPr><w:shd w:fill="FF0000"/></w:tcPr></w:tcPrChange>',
      '#00FF00',
    ],
  ])('reads %s', async (_, properties, fill) => {
    expect((await onlyCell('text', properties, { theme }))?.fill).toBe(fill);
  });

  const styles =
    '<w:style w:type="paragraph" w:styleId="Green"><w:name w:val="RAG green"/><w:pPr><w:shd w:val="clear" w:fill="00B050"/></w:pPr></w:style><w:style w:type="character" w:styleId="Amber"><w:name w:val="RAG amber"/><w:rPr><w:shd w:val="clear" w:fill="FFC000"/></w:rPr></w:style>';
  it.each([
    ['a highlighted word', paragraph(run('Red', '<w:highlight w:val="red"/>')), '#FF0000'],
    ['a shaded paragraph', paragraph(run('Red'), '<w:shd w:val="clear" w:fill="FF0000"/>'), '#FF0000'],
    ['a paragraph style that is shaded', paragraph(run('Done'), '<w:pStyle w:val="Green"/>'), '#00B050'],
    ['a character style that is shaded', paragraph(run('Begun', '<w:rStyle w:val="Amber"/>')), '#FFC000'],
    [
      'a word marked within a long text',
      paragraph(
        `${run('The directory of technicians is published and its owner ')}${run('TBC', '<w:highlight w:val="yellow"/>')}`,
      ),
      undefined,
    ],
  ])('reads the colour of %s', async (_, content, fill) => {
    expect((await onlyCell(content, '', { styles }))?.fill).toBe(fill);
    expect((await onlyCell(content, '<w:shd w:val="clear" w:fill="F2F2F2"/>', { styles }))?.fill).toBe(
      fill ?? '#F2F2F2',
    );
  });

  it('takes the bands of a table style for no colour of a cell', async () => {
    const banded =
      '<w:style w:type="table" w:styleId="Bands"><w:name w:val="Grid Table 4"/><w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:fill="C6EFCE"/></w:tcPr></w:tblStylePr></w:style>';
    const body = `<w:tbl><w:tblPr><w:tblStyle w:val="Bands"/><w:shd w:fill="FF0000"/></w:tblPr>${row([cell('One'), cell('Two')])}</w:tbl>`;
    expect((await read(body, { styles: banded }))[0]?.rows[0]?.[0]).toEqual({ value: 'One', text: 'One' });
  });

  it('keeps the colour of letters and what is struck through, wholly or in part', async () => {
    expect(await onlyCell(paragraph(run('●', '<w:color w:val="00B050"/>')))).toMatchObject({ fontColour: '#00B050' });
    expect(
      await onlyCell(paragraph(run('●', '<w:color w:val="auto" w:themeColor="accent6"/>')), '', { theme }),
    ).toMatchObject({ fontColour: '#00B050' });
    expect(await onlyCell(paragraph(run('Gone', '<w:strike/>')))).toMatchObject({ text: 'Gone', strike: true });
    expect(await onlyCell(paragraph(`${run('Hold a day')}${run(' in June', '<w:strike/>')}`))).toMatchObject({
      text: 'Hold a day in June',
      struckText: 'in June',
    });
  });
});

describe('the grid of a Word table', () => {
  it('follows spans, merges and cells that are left free', async () => {
    const [sheet] = await read(
      table([
        row([cell('Across', '<w:gridSpan w:val="2"/>'), cell('End')]),
        row([cell('Theme', '<w:vMerge w:val="restart"/>'), cell('One'), cell('a')]),
        row([cell('', '<w:vMerge/>'), cell('Two'), cell('b')]),
        row([cell('Three'), cell('c')], '<w:gridBefore w:val="1"/>'),
        row([cell('Last')], '<w:gridAfter w:val="2"/>'),
      ]),
    );
    expect(texts(sheet)).toEqual([
      ['Across', null, 'End'],
      ['Theme', 'One', 'a'],
      [null, 'Two', 'b'],
      [null, 'Three', 'c'],
      ['Last', null, null],
    ]);
    expect(sheet?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });

  it('puts cells under each other whose borders were dragged', async () => {
    const body = table(
      [
        row([cell('Action', '<w:gridSpan w:val="2"/>'), cell('Lead'), cell('RAG', '<w:gridSpan w:val="2"/>')]),
        row([cell('One'), cell('HR', '<w:gridSpan w:val="3"/>'), cell('Green')]),
        row([cell('Two', '<w:gridSpan w:val="2"/>'), cell('Dean', '<w:gridSpan w:val="2"/>'), cell('Red')]),
      ],
      [4000, 400, 2000, 600, 900],
    );
    expect(texts((await read(body))[0])).toEqual([
      ['Action', 'Lead', 'RAG'],
      ['One', 'HR', 'Green'],
      ['Two', 'Dean', 'Red'],
    ]);
  });

  it('draws edges together that miss each other by a hair, and leaves out columns that no cell has', async () => {
    const body = table(
      [
        row([cell('Title', '<w:gridSpan w:val="5"/>')]),
        row([cell('Action', '<w:gridSpan w:val="2"/>'), cell('When', '<w:gridSpan w:val="3"/>')]),
        row([cell('One', '<w:gridSpan w:val="3"/>'), cell('Start'), cell('End')]),
      ],
      [2000, 2000, 90, 1500, 1500],
    );
    expect(texts((await read(body))[0])).toEqual([
      ['Title', null, null],
      ['Action', 'When', null],
      ['One', 'Start', 'End'],
    ]);
  });

  it('reads widths with a unit, as strict documents have them', async () => {
    const body = table([
      row([cell('Action', '<w:gridSpan w:val="2"/>'), cell('Lead')]),
      row([cell('One'), cell('HR', '<w:gridSpan w:val="2"/>')]),
    ]).replace('<w:tblGrid>', '<w:tblGrid><w:gridCol w:w="200.5pt"/><w:gridCol w:w="3mm"/><w:gridCol w:w="2in"/>');
    expect(texts((await read(body, { strict: true }))[0])).toEqual([
      ['Action', 'Lead'],
      ['One', 'HR'],
    ]);
  });

  it('keeps a narrow column that holds words', async () => {
    const body = table(
      [row([cell('1'), cell('Publish it'), cell('G')]), row([cell('2'), cell('Hold it'), cell('R')])],
      [200, 5000, 150],
    );
    expect(texts((await read(body))[0])).toEqual([
      ['1', 'Publish it', 'G'],
      ['2', 'Hold it', 'R'],
    ]);
  });

  it('reads rows and cells in content controls, leaves out deleted rows, and marks hidden ones', async () => {
    const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const [sheet] = await read(
      control(
        `<w:tbl><w:tblPr/>${row([cell('Action'), cell('RAG')])}${control(row([control(cell('One')), cell('Green')]))}${row([cell('Gone'), cell('Red')], '<w:del w:id="1"/>')}${row([cell('Two'), cell('Amber')], '<w:hidden/>')}</w:tbl>`,
      ),
    );
    expect(texts(sheet)).toEqual([
      ['Action', 'RAG'],
      ['One', 'Green'],
      ['Two', 'Amber'],
    ]);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([2]);
  });

  it('finds the tables within a table that only places them, each under the headings beside it', async () => {
    const inner = (text: string) => table([row([cell('Action'), cell('Lead')]), row([cell(text), cell('HR')])]);
    const sheets = await read(
      table([
        row([
          cell(`${paragraph(run('Visibility', '<w:b/>'))}${inner('One')}${paragraph('')}`),
          cell(`${paragraph(run('Recognition', '<w:b/>'))}${inner('Two')}${paragraph('')}`),
        ]),
      ]),
    );
    expect(sheets.map((sheet) => [sheet.name, sheet.headingsAbove, texts(sheet)])).toEqual([
      [
        'table 1',
        ['Visibility'],
        [
          ['Action', 'Lead'],
          ['One', 'HR'],
        ],
      ],
      [
        'table 2',
        ['Recognition'],
        [
          ['Action', 'Lead'],
          ['Two', 'HR'],
        ],
      ],
    ]);
  });
});
