import type { Sureness } from '#shared/model/officialForm.ts';
import type { Fact, Question } from '#shared/model/questionSet.ts';
import type { PromptToPair } from './pairPrompts.ts';

export interface FactPair {
  readonly questionKey: string;
  readonly part: string | null;
  readonly sureness: Sureness;
  readonly reason: string;
}

/** Longer wording asks for more than one fact. */
const longestLabel = 16;
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

/**
 * What the labels of a form ask for: a fact that we keep by itself, or a part of a signature. Undefined for a prompt
 * that is no label, or whose label names nothing that we keep.
 */
export function pairFacts(
  prompts: readonly PromptToPair[],
  questions: readonly Question[],
): readonly (FactPair | undefined)[] {
  const signing = signatureReader(questions);
  const used = new Set<string>();
  return prompts.map((prompt): FactPair | undefined => {
    if (prompt.place === 'tick') return pairTick(prompt, questions);
    if (wordsIn(prompt.text) > longestLabel) return undefined;
    const signature = signing(prompt);
    if (signature !== undefined) return signature;
    for (const question of questions) {
      for (const fact of question.facts ?? []) {
        const key = `${question.key} ${fact.key}`;
        const reason = used.has(key) ? undefined : factReason(prompt.text, fact);
        if (reason === undefined) continue;
        used.add(key);
        return { questionKey: question.key, part: fact.key, sureness: 'likely', reason };
      }
    }
    return undefined;
  });
}

/** By what each kind of fact is called in forms, and a plain fact by its own label. */
function factReason(text: string, fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'email':
      return /e-?mail/iu.test(text) ? 'It asks for an e-mail address.' : undefined;
    case 'telephone':
      return /\b(?:tele)?phone\b|\btel\b|\bmobile\b|\bcontact (?:number|no)\b/iu.test(text)
        ? 'It asks for a telephone number.'
        : undefined;
    case 'url':
      return /\burl\b|\bweb ?(?:site|page|address|link)\b|\blink\b/iu.test(text)
        ? 'It asks for a web address.'
        : undefined;
    case 'date':
    case 'number':
    case 'text':
      return namesFact(text, fact) ? `It names what is kept as “${fact.label}”.` : undefined;
    case 'yes-no':
    case 'table':
      return undefined;
  }
}

/** Names under which forms ask for what a fact is called here; any other fact is known by the words of its label. */
const otherNames: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^organi[sz]ation$|^institution$/iu,
    /^(?:the )?(?:name of (?:the |your )?)?(?:organi[sz]ation|institution|university|signatory)(?: name)?\b[^?]*$/iu,
  ],
  [/\blead$/iu, /\blead\b|\b(?:named|main) contact\b|\bcontact (?:name|person)\b/iu],
];

function namesFact(text: string, fact: Fact): boolean {
  const plain = text.replace(/[:.*]+\s*$/u, '').trim();
  const named = otherNames.find(([label]) => label.test(fact.label));
  if (named !== undefined) return named[1].test(plain);
  return plain.toLowerCase().includes(fact.label.toLowerCase());
}

/** Boxes are for what is answered by yes or no; where several are, the words beside the box decide. */
function pairTick(prompt: PromptToPair, questions: readonly Question[]): FactPair | undefined {
  const question = questions.find(({ kind }) => kind === 'publication');
  const words = `${prompt.text} ${prompt.section}`;
  if (question === undefined || !/publish|website|web ?page|online|public\b/iu.test(words)) return undefined;
  const yesNo = (question.facts ?? []).filter(({ kind }) => kind === 'yes-no');
  const one = (text: string): Fact | undefined => {
    const fitting = yesNo.filter(({ key }) =>
      (/plan/u.test(key) ? /\bplan\b/iu : /\bstatus\b|\bsignatory\b/iu).test(text),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  const fact = one(prompt.text);
  return {
    questionKey: question.key,
    part: fact?.key ?? null,
    sureness: fact === undefined ? 'perhaps' : 'likely',
    reason: fact === undefined ? 'A box under words about publishing.' : `A box for “${fact.label}”.`,
  };
}

const signs = /^sign(?:ed)?\b|\bsignature\b/iu;
const signatureFields: readonly (readonly [string, RegExp, string])[] = [
  ['signature', signs, 'It is where somebody signs.'],
  ['date', /^date\b|\bdate(?: signed| of signature)?\s*:?$/iu, 'A date that goes with a signature.'],
  ['title', /\b(?:job )?title\b|\bposition\b|\brole\b/iu, 'A title that goes with a signature.'],
  ['name', /\bname\b/iu, 'A name that goes with a signature.'],
];

/** Follows the signatures of a form: each part belongs to the one begun before it, until a part comes again. */
function signatureReader(questions: readonly Question[]): (prompt: PromptToPair) => FactPair | undefined {
  const question = questions.find(({ kind }) => kind === 'signatures');
  let signatory = 0;
  let seen = new Set<string>();
  return ({ text, section }) => {
    if (question === undefined) return undefined;
    const begins = signs.test(text);
    if (signatory === 0 && !begins && !/\bsign(?:ed|atures?|-?off)\b/iu.test(section)) return undefined;
    const field = signatureFields.find(([, pattern]) => pattern.test(text));
    if (field === undefined) return undefined;
    const [name, , reason] = field;
    if (signatory === 0 || seen.has(name)) {
      signatory += 1;
      seen = new Set();
    }
    seen.add(name);
    return { questionKey: question.key, part: `${signatory}-${name}`, sureness: 'likely', reason };
  };
}
