import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { richTextFromParagraphs } from '#shared/model/richText.ts';
import type { OfficialPrompt } from '#shared/model/tables.ts';
import { boxesForm } from '#test/helpers/boxedForms.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { italicForm, twoColumnForm, wordings } from '#test/helpers/officialForms.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';
import { buildSubmission } from '../export/buildSubmission.ts';

let core: TestCore;
let cycleId: string;
beforeEach(async () => {
  core = await openCore();
  cycleId = (await core.call('workspace.load', {})).rows.cycle[0]?.id ?? '';
});

const openForm = (bytes: Uint8Array, fileName = 'form.docx') =>
  core.call('officialForm.open', { cycleId, file: core.services.fileTokens.holdBytes(fileName, bytes) });
const rows = async () => (await core.call('workspace.load', {})).rows;
const write = async (key: string, text: string) => {
  const { answer } = await rows();
  const id = answer.find(({ questionKey }) => questionKey === key)?.id ?? '';
  return core.call('answer.write', { id, content: richTextFromParagraphs(text) });
};
const promptOf = async (text: string): Promise<OfficialPrompt> => {
  const prompt = (await rows()).officialPrompt.find((each) => each.text === text);
  if (!prompt) throw new Error(`No prompt ${text}`);
  return prompt;
};
const printed = () => {
  const { rows: access } = core.services.session.required();
  const options = {
    parts: ['questions'],
    planAs: 'tables',
    language: 'en-GB',
    copy: { kind: 'draft', version: '' },
  } as const;
  const { questions } = buildSubmission(access, cycleId, options, '2026-11-21');
  return (key: string) => questions.find((question) => question.key === key);
};

describe('a blank form', () => {
  it('is kept byte for byte, with its prompts as guesses, in one step', async () => {
    const bytes = await italicForm();
    const { id, prompts, guessed } = await openForm(bytes, 'Official form.docx');
    expect([prompts, guessed]).toEqual([15, 15]);
    const { officialForm, officialPrompt, attachment } = await rows();
    expect(officialForm).toMatchObject([{ id, cycleId, leftOut: [] }]);
    expect(attachment).toMatchObject([{ id: officialForm[0]?.attachmentId, fileName: 'Official form.docx' }]);
    expect(officialPrompt.every(({ confirmed }) => !confirmed)).toBe(true);
    const saved = await core.call('officialForm.saveOut', { id });
    expect(Buffer.compare((await core.services.fileTokens.read(saved.file, 1e8)).bytes, bytes)).toBe(0);
    expect((await core.call('workspace.load', {})).history.undo).toBe('Opened the official form “Official form.docx”');
  });

  it('goes with Undo and comes again with Redo, pairings and all', async () => {
    await openForm(await italicForm());
    const { questionKey: _, ...before } = await promptOf(wordings.governance);
    await core.call('officialForm.pair', { promptId: before.id, questionKey: 'talent-commission', part: null });
    const paired = await rows();
    await core.call('history.undo', {});
    await core.call('history.undo', {});
    expect((await rows()).officialPrompt).toEqual([]);
    await core.call('history.redo', {});
    await core.call('history.redo', {});
    const again = await rows();
    expect(again.officialForm).toEqual(paired.officialForm);
    expect(again.officialPrompt.toSorted(byId)).toEqual(paired.officialPrompt.toSorted(byId));
  });

  it('gives way to another, which keeps what was confirmed for the same wording; Undo brings the first back', async () => {
    const first = await openForm(await italicForm());
    await core.call('officialForm.pair', {
      promptId: (await promptOf(wordings.talent)).id,
      questionKey: null,
      part: null,
    });
    const before = await rows();
    const second = await openForm(await twoColumnForm());
    expect(second.id).not.toBe(first.id);
    expect(second.guessed).toBe(second.prompts - 1);
    expect(await promptOf(wordings.talent)).toMatchObject({ questionKey: null, confirmed: true, place: 'cell' });
    expect((await rows()).officialForm).toHaveLength(1);
    await core.call('history.undo', {});
    expect((await rows()).officialPrompt.toSorted(byId)).toEqual(before.officialPrompt.toSorted(byId));
  });

  it('that is refused changes nothing', async () => {
    const file = core.services.fileTokens.holdBytes('minutes.docx', wordFile(paragraph('We met and went home.')));
    expect(await core.refusal('officialForm.open', { cycleId, file })).toMatchObject({
      code: 'form-no-prompts',
      detail: { fileName: 'minutes.docx' },
    });
    expect((await rows()).officialForm).toEqual([]);
  });
});

