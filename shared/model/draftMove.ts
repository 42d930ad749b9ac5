import { type Facts, hasFact } from './facts.ts';
import type { Fact, Question, QuestionSet } from './questionSet.ts';
import { isSameWording, pairAsks, writesText } from './questionSetComparison.ts';
import { isEmptyRichText, type RichText, type RichTextBlock, wordCountOf } from './richText.ts';
import type { AnswerState } from './words.ts';

/** What stands in one answer of a draft. */
export interface DraftAnswer {
  readonly content: RichText;
  readonly facts: Facts;
  /** Keys of the asks that are ticked. */
  readonly ticked: readonly string[];
  readonly state: AnswerState;
}

/** Where an answer of the form in use goes: to one question of the other form, to several, or to none. */
export interface Destination {
  readonly from: string;
  readonly to: readonly string[];
}

export interface MovedAnswer {
  readonly key: string;
  /** Keys of the questions whose answers came here, in the order of the form that was left. */
  readonly from: readonly string[];
  readonly content: RichText;
  readonly facts: Facts;
  readonly ticked: readonly string[];
  /** Whether what was marked ready may stay so: the same question, in the same words, with nothing joined or left out. */
  readonly keepsState: boolean;
  /** Why it is to be looked at again, a sentence each; empty where it is as it was. */
  readonly notes: readonly string[];
}

export interface DraftMove {
  /** One for each question of the other form, in its order. */
  readonly answers: readonly MovedAnswer[];
  /** What has no place in the other form and can be read in the earlier draft only, a sentence each. */
  readonly left: readonly string[];
}

/**
 * Works out what a draft becomes under another form. Text goes where the person says, in the order of the form that is
 * left; fields go to the field of the same key; what has no field becomes a line of the text; ticks go to the ask that
 * takes theirs over. Nothing is lost: what has no place is named in `left`, and the whole draft is kept beside.
 */
export function moveDraft(
  before: QuestionSet,
  after: QuestionSet,
  answers: ReadonlyMap<string, DraftAnswer>,
  destinations: readonly Destination[],
): DraftMove {
  const left: string[] = [];
  const goesTo = new Map(destinations.map(({ from, to }) => [from, to]));
  const lines = linesWithoutField(before, after, answers, goesTo, left);
  const moved = after.questions.map((question): MovedAnswer => {
    const origins = before.questions.filter(({ key }) => goesTo.get(key)?.includes(question.key));
    return moveInto(question, origins, answers, goesTo, lines);
  });
  for (const question of before.questions) {
    const answer = answers.get(question.key);
    const to = goesTo.get(question.key) ?? [];
    if (!answer) continue;
    const targets = after.questions.filter(({ key }) => to.includes(key));
    if (!isEmptyRichText(answer.content) && !targets.some(({ kind }) => writesText(kind)))
      left.push(`The text of “${question.title}”, ${wordsIn(answer.content)}.`);
    const lost = answer.ticked.filter(
      (ask) => !targets.some((target) => [...pairAsks(question, target).values()].includes(ask)),
    );
    if (lost.length > 0)
      left.push(`${lost.length === 1 ? 'One tick' : `${lost.length} ticks`} of “${question.title}”.`);
  }
  return { answers: moved, left };
}

function moveInto(
  question: Question,
  origins: readonly Question[],
  answers: ReadonlyMap<string, DraftAnswer>,
  goesTo: ReadonlyMap<string, readonly string[]>,
  lines: ReadonlyMap<string, readonly string[]>,
): MovedAnswer {
  const given = origins.flatMap((origin) => {
    const answer = answers.get(origin.key);
    return answer ? [{ origin, answer }] : [];
  });
  const added = lines.get(question.key) ?? [];
  const texts = writesText(question.kind)
    ? given.map(({ answer }) => answer.content).filter((content) => !isEmptyRichText(content))
    : [];
  const content = joined([...texts.flatMap((text) => text.content), ...added.map(paragraphOf)]);
  const facts = Object.fromEntries(
    (question.facts ?? []).flatMap((fact) => {
      const value = given
        .map(({ origin, answer }) => valueFor(fact, origin, answer))
        .find((each) => each !== undefined);
      return value === undefined ? [] : [[fact.key, value]];
    }),
  );
  const ticked = question.asks
    .filter(({ key }) =>
      given.some(({ origin, answer }) => answer.ticked.includes(pairAsks(origin, question).get(key) ?? '')),
    )
    .map(({ key }) => key);
  const notes = [
    ...(given.length === 0 ? [] : notesOf(question, origins, goesTo)),
    ...(added.length === 0 ? [] : ['Fields that this form does not have stand at its end as text.']),
    ...overLimit(question, content),
  ];
  return {
    key: question.key,
    from: given.map(({ origin }) => origin.key),
    content,
    facts,
    ticked,
    keepsState: given.length === 1 && notes.length === 0,
    notes,
  };
}

