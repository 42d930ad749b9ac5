import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipboardLimits } from '#shared/limits.ts';
import type { ClipboardBlock } from './clipboardBlock.ts';
import { readClipboard } from './readClipboard.ts';

const fixture = (name: string) => ({
  html: readFileSync(`test/fixtures/clipboard/${name}.html`, 'utf8'),
  text: readFileSync(`test/fixtures/clipboard/${name}.txt`, 'utf8'),
});

function blockOf(forms: { readonly html?: string; readonly text?: string }): ClipboardBlock {
  const read = readClipboard({ html: '', text: '', ...forms });
  if (read.kind !== 'block') throw new Error(`Read as ${read.kind}`);
  return read.block;
}
/** Null stands for a cell with nothing of its own. */
const shown = (block: ClipboardBlock) => block.map((row) => row.map(({ text, covered }) => (covered ? null : text)));

it('reads Excel 365: lines of a cell, merged cells, hidden columns, text over its neighbours, its filling row', () => {
  expect(shown(blockOf(fixture('excel-365')))).toEqual([
    ['Theme', 'Ref', 'Action', 'Due', 'RAG', 'Note'],
    [
      'Visibility',
      'V1',
      'Name every technician on the department pages.\nAsk each "team" first & publish.',
      '31 January 2027',
      'Green',
      '',
    ],
    [null, 'V2', 'Credit technicians in papers   and theses', 'May-27', 'Amber', ''],
    ['Recognition', 'R1', '"Thrive" programme', '#######', 'Still to be carried out', ''],
  ]);
});

it('reads the text of Excel 365 alone: quoted lines, doubled quotes, and bare quotes that are only text', () => {
  expect(shown(blockOf({ text: fixture('excel-365').text }))).toEqual([
    ['Theme', 'Ref', 'Action', 'Cost code', 'Due', 'RAG', 'Note'],
    [
      'Visibility',
      'V1',
      'Name every technician on the department pages.\nAsk each "team" first & publish.',
      'TC-001',
      '31 January 2027',
      'Green',
      '',
    ],
    ['', 'V2', 'Credit technicians in papers   and theses', 'TC-002', 'May-27', 'Amber', ''],
    ['Recognition', 'R1', '"Thrive" programme', '', '#######', 'Still to be carried out', ''],
  ]);
});

it('reads one cell of Excel with an empty line in it, from html and from text', () => {
  const expected = [['Agree the budget.\n\nTell every head of department.']];
  expect(shown(blockOf(fixture('excel-365-one-cell')))).toEqual(expected);
  expect(shown(blockOf({ text: fixture('excel-365-one-cell').text }))).toEqual(expected);
});

it('takes from Excel 2003 what its cells show, and the text that html would lose', () => {
  expect(shown(blockOf(fixture('excel-2003')))).toEqual([['12', 'Careers  fair', 'May-07']]);
});

it('reads LibreOffice Calc without the comment of a cell', () => {
  expect(shown(blockOf(fixture('libreoffice-calc')))).toEqual([
    ['Theme', 'Ref', 'Action', 'Due', 'RAG'],
    [
      'Visibility',
      'V1',
      'Name every technician on the department pages.\nAsk each person first.',
      '31 January 2027',
      'Green',
    ],
    [null, 'V2', 'Say "thank you" in every paper', 'May-27', 'Amber'],
    ['Recognition', null, 'Award for technicians', '', 'Red'],
  ]);
});

it('reads the text of LibreOffice Calc alone', () => {
  expect(shown(blockOf({ text: fixture('libreoffice-calc').text }))[2]).toEqual([
    '',
    'V2',
    'Say "thank you" in every paper',
    'May-27',
    'Amber',
  ]);
});

it('reads a table of LibreOffice Writer with paragraphs and a list in a cell', () => {
  expect(shown(blockOf(fixture('libreoffice-writer')))).toEqual([
    ['Theme', 'Action'],
    ['Visibility', 'First paragraph\nSecond\n• one\n• two'],
    [null, ''],
  ]);
});

