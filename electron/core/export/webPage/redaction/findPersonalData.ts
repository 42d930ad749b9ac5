import type { RedactionKind } from '#shared/model/redaction.ts';
import type { KnownPerson } from './knownPeople.ts';
import { isAlsoWord, namesPlace } from './ordinaryWords.ts';
import { honorifics } from './personNames.ts';
import { smallCounts } from './smallCounts.ts';

/** Something in a text that may not go out as it is, and what is printed in its place. */
export interface Finding {
  readonly kind: RedactionKind;
  readonly start: number;
  readonly end: number;
  readonly was: string;
  readonly becomes: string;
}

/** What is looked for, and the words that take its place. */
export interface Search {
  readonly people: readonly KnownPerson[];
  readonly contact: { readonly email: string; readonly telephone: string; readonly role: string };
  /** What the institution calls its technicians. */
  readonly ownWord: string;
  /** Words that stand in small letters somewhere, and those of the institution's own name. */
  readonly ordinary: ReadonlySet<string>;
  readonly words: {
    readonly someone: string;
    readonly emailLeftOut: string;
    readonly telephoneLeftOut: string;
    readonly fewer: string;
  };
}

export type FindPersonalData = (text: string) => readonly Finding[];

interface PersonPatterns {
  readonly person: KnownPerson;
  /** In small letters: a text with none of these holds no form of the name. */
  readonly hints: readonly string[];
  readonly whole: readonly RegExp[];
  readonly parts: RegExp | null;
}

/** Compiles the search once for all texts. Findings come in the order of the text and do not overlap. */
export function personalDataFinder(search: Search): FindPersonalData {
  const patterns = search.people.map((person) => patternsOf(person, search.ordinary));
  const telephone = search.contact.telephone.replaceAll(/[^\p{N}]/gu, '');
  return (text) => {
    const small = text.toLowerCase();
    const near = patterns.filter(({ hints }) => hints.some((hint) => small.includes(hint)));
    // The first in this order that claims a place has it: an address before the name in it, a name before its half.
    const candidates = [
      ...emails(text, search),
      ...telephones(text, telephone, search),
      ...near.flatMap(({ person, whole }) => named(text, person, whole, 'name', search)),
      ...titledNames(text, search),
      ...near.flatMap(({ person, parts }) => (parts ? named(text, person, [parts], 'part-of-name', search) : [])),
      ...smallCounts(text, search.ownWord).map(({ start, end, was, becomes }) => ({
        kind: 'count' as const,
        start,
        end,
        was,
        becomes: becomes(search.words.fewer),
      })),
    ];
    const taken: Finding[] = [];
    for (const one of candidates)
      if (!taken.some((other) => one.start < other.end && other.start < one.end)) taken.push(one);
    return taken.toSorted((one, other) => one.start - other.start);
  };
}

const localPart = /[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~’-]/u;
const domainPart = /[\p{L}\p{M}\p{N}.-]/u;

