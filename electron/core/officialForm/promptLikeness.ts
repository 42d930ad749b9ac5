import type { Question } from '#shared/model/questionSet.ts';

export interface Likeness {
  /** From 0 to 1: how much of what the prompt says, weighed by how telling each word is, the question says too. */
  readonly score: number;
  /** The most telling words that both have, as the prompt writes them. */
  readonly shared: readonly string[];
}

const small = new Set(
  'a an and any are as at be been by can do for from had has have how if in into is it its may more most of on or our out over should such than that the their them then there these they this those through to up us was we were what when where which who will with within would you your please provide give describe explain detail details overview along also'.split(
    ' ',
  ),
);

/** What the official forms call things, by the kind of question: it is how our own wording differs from theirs. */
const kindWords: Readonly<Record<Question['kind'], string>> = {
  'rich-text': '',
  facts: 'contact',
  'plan-review': 'rag analysis red amber green completed progress carried explanation categorised review rating',
  plan: 'future next action plan themes impact evidenced initiatives resourced voice development formation',
  publication: 'published website webpage url page online link confirm',
  signatures: 'signature',
};
const sharedShown = 3;
/** What a word that no question has takes from the likeness, beside one that a single question has. */
const unknownShare = 0.3;
/** Every form says that somebody signed the Commitment; signatures are asked for in fewer words. */
const asksForSignatures = /\bsignatures?\b|\bsign-?off\b|\bsigned by\b|\bsignator(?:y|ies) (?:must|should|to)\b/iu;

/** Compares prompts with these questions. A word that every question has tells nothing, one that a single has, much. */
export function likenessTo(
  questions: readonly Question[],
): (prompt: { readonly text: string; readonly guidance: readonly string[] }) => readonly Likeness[] {
  const bags = questions.map((question) => new Map(weighted(question)));
  const weightOf = (word: string): number => {
    const holders = bags.filter((bag) => bag.has(word)).length;
    return holders === 0 ? 0 : Math.log((questions.length + 1) / (holders + 0.25));
  };
  return ({ text }) => {
    const words = new Map<string, string>();
    for (const word of wordsIn(text)) if (!words.has(stem(word))) words.set(stem(word), word);
    const weighed = [...words].map(([key, word]) => ({ key, word, weight: weightOf(key) }));
    const known = weighed.filter(({ weight }) => weight > 0);
    const unknown = (weighed.length - known.length) * unknownShare * Math.log(questions.length + 1);
    const all = known.reduce((sum, { weight }) => sum + weight, 0) + unknown;
    return bags.map((bag, index): Likeness => {
      if (questions[index]?.kind === 'signatures' && !asksForSignatures.test(text)) return { score: 0, shared: [] };
      const both = known.filter(({ key }) => bag.has(key));
      const share = both.reduce((sum, { key, weight }) => sum + weight * (bag.get(key) ?? 0), 0);
      // One word alone is no likeness, however telling it is in so small a vocabulary.
      const few = both.length < 2 ? 0.5 : 1;
      return {
        score: all === 0 ? 0 : (few * share) / all,
        shared: both
          .toSorted((one, other) => other.weight - one.weight)
          .slice(0, sharedShown)
          .map(({ word }) => word),
      };
    });
  };
}

/** What the title and the asks say counts whole; guidance to the writer only in part. */
function weighted(question: Question): readonly (readonly [string, number])[] {
  const parts: readonly (readonly [string, number])[] = [
    [question.guidance.join(' '), 0.4],
    [[question.heading, question.prompt].join(' '), 0.9],
    [[question.title, ...question.asks.map(({ label }) => label), kindWords[question.kind]].join(' '), 1],
  ];
  return parts.flatMap(([text, weight]) => wordsIn(text).map((word) => [stem(word), weight] as const));
}

function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !small.has(word));
}

/** Rough, and the same on both sides: structures and structure, reporting and report, evidenced and evidence. */
function stem(word: string): string {
  const cut = word
    .replace(/(?:ies)$/u, 'y')
    .replace(/(?:ments?|ations?|ings?|ions?|ed|es|s)$/u, '')
    .replace(/[ey]$/u, '');
  return cut.length < 3 ? word : cut;
}