it('reads a table of Word: paragraphs, lists, merged cells; not what was deleted, nor comments', () => {
  const read = readClipboard(fixture('word-table'));
  expect(read.kind === 'block' && shown(read.block)).toEqual([
    ['Objective', 'Actions and  outputs', 'Owner'],
    [
      'Technicians are seen',
      'Publish a gallery of technicians and keep it current.\n• Photographs agreed\n• Page live',
      'Head of\nCommunications',
    ],
    [null, '1. Name badges', ''],
  ]);
  expect(read).toMatchObject({ leftOut: false });
});

it('takes paragraphs of Word as one cell, lists and all', () => {
  expect(shown(blockOf(fixture('word-paragraphs')))).toEqual([
    ['Technicians asked for a careers day, and for\ntime to attend it.\n• First in March\n• Then each spring'],
  ]);
});

it('reads Google Sheets, several cells and one', () => {
  expect(shown(blockOf(fixture('google-sheets')))).toEqual([
    ['Visibility', 'Open days in every faculty\nInvite schools', 'Green'],
    [null, 'Say "hello"', ''],
  ]);
  expect(shown(blockOf({ text: fixture('google-sheets').text }))[0]).toEqual([
    'Visibility',
    'Open days in every faculty\nInvite schools',
    'Green',
  ]);
  expect(shown(blockOf(fixture('google-sheets-one-cell')))).toEqual([['Open days in every faculty\nInvite schools']]);
});

it('reads the table of an Outlook message inside the one that only places it, and says that text was left out', () => {
  const read = readClipboard(fixture('outlook-message'));
  expect(read.kind === 'block' && shown(read.block)).toEqual([
    ['S1', 'Apprentices in two faculties'],
    ['S2', 'A skills audit,\nevery two years'],
  ]);
  expect(read).toMatchObject({ leftOut: true });
});

it('takes lines of plain text as one cell, without the line break at their end', () => {
  expect(shown(blockOf({ text: 'First line\r\nsecond line\r\n' }))).toEqual([['First line\nsecond line']]);
});

it('takes plain text with tabs, or with quoted lines, as a table', () => {
  expect(shown(blockOf({ text: 'V1\tShow\nV2\tTell\textra\n' }))).toEqual([
    ['V1', 'Show', null],
    ['V2', 'Tell', 'extra'],
  ]);
  expect(shown(blockOf({ text: '"one\ntwo"\nthree' }))).toEqual([['one\ntwo'], ['three']]);
});

it('takes text that a web page marks up, but not as a table, as it was copied', () => {
  expect(shown(blockOf({ html: '<p>One <b>two</b></p><p>three</p>', text: 'One two\n\nthree' }))).toEqual([
    ['One two\n\nthree'],
  ]);
  expect(shown(blockOf({ html: '<p>One <b>two</b></p><p>three</p>' }))).toEqual([['One two\nthree']]);
});

it('puts several tables one below the other', () => {
  const html = '<table><tr><td>a<td>b</tr></table><table><tr><td>c</tr></table>';
  expect(shown(blockOf({ html }))).toEqual([
    ['a', 'b'],
    ['c', null],
  ]);
});

it('reads a table in a cell as lines of that cell', () => {
  const html =
    '<table><tr><td>Lead<table><tr><td>Ada<td>Leeds</tr><tr><td>Bo<td>York</tr></table></td><td>x</td></tr></table>';
  expect(shown(blockOf({ html }))).toEqual([['Lead\nAda\tLeeds\nBo\tYork', 'x']]);
});

it('reads rows that came without their table', () => {
  expect(shown(blockOf({ html: '<tr><td>a</td><td>b</td></tr>' }))).toEqual([['a', 'b']]);
});

it('leaves out columns and rows that are hidden', () => {
  const html = `<table><col><col span=2 style="display: none"><col>
    <tr><td>a<td>b<td>c<td>d</tr><tr hidden><td>e<td>f<td>g<td>h</tr></table>`;
  expect(shown(blockOf({ html }))).toEqual([['a', 'd']]);
  const groups =
    '<table><colgroup span=2></colgroup><colgroup><col style="display:none"></colgroup><tr><td>a<td>b<td>c</tr></table>';
  expect(shown(blockOf({ html: groups }))).toEqual([['a', 'b']]);
});

