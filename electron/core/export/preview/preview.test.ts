import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentParagraph, LaidOutDocument } from '#shared/model/laidOutDocument.ts';
import { wordsIn } from '#shared/model/laidOutDocument.ts';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { emptySubmission, fullSubmission } from '#test/fixtures/submission.ts';
import { all, readWord, textOf } from '#test/golden/word/readWord.ts';
import { anyRichText } from '#test/helpers/anyRichText.ts';
import { germanStyle, loudStyle, wordTemplate } from '#test/helpers/houseStyleFiles.ts';
import { openCore } from '#test/helpers/openCore.ts';
import { readHouseStyle } from '../../houseStyle/readHouseStyle.ts';
import { writeWord } from '../word/writeWord.ts';
import { readDocument } from './readDocument.ts';

const parts = ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'] as const;
const asked = { parts, planAs: 'tables', language: 'en-GB', draft: true } as const;

const paragraphsOf = ({ sections }: LaidOutDocument): readonly DocumentParagraph[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block];
      if (block.kind === 'picture') return [];
      return [block.heading, ...block.rows].flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs));
    }),
  );
const words = ({ runs }: DocumentParagraph): string => runs.map(({ text }) => text).join('');

async function workspace() {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  const write = (text: string) => test.call('answer.write', { id: answer.id, content: richTextFromParagraphs(text) });
  return { ...test, cycle, answer, write };
}

describe('the pages of a document', () => {
  it.each([
    ['a full submission', fullSubmission],
    ['an empty one', emptySubmission],
    ['one with its plans as lists', { ...fullSubmission, options: { ...fullSubmission.options, planAs: 'lists' } }],
    ['one in Welsh', { ...fullSubmission, options: { ...fullSubmission.options, language: 'cy-GB' } }],
  ] as const)('say word for word what the Word document says: %s', async (_name, submission) => {
    const bytes = await writeWord(submission);
    const shown = paragraphsOf(readDocument(bytes, submission.options.language));
    const saved = all(readWord(bytes).document, 'w:p').map(textOf);
    const line = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
    expect(shown.map((each) => line(words(each))).filter(Boolean)).toEqual(saved.map(line).filter(Boolean));
    expect(shown.length).toBeGreaterThan(20);
  });

  it('look as the house style has it: fonts, colours, rules and the logo of the running head', async () => {
    const shownIn = async (bytes: Uint8Array, ownLogo: boolean): Promise<LaidOutDocument> => {
      const titleBlock = ownLogo ? fullSubmission.titleBlock : { ...fullSubmission.titleBlock, logo: null };
      const houseStyle = readHouseStyle(bytes, 'house.dotx').style;
      return readDocument(await writeWord({ ...fullSubmission, titleBlock, houseStyle }), 'en-GB');
    };
    const word = await shownIn(wordTemplate(), true);
    expect(word.font).toBe('Calibri');
    expect(word.looks).toMatchObject({
      Title: { font: 'Calibri Light', alignment: 'center', heading: 0 },
      Heading1: { font: 'Calibri Light', size: 16, colour: '224669', heading: 1 },
      Answer: { font: null, size: 12 },
    });
    expect(word.sections.map(({ plainFirst = false, head }) => [plainFirst, head.picture?.alternativeText])).toEqual([
      [true, 'Eastmere University: a lighthouse'],
      [false, 'Eastmere University: a lighthouse'],
      [false, 'Eastmere University: a lighthouse'],
    ]);
    expect(word.sections[0]?.head.left).toBe('Saltmarsh University · Stage 3 self-assessment');
    expect((await shownIn(wordTemplate(), false)).sections.some(({ plainFirst }) => plainFirst)).toBe(false);
    expect((await shownIn(germanStyle(), true)).looks.Heading1).toMatchObject({ under: '7A1F2B', over: null });
    expect((await shownIn(loudStyle(), true)).looks.Heading1).toMatchObject({ fill: '12355B', colour: 'FFFFFF' });
  });

  it('say it of any answer, whatever it holds', async () => {
    const [question] = fullSubmission.questions;
    if (!question) throw new Error('The fixture has no question');
    await fc.assert(
      fc.asyncProperty(anyRichText, async (text) => {
        const bytes = await writeWord({
          ...fullSubmission,
          options: { ...fullSubmission.options, parts: ['questions'] },
          questions: [{ ...question, text, detail: null }],
        });
        const shown = paragraphsOf(readDocument(bytes, 'en-GB')).map(words).join(' ');
        const saved = all(readWord(bytes).document, 'w:p').map(textOf).join(' ');
        const letters = (said: string): string => said.replaceAll(/\s+/gu, '');
        expect(letters(shown)).toBe(letters(saved));
      }),
      { numRuns: 25 },
    );
  });

  it('turn to landscape for the plans, with a heading to each table and widths that fill the line', async () => {
    const { sections } = readDocument(await writeWord(fullSubmission), 'en-GB');
    expect(sections.map(({ width, height }) => (width > height ? 'landscape' : 'portrait'))).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ]);
    const tables = sections.flatMap(({ blocks, width, margin }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [{ ...block, room: width - 2 * margin }] : [])),
    );
    expect(tables.length).toBeGreaterThan(4);
    for (const { widths, heading, rows, room } of tables) {
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 0);
      for (const row of [heading, ...rows]) expect(row.cells).toHaveLength(widths.length);
    }
  });

  it('carry the styles as they look in the end, marks, links, numbers of lists and the logo', async () => {
    const { looks, sections, font } = readDocument(await writeWord(fullSubmission), 'en-GB');
    expect(font).toBe('Arial');
    expect(looks.Heading2).toMatchObject({ size: 15, bold: true, before: 18, after: 6, keepNext: true, heading: 2 });
    expect(looks.Question).toMatchObject({ size: 12, bold: true, fill: 'EEF2F5', rule: '1F3A4D', after: 8 });
    expect(looks.TableHeading).toMatchObject({ size: 11, bold: true, line: 1.05 });
    const paragraphs = paragraphsOf({ language: '', font, looks, sections });
    expect(paragraphs.flatMap(({ marker }) => (marker === undefined ? [] : [marker]))).toEqual(
      expect.arrayContaining(['1.', '2.', '•']),
    );
    const links = paragraphs.flatMap(({ runs }) => runs.flatMap(({ link }) => (link ? [link] : [])));
    const places = new Set(paragraphs.flatMap(({ bookmarks = [] }) => bookmarks));
    expect(links.filter((link) => 'to' in link).every(({ to }) => places.has(to))).toBe(true);
    expect(links.some((link) => 'address' in link && link.address.startsWith('mailto:'))).toBe(true);
    expect(sections[0]?.blocks[0]).toMatchObject({ kind: 'picture', mediaType: 'image/png', width: 36, height: 18 });
    expect(sections[0]?.foot.right).toBe('Page {page} of {pages}');
  });
});

