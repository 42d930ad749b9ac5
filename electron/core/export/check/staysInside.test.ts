import { describe, expect, it, vi } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { headingsForm } from '#test/helpers/officialForms.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import type { SubmissionQuestion } from '../submission.ts';
import { writeWord } from '../word/writeWord.ts';
import { continuedMark } from '../workbook/layout.ts';
import { workbookContent } from '../workbook/workbookContent.ts';
import { writeWorkbook } from '../workbook/writeWorkbook.ts';
import { checkForm } from './checkForm.ts';
import { textsInside } from './staysInside.ts';

const secret = 'Nobody in stores has been asked about the move to the new building';

/** Whether what is gathered has the fault that the check is there for: an answer holds what stays inside. */
const writer = vi.hoisted(() => ({ isAtFault: false }));
vi.mock('../buildSubmission.ts', async (load) => {
  const real = await load<typeof import('../buildSubmission.ts')>();
  const planted = (question: SubmissionQuestion): SubmissionQuestion => ({
    ...question,
    state: 'draft',
    text: richTextFromParagraphs(secret),
  });
  return {
    ...real,
    buildSubmission: (...given: Parameters<typeof real.buildSubmission>) => {
      const built = real.buildSubmission(...given);
      return writer.isAtFault ? { ...built, questions: built.questions.map(planted) } : built;
    },
  };
});

const note = 'Ask the Dean again before the board hears of the cost of this';

/** An internal entry, a note to self, and an action and an answer beside them. */
async function withSecrets() {
  const test = await openCore();
  const { call } = test;
  const { rows } = await call('workspace.load', {});
  const [cycle] = rows.cycle;
  const answer = rows.answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing');
  if (!cycle || !answer) throw new Error('The workspace has no cycle');
  await call('voice.add', { fields: { words: secret, consent: 'internal', heardOn: '2026-05-04' } });
  await call('voice.add', { fields: { words: 'No, thank you very much', consent: 'internal' } });
  await call('voice.add', { fields: { words: 'Everybody in the workshop was asked about the move', consent: 'role' } });
  const { id: action } = await call('action.add', {
    planId: cycle.newPlanId,
    fields: { ref: 'N1', text: 'Hold a lunch', lead: 'Registrar', notes: note },
  });
  return { ...test, cycle, answer, action };
}
type Secrets = Awaited<ReturnType<typeof withSecrets>>;
const rowsOf = ({ services }: TestCore) => services.session.required().rows;
const word = ({ cycle }: Secrets) =>
  ({
    cycleId: cycle.id,
    parts: ['brief', 'questions', 'signatures', 'last-plan', 'new-plan', 'voice', 'evidence'],
    planAs: 'tables',
    language: 'en-GB',
    draft: true,
  }) as const;
async function form(test: Secrets): Promise<void> {
  const { call, core, cycle } = test;
  const file = core.fileTokens.holdBytes('form.docx', await headingsForm());
  await call('officialForm.open', { cycleId: cycle.id, file });
}

describe('what stays inside', () => {
  it('is looked for where it is longer than a few words, and not where somebody has written it to be printed', async () => {
    const test = await withSecrets();
    const inside = (notes: boolean) => textsInside(rowsOf(test), { notes });
    expect(inside(true)).toEqual([secret.toLowerCase(), note.toLowerCase()]);
    expect(inside(false)).toEqual([secret.toLowerCase()]);
    await test.call('answer.write', { id: test.answer.id, content: richTextFromParagraphs(`As we heard: ${secret}.`) });
    expect(inside(true)).toEqual([note.toLowerCase()]);
    await test.call('action.edit', { id: test.action, fields: { text: note } });
    expect(inside(true)).toEqual([]);
  });

  it('keeps no sound document from leaving, not even where it says what a workbook says by itself', async () => {
    const test = await withSecrets();
    await form(test);
    const lead = { ref: 'N2', text: 'x'.repeat(40_000), lead: 'Registrar', notes: continuedMark };
    await test.call('action.add', { planId: test.cycle.newPlanId, fields: lead });
    await test.call('export.word', word(test));
    await test.call('export.form', { cycleId: test.cycle.id, draft: true });
    await test.call('export.workbook', { cycleId: test.cycle.id, plan: 'both', sheets: 'by-theme' });
    await test.call('export.contributionCopy', { planId: test.cycle.newPlanId, lead: 'Registrar' });
  });

  it.each(['export.word', 'export.form'] as const)(
    'is kept there by %s where a writer passes it on',
    async (channel) => {
      const test = await withSecrets();
      await form(test);
      writer.isAtFault = true;
      try {
        const input =
          channel === 'export.word'
            ? word(test)
            : ({ cycleId: test.cycle.id, draft: true, language: 'en-GB' } as const);
        expect(await test.refusal(channel, input)).toEqual({
          code: 'export-failed',
          detail: {
            reason: expect.stringMatching(/did not pass the check before writing: personal-data \(.*document.*\)/u),
          },
        });
      } finally {
        writer.isAtFault = false;
      }
    },
  );
});

describe('a planted text', () => {
  const planted = `They said that ${secret}, and more`;
  const kept = [secret.toLowerCase()];

  it('is found in a Word document, also where it is cut into runs or lines', async () => {
    const [first, ...others] = fullSubmission.questions;
    if (!first) throw new Error('The submission has no question');
    const [start, end] = [planted.slice(0, 30), planted.slice(30)];
    const text = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: start, marks: [{ type: 'bold' }] },
            { type: 'text', text: end.replace(' new ', '\u00a0new  ') },
          ],
        },
      ],
    } as const;
    const submission = { ...fullSubmission, questions: [{ ...first, text }, ...others] };
    await expect(writeWord(submission, kept)).rejects.toThrow('personal-data (word/document.xml)');
    await writeWord(submission, ['another text that nobody wrote in it']);
  });

  it('is found in an official form, in any part that was written', () => {
    const part = (inner: string) =>
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;
    const paragraph = `<w:p><w:r><w:t>${planted.slice(0, 40)}</w:t></w:r><w:r><w:t>${planted.slice(40)}</w:t></w:r></w:p>`;
    expect(checkForm(part(paragraph), new Map(), kept)).toEqual([{ name: 'personal-data', place: 'document' }]);
    expect(checkForm(part('<w:p/>'), new Map([['word/header9.xml', part(paragraph)]]), kept)).toEqual([
      { name: 'personal-data', place: 'word/header9.xml' },
    ]);
    expect(checkForm(part('<w:p/>'), new Map(), kept)).toEqual([]);
  });

  it('is found in a workbook', async () => {
    const test = await withSecrets();
    await test.call('action.edit', { id: test.action, fields: { successMeasure: planted } });
    const content = workbookContent(rowsOf(test), test.cycle.id, 'next', '2026-11-21');
    await expect(writeWorkbook(content, 'one', { kept })).rejects.toThrow(/personal-data \(xl\/sharedStrings\.xml\)/u);
    await writeWorkbook(content, 'one');
  });
});
