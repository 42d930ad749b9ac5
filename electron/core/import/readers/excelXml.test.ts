import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readFile } from './readFile.ts';

const page = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="Default" ss:Name="Normal"><Font ss:Color="#000000"/></Style>
  <Style ss:ID="s62"><Interior ss:Color="#00B050" ss:Pattern="Solid"/><Font ss:Color="#FFFFFF"/></Style>
  <Style ss:ID="s63" ss:Parent="s62"><Font ss:StrikeThrough="1"/><NumberFormat ss:Format="mmm\\-yy"/></Style>
  <Style ss:ID="s64"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="Plan"><Table><Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Column ss:StyleID="s62"/>
  <Row><Cell><Data ss:Type="String">Action</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">RAG</Data></Cell><Cell><Data ss:Type="String">By</Data></Cell></Row>
  <Row ss:Index="3" ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="String">Open&#10;the <![CDATA[workshop]]></Data></Cell>
    <Cell ss:StyleID="s63"><Data ss:Type="DateTime">2023-03-01T00:00:00.000</Data></Cell>
    <Cell ss:Index="5"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>Ada</S> Bo</ss:Data><Comment ss:Author="Ada Moss"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><B>Ada Moss:</B><Font>&#10;Ask in May</Font></ss:Data></Comment></Cell></Row>
  <Row><Cell ss:Index="2" ss:StyleID="s64" ss:HRef="https://example.ac.uk"><Data ss:Type="DateTime">2023-03-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">1.5</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Lists"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>`;

it('reads the XML of Excel 2003 with all that a cell carries', async () => {
  const { kind, sheets } = await readFile(strToU8(page), 'plan.xls');
  const [plan, lists] = sheets;
  expect([kind, plan?.name, plan?.hidden, lists?.name, lists?.hidden]).toEqual(['xls', 'Plan', false, 'Lists', true]);
  expect(plan?.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
  expect([...(plan?.hiddenRows ?? [])]).toEqual([2]);
  expect([...(plan?.hiddenColumns ?? [])]).toEqual([1, 2]);
  expect(plan?.rows).toEqual([
    [
      { value: 'Action', text: 'Action' },
      undefined,
      undefined,
      { value: 'RAG', text: 'RAG' },
      { value: 'By', text: 'By' },
    ],
    [],
    [
      { value: 'Open\nthe workshop', text: 'Open\nthe workshop' },
      {
        value: '2023-03-01',
        isDate: true,
        text: 'Mar-23',
        numberFormat: 'mmm\\-yy',
        fill: '#00B050',
        fontColour: '#FFFFFF',
        strike: true,
      },
      undefined,
      { value: '', text: '', fill: '#00B050' },
      { value: 'Ada Bo', text: 'Ada Bo', struckText: 'Ada', note: 'Ask in May' },
    ],
    [
      undefined,
      {
        value: '2023-03-05',
        isDate: true,
        text: '05/03/2023',
        numberFormat: 'dd/mm/yyyy',
        hyperlink: 'https://example.ac.uk',
      },
      { value: 1.5, text: '1.5' },
      { value: true, text: 'TRUE' },
    ],
  ]);
});

it('refuses it where it is not well-formed', async () => {
  await expect(readFile(strToU8(page.replace('</Row>', '')), 'plan.xls')).rejects.toMatchObject({
    code: 'file-damaged',
  });
});
