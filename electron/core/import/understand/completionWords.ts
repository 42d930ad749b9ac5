import type { Rag } from '#shared/model/words.ts';
import { plainText } from './plainText.ts';

/** What words say of how far an action has come. */
export type CompletionWord = { readonly kind: 'completion'; readonly rag: Rag } | { readonly kind: 'ask' };

const green =
  '(?:completed?|completion|done|delivered|achieved|implemented|finished|fulfilled|closed|actioned|embedded|undertaken|in place)';
/** Up to three words in between, within the same clause: `|` parts clauses. */
const gap = "(?: (?!\\|)[\\p{L}\\p{N}'/&-]+){0,3}? ";
const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u');

export const greenWords = new RegExp(`\\b${green}\\b|\\b100 ?%|^(?:fully |target |targets )?met\\b`);
/** Nothing of it was done: “not been delivered”, “never completed”, “no session delivered”. */
export const undoneWords = words(
  `(?:not|\\p{L}+n't)(?: yet| been| so far| to date| actually)* ${green}|(?:never|nothing|none|no)(?! longer)${gap}${green}|(?:yet|still|remains?|left) to (?:be )?(?:fully )?${green}|to be ${green}|^to ${green}|(?:unfinished|uncompleted|undelivered)`,
);
/** It is hoped for, or some of it is missing: whether that is in progress or not begun only a person can say. */
export const pendingWords = words(
  [
    `(?:will|shall|should|would|could|must|ought|cannot|can be|may be|might be|await(?:s|ing)?|pending|until|once|when|if|subject to)(?:${gap}| )${green}`,
    `(?:due|expect(?:s|ed|ing)?|anticipated|planned|planning|plans?|scheduled|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|hop(?:es?|ed|ing)|looking|ready|working|needs?|requires?|targeted)(?: now| still)? (?:to|for|in|by|on)(?:${gap}| )${green}`,
    `(?:due|expected|anticipated|planned|target|for|to|towards?|before) (?:full |final )?(?:completion|complete)`,
    'completion (?:is |was |now )*(?:due|date|expected|planned|anticipated|scheduled|target(?:ed)?|pending|estimated|forecast|by|in)',
    'complete by',
    `(?:not|\\p{L}+n't)(?:${gap}| )${green}`,
    '(?:not|less than|under) 100 ?%',
  ].join('|'),
);
/** Some of several: “most workshops delivered”, “half done”, “close to completion”. */
export const partlyWords = words(
  `(?:half|most|some|all but|part of)(?:${gap}| )${green}|(?:near(?:s|ing)?|close to|approaching|towards?)(?: full| final)? completion`,
);

/** A text in plain words with its clauses parted, so that no word is taken for one with what stands behind a comma. */
export const clausesOf = (text: string): string =>
  text
    .split(/[\n,;:.()[\]–—|!?]|\s-\s/)
    .map(plainText)
    .filter((clause) => clause !== '')
    .join(' | ');

const number = '(\\d{1,3}(?:\\.\\d+)?)';
const about =
  '(?:(?:rag|status|progress|overall|now|currently|still|only|just|at|c|ca|circa|about|around|approx(?:imately)?|roughly|estimated|est|over|more than|at least|up to)[\\s:.~]*)*';
const short = '(?:(nearly|almost|under|less than|not quite|<)\\s*)?';
const sign = '\\s?(?:%|per ?cent)';
const stated = new RegExp(
  `^${about}(?:(${green})[\\s:(–—-]*)?${about}${short}[~>≥≈(]*\\s*(?:${number}(?:${sign})?\\s?(?:-|–|to)\\s?)?${number}${sign}(.*)$`,
  's',
);
const goesOn = new RegExp(
  `^\\s*(?:$|[,;:.()[\\]–—/\\n-]|(?:of .{1,60} )?(?:(?:is|are|has|have|been|now) )*(?:${green}|progress|there)\\b)`,
  's',
);

/** A share stands at the beginning; a long cell is no reason to look on. */
const readCharacters = 160;

/** “50% complete”, “Completed: 80%”, “75–90%”: nothing of it is red, all of it green, and what lies between amber. */
export function readPercent(text: string): CompletionWord | undefined {
  const plain = text
    .slice(0, readCharacters)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t]+/g, ' ')
    .trim();
  const match = stated.exec(plain);
  if (match === null) return undefined;
  const [, completed, nearly, from, to, rest = ''] = match;
  if (completed === undefined && !goesOn.test(rest)) return undefined;
  const shares = [Number(from ?? to), Number(to)];
  if (shares.some((share) => share > 100)) return { kind: 'ask' };
  if (shares.every((share) => share === 0)) return { kind: 'completion', rag: 'red' };
  const whole = nearly === undefined && shares.every((share) => share === 100);
  return { kind: 'completion', rag: whole ? 'green' : 'amber' };
}

const figures = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const inFigures = (clauses: string): string =>
  clauses.replace(/\b[a-z]{3,6}\b/g, (word) => (figures.includes(word) ? String(figures.indexOf(word)) : word));
const counted = new RegExp(`\\b(\\d{1,3}) ?(?:of|out of|/) ?(?:the |all )?(\\d{1,3})\\b(?:${gap}| )${green}\\b`, 'u');

/** “Three of five delivered”, but not where all of them were. */
export const isSomeOf = (clauses: string): boolean => {
  const [, some, all] = counted.exec(inFigures(clauses)) ?? [];
  return some !== undefined && Number(some) < Number(all);
};
