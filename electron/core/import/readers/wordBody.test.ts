import { describe, expect, it } from 'vitest';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { readFile } from './readFile.ts';

const read = (body: string, sketch: Parameters<typeof wordFile>[1] = {}) =>
  readFile(wordFile(body, sketch), 'plan.docx');
const plan = table([row([cell('Action'), cell('RAG')]), row([cell('Publish it'), cell('Red')])]);
const headings = async (before: string, sketch: Parameters<typeof wordFile>[1] = {}) =>
  (await read(`${before}${plan}`, sketch)).sheets.at(-1)?.headingsAbove;
const styled = (text: string, style: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

describe('the headings above a Word table', () => {
  it.each([
    [
      'built-in styles that the document does not bring',
      `${styled('Plan', 'Title')}${styled('Visibility', 'Heading1')}`,
      '',
    ],
    [
      'styles under ids of another language',
      `${styled('Plan', 'Titel')}${styled('Visibility', 'berschrift1')}`,
      style('Titel', 'Title') + style('berschrift1', 'heading 1'),
    ],
    [
      'styles under names of another language',
      `${styled('Plan', 'T')}${styled('Visibility', 'U')}`,
      style('T', 'Titel') + style('U', 'Überschrift 2'),
    ],
    [
      'own styles that are based on a heading',
      `${styled('Plan', 'Top')}${styled('Visibility', 'Theme')}`,
      style('Heading1', 'heading 1') +
        style('Heading2', 'heading 2') +
        style('Top', 'TC top', '<w:basedOn w:val="Heading1"/>') +
        style('Theme', 'TC theme', '<w:basedOn w:val="Heading2"/>'),
    ],
    [
      'own styles with a level of the outline',
      `${styled('Plan', 'Top')}${styled('Visibility', 'Theme')}`,
      style('Top', 'A', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
        style('Theme', 'B', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ],
    [
      'paragraphs with a level of the outline',
      `${paragraph(run('Plan'), '<w:outlineLvl w:val="0"/>')}${paragraph(run('Visibility'), '<w:outlineLvl w:val="3"/>')}`,
      '',
    ],
    ['a bold line', `${styled('Plan', 'Heading1')}${paragraph(run('Visibility', '<w:b/>'))}`, ''],
    [
      'a line that its style makes bold',
      `${styled('Plan', 'Heading1')}${styled('Visibility', 'Strongly')}`,
      style('Strongly', 'Strongly', '<w:rPr><w:b/></w:rPr>'),
    ],
    ['a short line right above', `${styled('Plan', 'Heading1')}${paragraph('Visibility')}`, ''],
    ['a box of one line', `${styled('Plan', 'Heading1')}${table([row([cell('Visibility')])])}`, ''],
  ])('are found by %s', async (_, body, styles) => {
    expect(await headings(body, { styles })).toEqual(['Plan', 'Visibility']);
  });

  it.each(['-3', '25', ''])('are not taken from a level of the outline that there is none of: %j', async (level) => {
    const outline = `<w:outlineLvl w:val="${level}"/>`;
    const styles = style('Odd', 'Odd', `<w:pPr>${outline}</w:pPr>`);
    const long = 'Said at such length that nobody could take it for the caption of a table. '.repeat(3);
    const before = `${styled('Visibility', 'Heading1')}${styled(long, 'Odd')}${paragraph(run(long), outline)}`;
    expect(await headings(before, { styles })).toEqual(['Visibility']);
  });

  it('end where one of the same level begins, and leave out the table of contents', async () => {
    const styles = style('TOC1', 'toc 1');
    const contents = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run('Recognition', '<w:b/>'))}</w:sdtContent></w:sdt>${styled('Sustainability 4', 'TOC1')}`;
    expect(
      await headings(
        `${styled('One', 'Heading1')}${styled('Two', 'Heading2')}${styled('Three', 'Heading1')}${contents}`,
        { styles },
      ),
    ).toEqual(['Three']);
  });
});

describe('a Word table with many pages in a cell', () => {
  it('is no table of its own: its paragraphs are read as such, and the plan below it as a table', async () => {
    const sentence = 'The workshop is open to everybody who wishes to learn there. ';
    const page = paragraph(run(sentence.repeat(60)));
    const { sheets, outline } = await read(`${table([row([cell(page.repeat(10)), cell('beside')])])}${plan}`);
    expect(sheets.map(({ rows }) => rows[0]?.map((one) => one?.text))).toEqual([['Action', 'RAG']]);
    expect(outline).toHaveLength(11);
  });
});

describe('comments in a Word table', () => {
  const comments = `<w:comment w:id="0" w:author="A. Lowe"><w:p><w:r><w:annotationRef/></w:r>${run('No budget')}</w:p><w:p>${run('this year')}</w:p></w:comment><w:comment w:id="1" w:author="B. Nair"><w:p>${run('Agreed')}</w:p></w:comment>`;
  const start = '<w:commentRangeStart w:id="0"/>';
  const end = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
  it.each([
    ['within a paragraph', row([cell('Publish it'), cell(paragraph(`${start}${run('Red')}${end}`))])],
    ['around whole cells', `<w:tr>${cell('Publish it')}${start}${cell(paragraph(`${run('Red')}${end}`))}</w:tr>`],
    [
      'by its reference alone',
      row([cell('Publish it'), cell(paragraph(`${run('Red')}<w:r><w:commentReference w:id="0"/></w:r>`))]),
    ],
  ])('become the note of their cell, with the author apart: %s', async (_, body) => {
    const { sheets } = await read(table([body]), { comments });
    expect(sheets[0]?.rows[0]).toEqual([
      { value: 'Publish it', text: 'Publish it' },
      { value: 'Red', text: 'Red', note: 'No budget\nthis year', noteAuthor: 'A. Lowe' },
    ]);
  });

  it('are put together where a cell has several', async () => {
    const answered = `${start}<w:commentRangeStart w:id="1"/>${run('Red')}${end}<w:r><w:commentReference w:id="1"/></w:r>`;
    const { sheets } = await read(table([row([cell(paragraph(answered)), cell('beside')])]), { comments });
    expect(sheets[0]?.rows[0]?.[0]).toMatchObject({
      note: 'No budget\nthis year\nAgreed',
      noteAuthor: 'A. Lowe, B. Nair',
    });
  });
});

describe('links in a Word document', () => {
  it('are kept where the text does not say the address itself', async () => {
    const links = { l1: 'https://example.ac.uk/plan', l2: 'mailto:lead@example.ac.uk' };
    const linked = (id: string, text: string) => paragraph(`<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`);
    const { sheets } = await read(
      table([row([cell(linked('l1', 'the page')), cell(linked('l2', 'lead@example.ac.uk'))])]),
      { links },
    );
    expect(sheets[0]?.rows[0]?.map((one) => one?.hyperlink)).toEqual(['https://example.ac.uk/plan', undefined]);
  });
});

describe('the paragraphs of a Word document', () => {
  it('are an outline with levels, numbers and bold beginnings', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const item = (content: string, depth: number) =>
      paragraph(content, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);
    const { outline } = await read(
      `${styled('Visibility', 'Heading2')}${paragraph('')}${item(run('Hold a day'), 0)}${item(`${run('Lead', '<w:b/>')}${run(': HR')}`, 1)}${item(run('Write a page'), 0)}${plan}`,
      { numbering },
    );
    expect(
      outline?.map(({ paragraph: count, text, heading, list, label, boldLead }) => [
        count,
        text,
        heading,
        list,
        label,
        boldLead,
      ]),
    ).toEqual([
      [1, 'Visibility', 2, undefined, '', ''],
      [2, 'Hold a day', undefined, 0, 'a)', ''],
      [3, 'Lead: HR', undefined, 1, '', 'Lead'],
      [4, 'Write a page', undefined, 0, 'b)', ''],
    ]);
  });
});

describe('other kinds of Word documents', () => {
  it.each([
    ['with macros', 'application/vnd.ms-word.document.macroEnabled.main+xml', false],
    ['that are templates', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', false],
    ['that are templates with macros', 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml', false],
    ['in the strict form', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', true],
  ])('read alike: those %s', async (_, contentType, strict) => {
    const comments = `<w:comment w:id="0" w:author="A"><w:p>${run('No budget')}</w:p></w:comment>`;
    const body = table([
      row([
        cell(paragraph(`<w:commentRangeStart w:id="0"/>${run('Red')}`), '<w:shd w:fill="FF0000"/>'),
        cell('beside'),
      ]),
    ]);
    const { kind, sheets } = await read(`${styled('Visibility', 'Heading1')}${body}`, {
      contentType,
      strict,
      comments,
    });
    expect(kind).toBe('docx');
    expect(sheets[0]?.headingsAbove).toEqual(['Visibility']);
    expect(sheets[0]?.rows[0]?.[0]).toMatchObject({ text: 'Red', fill: '#FF0000', note: 'No budget' });
  });
});
