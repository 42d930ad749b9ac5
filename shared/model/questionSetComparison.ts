import type { Fact, Question, QuestionKind, QuestionSet } from './questionSet.ts';

/** How a question of another form came to be paired with one of the form in use. */
export type PairedBy = 'named' | 'key' | 'kind' | 'words';

export interface QuestionPair {
  /** Key of the question in the form in use. */
  readonly from: string;
  /** Key of the question in the other form. */
  readonly to: string;
  readonly by: PairedBy;
  /** In a sentence, why the two belong together. */
  readonly reason: string;
}

export type QuestionFate = 'unchanged' | 'reworded' | 'changed' | 'joined' | 'part' | 'new';

/** What one question of the other form is, seen from the form in use. */
export interface QuestionComparison {
  readonly key: string;
  readonly fate: QuestionFate;
  /** Whether it stands somewhere else among those that both forms have. */
  readonly moved: boolean;
  /** Keys of the questions it comes from, in the order of the form in use. */
  readonly from: readonly string[];
  /** What else is different, a sentence each: asks, limit, fields, kind, guidance. */
  readonly changes: readonly string[];
}

export interface QuestionSetComparison {
  readonly pairs: readonly QuestionPair[];
  /** In the order of the other form. */
  readonly questions: readonly QuestionComparison[];
  /** Keys of the form in use that the other form has nothing for. */
  readonly gone: readonly string[];
  /** What is different about the stage as a whole, a sentence each. */
  readonly stage: readonly string[];
}

/** Questions of one wording share most words; below this, two are alike in what all questions say. */
const alikeEnough = 0.5;

/** Compares the form in use with another one of the same stage. Pure: the same two forms always compare the same. */
export function compareQuestionSets(before: QuestionSet, after: QuestionSet): QuestionSetComparison {
  const pairs = pairQuestions(before.questions, after.questions);
  const places = new Map(before.questions.map(({ key }, index) => [key, index]));
  const fromOf = new Map(
    after.questions.map(({ key }) => [
      key,
      pairs
        .filter(({ to }) => to === key)
        .map(({ from }) => from)
        .toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
    ]),
  );
  const kept = inOrderStill(after.questions.map(({ key }) => places.get(fromOf.get(key)?.[0] ?? '') ?? null));
  const parts = new Map<string, number>();
  for (const { from } of pairs) parts.set(from, (parts.get(from) ?? 0) + 1);
  const paired = new Set(pairs.map(({ from }) => from));
  return {
    pairs,
    questions: after.questions.map((question, index) => {
      const from = fromOf.get(question.key) ?? [];
      const origins = before.questions.filter(({ key }) => from.includes(key));
      const [origin] = origins;
      const isPart = from.some((key) => (parts.get(key) ?? 0) > 1);
      return {
        key: question.key,
        fate: fateOf(question, origins, isPart),
        moved: from.length > 0 && kept[index] === false,
        from,
        changes: origin && origins.length === 1 ? changesOf(origin, question) : [],
      };
    }),
    gone: before.questions.filter(({ key }) => !paired.has(key)).map(({ key }) => key),
    stage: stageChanges(before, after),
  };
}

function fateOf(question: Question, origins: readonly Question[], isPart: boolean): QuestionFate {
  const [origin] = origins;
  if (!origin) return 'new';
  if (origins.length > 1) return 'joined';
  if (isPart) return 'part';
  if (!isSameWording(origin, question)) return 'reworded';
  return changesOf(origin, question).length > 0 ? 'changed' : 'unchanged';
}

/** Whether a reader is asked the same thing in the same words. */
export const isSameWording = (one: Question, other: Question): boolean =>
  one.title === other.title && one.heading === other.heading && one.prompt === other.prompt;