describe('a preview', () => {
  it('counts words, and names what is not answered and what is marked to do', async () => {
    const { call, cycle, answer } = await workspace();
    await call('answer.write', {
      id: answer.id,
      content: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'The Dean leads it, ' },
              { type: 'text', text: 'ask for the date', marks: [{ type: 'toDo' }] },
            ],
          },
        ],
      },
    });
    const shown = await call('export.preview', { cycleId: cycle.id, ...asked });
    expect(shown.answerWords).toBe(8);
    expect(shown.words).toBe(wordsIn(shown.document));
    expect(shown.toDos).toEqual([
      { key: 'governance-and-resourcing', title: 'Governance and resourcing', words: 'ask for the date' },
    ]);
    const open = shown.unanswered.map(({ key }) => key);
    expect(open).not.toContain('governance-and-resourcing');
    expect(open).toContain('publication');
    expect(open).not.toContain('signatures');
  });

  it('holds only the parts that were chosen', async () => {
    const { call, cycle } = await workspace();
    const headings = async (some: readonly (typeof parts)[number][]) =>
      paragraphsOf((await call('export.preview', { cycleId: cycle.id, ...asked, parts: some })).document)
        .filter(({ style }) => style === 'Heading1')
        .map(words);
    expect(await headings(['brief'])).toEqual(['Brief for those who sign']);
    expect(await headings(['signatures', 'new-plan'])).toEqual(['Signatures', 'Appendix A: New action plan']);
    const { unanswered } = await call('export.preview', { cycleId: cycle.id, ...asked, parts: ['brief'] });
    expect(unanswered).toEqual([]);
  });

  it('shows an earlier state with its words, its name and none that came later', async () => {
    const { call, refusal, cycle, write } = await workspace();
    await write('The Dean leads it.');
    await call('version.name', { name: 'As sent round', note: '' });
    const { stepId } = (await call('workspace.load', {})).history;
    await write('The Registrar leads it.');
    const before = await call('export.preview', { cycleId: cycle.id, ...asked, stepId });
    const text = paragraphsOf(before.document).map(words);
    expect(text).toContain('The Dean leads it.');
    expect(text).not.toContain('The Registrar leads it.');
    expect(before.document.sections[0]?.foot.left).toContain('As sent round');
    expect(before.step?.label).not.toBe('');
    const now = await call('export.preview', { cycleId: cycle.id, ...asked });
    expect(paragraphsOf(now.document).map(words)).toContain('The Registrar leads it.');
    const { code } = await refusal('export.preview', { cycleId: cycle.id, ...asked, draft: false, stepId });
    expect(code).toBe('refused-by-rule');
    expect((await refusal('export.preview', { cycleId: cycle.id, ...asked, stepId: 99_999 })).code).toBe('not-found');
  });

  it('shows a state from before the cycle in hand was begun with the cycle of its time', async () => {
    const test = await openCore({ stage: 2 });
    const { stepId } = (await test.call('workspace.load', {})).history;
    test.ports.pass(1000);
    await test.call('cycle.start', { stage: 3, signedOn: '2020-09-14' });
    const cycle = (await test.call('workspace.load', {})).rows.cycle.find(({ stage }) => stage === 3);
    const cycleId = cycle?.id ?? '';
    const titleAt = async (state: number | null) => {
      const { document } = await test.call('export.preview', { cycleId, ...asked, stepId: state });
      return paragraphsOf(document)
        .filter(({ style }) => style === 'Title')
        .map(words)
        .join();
    };
    expect(await titleAt(null)).toContain('Stage 3');
    expect(await titleAt(stepId)).toContain('Stage 2');
  });

  it('keeps nothing: no step, no version, no issued copy', async () => {
    const { call, cycle } = await workspace();
    const before = await call('workspace.load', {});
    await call('export.preview', { cycleId: cycle.id, ...asked, draft: false });
    expect(await call('workspace.load', {})).toEqual(before);
  });
});