it('numbers lists as they were numbered, and indents the inner ones', () => {
  const html = `<table><tr><td><ol start=3><li>c</li><li value=7>g<ul><li><p>inner</p></li></ul></li><li>h</li></ol></td></tr></table>`;
  expect(shown(blockOf({ html }))).toEqual([['3. c\n7. g\n  • inner\n8. h']]);
});

it('reads a long list, a long line of many parts and long runs of spaces in reasonable time', () => {
  const html = `<table><tr><td><ol>${'<li>x'.repeat(20_000)}</ol></td><td>${'<b>y</b> '.repeat(20_000)}</td><td>${'&nbsp;'.repeat(200_000)}z</td></tr></table>`;
  const [[list, line, spaces] = []] = shown(blockOf({ html }));
  expect(list?.endsWith('\n20000. x')).toBe(true);
  expect(line).toHaveLength(39_999);
  expect(spaces).toBe('z');
});

it('says what to do with more than it reads', () => {
  const tooLong = readClipboard({ html: '', text: 'a'.repeat(clipboardLimits.textCharacters + 1) });
  expect(tooLong).toEqual({
    kind: 'too-large',
    message:
      'The clipboard holds more than 2,000,000 characters. Copy fewer rows, or bring the whole file in with Update from a spreadsheet.',
  });
  const tooMany = readClipboard({ html: '', text: 'a\t'.repeat(clipboardLimits.cells + 1) });
  expect(tooMany.kind === 'too-large' && tooMany.message).toMatch(/^The clipboard holds more than 100,000 cells\./);
  const spans = `<table>${'<tr><td rowspan=900 colspan=1000>'.repeat(900)}</table>`;
  expect(readClipboard({ html: spans, text: '' }).kind).toBe('too-large');
});

it('finds nothing in an empty clipboard, and an empty cell in an empty table', () => {
  expect(readClipboard({ html: '', text: '' })).toEqual({ kind: 'empty' });
  expect(readClipboard({ html: '<p>&nbsp;</p>', text: ' \r\n' })).toEqual({ kind: 'empty' });
  expect(shown(blockOf({ html: '<table><tr><td></td></tr></table>' }))).toEqual([['']]);
});

it('neither runs nor loads anything', () => {
  const html = `<table><tr><td>a<script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true"></td></tr></table>`;
  expect(shown(blockOf({ html }))).toEqual([['a']]);
  expect('ran' in globalThis).toBe(false);
});

const pieces = fc.constantFrom(
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td>',
  '</td>',
  '<td rowspan=0>',
  '<td colspan=3 rowspan=2>',
  '<th hidden>',
  '<p class=MsoNormal>',
  '</p>',
  '<br>',
  '<ul>',
  '<ol start=x>',
  '<li>',
  '</ul>',
  '<pre>',
  '<col style="display:none">',
  '<span style="mso-list:Ignore">',
  '</span>',
  '<!--',
  '-->',
  '<![if !supportLists]>',
  '&nbsp;',
  '&#0;',
  '<x',
  '"',
  '\t',
  '\n',
  '\r\n',
  'text',
  ' ',
  '<table data-planner-cells="[[0,0,&quot;text&quot;,{}]]">',
  '<table data-planner-cells="[0">',
  '<tr data-planner-header>',
);

it('never throws, whatever is on the clipboard, and gives rows of equal length', () => {
  const html = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(
      html,
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (one, other) => {
        const read = readClipboard({ html: one, text: other });
        if (read.kind !== 'block') return;
        expect(read.block.length).toBeGreaterThan(0);
        expect(new Set(read.block.map((row) => row.length)).size).toBe(1);
        expect(read.block[0]?.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

it('reads through elements that are nested far too deep', () => {
  const deep = `<table><tr><td>${'<div>'.repeat(5_000)}inside</td></tr></table>`;
  expect(shown(blockOf({ html: deep }))).toEqual([['inside']]);
});
