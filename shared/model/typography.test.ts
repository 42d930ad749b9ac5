import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const resources = new URL('../../resources/', import.meta.url);
const files = ['sample', 'question-sets'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, resources)).map((name) => `${folder}/${name}`),
);

/** What plain UK English does not write, each with a sentence that has it. */
const slips: readonly (readonly [name: string, slip: RegExp, example: string])[] = [
  ['a space before a per cent sign', /\d\s%/u, '41 % agreed'],
  ['two spaces', / {2}/u, 'said so.  Then'],
  ['a space before a stop', /\s[,.;:!?)]/u, 'so , then'],
  ['a straight apostrophe', /\p{L}'\p{L}/u, "people's"],
  ['a straight quotation mark', /"/u, 'the "quiet" room'],
  ['a hyphen or a long dash between phrases', /\s(?:-|—|--)\s/u, 'late - again'],
  ['three dots', /\.\.\./u, 'and so on...'],
  ['the same word twice', /\b(\p{L}+)\s\1\b/iu, 'of the the plan'],
  [
    'an American spelling',
    /\b(?:organiz|recogniz|prioritiz|summariz|analyz|utiliz|emphasiz|standardiz|centraliz|specializ|realiz|behavior|color|center|labor\b|fulfill|enroll|program\b|programs\b|catalog\b|judgment|canceled|labeled|modeling|gray|defense|artifact)/iu,
    'we recognize it',
  ],
];

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

describe('the words that come with the application', () => {
  it.each(slips)('are searched for %s', (_, slip, example) => {
    expect(example).toMatch(slip);
  });

  it.each(files)('are plain UK English in %s', (file) => {
    const texts = textsOf(JSON.parse(readFileSync(new URL(file, resources), 'utf8')));
    expect(texts.length).toBeGreaterThan(10);
    const found = texts.flatMap((text) =>
      slips.filter(([, slip]) => slip.test(text)).map(([name]) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
