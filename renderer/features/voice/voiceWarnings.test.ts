import { expect, test } from 'vitest';
import { peopleFrom, repliesInWords, voiceWarnings } from './voiceWarnings.ts';

test('what is to be thought of is said in a sentence', () => {
  const quote = { kind: 'quote', consent: 'anonymous', personName: '', asked: null, replied: 4 } as const;
  expect(voiceWarnings(quote)).toEqual([
    'A quote from fewer than five people may identify its speaker. A summary is safer.',
  ]);
  expect(voiceWarnings({ ...quote, consent: 'internal' })).toEqual([
    'This stays inside the institution: it is left out of what is submitted or published.',
  ]);
  expect(voiceWarnings({ ...quote, consent: 'named' })).toEqual([
    'No name is kept with this entry, so its group is printed in its place.',
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
