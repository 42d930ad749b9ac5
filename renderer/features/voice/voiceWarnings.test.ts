import { expect, test } from 'vitest';
import { peopleFrom, repliesInWords, voiceWarnings } from './voiceWarnings.ts';

const quote = { kind: 'quote', consent: 'anonymous', asked: null, replied: null, words: 'Nobody knows us' } as const;
const small = 'A quote from fewer than five people may identify its speaker. A summary is safer.';

test('an unnamed quote from fewer than five people is warned of, from five on it is not', () => {
  expect(voiceWarnings({ ...quote, replied: 4 })).toEqual([small]);
  expect(voiceWarnings({ ...quote, consent: 'role', asked: 4 })).toEqual([small]);
  expect(voiceWarnings({ ...quote, replied: 5 })).toEqual([]);
});

test('those who replied count, not those who were asked', () => {
  expect(voiceWarnings({ ...quote, asked: 40, replied: 3 })).toEqual([small]);
  expect(voiceWarnings({ ...quote, asked: 4, replied: null })).toEqual([small]);
});

test('a summary, a named quote and a group of unknown size are not warned of', () => {
  expect(voiceWarnings({ ...quote, kind: 'summary', replied: 2 })).toEqual([]);
  expect(voiceWarnings({ ...quote, consent: 'named', replied: 2 })).toEqual([]);
  expect(voiceWarnings(quote)).toEqual([]);
});

test('what is for inside only says so', () => {
  expect(voiceWarnings({ ...quote, consent: 'internal', replied: 2 })).toEqual([
    'This stays inside the institution: it is left out of what is submitted or published.',
  ]);
});

test('numbers of people are read as they are written, and nothing else is', () => {
  expect(peopleFrom(' 1,204 ')).toBe(1204);
  expect(peopleFrom('0')).toBe(0);
  expect(peopleFrom('')).toBeNull();
  for (const text of ['-1', '3.5', 'ten', '1e3', '99999999']) expect(peopleFrom(text)).toBeUndefined();
});

test('replies are said with what is known', () => {
  expect(repliesInWords({ asked: 40, replied: 12 })).toBe('12 of 40 replied');
  expect(repliesInWords({ asked: 40, replied: null })).toBe('40 asked');
  expect(repliesInWords({ asked: null, replied: 0 })).toBe('0 replied');
  expect(repliesInWords({ asked: null, replied: null })).toBe('');
});
