import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AppError } from '#shared/errors.ts';
import { officialFormLimits } from '#shared/limits.ts';
import { lockedFiles } from '#test/faults/importOtherKinds.ts';
import { longPrompts, officialForms, twoColumnForm, wordings } from '#test/helpers/officialForms.ts';
import { cell, paragraph, row, run, table, wordFile } from '#test/helpers/wordFile.ts';
import { thrownBy } from '#test/helpers/workspaceFile.ts';
import { openFormPackage } from './formPackage.ts';
import type { FormPrompt } from './formPrompts.ts';
import { readPrompts } from './readPrompts.ts';

const read = (bytes: Uint8Array): readonly FormPrompt[] =>
  readPrompts(openFormPackage(bytes, 'form.docx'), 'form.docx').prompts;
const body = (...blocks: readonly string[]): readonly FormPrompt[] => read(wordFile(blocks.join('')));
const brief = (prompts: readonly FormPrompt[]) => prompts.map(({ text, place }) => [text, place.kind]);
const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/officialForms', name));
const label = (text: string): string => text.replace(/:$/u, '');

describe('the prompts of a form', () => {
  it.each(Object.keys(officialForms))('are all found, in order, in %s', async (name) => {
    const prompts = read(await (officialForms[name]?.() ?? Promise.reject(new Error(name))));
    const long = prompts.map(({ text }) => text).filter((text) => longPrompts.some((prompt) => prompt === text));
    expect(long).toEqual(longPrompts);
    const facts = prompts.slice(0, 4).map(({ text }) => label(text));
    expect(facts).toEqual([wordings.organisation, wordings.leadName, wordings.email, wordings.telephone]);
  });

  it.each([
    ['headings-and-blank-paragraphs.docx', 15],
    ['a-table-of-two-columns.docx', 13],
    ['numbered-prompts-with-guidance.docx', 16],
    ['content-controls-and-fields.docx', 13],
  ])('are found as well where LibreOffice has written the form: %s', (name, count) => {
    const prompts = read(fixture(name));
    expect(prompts).toHaveLength(count);
    expect(prompts.map(({ text }) => text)).toEqual(expect.arrayContaining([...longPrompts]));
    expect(prompts.some(({ text }) => /click or tap/iu.test(text))).toBe(false);
  });

  it('come with what explains them, and a remark that goes on about one is no prompt of its own', async () => {
    const italic = read((await officialForms['prompts in italics']?.()) ?? new Uint8Array());
    expect(italic.find(({ text }) => text === wordings.review)?.guidance).toEqual([wordings.note]);
    const numbered = read((await officialForms['numbered prompts with guidance']?.()) ?? new Uint8Array());
    expect(numbered.find(({ text }) => text === wordings.talent)?.guidance).toEqual([
      'Guidance: a page is usually enough, and figures help a reader.',
    ]);
  });

  it('keep their keys from one reading to the next', async () => {
    const bytes = await twoColumnForm();
    expect(read(bytes).map(({ key }) => key)).toEqual(read(bytes).map(({ key }) => key));
  });

  it('are not the headings over them, nor words that ask for no answer', () => {
    const heading = paragraph('Part B: the technical community', '<w:outlineLvl w:val="0"/>');
    const prompts = body(
      heading,
      paragraph(''),
      paragraph('What do technicians say?'),
      paragraph(''),
      paragraph('Please return the form by 1 May.'),
    );
    expect(brief(prompts)).toEqual([['What do technicians say?', 'below']]);
    expect(prompts[0]?.section).toBe('Part B: the technical community');
  });

  it('are headings where these have room under them', () => {
    const heading = (text: string) => paragraph(text, '<w:outlineLvl w:val="1"/>');
    expect(
      brief(body(heading('Community'), paragraph(''), heading('Money'), paragraph('In pounds.'), paragraph(''))),
    ).toEqual([
      ['Community', 'below'],
      ['Money', 'below'],
    ]);
  });

  it('are found side by side in one line, each with its own rule', () => {
    const line = run('Name: ________ Post: ………………… Date …../…../…..');
    expect(brief(body(paragraph(line))).slice(0, 2)).toEqual([
      ['Name:', 'line'],
      ['Post:', 'line'],
    ]);
  });

  it('belong to the rules and the controls under them, which have no words of their own', () => {
    expect(
      brief(body(paragraph('Describe the network.'), paragraph('____________'), paragraph('____________'))),
    ).toEqual([['Describe the network.', 'line']]);
  });

  it('are not made of dots in prose', () => {
    expect(brief(body(paragraph('Describe it, e.g. meetings, posters, and so on...'), paragraph('')))).toEqual([
      ['Describe it, e.g. meetings, posters, and so on...', 'below'],
    ]);
  });

  it('in a table take the cell beside before the cell below', () => {
    const rows = [
      row([cell('Question'), cell('Your answer')]),
      row([cell('Who leads?'), cell('')]),
      row([cell('Who pays?'), cell('')]),
    ];
    expect(brief(body(table(rows, [4_000, 4_000])))).toEqual([
      ['Who leads?', 'cell'],
      ['Who pays?', 'cell'],
    ]);
  });

  it('are not the headings of a table that is filled row by row', () => {
    const grid = table([
      row(['Action', 'Lead', 'Due'].map((text) => cell(text))),
      row([cell(''), cell(''), cell('')]),
      row([cell(''), cell(''), cell('')]),
    ]);
    expect(brief(body(paragraph('List the actions.'), grid))).toEqual([['List the actions.', 'below']]);
  });
});

