import { describe, expect, it } from 'vitest';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { readFile } from './readFile.ts';

const first = async (bytes: Uint8Array) => (await readFile(bytes, 'plan.docx')).sheets[0]?.rows[0]?.[0];
/** What a cell with this in it reads as. */
const textOf = async (content: string, sketch: Parameters<typeof wordFile>[1] = {}): Promise<string | undefined> =>
  (await first(wordFile(table([row([cell(content), cell('beside')])]), sketch)))?.text;

describe('the text of a Word cell', () => {
  it.each([
    [
      'a line break and a tab',
      paragraph('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>'),
      'One\ntwo three',
    ],
    [
      'the stops of its tabs, which are no text',
      paragraph(run('One'), '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'),
      'One',
    ],
    [
      'hyphens that only divide, and one that holds together',
      paragraph('<w:r><w:t>Tech</w:t><w:softHyphen/><w:t>ni\u00adcian</w:t><w:noBreakHyphen/><w:t>led</w:t></w:r>'),
      'Technician-led',
    ],
    [
      'a footnote, without its number',
      paragraph(
        `${run('Publish it')}<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>${run(' soon')}`,
      ),
      'Publish it soon',
    ],
    [
      'an endnote, without its number',
      paragraph(`${run('Publish it')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
      'Publish it',
    ],
    [
      'a hyperlink',
      paragraph(`${run('See ')}<w:hyperlink w:anchor="x">${run('the page')}</w:hyperlink>`),
      'See the page',
    ],
    ['words that are hidden in Word', paragraph(`${run('Seen')}${run(' unseen', '<w:vanish/>')}`), 'Seen'],
    ['a tick in Wingdings', paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), '✓'],
    ['a cross in Wingdings 2', paragraph('<w:r><w:sym w:font="Wingdings 2" w:char="004F"/></w:r>'), '✗'],
    [
      'a letter that is a tick in its font',
      paragraph(run('ü', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
      '✓',
    ],
    ['two paragraphs with an empty one between', `${paragraph('One')}${paragraph('')}${paragraph('Two')}`, 'One\nTwo'],
    [
      'smart tags and custom XML',
      paragraph(`<w:smartTag><w:customXml>${run('Tagged')}</w:customXml></w:smartTag>`),
      'Tagged',
    ],
  ])('reads %s', async (_, content, expected) => {
    expect(await textOf(content)).toBe(expected);
  });

  it.each([
    ['inserted text', paragraph(`<w:ins w:id="1" w:author="A">${run('Kept')}</w:ins>`), 'Kept'],
    ['deleted text', paragraph(`${run('Kept')}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>`), 'Kept'],
    [
      'deleted text that was written as if it stood',
      paragraph(`${run('Kept')}<w:del w:id="1">${run(' gone')}</w:del>`),
      'Kept',
    ],
    [
      'moved text',
      `${paragraph(`<w:moveFrom w:id="1">${run('Moved')}</w:moveFrom>`)}${paragraph(`<w:moveTo w:id="2">${run('Moved')}</w:moveTo>`)}`,
      'Moved',
    ],
    [
      'paragraphs that a deletion joined',
      `${paragraph(run('Publish the '), '<w:rPr><w:del w:id="1"/></w:rPr>')}${paragraph('directory')}`,
      'Publish the directory',
    ],
    [
      'earlier properties of text',
      paragraph(run('Kept', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
      'Kept',
    ],
  ])('accepts tracked changes: %s', async (_, content, expected) => {
    expect(await textOf(content)).toBe(expected);
  });

  const field = (instruction: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const oldForm = (data: string) =>
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    );
  it.each([
    ['a simple field', paragraph(`<w:fldSimple w:instr="DATE">${run('May 2025')}</w:fldSimple>`), 'May 2025'],
    ['a complex field', paragraph(field('DATE', run('May 2025'))), 'May 2025'],
    [
      'a field within the instruction of another',
      paragraph(field(`IF </w:instrText></w:r>${field('PAGE', run('7'))}<w:r><w:instrText>`, run('Yes'))),
      'Yes',
    ],
    [
      'a field without an end',
      `${paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>')}${paragraph('After')}`,
      'After',
    ],
    ['a ticked box of an old form', oldForm('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☒'],
    ['an open box of an old form', oldForm('<w:checkBox><w:default w:val="0"/></w:checkBox>'), '☐'],
    [
      'the choice of an old list',
      oldForm('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList>'),
      'Amber',
    ],
  ])('shows only the result of fields: %s', async (_, content, expected) => {
    expect(await textOf(content)).toBe(expected);
  });

  it.each([
    [
      'a drop-down',
      paragraph(
        `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:dropDownList><w:listItem w:value="G"/></w:dropDownList></w:sdtPr><w:sdtContent>${run('Green')}</w:sdtContent></w:sdt>`,
      ),
      'Green',
    ],
    [
      'a ticked box',
      paragraph(
        `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>${run(' Done')}`,
      ),
      '☒ Done',
    ],
    [
      'one that still asks for an entry',
      paragraph(
        `${run('Lead: ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Choose an item.')}</w:sdtContent></w:sdt>`,
      ),
      'Lead:',
    ],
    ['a whole paragraph', `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('Inside')}</w:sdtContent></w:sdt>`, 'Inside'],
  ])('reads content controls: %s', async (_, content, expected) => {
    expect(await textOf(content)).toBe(expected);
  });

  it('reads a text box once, though it is written twice for older versions', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('In the box')}</wps:txbx></mc:Choice><mc:Fallback><w:pict>${box('In the box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(paragraph(`${drawing}${run('Beside it')}`))).toBe('In the box\nBeside it');
  });

  it('keeps the text of a table within a cell', async () => {
    const nested = table([row([cell('Year 1'), cell('20 members')]), row([cell('Year 2'), cell('40 members')])]);
    expect(await textOf(`${paragraph('Members of the network in each of the years')}${nested}${paragraph('')}`)).toBe(
      'Members of the network in each of the years\nYear 1 – 20 members\nYear 2 – 40 members',
    );
  });

  it('reads the numbers that Word counts where a cell holds nothing else', async () => {
    const level = (depth: number, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="4">${level(0, '%1.')}${level(1, '%1.%2')}</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>`;
    const counted = (depth: number) =>
      cell(paragraph('', `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="9"/></w:numPr>`));
    const rows = [0, 1, 1, 0, 1].map((depth) => row([counted(depth), cell('An action')]));
    const { sheets } = await readFile(wordFile(table(rows), { numbering }), 'plan.docx');
    expect(sheets[0]?.rows.map((cells) => cells[0]?.text)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  it('keeps the items of lists, with what is nested in one as part of it', async () => {
    const item = (text: string, depth: number, list = '3') =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
    const read = await first(
      wordFile(
        table([
          row([
            cell(`${item('Hold a day', 0)}${item('in spring', 1)}${item('in autumn', 1)}${item('Write a page', 0)}`),
          ]),
        ]),
      ),
    );
    expect(read?.text).toBe('Hold a day\nin spring\nin autumn\nWrite a page');
    expect(read?.listItems).toEqual(['Hold a day\nin spring\nin autumn', 'Write a page']);
    expect((await first(wordFile(table([row([cell(item('Out of the list', 0, '0'))])]))))?.listItems).toBeUndefined();
  });

  it('takes lists from styles, and an indented paragraph for no item of one', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Own"/></w:style><w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>';
    const lines = ['Aufzhlung', 'Child', 'ListParagraph'].map((style) =>
      paragraph(run(style), `<w:pStyle w:val="${style}"/>`),
    );
    const read = await first(wordFile(table([row([cell(lines.join(''))])]), { styles }));
    expect(read?.listItems).toEqual(['Aufzhlung', 'Child']);
  });
});
