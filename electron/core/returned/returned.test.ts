import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issuedCopy, rewritten } from '#test/helpers/issuedCopy.ts';
import { headingsForm, twoColumnForm } from '#test/helpers/officialForms.ts';
import { paragraph, run, wordFile } from '#test/helpers/wordFile.ts';
import { keepContent, sha256Of } from '../files/contents.ts';
import { readWordFile } from '../import/readers/wordFile.ts';
import { compareDocuments } from './compareDocuments.ts';
import { documentParagraphs } from './documentParagraphs.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/returned', name));

/** A comment on the first paragraph that holds the words, as Word writes it. */
const commented = (bytes: Uint8Array, marks: readonly (readonly [words: string, comment: string])[]): Uint8Array =>
  rewritten(
    bytes,
    (document) =>
      marks.reduce((xml, [words], id) => {
        const at = xml.lastIndexOf(words);
        const end = xml.indexOf('</w:r>', at) + '</w:r>'.length;
        return `${xml.slice(0, end)}<w:r><w:commentReference w:id="${id}"/></w:r>${xml.slice(end)}`;
      }, document),
    {
      'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${marks
        .map(
          ([, comment], id) =>
            `<w:comment w:id="${id}" w:author="Ada Okafor"><w:p><w:r><w:t>${comment}</w:t></w:r></w:p></w:comment>`,
        )
        .join('')}</w:comments>`,
    },
  );

describe('a document that comes back', () => {
  it('is the issued copy where not a byte has changed', async () => {
    const { bytes, read, made } = await issuedCopy();
    expect(await read(bytes)).toMatchObject({
      verdict: 'issued',
      changes: [],
      document: { id: made.issuedDocumentId, version: 'Version 1', fingerprint: made.fingerprint },
    });
  });

  it('has the same words where it was only packed again', async () => {
    const { bytes, read } = await issuedCopy();
    expect(await read(rewritten(bytes, (xml) => xml))).toMatchObject({ verdict: 'same-words', changed: 0 });
  });

  it('has the same words where LibreOffice has saved it again', () => {
    const [issued, again] = ['issued.docx', 'savedByLibreOffice.docx'].map((name) =>
      documentParagraphs(readWordFile(fixture(name), name)),
    );
    expect(issued?.length).toBeGreaterThan(1_000);
    expect(compareDocuments(issued ?? [], again ?? [])).toEqual([]);
  });

  it('is known again by verify where LibreOffice has saved it, and one word changed after that is found', async () => {
    const { services, cycle, read } = await issuedCopy();
    const bytes = fixture('issued.docx');
    services.change('Issued a copy', ({ rows, ports, now }) => {
      keepContent(rows.database, bytes);
      rows.insert('issuedDocument', {
        id: ports.newId(),
        cycleId: cycle.id,
        kind: 'word',
        versionId: null,
        fileName: 'issued.docx',
        sha256: sha256Of(bytes),
        fingerprint: 'AAAA BBBB CCCC',
        issuedAt: now,
        settings: {},
      });
    });
    const again = fixture('savedByLibreOffice.docx');
    expect(await read(bytes)).toMatchObject({ verdict: 'issued' });
    expect(await read(again)).toMatchObject({
      verdict: 'same-words',
      changed: 0,
      document: { fileName: 'issued.docx' },
    });
    const changed = rewritten(again, (xml) => xml.replace('Steering Group', 'Working Group'));
    expect(await read(changed)).toMatchObject({ verdict: 'changed', changed: 1 });
  });

  it('has the same words where LibreOffice has written out a link of a control, and shown what asks for an entry', async () => {
    const control = (inner: string, properties = ''): string =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const of = (body: string) => documentParagraphs(readWordFile(wordFile(body), 'form.docx'));
    const issued = of(
      `${paragraph(`${run('It meets each term. ')}<w:hyperlink w:anchor="planner_reference_4">${run('[4]')}</w:hyperlink>`)}${control(paragraph('Click here to enter text.'), '<w:showingPlcHdr/>')}`,
    );
    const saved = (link: string) =>
      of(`${paragraph(`It meets each term. ${link}[4]`)}${control(paragraph('Click here to enter text.'))}`);
    expect(issued.map(({ text }) => text)).toEqual(['It meets each term. [4]', 'Click here to enter text.']);
    expect(compareDocuments(issued, saved('HYPERLINK "" \\l "planner_reference_4"'))).toEqual([]);
    const written = 'HYPERLINK "https://eastmere.example/plan"';
    const linked = documentParagraphs(
      readWordFile(wordFile(paragraph(`It meets each term. ${written}[4]`)), 'form.docx'),
      new Set(['https://eastmere.example/plan']),
    );
    expect(linked.map(({ text }) => text)).toEqual(['It meets each term. [4]']);
    for (const more of [written, 'HYPERLINK "" \\l "and no money"', 'HYPERLINK "planner_reference_4"'])
      expect(compareDocuments(issued, saved(more))).toHaveLength(1);
  });

  it('shows one changed word with where it stands', async () => {
    const { bytes, read } = await issuedCopy();
    const changed = rewritten(bytes, (xml) => xml.replace('The Registrar chairs', 'The Provost chairs'));
    expect(await read(changed)).toMatchObject({
      verdict: 'changed',
      changed: 1,
      changes: [
        {
          kind: 'changed',
          place: expect.stringMatching(/Governance and resourcing$/u),
          before: 'The Registrar chairs the group.',
          after: 'The Provost chairs the group.',
        },
      ],
    });
  });

  it('is none of the issued copies where it is another document, or nothing was issued', async () => {
    const { read } = await issuedCopy();
    expect(await read(fixture('issued.docx'))).toMatchObject({ verdict: 'other', document: null });
  });

  it('brings its comments beside their question, their action and the whole', async () => {
    const { bytes, read, call, cycle, answer, last, next } = await issuedCopy();
    const back = commented(bytes, [
      ['The Registrar chairs the group.', 'Is this still so?'],
      ['Hold a conference every year', 'With whose money?'],
      ['Hold a conference<', 'Say how many came'],
    ]);
    const { comments } = await read(back);
    expect(comments).toMatchObject([
      { author: 'Ada Okafor', text: 'Is this still so?', targetKind: 'answer', targetId: answer.id, known: false },
      { text: 'Say how many came', targetKind: 'action', targetId: last.id },
      { text: 'With whose money?', targetKind: 'action', targetId: next.id },
    ]);
    const keep = () =>
      call('comment.keep', {
        cycleId: cycle.id,
        documentName: 'Returned.docx',
        comments: comments.map(({ place: _place, known: _known, ...comment }) => comment),
      });
    expect(await keep()).toEqual({ kept: 3 });
    expect(await keep()).toEqual({ kept: 0 });
    expect((await read(back)).comments.every(({ known }) => known)).toBe(true);
    const kept = (await call('workspace.load', {})).rows.documentComment;
    expect(kept).toHaveLength(3);
    await call('comment.settle', { id: kept[0]?.id ?? '', settled: true });
    await call('history.undo', {});
    await call('history.undo', {});
    expect((await call('workspace.load', {})).rows.documentComment).toEqual([]);
  });

  it.each([
    ['headings', headingsForm],
    ['a table of two columns', twoColumnForm],
  ])('brings the comments on an official form of %s beside the answer to their prompt', async (_what, form) => {
    const { call, core, cycle, answer, read } = await issuedCopy();
    const blank = core.fileTokens.holdBytes('form.docx', await form());
    const { id } = await call('officialForm.open', { cycleId: cycle.id, file: blank });
    await call('officialForm.confirmAll', { id });
    const { file } = await call('export.form', { cycleId: cycle.id, draft: true });
    const { bytes } = await core.fileTokens.read(file, 10_000_000);
    const { comments } = await read(commented(bytes, [['The Registrar chairs the group.', 'Still?']]));
    expect(comments).toMatchObject([{ text: 'Still?', targetKind: 'answer', targetId: answer.id }]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-type-unsupported'],
    ['a zip that is cut off', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'file-damaged'],
  ])('is refused by name where it is %s', async (_what, bytes, code) => {
    const { core, refusal, cycle } = await issuedCopy();
    const file = core.fileTokens.holdBytes('Returned.docx', bytes);
    expect(await refusal('returned.read', { file, cycleId: cycle.id })).toMatchObject({ code });
  });
});