describe('the official wording', () => {
  it('is printed from the moment a person confirms it, and no guess is', async () => {
    const { id } = await openForm(await italicForm());
    const ours = printed()('governance-and-resourcing')?.prompt;
    expect(ours).not.toBe(wordings.governance);
    const { id: promptId } = await promptOf(wordings.governance);
    await core.call('officialForm.pair', { promptId, questionKey: 'governance-and-resourcing', part: null });
    expect(printed()('governance-and-resourcing')?.prompt).toBe(wordings.governance);
    expect(printed()('last-plan-review')?.prompt).not.toBe(wordings.review);
    await core.call('officialForm.confirmAll', { id });
    expect(printed()('last-plan-review')).toMatchObject({ prompt: wordings.review, guidance: [wordings.note] });
    await core.call('officialForm.remove', { id });
    expect(printed()('governance-and-resourcing')?.prompt).toBe(ours);
    await core.call('history.undo', {});
    expect(printed()('governance-and-resourcing')?.prompt).toBe(wordings.governance);
  });

  it('of two prompts that one question answers is both', async () => {
    await openForm(await italicForm());
    for (const text of [wordings.structures, wordings.governance]) {
      const { id: promptId } = await promptOf(text);
      await core.call('officialForm.pair', { promptId, questionKey: 'governance-and-resourcing', part: null });
    }
    expect(printed()('governance-and-resourcing')?.prompt).toBe(`${wordings.structures}\n${wordings.governance}`);
  });
});

describe('a pairing', () => {
  it('with something that does not exist is refused in a sentence', async () => {
    await openForm(await italicForm());
    const { id: promptId } = await promptOf(wordings.talent);
    const refusal = (questionKey: string | null, part: string | null) =>
      core.refusal('officialForm.pair', { promptId, questionKey, part });
    expect(await refusal('no-such-question', null)).toMatchObject({
      code: 'refused-by-rule',
      detail: { reason: 'That question is not part of this self-assessment.' },
    });
    expect((await refusal('talent-commission', 'lead-email')).detail.reason).toBe(
      '“TALENT recommendations” has no such part.',
    );
    expect((await refusal(null, 'lead-email')).code).toBe('refused-by-rule');
    expect((await refusal('signatures', '1-shoe-size')).code).toBe('refused-by-rule');
  });

  it('of a signed cycle stays as it was signed', async () => {
    const { id } = await openForm(await italicForm());
    const { id: promptId } = await promptOf(wordings.talent);
    await core.call('signOff.record', {
      cycleId,
      step: 'signed',
      name: 'Ada Marsh',
      role: 'Vice-Chancellor',
      happenedOn: '2026-11-20',
      issuedDocumentId: keptCopy(core, cycleId),
      note: '',
    });
    const signed = { code: 'signed-off' };
    expect(await core.refusal('officialForm.pair', { promptId, questionKey: null, part: null })).toMatchObject(signed);
    expect(await core.refusal('officialForm.confirmAll', { id })).toMatchObject(signed);
    expect(await core.refusal('officialForm.remove', { id })).toMatchObject(signed);
    expect(
      await core.refusal('officialForm.leaveOut', { id, questionKey: 'publication', leftOut: true }),
    ).toMatchObject(signed);
  });
});

