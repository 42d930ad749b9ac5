import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ExpectedPlan, scorePreview } from '#test/helpers/scorePreview.ts';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { readPreview } from './readPreview.ts';

const folder = new URL('../../../test/fixtures/documents/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
const styled = (text: string, style: string) => paragraph(run(text), `<w:pStyle w:val="${style}"/>`);

describe('Word documents of other programs', () => {
  it.each(names)('are understood like those of Word: %s', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as ExpectedPlan;
    const preview = await readPreview(new Uint8Array(readFileSync(new URL(name, folder))), name);
    expect(scorePreview(expected, preview)).toEqual({
      found: expected.actions.length,
      wanted: expected.actions.length,
      invented: 0,
      wrong: [],
    });
  });
});

describe('a Word document that has no plan', () => {
  it('is refused where it holds neither tables nor lists of actions', async () => {
    const body = `${styled('About us', 'Heading1')}${paragraph('We employ 140 technicians.')}`;
    await expect(readPreview(wordFile(body), 'about.docx')).rejects.toMatchObject({ code: 'file-not-a-plan' });
  });
});

describe('what a comment says', () => {
  it('explains a red, and its author is told apart', async () => {
    const comments = `<w:comment w:id="0" w:author="A. Lowe"><w:p>${run('No budget this year')}</w:p></w:comment>`;
    const rated = `<w:commentRangeStart w:id="0"/>${run('Red')}<w:commentRangeEnd w:id="0"/>`;
    const body = table([
      row([cell('Action'), cell('Lead'), cell('RAG')]),
      row([cell('Publish a directory of technicians'), cell('HR'), cell(paragraph(rated))]),
    ]);
    const { actions } = await readPreview(wordFile(body, { comments }), 'plan.docx');
    expect(actions[0]).toMatchObject({ rag: 'red', redExplanation: 'No budget this year' });
    expect(actions[0]?.notes).toEqual([{ header: 'Note on RAG by A. Lowe', text: 'No budget this year' }]);
  });

  it('explains a red in a list too, where the comment is on its rating', async () => {
    const comments = `<w:comment w:id="0" w:author="A. Lowe"><w:p>${run('No budget this year')}</w:p></w:comment>`;
    const item = (content: string, depth: number) =>
      paragraph(content, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);
    const body = [
      styled('Action plan', 'Heading1'),
      styled('Visibility', 'Heading2'),
      item(run('Publish a directory'), 0),
      item(`<w:commentRangeStart w:id="0"/>${run('RAG: Red')}<w:commentRangeEnd w:id="0"/>`, 1),
      item(run('Hold a day for technicians', '<w:strike/>'), 0),
      item(run('RAG: '), 1).replace('</w:p>', `${run('Green', '<w:highlight w:val="green"/>')}</w:p>`),
    ].join('');
    const { actions, problems } = await readPreview(wordFile(body, { comments }), 'plan.docx');
    expect(actions.map(({ rag, redExplanation }) => [rag, redExplanation])).toEqual([
      ['red', 'No budget this year'],
      ['green', ''],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['crossed-out']);
  });
});

describe('the numbers of a Word table', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const counted = (text: string) =>
    cell(paragraph(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'));

  it('are references where Word counts the actions', async () => {
    const body = table([
      row([cell('Action'), cell('Lead')]),
      row([counted('Publish a directory of technicians'), cell('HR')]),
      row([counted('Hold a day for technicians'), cell('Events')]),
    ]);
    const { actions } = await readPreview(wordFile(body, { numbering }), 'plan.docx');
    expect(actions.map(({ ref, action }) => [ref, action])).toEqual([
      ['1', 'Publish a directory of technicians'],
      ['2', 'Hold a day for technicians'],
    ]);
  });

  it('stand in a column of their own under the heading of the actions', async () => {
    const body = table([
      row([cell('Action', '<w:gridSpan w:val="2"/>'), cell('Lead')]),
      row([cell('V1'), cell('Publish a directory of technicians'), cell('HR')]),
      row([cell('V2'), cell('Hold a day for technicians'), cell('Events')]),
    ]);
    const { actions, tables } = await readPreview(wordFile(body), 'plan.docx');
    expect(tables).toHaveLength(1);
    expect(actions.map(({ ref, action, owner }) => [ref, action, owner])).toEqual([
      ['V1', 'Publish a directory of technicians', 'HR'],
      ['V2', 'Hold a day for technicians', 'Events'],
    ]);
  });
});

describe('a key to the ratings outside the tables', () => {
  const rated = (...words: readonly string[]) =>
    table([
      row([cell('Action'), cell('Lead'), cell('RAG')]),
      ...words.map((word, index) => row([cell(`Publish part ${index + 1} of the directory`), cell('HR'), cell(word)])),
    ]);
  it.each([
    ['in one line', paragraph('RAG key: Green – on track; Amber – at risk; Red – off track')],
    [
      'in several lines',
      ['Green = on track', 'Amber = at risk', 'Red = off track'].map((line) => paragraph(line)).join(''),
    ],
  ])('says that colours are about health: %s', async (_, key) => {
    const preview = await readPreview(wordFile(`${key}${rated('Green', 'Amber')}`), 'plan.docx');
    expect(preview.ragScheme).toBe('health');
    expect(preview.problems.map(({ code }) => code)).toContain('rag-scheme-ask');
  });

  it('is named by its paragraph where a colour means what is complete', async () => {
    const body = `${paragraph('Our plan')}${paragraph('Green: completed. Red: not started.')}${rated('Green', 'Red')}`;
    const { ragScheme, actions } = await readPreview(wordFile(body), 'plan.docx');
    expect(ragScheme).toBe('completion');
    expect(actions[0]?.ragFrom).toBe(
      'Green, from the word “Green” in row 2, column 3 and the key “completed” in paragraph 2',
    );
  });

  it('is not seen in ordinary sentences', async () => {
    const body = `${paragraph('The green building is at risk of closure, and the red one: who knows.')}${rated('Green')}`;
    const { tables } = await readPreview(wordFile(body), 'plan.docx');
    expect(tables).toHaveLength(1);
  });
});