/** From each @ to both sides, so that the length of the text is all it takes. */
function emails(text: string, search: Search): readonly Finding[] {
  const found: Finding[] = [];
  for (const at of text.matchAll(/\s?(?:[@＠﹫]|\((?:at|@)\)|\[(?:at|@)\])\s?/giu)) {
    const spaced = at[0].length > 1 && /^\s|\s$/u.test(at[0]) && at[0].trim().length === 1;
    let start = at.index;
    while (start > 0 && localPart.test(text[start - 1] ?? '')) start -= 1;
    let end = at.index + at[0].length;
    const domain = end;
    while (end < text.length && domainPart.test(text[end] ?? '')) end += 1;
    while (end > domain && /[.-]/u.test(text[end - 1] ?? '')) end -= 1;
    while (start < at.index && /[.'’/(]/u.test(text[start] ?? '')) start += 1;
    // “Meet @ 10”, “@planners”: an address has something on both sides, and a full stop where it has spaces.
    if (start === at.index || end === domain || (spaced && !text.slice(domain, end).includes('.'))) continue;
    const was = text.slice(start, end);
    const isContact = was.toLowerCase() === search.contact.email.trim().toLowerCase();
    const becomes = isContact && search.contact.role !== '' ? search.contact.role : search.words.emailLeftOut;
    found.push({ kind: 'e-mail', start, end, was, becomes });
  }
  return found;
}

/** The contact's own number, however it is spaced. */
function telephones(text: string, digits: string, search: Search): readonly Finding[] {
  if (digits.length < 5) return [];
  const number = new RegExp(`(?<!\\p{N})\\+?${[...digits].join('[\\s().-]{0,2}')}(?!\\p{N})`, 'gu');
  return [...text.matchAll(number)].map(({ index, 0: was }) => ({
    kind: 'telephone',
    start: index,
    end: index + was.length,
    was,
    becomes: search.words.telephoneLeftOut,
  }));
}

function named(
  text: string,
  person: KnownPerson,
  patterns: readonly RegExp[],
  kind: 'name' | 'part-of-name',
  { words }: Search,
): readonly Finding[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .map(({ index, 0: was }) => ({ start: index, end: index + was.length, was }))
      .filter(({ end }) => kind === 'name' || !namesPlace(text.slice(end, end + 20)))
      .map((found) => ({ ...found, kind, becomes: person.role || words.someone })),
  );
}

/** “Professor Okafor”, whom no list names. */
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${honorifics})\\.?[\\s\\u00a0]+(?:\\p{Lu}\\.?[\\s\\u00a0]*){0,3}\\p{Lu}[\\p{L}\\p{M}’'-]+(?:[\\s\\u00a0]\\p{Lu}[\\p{L}\\p{M}’'-]+){0,2}`,
  'gu',
);
/** A professor of something is a role. */
const isRole = /^(?:Professor|Athro)\s+(?:of|Emerit|in)|^Lord\s+(?:Mayor|Lieutenant)/u;

const titledNames = (text: string, { words }: Search): readonly Finding[] =>
  [...text.matchAll(titled)]
    .filter(({ 0: was }) => !isRole.test(was))
    .map(({ index, 0: was }) => ({
      kind: 'name',
      start: index,
      end: index + was.length,
      was,
      becomes: words.someone,
    }));

function patternsOf(person: KnownPerson, ordinary: ReadonlySet<string>): PersonPatterns {
  const { words } = person;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const title = `(?:(?:${honorifics})\\.?\\s+)?`;
  const sep = '(?:[\\s._,+‐‑-]|%20){1,3}';
  const forms =
    words.length > 1
      ? [words.map(literal).join(sep), literal(first) + sep + literal(last), `${literal(last)}${sep}${literal(first)}`]
      : [];
  const initial = `${literal(first.slice(0, 1))}(?:\\.\\s?|\\s)(?:\\p{Lu}\\.?\\s?)?${literal(last)}`;
  const whole =
    words.length > 1
      ? [
          bounded(`${title}(?:${[...new Set(forms)].join('|')})`, person.name, 'giu'),
          bounded(title + initial, person.name, 'gu'),
          bounded(`(?:${honorifics})\\.?\\s+${literal(last)}`, person.name, 'gu'),
        ]
      : [bounded(`${title}(?:${literal(first)}|${literal(first.toUpperCase())})`, person.name, 'gu')];
  const parts = words.length > 1 ? [first, last].filter((word) => isNameAlone(word, ordinary)) : [];
  return {
    person,
    hints: [first, last].map((word) => word.toLowerCase().split(/['’ʼ‐‑-]/u)[0] ?? ''),
    whole,
    parts: parts.length > 0 ? bounded(`(?:${parts.map(literal).join('|')})`, person.name, 'gu') : null,
  };
}

const isNameAlone = (word: string, ordinary: ReadonlySet<string>): boolean =>
  word.length > 2 && /^\p{Lu}/u.test(word) && !isAlsoWord(word) && !ordinary.has(word.toLowerCase());

/** Not inside another word; names in scripts that set no spaces have no such bounds. */
function bounded(pattern: string, name: string, flags: string): RegExp {
  if (/\p{Lo}/u.test(name)) return new RegExp(pattern, flags);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}‐‑-])(?:${pattern})(?![\\p{L}\\p{M}\\p{N}])(?![‐‑-]\\p{L})`, flags);
}

/** A word as it may stand: with whichever apostrophe and hyphen. */
export const literal = (word: string): string =>
  word
    .replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replaceAll(/['’ʼ]/gu, "['’ʼ]")
    .replaceAll(/[-‐‑]/gu, '[-‐‑]');