/** By what the other form says, then by key, then the one of its kind, then by words; nothing is paired by place. */
function pairQuestions(before: readonly Question[], after: readonly Question[]): readonly QuestionPair[] {
  const pairs: QuestionPair[] = [];
  const titleOf = new Map(before.map(({ key, title }) => [key, title]));
  for (const { key, comesFrom } of after) {
    if (comesFrom === undefined) {
      if (titleOf.has(key)) pairs.push({ from: key, to: key, by: 'key', reason: `Both have the key ${key}.` });
      continue;
    }
    for (const from of comesFrom) {
      const title = titleOf.get(from);
      if (title !== undefined)
        pairs.push({ from, to: key, by: 'named', reason: `This form says that it takes over from “${title}”.` });
    }
  }
  const freeBefore = (): Question[] => before.filter(({ key }) => !pairs.some(({ from }) => from === key));
  const freeAfter = (): Question[] => after.filter(({ key }) => !pairs.some(({ to }) => to === key));
  for (const kind of onlyOnes) {
    const [one, ...others] = freeBefore().filter((question) => question.kind === kind);
    const [other, ...more] = freeAfter().filter((question) => question.kind === kind);
    if (one && other && others.length === 0 && more.length === 0)
      pairs.push({ from: one.key, to: other.key, by: 'kind', reason: `Both ${onlyOneWords[kind]}.` });
  }
  const likely = freeBefore()
    .flatMap((one) =>
      freeAfter().flatMap((other) => {
        const alike = canTakeOver(one.kind, other.kind) ? likeness(one, other) : 0;
        return alike < alikeEnough ? [] : [{ from: one.key, to: other.key, alike }];
      }),
    )
    .toSorted((one, other) => other.alike - one.alike);
  for (const { from, to, alike } of likely) {
    if (pairs.some((pair) => pair.from === from || pair.to === to)) continue;
    const reason = `${Math.round(alike * 100)}% of their words are the same.`;
    pairs.push({ from, to, by: 'words', reason });
  }
  return pairs;
}

const onlyOnes = ['plan-review', 'plan', 'publication', 'signatures'] as const;
const onlyOneWords: Readonly<Record<(typeof onlyOnes)[number], string>> = {
  'plan-review': 'review the last plan',
  plan: 'are about the new plan',
  publication: 'are about publication',
  signatures: 'are the signatures',
};

/** Whether the screen of a kind has an editor for text; the others hold fields, or what stands elsewhere. */
export const writesText = (kind: QuestionKind): boolean =>
  kind === 'rich-text' || kind === 'plan-review' || kind === 'plan';

const canTakeOver = (one: QuestionKind, other: QuestionKind): boolean =>
  one === other || writesText(one) === writesText(other);

/** The share of words that two questions have in common, from 0 to 1; where a word stands does not matter. */
function likeness(one: Question, other: Question): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * inBoth(a, b)) / (a.size + b.size);
}

const wordsOf = ({ title, heading, prompt, asks }: Question): Set<string> =>
  plainWords([title, heading, prompt, ...asks.map(({ label }) => label)].join(' '));

/** Words that every question has say nothing about which one it is. */
const everywhere = new Set([
  'and',
  'are',
  'for',
  'from',
  'have',
  'how',
  'that',
  'the',
  'their',
  'this',
  'what',
  'who',
  'with',
  'you',
  'your',
]);

const plainWords = (text: string): Set<string> =>
  new Set(
    (
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]{3,}/gu) ?? []
    ).filter((word) => !everywhere.has(word)),
  );

const inBoth = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((word) => other.has(word)).length;

/** How alike two labels are, from 0 to 1. */
export function labelLikeness(one: string, other: string): number {
  const [a, b] = [plainWords(one), plainWords(other)];
  if (a.size === 0 || b.size === 0) return one.trim() === other.trim() ? 1 : 0;
  return (2 * inBoth(a, b)) / (a.size + b.size);
}

/**
 * Which of the places are still in order: the longest run that only goes up stays, and the others have moved. A place
 * that is null belongs to nothing earlier and is neither.
 */
function inOrderStill(places: readonly (number | null)[]): readonly (boolean | null)[] {
  const best: { readonly length: number; readonly before: number }[] = [];
  places.forEach((place, index) => {
    let [length, before] = [1, -1];
    for (let at = 0; place !== null && at < index; at += 1) {
      const earlier = places[at];
      const run = best[at]?.length ?? 0;
      if (earlier !== null && earlier !== undefined && earlier <= place && run + 1 > length)
        [length, before] = [run + 1, at];
    }
    best.push({ length: place === null ? 0 : length, before });
  });
  let at = best.reduce((longest, { length }, index) => (length > (best[longest]?.length ?? 0) ? index : longest), 0);
  const stay = new Set<number>();
  while (at >= 0 && (best[at]?.length ?? 0) > 0) {
    stay.add(at);
    at = best[at]?.before ?? -1;
  }
  return places.map((place, index) => (place === null ? null : stay.has(index)));
}