describe('the form filled', () => {
  it('is refused without a form, and as a final copy while guesses are left', async () => {
    expect((await core.refusal('export.form', { cycleId, draft: true })).detail.reason).toMatch(
      /^No official form has been opened/u,
    );
    await openForm(await italicForm());
    expect((await core.refusal('export.form', { cycleId, draft: false })).detail.reason).toBe(
      '15 prompts are still paired by a guess. Confirm the pairings under Official form, or export a draft.',
    );
  });

  it('says how much of it was filled, by guess, elsewhere and nowhere; the same answers give the same bytes', async () => {
    const { id } = await openForm(await italicForm());
    await write('governance-and-resourcing', 'Nine people meet each term.');
    await write('talent-commission', 'Three recommendations.');
    await write('evidence-of-impact', 'Twelve people stayed.');
    const leave = async (text: string) =>
      core.call('officialForm.pair', { promptId: (await promptOf(text)).id, questionKey: null, part: null });
    await leave(wordings.talent);
    await leave(wordings.impact);
    await core.call('officialForm.leaveOut', { id, questionKey: 'evidence-of-impact', leftOut: true });
    const filled = await core.call('export.form', { cycleId, draft: true });
    expect(filled).toMatchObject({
      fileName: 'Eastmere University Stage 3 official form (draft).docx',
      filled: 1,
      guesses: 1,
      inAppendix: ['TALENT recommendations'],
      leftOut: ['Evidence of impact'],
    });
    // What is paired and has nothing written; what is to be signed is left alone.
    expect(filled.blank).toContain('Technical staff structures');
    expect(filled.blank).not.toContain('Governance and resourcing');
    expect(filled.blank.filter((text) => /Sign/u.test(text))).toEqual([]);
    expect((await core.call('export.form', { cycleId, draft: true })).sha256).toBe(filled.sha256);
    expect(filled.issuedDocumentId).toBeNull();
    expect((await rows()).issuedDocument).toEqual([]);
  });

  it('that is issued is kept byte for byte, is known again, and shows one changed word', async () => {
    const { id } = await openForm(await italicForm());
    const { answer } = await rows();
    await core.call('answer.write', {
      id: answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing')?.id ?? '',
      content: richTextFromParagraphs('Nine people meet each term.'),
    });
    await core.call('officialForm.confirmAll', { id });
    const issued = await core.call('export.form', { cycleId, draft: false });
    expect(issued.fileName).toBe('Eastmere University Stage 3 official form version 1.docx');
    const bytesOf = async (file: string) => (await core.core.fileTokens.read(file, 50_000_000)).bytes;
    const bytes = await bytesOf(issued.file);
    const { issuedDocument, version } = await rows();
    expect(issuedDocument).toMatchObject([
      { id: issued.issuedDocumentId, kind: 'word', sha256: issued.sha256, fingerprint: issued.fingerprint },
    ]);
    expect(version).toMatchObject([{ name: 'Version 1', note: 'Issued as the official form' }]);
    const answerId = answer.find(({ questionKey }) => questionKey === 'governance-and-resourcing')?.id ?? '';
    await core.call('answer.write', { id: answerId, content: richTextFromParagraphs('Ten people.') });
    const again = await core.call('export.issuedAgain', { issuedDocumentId: issued.issuedDocumentId ?? '' });
    expect(Buffer.compare(await bytesOf(again.file), bytes)).toBe(0);
    const read = (content: Uint8Array) =>
      core.call('returned.read', { file: core.core.fileTokens.holdBytes('Returned.docx', content), cycleId });
    expect((await read(bytes)).verdict).toBe('issued');
    const parts = unzipSync(bytes);
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const packed = (xml: string) => zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
    expect((await read(packed(document))).verdict).toBe('same-words');
    expect(await read(packed(document.replace('Nine people meet', 'Two people meet')))).toMatchObject({
      verdict: 'changed',
      changed: 1,
      changes: [{ before: 'Nine people meet each term.', after: 'Two people meet each term.' }],
    });
  });

  it('says what stands after a drawn box, and shows one changed word of an answer inside one', async () => {
    const { id } = await openForm(boxesForm());
    await write('governance-and-resourcing', 'Nine people meet each term.');
    await write('talent-commission', 'Three recommendations.');
    await core.call('officialForm.confirmAll', { id });
    const issued = await core.call('export.form', { cycleId, draft: false });
    expect(issued.afterBoxes).toEqual([wordings.talent]);
    const { bytes } = await core.core.fileTokens.read(issued.file, 50_000_000);
    const parts = unzipSync(bytes);
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    // In the box and in its twin.
    expect(document.split('Nine people meet each term.')).toHaveLength(3);
    const returned = zipSync({
      ...parts,
      'word/document.xml': strToU8(document.replaceAll('Nine people meet', 'Two people meet')),
    });
    const file = core.core.fileTokens.holdBytes('Returned.docx', returned);
    expect(await core.call('returned.read', { file, cycleId })).toMatchObject({
      verdict: 'changed',
      changed: 1,
      changes: [{ before: 'Nine people meet each term.', after: 'Two people meet each term.' }],
    });
  });

  it('has its headings and labels in the language that was chosen, and a mark on each page of a draft', async () => {
    await openForm(await italicForm());
    const [cycle] = (await rows()).cycle;
    await core.call('action.add', {
      planId: cycle?.newPlanId ?? '',
      fields: { text: 'Hold a conference', themes: ['visibility'] },
    });
    const textOf = async (language: 'en-GB' | 'cy-GB') => {
      const { file } = await core.call('export.form', { cycleId, draft: true, language });
      const parts = unzipSync((await core.core.fileTokens.read(file, 50_000_000)).bytes);
      return Object.values(parts)
        .map((part) => strFromU8(part))
        .join('');
    };
    const [english, welsh] = [await textOf('en-GB'), await textOf('cy-GB')];
    expect(english).toContain('Appendix A: New action plan');
    expect(english).toContain('>Draft<');
    expect(welsh).toContain('Atodiad A: Cynllun gweithredu newydd');
    expect(welsh).toContain('>Drafft<');
    expect(welsh).not.toContain('Appendix');
  });
});

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => one.id.localeCompare(other.id);
