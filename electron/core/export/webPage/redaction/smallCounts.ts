import { smallestGroup } from '#shared/model/quoting.ts';

/** A number of people below the smallest group, in digits or in words. */
export interface SmallCount {
  readonly start: number;
  readonly end: number;
  readonly was: string;
  /** With the words for “fewer than 5” in it. */
  readonly becomes: (fewer: string) => string;
}

const plurals: Readonly<Record<string, string>> = { person: 'people', man: 'men', woman: 'women', reply: 'replies' };
const nouns =
  'technicians?|technologists?|people|persons?|men|man|women|woman|staff|colleagues?|members?|employees?|apprentices?|trainees?|respondents?|participants?|individuals?|students?|leavers?|starters?|candidates?|applicants?|managers?|volunteers?|replies|reply|responses?|technegwyr|technegydd|dechnegydd|aelod(?:au)?|bobl|person|ateb(?:ion)?';
const digit = `[0-${smallestGroup - 1}]`;
const number = `${digit}|one|two|three|four|un|dau|dwy|tri|tair|pedwar|pedair`;
/** “Three of the 40 part-time technicians” and what lies between; not “at least two technicians”, which is an aim. */
const counted = (own: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}£$€%/:.,–-]|[\\p{N}][ \\u00a0])(${number})(\\s+(?:(?:out\\s+)?of\\s+(?:the\\s+|our\\s+)?(?:[\\d,]+\\s+)?)?(?:o\\s+)?(?:(?!(?:${number})\\s)[\\p{L}’'-]+\\s+){0,2}?)(${own}${nouns})(?![\\p{L}\\p{N}])`,
    'giu',
  );
const sample = new RegExp(`(?<![\\p{L}\\p{N}])(n\\s?=\\s?)(${digit})(?![\\p{N}.])`, 'giu');
const isAim =
  /(?:\b(?:at\s+least|at\s+most|up\s+to|no\s+more\s+than|minimum\s+of|maximum\s+of|every|each|per|any|Stage|grade|item|action|year|level|no)|o\s+leiaf)\s+$/iu;
/** Between a number and people a verb or a new clause may stand: “one to support technicians”. */
const isApart =
  /\s(?:to|and|for|that|which|who|will|is|are|with|in|on|by|from|per|or|as|at|day|days|week|weeks|month|months|hour|hours|year|years)\s/iu;

export function smallCounts(text: string, ownWord: string): readonly SmallCount[] {
  const own = ownWord.trim() === '' ? '' : `${ownWord.trim().replaceAll(/[^\p{L}\p{N}\s]/gu, '.')}|`;
  const found: SmallCount[] = [];
  for (const match of text.matchAll(counted(own))) {
    const [was, , between = '', noun = ''] = match;
    if (isAim.test(text.slice(Math.max(0, match.index - 30), match.index)) || isApart.test(between)) continue;
    const many = /of\s/iu.test(between) ? noun : pluralOf(noun);
    found.push({ start: match.index, end: match.index + was.length, was, becomes: (few) => few + between + many });
  }
  for (const match of text.matchAll(sample)) {
    const [was, before = ''] = match;
    found.push({ start: match.index, end: match.index + was.length, was, becomes: (few) => before + few });
  }
  return found;
}

function pluralOf(noun: string): string {
  const small = noun.toLowerCase();
  const plural = plurals[small];
  if (plural !== undefined) return plural;
  return /^(?:technician|technologist|colleague|member|employee|apprentice|trainee|respondent|participant|individual|student|leaver|starter|candidate|applicant|manager|volunteer|response)$/u.test(
    small,
  )
    ? `${noun}s`
    : noun;
}