/** What is different besides the wording of title, heading and prompt. */
function changesOf(before: Question, after: Question): readonly string[] {
  return [
    ...(before.kind === after.kind ? [] : [`It was ${kindWords[before.kind]} and is ${kindWords[after.kind]} now.`]),
    ...limitChange(before.wordLimit, after.wordLimit),
    ...askChanges(before, after),
    ...factChanges(before.facts ?? [], after.facts ?? []),
    ...(before.guidance.join('\n') === after.guidance.join('\n')
      ? []
      : ['What reviewers look for is told differently.']),
  ];
}

const kindWords: Readonly<Record<QuestionKind, string>> = {
  'rich-text': 'a text',
  facts: 'a form of fields',
  'plan-review': 'the review of the last plan',
  plan: 'the new plan',
  publication: 'about publication',
  signatures: 'the signatures',
};

function limitChange(before: number | null, after: number | null): readonly string[] {
  if (before === after) return [];
  if (after === null) return [`There is no limit any more; it was ${before} words.`];
  return [before === null ? `There is a limit now: ${after} words.` : `The limit is ${after} words; it was ${before}.`];
}

function askChanges(before: Question, after: Question): readonly string[] {
  const pairs = pairAsks(before, after);
  return [
    ...after.asks.flatMap((ask) => {
      const old = before.asks.find(({ key }) => key === pairs.get(ask.key));
      if (old === undefined) return [`It asks for one thing more: “${ask.label}”.`];
      return old.label === ask.label ? [] : [`It asks for “${ask.label}”; it was “${old.label}”.`];
    }),
    ...before.asks
      .filter(({ key }) => ![...pairs.values()].includes(key))
      .map(({ label }) => `It no longer asks for “${label}”.`),
  ];
}

/** For asks of the second question, the ask of the first that each takes over: by key, then by their words. */
export function pairAsks(before: Pick<Question, 'asks'>, after: Pick<Question, 'asks'>): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (to: string, from: string): void => {
    pairs.set(to, from);
    taken.add(from);
  };
  for (const { key } of after.asks) if (before.asks.some((ask) => ask.key === key)) pair(key, key);
  for (const ask of after.asks) {
    if (pairs.has(ask.key)) continue;
    const [best] = before.asks
      .filter(({ key }) => !taken.has(key))
      .map(({ key, label }) => ({ key, alike: labelLikeness(label, ask.label) }))
      .filter(({ alike }) => alike >= alikeEnough)
      .toSorted((one, other) => other.alike - one.alike);
    if (best) pair(ask.key, best.key);
  }
  return pairs;
}

function factChanges(before: readonly Fact[], after: readonly Fact[]): readonly string[] {
  return [
    ...after.filter((fact) => !before.some(({ key }) => key === fact.key)).map(({ label }) => `New field: ${label}.`),
    ...before
      .filter((fact) => !after.some(({ key }) => key === fact.key))
      .map(({ label }) => `The field ${label} is gone.`),
    ...after.flatMap((fact) => {
      const old = before.find(({ key }) => key === fact.key);
      return old && JSON.stringify(old) !== JSON.stringify(fact) ? [`The field ${fact.label} is another.`] : [];
    }),
  ];
}

function stageChanges(before: QuestionSet, after: QuestionSet): readonly string[] {
  return [
    ...(before.planMonths === after.planMonths
      ? []
      : [
          `It asks for a plan of ${after.planMonths} months; it was ${before.planMonths}. The dates of your plan stay as they are.`,
        ]),
    ...(before.reviewsLastPlan === after.reviewsLastPlan
      ? []
      : [
          after.reviewsLastPlan
            ? 'It reviews the last plan.'
            : 'It no longer reviews the last plan. Its ratings are kept.',
        ]),
    ...(JSON.stringify(before.windows) === JSON.stringify(after.windows)
      ? []
      : ['The submission windows are others. The due date stays as it is.']),
  ];
}
