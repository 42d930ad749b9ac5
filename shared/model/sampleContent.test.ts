import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionSetSchema } from './questionSet.ts';
import { plainTextOf, richTextSchema } from './richText.ts';
import {
  type SampleContent,
  type SampleCycle,
  type SampleLastAction,
  sampleContentSchema,
  sampleFileNames,
  sampleFileSchemas,
} from './sampleContent.ts';
import { sampleCitations, sampleRichText } from './sampleRichText.ts';
import { themes } from './words.ts';

const today = '2026-11-21';
const resources = new URL('../../resources/', import.meta.url);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
}

function readAll(): Record<string, unknown> {
  return Object.fromEntries(sampleFileNames.map((name) => [name, readJson(`sample/${name}.json`)]));
}

const content: SampleContent = sampleContentSchema.parse(readAll());
const { lastPlan, newPlan, voice, evidence, frameworks, stage2, stage3, institution } = content;

function currentRag(action: SampleLastAction): string {
  return action.ratings.at(-1)?.rag ?? 'not rated';
}

function count(names: readonly string[]): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const name of names) totals[name] = (totals[name] ?? 0) + 1;
  return totals;
}

function textOf(cycle: SampleCycle, question: string): string {
  const answer = cycle.answers.find((each) => each.question === question);
  return plainTextOf(sampleRichText(answer?.blocks ?? [], ({ key }) => key));
}