describe('a file that is no form to fill', () => {
  const refused = (bytes: Uint8Array): AppError => thrownBy(() => read(bytes)) as AppError;
  const form = (): Uint8Array => wordFile(paragraph('Who leads?') + paragraph(''));

  it('is refused by name where it holds macros', () => {
    const byType = wordFile(paragraph('Who leads?'), {
      contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    });
    expect(refused(byType)).toMatchObject({ code: 'form-has-macros', detail: { fileName: 'form.docx' } });
    const byPart = zipSync({ ...unzipSync(form()), 'word/vbaProject.bin': new Uint8Array([1]) });
    expect(refused(byPart).code).toBe('form-has-macros');
  });

  it('is refused where it is protected by a password', async () => {
    const locked = (await lockedFiles()).find(({ fileName }) => fileName === 'locked.docx');
    expect(refused(locked?.bytes ?? new Uint8Array())).toMatchObject({
      code: 'file-encrypted',
      detail: { fileName: 'form.docx' },
    });
  });

  it('is refused where it is damaged, with the part', () => {
    const parts = unzipSync(form());
    const broken = zipSync({ ...parts, 'word/document.xml': strToU8('<w:document><w:body>') });
    expect(refused(broken)).toMatchObject({ code: 'file-damaged', detail: { place: 'word/document.xml' } });
    expect(refused(form().slice(0, 400)).code).toBe('file-damaged');
    const entities = zipSync({ ...parts, 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') });
    expect(refused(entities).code).toBe('file-damaged');
  });

  it('is refused where it is something else, by what it is', () => {
    expect(refused(strToU8('%PDF-1.7 a form'))).toMatchObject({ code: 'form-not-word', detail: { kind: 'pdf' } });
    expect(refused(strToU8('{\\rtf1 a form}'))).toMatchObject({ code: 'form-not-word', detail: { kind: 'rich-text' } });
    expect(refused(strToU8('a form in plain text')).code).toBe('form-not-word');
    const workbook = readFileSync(join(import.meta.dirname, '../../../test/fixtures/plans/plain.xlsx'));
    expect(refused(workbook)).toMatchObject({ code: 'form-not-word', detail: { kind: 'other-spreadsheet' } });
    expect(refused(new Uint8Array())).toMatchObject({ code: 'file-empty' });
  });

  it('is refused where it asks for nothing', () => {
    expect(refused(wordFile(paragraph('The Board met and went home.'))).code).toBe('form-no-prompts');
    expect(refused(wordFile('')).code).toBe('form-no-prompts');
  });

  it('is refused where it is larger than any form', () => {
    const many = Array.from(
      { length: officialFormLimits.prompts + 1 },
      (_, index) => paragraph(`What is number ${index}?`) + paragraph(''),
    );
    expect(refused(wordFile(many.join('')))).toMatchObject({
      code: 'file-too-large',
      detail: { limit: '300 prompts' },
    });
    expect(refused(new Uint8Array(officialFormLimits.fileBytes + 1)).code).toBe('file-too-large');
    expect(refused(wordFile(paragraph('').repeat(officialFormLimits.paragraphs + 1)))).toMatchObject({
      code: 'file-too-large',
    });
  });
});
