import type { FileChild } from 'docx';
import { signaturePart } from '#shared/model/officialForm.ts';
import { isEmptyRichText } from '#shared/model/richText.ts';
import type { OfficialPrompt } from '#shared/model/tables.ts';
import type { SubmissionFact, SubmissionQuestion } from '../submission.ts';
import { cleanLine, cleanLines } from '../word/cleanText.ts';
import { type DocumentWords, dateInWords } from '../word/documentWords.ts';
import { TextParagraph } from '../word/paragraphXml.ts';
import { labelled, publicationBlocks } from '../word/questions.ts';
import { richTextBlocks } from '../word/richTextBlocks.ts';
import { linkOut, linkWithin, readableAddress, textRuns } from '../word/runs.ts';
import { styleIds } from '../word/styles.ts';
import { bookmarks, paragraph, type Writing } from '../word/writing.ts';

export type PairedPrompt = Pick<OfficialPrompt, 'promptKey' | 'text' | 'place' | 'questionKey' | 'part'>;

/** What goes to each prompt: paragraphs to place, or for its boxes whether the box with that label is ticked. */
export interface FormAnswers {
  readonly blocks: ReadonlyMap<string, readonly FileChild[]>;
  readonly ticks: ReadonlyMap<string, (label: string) => boolean>;
  /** Answers that the form has no place for. */
  readonly further: readonly { readonly question: SubmissionQuestion; readonly blocks: readonly FileChild[] }[];
}

/** The place of a table of facts among the appendices. */
export const factBookmark = (questionKey: string, index: number): string =>
  `facts_${questionKey.replaceAll('-', '_').slice(0, 24)}_${index + 1}`;

/**
 * What the prompts of the form are answered with. An answer is printed once: where two prompts are paired with one
 * question, the second leads to the first. What nobody has written leaves the blank of the form as it is.
 */
export function formAnswers(prompts: readonly PairedPrompt[], form: FormWriting): FormAnswers {
  const { submission } = form.writing;
  const blocks = new Map<string, readonly FileChild[]>();
  const ticks = new Map<string, (label: string) => boolean>();
  const placed = new Map<string, PairedPrompt>();
  const partsOf = (key: string): ReadonlySet<string> =>
    new Set(
      prompts.flatMap(({ questionKey, part, place }) =>
        questionKey === key && part !== null && place !== 'tick' ? [part] : [],
      ),
    );

  for (const prompt of prompts) {
    const question = submission.questions.find(({ key }) => key === prompt.questionKey);
    if (question === undefined) continue;
    if (prompt.place === 'tick') {
      const tick = tickOf(question, prompt.part);
      if (tick !== undefined) ticks.set(prompt.promptKey, tick);
      continue;
    }
    if (prompt.part !== null) {
      const found = partBlocks(question, prompt.part, form);
      if (found.length > 0) blocks.set(prompt.promptKey, found);
      continue;
    }
    const first = placed.get(question.key);
    const whole = wholeAnswer(question, partsOf(question.key), form);
    if (whole.length === 0) continue;
    const answer = first === undefined ? whole : [paragraph(styleIds.answer, answeredAbove(first, form.writing.words))];
    blocks.set(prompt.promptKey, answer);
    placed.set(question.key, first ?? prompt);
  }
  const further = submission.questions
    .filter(({ key }) => !placed.has(key) && !form.leftOut.has(key))
    .map((question) => ({ question, blocks: wholeAnswer(question, partsOf(question.key), form, false) }))
    .filter((each) => each.blocks.length > 0);
  return { blocks, ticks, further };
}

/** What answers are written with. */
export interface FormWriting {
  readonly writing: Writing;
  /** The keys of a question's facts, in their order. */
  readonly factKeys: ReadonlyMap<string, readonly string[]>;
  /** The titles of the appendices that there are, so that answers can lead to them: those of facts by their bookmark. */
  readonly plans: ReadonlyMap<'last-plan' | 'new-plan', string>;
  readonly facts: ReadonlyMap<string, string>;
  /** Keys of the questions that are printed nowhere. */
  readonly leftOut: ReadonlySet<string>;
}

const answeredAbove = ({ text }: PairedPrompt, { form }: DocumentWords): string => {
  const words = cleanLine(text).split(' ');
  return form.answeredAbove(`${words.slice(0, 12).join(' ')}${words.length > 12 ? '…' : ''}`);
};

