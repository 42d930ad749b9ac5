import type { DraftMark } from '#core/export/form/draftMark.ts';
import { fillForm } from '#core/export/form/fillForm.ts';
import type { PairedPrompt } from '#core/export/form/formAnswers.ts';
import { writeFormParts } from '#core/export/form/writeFormParts.ts';
import type { Submission, SubmissionQuestion } from '#core/export/submission.ts';
import { openFormPackage } from '#core/officialForm/formPackage.ts';
import { readPrompts } from '#core/officialForm/readPrompts.ts';
import type { Question } from '#shared/model/questionSet.ts';
import { type RichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import { fullSubmission } from '#test/fixtures/submission.ts';
import { all, readWord, textOf, type XmlElement } from '#test/golden/word/readWord.ts';
import { longPrompts } from './officialForms.ts';

export const draft: Submission = {
  ...fullSubmission,
  options: { ...fullSubmission.options, copy: { kind: 'draft', version: '' } },
};
export const final: Submission = {
  ...fullSubmission,
  options: { ...fullSubmission.options, copy: { kind: 'issued', version: '', fingerprint: '' } },
};

/** Questions of the tests: one for each long prompt, and an institution with two facts. */
export const keys = longPrompts.map((_, index) => `question-${index + 1}`);
const asQuestion = (key: string, kind: Question['kind'], facts: readonly string[] = []): Question =>
  ({
    key,
    kind,
    title: `Title of ${key}`,
    facts: facts.map((fact) => ({ key: fact, label: fact, kind: 'text' })),
  }) as unknown as Question;
export const questions: readonly Question[] = [
  asQuestion('institution', 'facts', ['organisation', 'lead-email']),
  ...keys.map((key) => asQuestion(key, 'rich-text')),
  asQuestion('publication', 'publication', ['status-published', 'plan-published', 'url']),
  asQuestion('signatures', 'signatures'),
];

export const answered = (texts: readonly RichText[], base = draft): Submission => ({
  ...base,
  references: [],
  lastPlan: null,
  newPlan: { ...base.newPlan, groups: [] },
  questions: [
    question('institution', richTextFromParagraphs(''), {
      kind: 'facts',
      facts: [
        { kind: 'value', label: 'Organisation', value: 'Saltmarsh University' },
        { kind: 'value', label: 'E-mail', value: 'lead@saltmarsh.example' },
      ],
    }),
    ...texts.map((text, index) => question(keys[index] ?? '', text)),
  ],
});
export const question = (
  key: string,
  text: RichText,
  detail: SubmissionQuestion['detail'] = null,
): SubmissionQuestion => ({
  key,
  number: '',
  title: `Title of ${key}`,
  prompt: '',
  guidance: [],
  state: 'draft',
  text,
  detail,
});

/** Pairs what is asked in these wordings; anything else is left. */
export function paired(form: Uint8Array, without: readonly string[] = []): readonly PairedPrompt[] {
  const { prompts } = readPrompts(openFormPackage(form, 'form.docx'), 'form.docx');
  return prompts.map(({ key, text, place }): PairedPrompt => {
    const at = longPrompts.indexOf(text as (typeof longPrompts)[number]);
    const fact = /^Organisation/u.test(text) ? 'organisation' : /^E-mail/u.test(text) ? 'lead-email' : null;
    const questionKey = fact !== null ? 'institution' : without.includes(text) ? null : (keys[at] ?? null);
    return { promptKey: key, text, place: place.kind, questionKey, part: fact };
  });
}

export async function fill(
  form: Uint8Array,
  submission: Submission,
  prompts = paired(form),
  leftOut: readonly string[] = [],
  mark?: DraftMark,
) {
  const parts = await writeFormParts(submission, questions, prompts, new Set(leftOut));
  const { bytes, filled, afterBoxes } = fillForm(form, 'form.docx', parts, mark);
  return { bytes, filled, afterBoxes, word: readWord(bytes), further: parts.further };
}

export const lines = (document: XmlElement): readonly string[] =>
  all(document, 'w:p')
    .map((each) => textOf(each).trim())
    .filter((text) => text !== '');
export const words = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];
