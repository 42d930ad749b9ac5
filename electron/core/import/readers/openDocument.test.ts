import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { handMadeOpenDocument } from '#test/helpers/handMadeOpenDocument.ts';
import type { Sheet } from '../sheet.ts';
import { readOpenDocument } from './openDocument.ts';
import { readFile } from './readFile.ts';

const read = (tables: string, styles = '', common = ''): readonly Sheet[] =>
  readOpenDocument(handMadeOpenDocument({ tables, styles, common }), 'plan.ods');

function sheetOf(inner: string, styles = '', common = ''): Sheet {
  const [sheet] = read(`<table:table table:name="Plan">${inner}</table:table>`, styles, common);
  if (sheet === undefined) throw new Error('There is no table.');
  return sheet;
}
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (inner: string, attributes = ''): string => `<table:table-row ${attributes}>${inner}</table:table-row>`;
const cellStyle = (name: string, properties: string, more = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell" ${more}>${properties}</style:style>`;
const fill = (colour: string): string => `<style:table-cell-properties fo:background-color="${colour}"/>`;

describe('a cell of an OpenDocument sheet', () => {
  it('has the fill, colour and strike of its style, of the parents of it, or of its row or column', () => {
    const styles = [
      cellStyle(
        'good',
        `${fill('#c6efce')}<style:text-properties fo:color="#006100"/>`,
        'style:parent-style-name="Default"',
      ),
      cellStyle(
        'goodStruck',
        '<style:text-properties style:text-line-through-style="solid"/>',
        'style:parent-style-name="good"',
      ),
      cellStyle('none', fill('transparent'), 'style:parent-style-name="good"'),
      cellStyle('red', fill('#ff0000')),
      cellStyle(
        'automatic',
        '<style:text-properties style:use-window-font-color="true"/>',
        'style:parent-style-name="good"',
      ),
    ].join('');
    const sheet = sheetOf(
      `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="red"/>
       ${row(cell('a', 'table:style-name="goodStruck"') + cell('b', 'table:style-name="none"') + cell('c'))}
       ${row(`${cell('d')}<table:table-cell/><table:table-cell/>`, 'table:default-cell-style-name="automatic"')}`,
      styles,
      cellStyle('Default', '<style:text-properties fo:color="#000000"/>'),
    );
    expect(sheet.rows).toEqual([
      [
        { value: 'a', text: 'a', fill: '#C6EFCE', fontColour: '#006100', strike: true },
        { value: 'b', text: 'b', fontColour: '#006100' },
        { value: 'c', text: 'c', fill: '#FF0000' },
      ],
      [
        { value: 'd', text: 'd', fill: '#C6EFCE' },
        { value: '', text: '', fill: '#C6EFCE' },
        { value: '', text: '', fill: '#C6EFCE' },
      ],
    ]);
  });

  it('has lines, links, a note and the formats of its parts, and nothing of a drawing over it', () => {
    const styles = `<style:style style:name="struck" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>
      <style:style style:name="green" style:family="text"><style:text-properties fo:color="#00b050"/></style:style>`;
    const of = (inner: string, attributes = ''): unknown =>
      sheetOf(row(`<table:table-cell ${attributes} office:value-type="string">${inner}</table:table-cell>`), styles)
        .rows[0]?.[0];
    expect(
      of(`<office:annotation><dc:creator>Ada Moss</dc:creator><dc:date>2024-01-01</dc:date><text:p>Waiting</text:p><text:p>for a grant</text:p></office:annotation>
        <text:p>One<text:s text:c="2"/>two<text:line-break/>three</text:p>
        <text:p><text:span text:style-name="struck">June</text:span> July</text:p>
        <draw:frame><draw:text-box><text:p>A label</text:p></draw:text-box></draw:frame>
        <draw:measure><text:p>37 mm</text:p></draw:measure>`),
    ).toEqual({
      value: 'One  two\nthree\nJune July',
      text: 'One  two\nthree\nJune July',
      note: 'Waiting\nfor a grant',
      struckText: 'June',
    });
    expect(of('<text:p><text:span text:style-name="green">●</text:span></text:p>')).toEqual({
      value: '●',
      text: '●',
      fontColour: '#00B050',
    });
    expect(of('<text:p><text:a xlink:href="https://example.ac.uk">Report</text:a></text:p>')).toMatchObject({
      hyperlink: 'https://example.ac.uk',
    });
    expect(
      of(
        '<text:p>Report</text:p>',
        'table:formula="of:=HYPERLINK(&quot;https://example.ac.uk&quot;;&quot;Report&quot;)"',
      ),
    ).toMatchObject({
      hyperlink: 'https://example.ac.uk',
    });
  });

  it('keeps its date, number or truth, and what is shown of it', () => {
    const styles = `<number:date-style style:name="N1"><number:month number:textual="true"/><number:text>-</number:text><number:year/></number:date-style>
      <number:date-style style:name="N2"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
      <number:percentage-style style:name="N3"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>
      <number:currency-style style:name="N4"><number:currency-symbol>£</number:currency-symbol><number:number number:decimal-places="2" number:grouping="true"/></number:currency-style>
      ${[1, 2, 3, 4].map((id) => cellStyle(`c${id}`, '', `style:data-style-name="N${id}"`)).join('')}`;
    const of = (type: string, style: string, text: string): string =>
      `<table:table-cell ${style && `table:style-name="${style}"`} office:value-type=${type}><text:p>${text}</text:p></table:table-cell>`;
    const sheet = sheetOf(
      row(
        [
          of('"date" office:date-value="2023-03-01"', 'c1', 'Mar-23'),
          of('"date" office:date-value="2023-03-01T00:00:00"', 'c2', '01.03.2023'),
          of('"percentage" office:value="0.5"', 'c3', '50.0%'),
          of('"currency" office:value="1250" office:currency="GBP"', 'c4', '£1,250.00'),
          of('"float" office:value="7"', '', '7'),
          of('"boolean" office:boolean-value="true"', '', 'TRUE'),
          of('"time" office:time-value="PT12H30M00S"', '', '12:30'),
        ].join(''),
      ),
      styles,
    );
    expect(sheet.rows[0]).toEqual([
      { value: '2023-03-01', isDate: true, text: 'Mar-23', numberFormat: 'mmm-yy' },
      { value: '2023-03-01', isDate: true, text: '01/03/2023', numberFormat: 'dd.mm.yyyy' },
      { value: 0.5, text: '50.0%', numberFormat: '0.0%' },
      { value: 1250, text: '£1,250.00', numberFormat: '"£"#,##0.00' },
      { value: 7, text: '7' },
      { value: true, text: 'TRUE' },
      { value: '12:30', text: '12:30' },
    ]);
  });
});

describe('an OpenDocument sheet', () => {
  it('tells what is hidden by hand, by a filter, or has no height or width', () => {
    const styles = `<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0in"/></style:style>
      <style:style style:name="thin" style:family="table-column"><style:table-column-properties style:column-width="0cm"/></style:style>
      <style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>`;
    const [sheet, hidden] = read(
      `<table:table table:name="Plan"><table:table-column/><table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/></table:table-column-group><table:table-column table:style-name="thin"/>
        <table:table-header-rows>${row(cell('a'))}</table:table-header-rows><table:table-row-group>${row(cell('b'), 'table:visibility="filter"')}${row(cell('c'), 'table:visibility="collapse" table:number-rows-repeated="2"')}</table:table-row-group>${row(cell('d'), 'table:style-name="flat"')}${row(cell('e'))}</table:table>
       <table:table table:name="Lists" table:style-name="gone">${row(cell('x'))}</table:table>`,
      styles,
    );
    expect(sheet?.rows.map((cells) => cells[0]?.text)).toEqual(['a', 'b', 'c', 'c', 'd', 'e']);
    expect([...(sheet?.hiddenRows ?? [])]).toEqual([1, 2, 3, 4]);
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([1, 2, 3]);
    expect([sheet?.hidden, hidden?.hidden]).toEqual([false, true]);
  });

  it('counts cells and rows that are written once for many, up to a million', () => {
    const sheet = sheetOf(
      `${row(`${cell('a', 'table:number-columns-repeated="3"')}<table:table-cell table:number-columns-repeated="16381"/>`)}
       ${row('<table:table-cell table:style-name="red"/>', 'table:number-rows-repeated="4"')}
       ${row(`<table:table-cell table:number-columns-repeated="2"/>${cell('b', 'table:number-columns-spanned="2" table:number-rows-spanned="2"')}<table:covered-table-cell/>`)}
       ${row('<table:table-cell table:style-name="red" table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048569"')}`,
      cellStyle('red', fill('#ff0000')),
    );
    expect(sheet.rows.map((cells) => cells.map((one) => one?.text))).toEqual([
      ['a', 'a', 'a'],
      [''],
      [''],
      [''],
      [''],
      [undefined, undefined, 'b'],
    ]);
    expect(sheet.rows[1]?.[0]?.fill).toBe('#FF0000');
    expect(sheet.columnCount).toBe(3);
  });

  it('keeps merges, and a table inside a cell is no part of it', () => {
    const sheet = sheetOf(
      `${row(`${cell('a', 'table:number-columns-spanned="2" table:number-rows-spanned="2"')}<table:covered-table-cell/>${cell('b')}`)}${row(
        `<table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell><table:table table:is-sub-table="true">${row(cell('inner'))}</table:table></table:table-cell>${cell('c')}`,
      )}`,
    );
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(sheet.rows.map((cells) => cells.map((one) => one?.text))).toEqual([
      ['a', undefined, 'b'],
      [undefined, undefined, undefined, 'c'],
    ]);
  });
});

describe('conditional formats of an OpenDocument sheet', () => {
  const common = `${cellStyle('Done_20_style', fill('#00b050'), 'style:display-name="Done style"')}${cellStyle('Late', fill('#ff0000'))}`;
  const cells = ['Done', 'Late', 'x'].map((text) => row(cell(text))).join('');
  const fills = (sheet: Sheet): readonly unknown[] => sheet.rows.map((one) => one[0]?.fill);
  const formats = (inner: string): string =>
    `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="'My plan'.A1:'My plan'.A9">${inner}</calcext:conditional-format></calcext:conditional-formats>`;
  const condition = (value: string, style = 'Done style'): string =>
    `<calcext:condition calcext:apply-style-name="${style}" calcext:value="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" calcext:base-cell-address="'My plan'.A1"/>`;

  it.each([
    ['="Done"', ['#00B050', undefined, undefined]],
    ['!="Done"', [undefined, '#00B050', '#00B050']],
    ['contains-text("at")', [undefined, '#00B050', undefined]],
    ['begins-with("d")', ['#00B050', undefined, undefined]],
    ['ends-with("e")', ['#00B050', '#00B050', undefined]],
    ['formula-is(OR([.$A1]="x";LEFT([.A1];1)="L"))', [undefined, '#00B050', '#00B050']],
    ['between("Da","Dz")', ['#00B050', undefined, undefined]],
    ['formula-is([$Lists.A1]="x")', [undefined, undefined, undefined]],
    ['duplicate', [undefined, undefined, undefined]],
  ])('%s', (value, expected) => {
    expect(fills(sheetOf(cells + formats(condition(value)), '', common))).toEqual(expected);
  });

  it('of colours and icons, and the first of several', () => {
    const numbers = [1, 2, 3]
      .map((value) =>
        row(
          `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`,
        ),
      )
      .join('');
    const scale =
      '<calcext:color-scale><calcext:color-scale-entry calcext:value="0" calcext:type="minimum" calcext:color="#ff0000"/><calcext:color-scale-entry calcext:value="0" calcext:type="maximum" calcext:color="#00ff00"/></calcext:color-scale>';
    const icons =
      '<calcext:icon-set calcext:icon-set-type="3TrafficLights1"><calcext:formatting-entry calcext:value="0" calcext:type="percent"/><calcext:formatting-entry calcext:value="2" calcext:type="number"/><calcext:formatting-entry calcext:value="3" calcext:type="number"/></calcext:icon-set>';
    expect(fills(sheetOf(numbers + formats(scale)))).toEqual(['#FF0000', '#808000', '#00FF00']);
    expect(fills(sheetOf(numbers + formats(icons)))).toEqual(['#FF0000', '#FFC000', '#00B050']);
    expect(fills(sheetOf(numbers + formats(condition('>2') + condition('>1', 'Late')), '', common))).toEqual([
      undefined,
      '#FF0000',
      '#00B050',
    ]);
  });

  it('that stand in the style of the cells, as other programs write them', () => {
    const map = (value: string, style: string): string =>
      `<style:map style:condition="${value.replaceAll('"', '&quot;')}" style:apply-style-name="${style}" style:base-cell-address="Plan.A1"/>`;
    const style = cellStyle(
      'rag',
      map('cell-content()="Done"', 'Done_20_style') + map('is-true-formula([.A1]="Late")', 'Late'),
    );
    const mapped = ['Done', 'Late', 'x'].map((text) => row(cell(text, 'table:style-name="rag"'))).join('');
    expect(fills(sheetOf(mapped, style, common))).toEqual(['#00B050', '#FF0000', undefined]);
  });
});

it('leaves out what is kept of another file that a formula refers to', async () => {
  const named = (name: string): string =>
    `<table:table table:name="${name}"><table:table-row><table:table-cell><text:p>Hold a day</text:p></table:table-cell></table:table-row></table:table>`;
  const tables = `${named('Plan')}${named("'file:///home/ada/other.ods'#Costs")}`;
  const { sheets } = await readFile(handMadeOpenDocument({ tables }), 'plan.ods');
  expect(sheets.map(({ name }) => name)).toEqual(['Plan']);
});

it('reads a sheet whose list of parts declares a document type, as OpenOffice 2 wrote it', async () => {
  const parts = unzipSync(
    handMadeOpenDocument({
      tables:
        '<table:table table:name="Plan"><table:table-row><table:table-cell><text:p>Hold a day</text:p></table:table-cell></table:table-row></table:table>',
    }),
  );
  parts['META-INF/manifest.xml'] = strToU8(
    '<?xml version="1.0"?><!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest"/>',
  );
  const { sheets } = await readFile(zipSync(parts), 'plan.ods');
  expect(sheets[0]?.rows[0]?.[0]?.text).toBe('Hold a day');
});

it('says that a sheet with a password has one', async () => {
  const parts = unzipSync(handMadeOpenDocument({ tables: '' }));
  parts['META-INF/manifest.xml'] = strToU8(
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
  );
  parts['content.xml'] = Uint8Array.from({ length: 600 }, (_, index) => (index * 197 + 31) & 0xff);
  await expect(readFile(zipSync(parts), 'plan.ods')).rejects.toMatchObject({ code: 'file-encrypted' });
});