describe('the files of the sample', () => {
  it('are those that the schemas name', () => {
    expect(readdirSync(new URL('sample/', resources)).sort()).toEqual(
      sampleFileNames.map((name) => `${name}.json`).sort(),
    );
  });

  it.each(sampleFileNames)('%s.json satisfies its schema', (name) => {
    expect(sampleFileSchemas[name].safeParse(readJson(`sample/${name}.json`)).error).toBeUndefined();
  });

  it('refuse a reference, a key or a citation that leads nowhere', () => {
    const files = structuredClone(readAll()) as {
      newPlan: { actions: { lineage: unknown[] }[] };
      voice: { links: { stage3: string[] } }[];
      stage3: { answers: { question: string; blocks: unknown[] }[] };
    };
    files.newPlan.actions[0]?.lineage.push({ from: 'V99', kind: 'continued', reason: '' });
    files.voice[0]?.links.stage3.push('no-such-question');
    files.stage3.answers[0]?.blocks.push({ p: 'See [[evidence:no-such-item]]' });
    const message = sampleContentSchema.safeParse(files).error?.message ?? '';
    expect(message).toContain('V1 points to lastPlan V99');
    expect(message).toContain('points to stage3 no-such-question');
    expect(message).toContain('institution points to evidence no-such-item');
  });

  it('invent everybody: addresses are in reserved domains and telephone numbers in the range kept for fiction', () => {
    const text = JSON.stringify(content);
    for (const [, host] of text.matchAll(/https?:\/\/([^/"\s)]+)/g)) expect(host).toMatch(/\.example$/);
    for (const [, host] of text.matchAll(/[\w.]+@([\w.-]+)/g)) expect(host).toMatch(/\.example$/);
    for (const { facts } of [...stage2.answers, ...stage3.answers]) {
      if (typeof facts['lead-telephone'] === 'string') expect(facts['lead-telephone']).toMatch(/^01632 960\d{3}$/);
    }
  });

  it('say nothing that has not happened yet by 21 November 2026', () => {
    const dates = [
      ...lastPlan.actions.flatMap((action) => action.ratings.map((rating) => rating.ratedOn)),
      ...voice.map((entry) => entry.heardOn ?? ''),
      ...evidence.map((item) => item.datedOn ?? ''),
      ...institution.staffNumbers.map((number) => number.countedOn ?? ''),
      ...stage2.signOff.map((record) => record.happenedOn),
    ];
    for (const date of dates) expect(date <= today).toBe(true);
  });
});

describe('the last plan of the sample', () => {
  it('has 34 actions over the five themes, rated as the review screen shows them', () => {
    expect(lastPlan.actions).toHaveLength(34);
    expect(count(lastPlan.actions.map(currentRag))).toEqual({ green: 15, amber: 10, red: 4, 'not rated': 5 });
    expect(count(lastPlan.actions.map((action) => action.themes[0] ?? ''))).toEqual({
      visibility: 8,
      recognition: 9,
      'career-development': 7,
      sustainability: 6,
      'evaluating-impact': 4,
    });
  });

  it('leaves two reds without their reason', () => {
    const reds = lastPlan.actions.filter((action) => currentRag(action) === 'red');
    expect(reds.filter((action) => action.ratings.at(-1)?.explanation === '').map(({ ref }) => ref)).toEqual([
      'V3',
      'CD5',
    ]);
  });

  it('was rated in January 2025 and in autumn 2026, in order, every red of the first round with its reason', () => {
    for (const { ref, ratings } of lastPlan.actions) {
      const days = ratings.map((rating) => rating.ratedOn);
      expect(days, ref).toEqual([...days].sort());
      for (const { ratedOn, rag, explanation } of ratings) {
        expect(ratedOn, ref).toMatch(/^2025-01-|^2026-1[01]-/);
        if (rag === 'red' && ratedOn < '2026') expect(explanation, ref).not.toBe('');
        if (rag !== 'red') expect(explanation, ref).toBe('');
      }
    }
    const rounds = count(lastPlan.actions.flatMap(({ ratings }) => ratings.map(({ ratedOn }) => ratedOn.slice(0, 4))));
    expect(rounds['2025']).toBeGreaterThanOrEqual(28);
    expect(rounds['2026']).toBe(29);
  });

  it('marks the three actions added after 31 were submitted', () => {
    expect(lastPlan.actions.filter((action) => action.addedSinceSubmission).map(({ ref }) => ref)).toEqual([
      'R3',
      'CD6',
      'S5',
    ]);
  });

  it('has an outcome or a successor for every action but those still to be decided', () => {
    const carried = new Set(newPlan.actions.flatMap((action) => action.lineage.map(({ from }) => from)));
    const outcomes = lastPlan.actions.map((action) => {
      expect(carried.has(action.ref) && action.outcome !== null, `${action.ref} has two outcomes`).toBe(false);
      return carried.has(action.ref) ? 'carried forward' : (action.outcome?.kind ?? 'undecided');
    });
    expect(count(outcomes)).toEqual({
      'carried forward': 15,
      'business-as-usual': 7,
      done: 6,
      dropped: 2,
      undecided: 4,
    });
    for (const { ref, outcome } of lastPlan.actions)
      if (outcome?.kind === 'dropped') expect(outcome.reason, ref).not.toBe('');
  });
});

describe('the new plan of the sample', () => {
  it('has 18 actions, fourteen of which go on from the last plan in every way there is but a split', () => {
    expect(newPlan.actions).toHaveLength(18);
    expect(newPlan.actions.filter((action) => action.lineage.length === 0).map(({ ref }) => ref)).toEqual([
      'V4',
      'R4',
      'CD4',
      'S4',
    ]);
    expect(count(newPlan.actions.flatMap((action) => action.lineage.map(({ kind }) => kind)))).toEqual({
      continued: 4,
      extended: 3,
      narrowed: 4,
      replaced: 2,
      merged: 2,
    });
  });

  it('starts with action V1, carried forward from V2 and reworded', () => {
    expect(newPlan.actions[0]?.ref).toBe('V1');
    expect(newPlan.actions[0]?.lineage.map(({ from }) => from)).toEqual(['V2']);
  });

  it('covers every theme, and keeps its dates in order and inside the plan', () => {
    expect(new Set(newPlan.actions.flatMap((action) => action.themes))).toEqual(new Set(themes));
    for (const { ref, startOn, dueOn } of newPlan.actions) {
      if (startOn !== null) expect(startOn >= (newPlan.startsOn ?? ''), ref).toBe(true);
      if (startOn !== null && dueOn !== null) expect(startOn < dueOn, ref).toBe(true);
    }
  });

  it('gives the gentle checks something to find', () => {
    expect(newPlan.actions.some((action) => action.dueText === 'Ongoing' && action.successMeasure === '')).toBe(true);
    expect(newPlan.actions.some((action) => action.successMeasure !== '' && !/\d/.test(action.successMeasure))).toBe(
      true,
    );
    expect(newPlan.actions.some((action) => action.lead.split(';').length > 3)).toBe(true);
    const leads = Object.values(count(newPlan.actions.map((action) => action.lead)));
    expect(Math.max(...leads)).toBeGreaterThan(newPlan.actions.length / 3);
  });
});

describe.each([
  ['stage2', stage2],
  ['stage3', stage3],
] as const)('the answers of %s', (_name, cycle) => {
  const set = questionSetSchema.parse(readJson(`question-sets/${cycle.questionSet}.json`));

  it('answer the questions of the set in its order, with ticks and facts that it knows', () => {
    expect(cycle.stage).toBe(set.stage);
    expect(cycle.answers.map((answer) => answer.question)).toEqual(set.questions.map((question) => question.key));
    for (const [index, answer] of cycle.answers.entries()) {
      const question = set.questions[index];
      const asks = question?.asks.map((ask) => ask.key) ?? [];
      const facts = question?.facts ?? [];
      expect(asks, answer.question).toEqual(expect.arrayContaining([...answer.ticks]));
      for (const [key, value] of Object.entries(answer.facts)) {
        const fact = facts.find((each) => each.key === key);
        expect(fact, key).toBeDefined();
        const columns = fact?.kind === 'table' ? fact.columns.map((column) => column.key) : null;
        if (typeof value === 'string') expect(columns, key).toBeNull();
        else for (const row of value) expect(Object.keys(row), key).toEqual(columns);
      }
    }
  });

  it('are rich text that the editor can open', () => {
    for (const answer of cycle.answers) {
      const id = '00000000-0000-4000-8000-000000000000';
      expect(richTextSchema.safeParse(sampleRichText(answer.blocks, () => id)).error, answer.question).toBeUndefined();
    }
  });

  it('give only numbers of technical staff that stand in the institution’s own list', () => {
    const rows = cycle.answers.flatMap(({ facts }) => {
      const table = facts['staff-numbers'] ?? [];
      return typeof table === 'string' ? [] : table;
    });
    expect(rows.length).toBeGreaterThan(0);
    const own = institution.staffNumbers.map(({ count, countedOn, source, definition }) => ({
      count: String(count),
      date: countedOn,
      source,
      definition,
    }));
    for (const row of rows) expect(own).toContainEqual(row);
  });
});

describe('the two cycles of the sample', () => {
  it('show Stage 2 finished and signed, and Stage 3 in all three states', () => {
    expect(new Set(stage2.answers.map((answer) => answer.state))).toEqual(new Set(['ready']));
    expect(stage2.signOff.map((record) => record.step)).toEqual([
      'with-steering-group',
      'with-leader',
      'signed',
      'signed',
      'submitted',
      'published',
    ]);
    expect(count(stage3.answers.map((answer) => answer.state))).toEqual({ ready: 2, draft: 4, empty: 3 });
    expect(stage3.signOff).toEqual([]);
    expect(stage3.dueOn).toBe('2027-01-31');
  });

  it('leave empty answers without words, ticks and facts', () => {
    for (const answer of stage3.answers.filter(({ state }) => state === 'empty')) {
      expect(answer).toEqual({ question: answer.question, state: 'empty', ticks: [], facts: {}, blocks: [] });
    }
  });

  it('cite voice 14 and evidence in the answer on governance, which has one ask left', () => {
    const governance = stage3.answers.find((answer) => answer.question === 'governance-and-resourcing');
    const cited = sampleCitations(governance?.blocks ?? []);
    expect(governance?.ticks).toHaveLength(4);
    expect(cited).toContainEqual({ kind: 'voice', key: voice[13]?.key });
    expect(cited.filter(({ kind }) => kind === 'evidence').length).toBeGreaterThanOrEqual(2);
  });

  it('tell the same totals in words as the plans do in rows', () => {
    expect(textOf(stage3, 'last-plan-review')).toContain('31 actions when it was submitted and 34 in the end');
    expect(textOf(stage3, 'new-plan')).toContain('has 18 actions, where the last had 34');
    expect(textOf(stage2, 'new-plan')).toContain('has 31 actions');
    expect(stage3.brief.changedSinceLastTime).toContain('15 of 34 actions are done');
  });

  it('link to an answer everything that the answer cites', () => {
    for (const [name, cycle] of [
      ['stage2', stage2],
      ['stage3', stage3],
    ] as const) {
      for (const { question, blocks } of cycle.answers) {
        for (const { kind, key } of sampleCitations(blocks)) {
          const cited = (kind === 'voice' ? voice : evidence).find((each) => each.key === key);
          expect(cited?.links[name], `${key} is cited by ${question}`).toContain(question);
        }
      }
    }
  });
});

describe('the registers of the sample', () => {
  it('hold about twenty entries of voice of every consent, some still without a change', () => {
    expect(voice).toHaveLength(21);
    expect(new Set(voice.map((entry) => entry.consent))).toEqual(new Set(['named', 'role', 'anonymous', 'internal']));
    expect(voice.filter((entry) => entry.changed === '' && entry.whyNot === '').map(({ key }) => key)).toEqual([
      'steering-seat-2026',
      'saltby-interview-2026',
    ]);
    expect(voice.some((entry) => entry.changed === '' && entry.whyNot !== '')).toBe(true);
  });

  it('hold a quotation from fewer than five people, to be warned about, and name a person only with consent', () => {
    expect(
      voice.some((entry) => entry.kind === 'quote' && entry.consent === 'anonymous' && (entry.asked ?? 9) < 5),
    ).toBe(true);
    for (const entry of voice) expect(entry.personName !== '', entry.key).toBe(entry.consent === 'named');
  });

  it('never count more replies than people asked', () => {
    for (const { key, asked, replied } of voice) expect((replied ?? 0) <= (asked ?? Infinity), key).toBe(true);
  });

  it('never cite in an answer what may not be quoted outside', () => {
    const internal = new Set(voice.filter((entry) => entry.consent === 'internal').map((entry) => entry.key));
    const cited = [...stage2.answers, ...stage3.answers].flatMap(({ blocks }) => sampleCitations(blocks));
    expect(cited.filter(({ key }) => internal.has(key))).toEqual([]);
  });

  it('hold thirty items of evidence of seven kinds, some of them out of date', () => {
    expect(evidence).toHaveLength(30);
    expect(new Set(evidence.map((item) => item.kind)).size).toBe(7);
    expect(
      evidence.filter((item) => item.staleAfter !== null && item.staleAfter < today).map(({ key }) => key),
    ).toEqual(['technical-pages', 'public-page']);
  });

  it('hold two frameworks of their own, and an empty one for the TALENT Commission', () => {
    expect(frameworks.map(({ title, items }) => [title, items.length])).toEqual([
      ['Eastmere 2030', 5],
      ['Fells and Coast Technicians’ Network', 6],
      ['TALENT Commission', 0],
    ]);
    expect(frameworks.flatMap(({ items }) => items).some((item) => item.newPlan.length === 0)).toBe(true);
  });
});