/** @param leads whether it says in which appendix its tables are. */
function wholeAnswer(
  question: SubmissionQuestion,
  elsewhere: ReadonlySet<string>,
  form: FormWriting,
  leads = true,
): readonly FileChild[] {
  const { writing } = form;
  const written = isEmptyRichText(question.text) ? [] : richTextBlocks(question.text, writing);
  const { detail } = question;
  if (detail === null) return written;
  if (detail.kind === 'part') {
    if (detail.part === 'signatures') return [...written, ...signatureLines(writing)];
    const title = form.plans.get(detail.part);
    return [
      ...written,
      ...(title === undefined || !leads ? [] : [seeAppendix(bookmarks.part(detail.part), title, writing)]),
    ];
  }
  if (detail.kind === 'publication') {
    const { publication } = detail;
    const left = {
      statusPublished: elsewhere.has('status-published') ? null : publication.statusPublished,
      planPublished: elsewhere.has('plan-published') ? null : publication.planPublished,
      urls: elsewhere.has('url') ? [] : publication.urls,
    };
    const said = publicationBlocks(left, writing);
    // What is not said is not printed here: the blank of the form says it.
    const asked = [left.statusPublished !== null, left.planPublished !== null];
    return [...said.filter((_, index) => (index < 2 ? asked[index] : left.urls.length > 0)), ...written];
  }
  const keys = form.factKeys.get(question.key) ?? [];
  const factsOf = (kind: SubmissionFact['kind']): readonly FileChild[] =>
    detail.facts.flatMap((fact, index) =>
      fact.kind !== kind || elsewhere.has(keys[index] ?? '') ? [] : factBlocks(question.key, fact, index, form, leads),
    );
  return [...factsOf('value'), ...written, ...factsOf('table')];
}

function factBlocks(
  questionKey: string,
  fact: SubmissionFact,
  index: number,
  { writing, facts }: FormWriting,
  leads: boolean,
): readonly FileChild[] {
  if (fact.kind === 'table') {
    const bookmark = factBookmark(questionKey, index);
    const title = facts.get(bookmark);
    return title === undefined || !leads ? [] : [seeAppendix(bookmark, title, writing)];
  }
  const value = cleanLines(fact.value).join('\n');
  return value === '' ? [] : [labelled(cleanLine(fact.label), value, writing)];
}

function seeAppendix(bookmark: string, title: string, { words }: Writing): TextParagraph {
  return new TextParagraph({ style: styleIds.answer, inlines: [linkWithin(bookmark, words.question.seePart(title))] });
}

/** One fact, or one part of a signature, as a line. */
function partBlocks(question: SubmissionQuestion, part: string, form: FormWriting): readonly FileChild[] {
  const { writing } = form;
  const signature = signaturePart(part);
  if (signature !== null) return lineOf(signatureValue(signature, writing));
  const { detail } = question;
  if (detail?.kind === 'publication') {
    const { publication } = detail;
    if (part === 'url') return publication.urls.flatMap((url) => linkLine(cleanLine(url)));
    const value = part === 'plan-published' ? publication.planPublished : publication.statusPublished;
    return value === null ? [] : lineOf(value ? writing.words.yes : writing.words.no);
  }
  const index = form.factKeys.get(question.key)?.indexOf(part) ?? -1;
  const fact = detail?.kind === 'facts' ? detail.facts[index] : undefined;
  if (fact === undefined) return [];
  if (fact.kind === 'table') return factBlocks(question.key, fact, index, form, true);
  return lineOf(cleanLines(fact.value).join('\n'));
}

function signatureValue(
  { signatory, field }: { readonly signatory: number; readonly field: string },
  { submission, words }: Writing,
): string {
  const person = submission.signatories[signatory - 1];
  // A draft is not to be signed, and nobody signs by having a name typed.
  if (person === undefined || submission.options.copy.kind === 'draft') return '';
  if (field === 'name') return cleanLine(person.name);
  if (field === 'title') return cleanLine(person.title);
  if (field === 'date') return person.signedOn === null ? '' : dateInWords(cleanLine(person.signedOn), words);
  return '';
}

function signatureLines(writing: Writing): readonly FileChild[] {
  const { submission, words } = writing;
  if (submission.options.copy.kind === 'draft') return [];
  return submission.signatories.flatMap((person, index) => {
    const value = (field: string): string => signatureValue({ signatory: index + 1, field }, writing);
    const said = [value('name'), value('title'), value('date')].filter((each) => each !== '').join(', ');
    return said === '' ? [] : [labelled(cleanLine(person.role) || words.signature.name, said, writing)];
  });
}

const lineOf = (text: string): readonly TextParagraph[] =>
  text === '' ? [] : [new TextParagraph({ style: styleIds.answer, inlines: textRuns(text) })];

const linkLine = (url: string): readonly TextParagraph[] =>
  url === ''
    ? []
    : [new TextParagraph({ style: styleIds.answer, inlines: [...linkOut(url, [{ text: readableAddress(url) }])] })];

/** A box is ticked where its label says what is so: yes or no, or what is published. */
function tickOf(question: SubmissionQuestion, part: string | null): ((label: string) => boolean) | undefined {
  if (question.detail?.kind !== 'publication') return undefined;
  const { statusPublished, planPublished } = question.detail.publication;
  const both = statusPublished === null || planPublished === null ? null : statusPublished && planPublished;
  const asked = part === 'plan-published' ? planPublished : part === 'status-published' ? statusPublished : both;
  return (label) => {
    if (/^\W*yes\b/iu.test(label)) return asked === true;
    if (/^\W*no\b/iu.test(label)) return asked === false;
    if (part !== null || label === '') return asked === true;
    const isPlan = /\bplan\b/iu.test(label);
    const isStatus = /\bstatus\b|\bsignatory\b/iu.test(label);
    if (isPlan !== isStatus) return (isPlan ? planPublished : statusPublished) === true;
    return both === true;
  };
}
