import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/model/questionSet.ts';
import { choiceKey, pairingChoices, questionsNotAsked } from './pairingChoices.ts';

const question = (key: string, kind: Question['kind'], facts: Question['facts'] = []): Question => ({
  key,
  kind,
  title: `Title of ${key}`,
  heading: 'Heading',
  prompt: 'Prompt',
  guidance: [],
  asks: [],
  wordLimit: null,
  facts,
});
const questions = [
  question('institution', 'facts', [
    { key: 'organisation', label: 'Organisation', kind: 'text' },
    { key: 'lead-email', label: 'E-mail', kind: 'email' },
  ]),
  question('governance', 'rich-text'),
  question('signatures', 'signatures'),
];
const prompt = (questionKey: string | null, part: string | null = null, place: 'below' | 'tick' = 'below') => ({
  questionKey,
  part,
  place,
});

describe('what a prompt can be answered by', () => {
  it('is nothing, each question whole, each fact by itself, and each part of each signature, all told apart', () => {
    const choices = pairingChoices(questions, 0);
    expect(choices.map(({ label }) => label)).toEqual([
      'Nothing of ours: it stays blank',
      'Title of institution',
      'Title of institution: Organisation',
      'Title of institution: E-mail',
      'Title of governance',
      'Title of signatures',
      ...['first', 'second'].flatMap((person) =>
        ['signature (left blank to sign on)', 'name', 'title', 'date'].map(
          (field) => `Title of signatures: ${person}, ${field}`,
        ),
      ),
    ]);
    expect(new Set(choices.map(choiceKey)).size).toBe(choices.length);
    expect(pairingChoices(questions, 3)).toHaveLength(choices.length + 4);
  });
});

describe('a question is not in the form', () => {
  const notAsked = (...prompts: readonly ReturnType<typeof prompt>[]) =>
    questionsNotAsked(questions, prompts).map(({ key }) => key);

  it('where no prompt is paired with it whole, nor fact by fact', () => {
    expect(notAsked()).toEqual(['institution', 'governance']);
    expect(notAsked(prompt('governance'), prompt('institution'))).toEqual([]);
    expect(notAsked(prompt('governance'), prompt('institution', 'organisation'))).toEqual(['institution']);
    expect(
      notAsked(prompt('governance'), prompt('institution', 'organisation'), prompt('institution', 'lead-email')),
    ).toEqual([]);
  });

  it('where only a box belongs to it, since a box takes no words', () => {
    expect(notAsked(prompt('governance', null, 'tick'), prompt('institution'))).toEqual(['governance']);
  });
});