function notesOf(
  question: Question,
  origins: readonly Question[],
  goesTo: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const [origin] = origins;
  if (!origin) return [];
  if (origins.length > 1) return [`It is joined from ${origins.map(({ title }) => `“${title}”`).join(' and ')}.`];
  if ((goesTo.get(origin.key)?.length ?? 0) > 1)
    return [`The answer to “${origin.title}” was put here and elsewhere; keep the part that answers this question.`];
  const asks = pairAsks(origin, question);
  const isAsked = question.asks.filter(
    ({ key, label }) => origin.asks.find((ask) => ask.key === asks.get(key))?.label !== label,
  );
  return [
    ...(isSameWording(origin, question) ? [] : [`The question was reworded; it was “${origin.heading}”`]),
    ...(origin.kind === question.kind ? [] : ['It is answered in another form.']),
    ...isAsked.map(({ label }) => `It now asks for “${label}”.`),
  ];
}

function overLimit({ wordLimit }: Question, content: RichText): readonly string[] {
  const words = wordCountOf(content);
  return wordLimit !== null && words > wordLimit ? [`It has ${words} words, and the limit is ${wordLimit}.`] : [];
}

/** The value of an earlier answer that a field of the other form can take as it is. */
function valueFor(fact: Fact, origin: Question, answer: DraftAnswer): Facts[string] | undefined {
  const old = origin.facts?.find(({ key }) => key === fact.key);
  const value = answer.facts[fact.key];
  if (!old || value === undefined || !hasFact(value)) return undefined;
  if ((old.kind === 'table') !== (fact.kind === 'table')) return undefined;
  if (
    old.kind === 'table' &&
    fact.kind === 'table' &&
    !old.columns.every(({ key }) => fact.columns.some((column) => column.key === key))
  )
    return undefined;
  return value;
}

/** Fields that no destination has a field for, as lines of text for the first one that is written. */
function linesWithoutField(
  before: QuestionSet,
  after: QuestionSet,
  answers: ReadonlyMap<string, DraftAnswer>,
  goesTo: ReadonlyMap<string, readonly string[]>,
  left: string[],
): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  const taken = new Set<string>();
  for (const question of before.questions) {
    const answer = answers.get(question.key);
    if (!answer) continue;
    const targets = after.questions.filter(({ key }) => goesTo.get(question.key)?.includes(key));
    for (const [key, value] of Object.entries(answer.facts)) {
      if (!hasFact(value)) continue;
      const field = question.facts?.find((fact) => fact.key === key);
      const places = targets.filter((target) => {
        const fact = target.facts?.find((each) => each.key === key);
        return (
          fact !== undefined && valueFor(fact, question, answer) !== undefined && !taken.has(`${target.key} ${key}`)
        );
      });
      for (const place of places) taken.add(`${place.key} ${key}`);
      if (places.length > 0) continue;
      const label = field?.label ?? key;
      const written = targets.find(({ kind }) => writesText(kind));
      if (written === undefined) left.push(`The field ${label} of “${question.title}”.`);
      else lines.set(written.key, [...(lines.get(written.key) ?? []), ...linesOf(label, field, value)]);
    }
  }
  return lines;
}

function linesOf(label: string, field: Fact | undefined, value: Facts[string]): readonly string[] {
  if (typeof value === 'string') return [`${label}: ${value}`];
  const columns = field?.kind === 'table' ? field.columns : [];
  const labelOf = (key: string): string => columns.find((column) => column.key === key)?.label ?? key;
  return value.map(
    (row) =>
      `${label}: ${Object.entries(row)
        .filter(([, cell]) => cell.trim() !== '')
        .map(([key, cell]) => `${labelOf(key)} ${cell}`)
        .join('; ')}`,
  );
}

const paragraphOf = (text: string): RichTextBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const joined = (blocks: readonly RichTextBlock[]): RichText => ({
  type: 'doc',
  content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }],
});

function wordsIn(content: RichText): string {
  const words = wordCountOf(content);
  return `${words} ${words === 1 ? 'word' : 'words'}`;
}
