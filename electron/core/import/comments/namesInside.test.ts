import { describe, expect, it } from 'vitest';
import { sheetOf } from '#test/helpers/sheetOf.ts';
import { understandComments } from './understandComments.ts';

const headers = ['Name', 'Department', 'Any comments?', 'How may you be quoted?'];
const people = [
  ['Sam Okafor', 'Glass workshop', 'The training days are too short for new colleagues.', 'Anonymously'],
  ['Reed, Osian', 'Microscopy', 'The notice boards still show the team of years ago.', 'Anonymously'],
] as const;
const readWith = (words: string, consent = 'Anonymously', name = 'Zofia Quill') => {
  const { comments, problems } = understandComments([sheetOf([headers, ...people, [name, 'Stores', words, consent]])]);
  return {
    consent: comments.at(-1)?.consent,
    others: comments.slice(0, 2).map((one) => one.consent),
    problems,
    comments,
  };
};

describe('words that name somebody of the same file', () => {
  it.each([
    'The days are too short, as Sam Okafor said in the meeting.',
    'SAM OKAFOR said it best.',
    'I agree with Sam that the days are too short.',
    'Ask Okafor about the kiln.',
    'It was Osian Reed’s idea from the start.',
    'Osian Reed should be asked about the boards.',
    'Write to s.okafor@saltmarsh.example about the kiln.',
    'As Zofia Quill I have asked for this for years.',
  ])('stay inside whatever was agreed, and are pointed out: %s', (words) => {
    const { consent, others, problems, comments } = readWith(words);
    expect(consent).toBe('internal');
    expect(comments.at(-1)?.reasons.consent).toContain('name');
    expect(others).toEqual(['anonymous', 'anonymous']);
    expect(problems.filter((problem) => problem.includes('row 4'))).toHaveLength(1);
  });

  it.each(['The reed beds need a new pump.', 'Will there be more days?', 'Same as last year: too short.'])(
    'are told from words like any other: %s',
    (words) => {
      const { consent, problems } = readWith(words, 'Anonymously', 'Will Bell');
      expect(consent).toBe('anonymous');
      expect(problems).toEqual([]);
    },
  );

  it('may hold the name of who wrote them and agreed to be named', () => {
    expect(readWith('As Zofia Quill I say it is too short.', 'By name').consent).toBe('named');
    expect(readWith('As Sam Okafor says, it is too short.', 'By name').consent).toBe('internal');
  });
});
