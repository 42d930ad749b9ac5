import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type QuestionSet, questionSetSchema } from './questionSet.ts';

const folder = new URL('../../resources/question-sets/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

function questionSet(stage: number): QuestionSet {
  return questionSetSchema.parse(read(`stage-${stage}.json`));
}

function asksOf(stage: number): Readonly<Record<string, number>> {
  return Object.fromEntries(questionSet(stage).questions.map((question) => [question.key, question.asks.length]));
}

/** Stage 3 with one part replaced, to see what is refused. */
function changed(change: (set: Record<string, unknown> & { questions: Record<string, unknown>[] }) => void): unknown {
  const set = read('stage-3.json') as Record<string, unknown> & { questions: Record<string, unknown>[] };
  change(set);
  return set;
}

describe('the question sets that are shipped', () => {
  it.each(files)('%s satisfies the schema and is named after its id', (name) => {
    const set = questionSetSchema.parse(read(name));
    expect(`${set.id}.json`).toBe(name);
    expect(set.id).toBe(`stage-${set.stage}`);
  });

  it('cover the three stages published so far', () => {
    expect(files.map((name) => questionSetSchema.parse(read(name)).stage).sort()).toEqual([1, 2, 3]);
  });

  it('ask of Stage 3, in the official order, what each prompt hides', () => {
    expect(Object.entries(asksOf(3))).toEqual([
      ['institution', 2],
      ['technical-staff-structures', 3],
      ['governance-and-resourcing', 5],
      ['last-plan-review', 2],
      ['evidence-of-impact', 2],
      ['talent-commission', 2],
      ['new-plan', 4],
      ['publication', 3],
      ['signatures', 2],
    ]);
  });

  it('ask of Stage 2 the same as of Stage 3, without the TALENT Commission', () => {
    const { 'talent-commission': _absent, ...rest } = asksOf(3);
    expect(asksOf(2)).toEqual(rest);
  });

  it('hold the Stage 1 profile, and nothing else, to 250 words', () => {
    const limits = [1, 2, 3].flatMap((stage) =>
      questionSet(stage).questions.flatMap(({ key, wordLimit }) =>
        wordLimit === null ? [] : [[stage, key, wordLimit]],
      ),
    );
    expect(limits).toEqual([[1, 'profile', 250]]);
  });

  it('ask for a 24-month plan first and for 36 months afterwards, and review a plan from Stage 2 on', () => {
    expect([1, 2, 3].map((stage) => questionSet(stage).planMonths)).toEqual([24, 36, 36]);
    expect([1, 2, 3].map((stage) => questionSet(stage).reviewsLastPlan)).toEqual([false, true, true]);
  });

  it('use one key for a question and an ask across stages, so that an earlier answer can be laid beside a new one', () => {
    const stage3 = questionSet(3).questions;
    for (const question of questionSet(2).questions) {
      const later = stage3.find(({ key }) => key === question.key);
      expect(later?.kind).toBe(question.kind);
      expect(later?.asks.map(({ key }) => key)).toEqual(question.asks.map(({ key }) => key));
    }
  });

  it('give a reader two to four short lines of guidance on every question', () => {
    for (const question of [1, 2, 3].flatMap((stage) => questionSet(stage).questions)) {
      expect(question.guidance.length).toBeGreaterThanOrEqual(2);
      expect(question.guidance.length).toBeLessThanOrEqual(4);
      for (const line of question.guidance) expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  it('keep to the voice of the interface: no exclamation marks and no "we"', () => {
    for (const name of files) expect(JSON.stringify(read(name))).not.toMatch(/!|\b[Ww]e\b|\b[Oo]urs?\b/);
  });
});

describe('a question set', () => {
  it('may be for a stage, a horizon and windows that do not exist yet', () => {
    const set = changed((it) => {
      Object.assign(it, { id: 'stage-4', stage: 4, planMonths: 48, windows: [{ month: 10, day: 15 }] });
    });
    expect(questionSetSchema.parse(set).stage).toBe(4);
  });

  it.each([
    [
      'two questions with one key',
      (set) => Object.assign(set.questions[1] ?? {}, { key: 'institution' }),
      /share the key institution/,
    ],
    [
      'a window on a day that most years lack',
      (set) => Object.assign(set, { windows: [{ month: 2, day: 29 }] }),
      /exist in that month/,
    ],
    ['no window at all', (set) => Object.assign(set, { windows: [] }), /Too small/],
    ['a question of facts without facts', (set) => Object.assign(set.questions[0] ?? {}, { facts: [] }), /lists none/],
    ['a plan to review that no question reviews', (set) => set.questions.splice(3, 1), /no question does/],
    [
      'a review in a stage that reviews nothing',
      (set) => Object.assign(set, { reviewsLastPlan: false }),
      /the stage does not/,
    ],
    ['a field that the schema does not know', (set) => Object.assign(set, { colour: 'blue' }), /colour/],
  ] satisfies readonly (readonly [string, Parameters<typeof changed>[0], RegExp])[])(
    'is refused with %s',
    (_what, change, message) => {
      const result = questionSetSchema.safeParse(changed(change));
      expect(result.success).toBe(false);
      expect(result.error?.message).toMatch(message);
    },
  );
});
