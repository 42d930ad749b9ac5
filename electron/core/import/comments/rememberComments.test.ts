import { describe, expect, it } from 'vitest';
import type { CommentCorrections } from '#shared/model/commentPreview.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

/** `Bench` is nobody's word for a group, and `Care` no theme, until a person says so. */
const headings = 'Bench,Heading,What would help in 2025?,May it be quoted?';
const lastSurvey = [
  headings,
  'Lathe,Care,A second lathe would end the queue every autumn.,Sure',
  'Kiln,Care,Somebody to ask before the kiln is moved again.,Sure',
];
const nextSurvey = [headings.replace('2025', '2026'), 'Loom,Care,Quiet hours for the long weaves would help.,Sure'];
const corrections: CommentCorrections = {
  columns: [
    { table: '0', column: 0, role: 'group' },
    { table: '0', column: 1, role: 'theme' },
  ],
  themes: { Care: ['recognition'] },
  consents: { Sure: 'anonymous' },
};

const preview = ({ core, call }: TestCore, lines: readonly string[], corrected: CommentCorrections = {}) =>
  call('import.previewComments', {
    file: core.fileTokens.holdBytes('survey.csv', new TextEncoder().encode(lines.join('\n'))),
    corrections: corrected,
  });
const apply = (test: TestCore, shown: Awaited<ReturnType<typeof preview>>) =>
  test.call('import.applyComments', {
    previewId: shown.previewId,
    keys: shown.preview.comments.map(({ key }) => key),
  });
const kept = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.commentMapping;

async function remembering() {
  const test = await openCore();
  test.ports.pass(1000);
  const report = await apply(test, await preview(test, lastSurvey, corrections));
  return { ...test, report };
}

describe('survey comments under the headings of a file that was corrected', () => {
  it('are read as those were, and say since when', async () => {
    const test = await remembering();
    const { preview: next } = await preview(test, nextSurvey);
    expect(next.comments).toMatchObject([{ groupName: 'Loom', themes: ['recognition'] }]);
    const [mapping] = await kept(test);
    const [table] = next.tables;
    expect(table?.remembered).toEqual({ mappingId: mapping?.id, editedAt: mapping?.editedAt });
    expect(table?.columns[0]?.why).toMatch(/^As you set it on \d+ [A-Z][a-z]+ \d{4}\.$/u);
    expect(table?.columns[2]?.why).not.toContain('As you set it');
  });

  it('are asked again how they may be quoted', async () => {
    const test = await remembering();
    const { preview: next } = await preview(test, nextSurvey);
    expect(next.comments).toMatchObject([{ consent: 'internal' }]);
    expect(next.consentWords).toMatchObject([{ word: 'Sure', asked: true }]);
  });

  it('are guessed afresh when that is asked for', async () => {
    const test = await remembering();
    const { preview: next } = await preview(test, nextSurvey, { remembered: false });
    expect(next.comments).toMatchObject([{ groupName: '', themes: [] }]);
    expect(next.tables[0]?.remembered).toBeNull();
  });

  it('follow what is corrected now before what is remembered, which is kept beside it', async () => {
    const test = await remembering();
    const shown = await preview(test, nextSurvey, { columns: [{ table: '0', column: 0, role: 'ignore' }] });
    expect(shown.preview.comments).toMatchObject([{ groupName: '', themes: ['recognition'] }]);
    await apply(test, shown);
    expect(await kept(test)).toMatchObject([
      {
        content: {
          columns: [
            { offset: 0, role: 'ignore' },
            { offset: 1, role: 'theme' },
          ],
        },
      },
    ]);
  });

  it('are not remembered again where nothing was corrected, nor under other headings', async () => {
    const test = await remembering();
    const before = await kept(test);
    test.ports.pass(60_000);
    await apply(test, await preview(test, nextSurvey));
    expect(await kept(test)).toEqual(before);
    const other = nextSurvey.map((line) => line.replace('Bench', 'Table'));
    expect((await preview(test, other)).preview.tables[0]?.remembered).toBeNull();
  });

  it('have their row of headings found by its words where a person pointed at it', async () => {
    const test = await openCore();
    const odd = ['Ours,Theirs', 'Put the gas bottles nearer to the door,Forge'];
    const shown = await preview(test, ['Written on cards', ...odd], {
      headerRows: [{ sheetIndex: 0, row: 2 }],
      columns: [
        { table: '0', column: 0, role: 'comment' },
        { table: '0', column: 1, role: 'group' },
      ],
    });
    await apply(test, shown);
    const { preview: next } = await preview(test, ['Written on cards', '', 'By hand', ...odd]);
    expect(next.tables[0]).toMatchObject({ headerRow: 4 });
    expect(next.comments).toMatchObject([{ groupName: 'Forge' }]);
  });
});

describe('how survey comments were read', () => {
  it('goes with undo and with taking the import back, and comes back with redo', async () => {
    const test = await remembering();
    const before = await kept(test);
    expect(before).toHaveLength(1);
    await test.call('history.undo', {});
    expect(await kept(test)).toEqual([]);
    await test.call('history.redo', {});
    expect(await kept(test)).toEqual(before);
    await test.call('import.undo', { importRunId: test.report.importRunId });
    expect(await kept(test)).toEqual([]);
  });

  it('is forgotten on request', async () => {
    const test = await remembering();
    const [mapping] = await kept(test);
    await test.call('mapping.forget', { id: mapping?.id ?? '' });
    expect((await preview(test, nextSurvey)).preview.tables[0]?.remembered).toBeNull();
    expect((await test.call('workspace.load', {})).history.undo).toBe('Forgot how survey comments were read');
  });
});
