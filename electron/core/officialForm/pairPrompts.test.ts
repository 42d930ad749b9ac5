import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Question, questionSetSchema } from '#shared/model/questionSet.ts';
import { longPrompts, officialForms, wordings } from '#test/helpers/officialForms.ts';
import { openFormPackage } from './formPackage.ts';
import { type PromptToPair, pairPrompts } from './pairPrompts.ts';
import { readPrompts } from './readPrompts.ts';

const questionsOf = (stage: number): readonly Question[] =>
  questionSetSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/question-sets/stage-${stage}.json`), 'utf8')),
  ).questions;
const questions = questionsOf(3);
const prompt = (text: string, more: Partial<PromptToPair> = {}): PromptToPair => ({
  text,
  guidance: [],
  section: '',
  place: 'below',
  ...more,
});
const keys = (prompts: readonly PromptToPair[]) =>
  pairPrompts(prompts, questions).map(({ questionKey, part }) => [questionKey, part]);

const asked = [
  'technical-staff-structures',
  'governance-and-resourcing',
  'last-plan-review',
  'evidence-of-impact',
  'talent-commission',
  'new-plan',
  'publication',
];

describe('a guess', () => {
  it.each(Object.keys(officialForms))('finds every question in %s', async (name) => {
    const form = openFormPackage((await officialForms[name]?.()) ?? new Uint8Array(), name);
    const { prompts } = readPrompts(form, name);
    const pairings = pairPrompts(
      prompts.map((each) => ({ ...each, place: each.place.kind })),
      questions,
    );
    const found = longPrompts.map((text) => pairings[prompts.findIndex((each) => each.text === text)]?.questionKey);
    expect(found).toEqual(asked);
    expect(pairings.slice(0, 4).map(({ part }) => part)).toEqual([
      'organisation',
      'lead-name',
      'lead-email',
      'lead-telephone',
    ]);
  });

  it('says its reason and how sure it is', () => {
    const [governance] = pairPrompts([prompt(wordings.governance)], questions);
    expect(governance).toMatchObject({ sureness: 'likely' });
    expect(governance?.reason).toBe('Both speak of governance, leadership and reporting; it stands in the same order.');
  });

  it('finds a prompt that stands elsewhere than ours', () => {
    const moved = [wordings.talent, wordings.structures, wordings.governance, wordings.review].map((text) =>
      prompt(text),
    );
    const pairings = pairPrompts(moved, questions);
    expect(pairings[0]).toMatchObject({ questionKey: 'talent-commission' });
    expect(pairings[0]?.reason).toContain('another order');
    expect(pairings.slice(1).map(({ questionKey }) => questionKey)).toEqual(asked.slice(0, 3));
  });

  it('goes by the order alone where words say nothing and one is left on each side, and says so', () => {
    const pairings = pairPrompts(
      [prompt(wordings.structures), prompt('Tell us about the committee.'), prompt(wordings.review)],
      questions,
    );
    expect(pairings[1]).toMatchObject({ questionKey: 'governance-and-resourcing', sureness: 'guess' });
  });

  it('is none where nothing fits', () => {
    const [parking] = pairPrompts([prompt('Where may visitors park?')], questions);
    expect(parking).toEqual({
      questionKey: null,
      part: null,
      sureness: 'none',
      reason: 'Nothing in it is like one of the questions.',
    });
  });

  it('never pairs two prompts with one answer', () => {
    const twice = pairPrompts([prompt(wordings.plan), prompt(wordings.plan)], questions);
    expect(twice.filter(({ questionKey }) => questionKey === 'new-plan')).toHaveLength(1);
  });

  it('follows signatures part by part', () => {
    const line = (text: string) => prompt(text, { place: 'line' });
    expect(keys(['Signed', 'Name', 'Position', 'Date', 'Signed', 'Name', 'Date'].map(line))).toEqual([
      ['signatures', '1-signature'],
      ['signatures', '1-name'],
      ['signatures', '1-title'],
      ['signatures', '1-date'],
      ['signatures', '2-signature'],
      ['signatures', '2-name'],
      ['signatures', '2-date'],
    ]);
  });

  it('takes a date that belongs to no signature for no signature', () => {
    expect(keys([prompt('Date', { place: 'line' })])).toEqual([[null, null]]);
  });

  it('reads boxes by the words beside them', () => {
    const box = (text: string, section = '') => prompt(text, { place: 'tick', section });
    expect(
      keys([
        box('Our status is published on our website'),
        box('The action plan is published'),
        box('Yes / No', wordings.publication),
        box('Vegetarian'),
      ]),
    ).toEqual([
      ['publication', 'status-published'],
      ['publication', 'plan-published'],
      ['publication', null],
      [null, null],
    ]);
  });

  it('fits the other stages by their own questions', () => {
    const [before] = pairPrompts(
      [prompt('Describe how technicians were placed before your institution signed.')],
      questionsOf(1),
    );
    expect(before?.questionKey).toBe('position-before-signing');
  });
});
