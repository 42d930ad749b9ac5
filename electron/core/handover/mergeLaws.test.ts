import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MergeChoice } from '#shared/contract/handover.ts';
import { emptyRichText, richTextFromParagraphs } from '#shared/model/richText.ts';
import type { TableName } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import type { StoredRow } from '../workspace/rows.ts';
import { decide } from './decideMerge.ts';
import { keyOf, mergeStates } from './mergeStates.ts';
import { isQuiet, mergedTables, unitsOf, unitValue } from './mergeUnits.ts';
import type { Reference } from './references.ts';
import { settle } from './settleMerge.ts';

const references: readonly Reference[] = [
  { table: 'action', column: 'planId', parent: 'plan', parentColumn: 'id' },
  { table: 'rating', column: 'actionId', parent: 'action', parentColumn: 'id' },
  { table: 'askTick', column: 'answerId', parent: 'answer', parentColumn: 'id' },
  { table: 'evidence', column: 'attachmentId', parent: 'attachment', parentColumn: 'id' },
];

type Rows = Readonly<Record<string, StoredRow>>;
const side = (rows: Rows): StoredTables => {
  const tables = new Map<TableName, Map<string, StoredRow>>(mergedTables.map((table) => [table, new Map()]));
  for (const [key, row] of Object.entries(rows)) tables.get(key.split(' ')[0] as TableName)?.set(String(row.id), row);
  return tables;
};

const words = fc.constantFrom('', 'one', 'two', 'three');
const rowOf: Readonly<Record<string, fc.Arbitrary<StoredRow>>> = {
  action: fc.record({
    planId: fc.constant('p'),
    position: fc.integer({ min: 1, max: 3 }),
    ref: words,
    text: words,
    lead: words,
    startText: words,
    startOn: fc.constantFrom(null, '2027-01-01'),
    binned: fc.constantFrom(0, 1),
  }),
  rating: fc.record({
    actionId: fc.constantFrom('a', 'b', 'c'),
    rag: fc.constantFrom(null, 'green', 'red'),
    ratedOn: fc.constant('2026-11-21'),
    ratedAt: fc.constantFrom('2026-11-21T14:00:00.000Z', '2026-11-22T14:00:00.000Z'),
    progress: words,
    explanation: words,
    source: fc.constantFrom('review', 'plan.xlsx'),
  }),
  answer: fc.record({
    cycleId: fc.constant('c'),
    questionKey: fc.constant('q'),
    facts: fc
      .dictionary(fc.constantFrom('phone', 'mail'), fc.constantFrom('1', '2'), { maxKeys: 2 })
      .map((facts) => JSON.stringify(facts)),
    content: words.map((text) => JSON.stringify(text === '' ? emptyRichText : richTextFromParagraphs(text))),
    state: fc.constantFrom('empty', 'draft', 'ready'),
  }),
  askTick: fc.record({ answerId: fc.constant('x'), askKey: fc.constantFrom('k1', 'k2', 'k3') }),
};

/** A workspace of a few rows that a person might have; ticks are once for each ask, and answers once for each question. */
const state: fc.Arbitrary<Rows> = fc
  .tuple(
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), rowOf.action as fc.Arbitrary<StoredRow>),
    fc.dictionary(fc.constantFrom('r', 's'), rowOf.rating as fc.Arbitrary<StoredRow>),
    rowOf.answer as fc.Arbitrary<StoredRow>,
    fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), fc.constantFrom('here', 'there')),
  )
  .map(([actions, ratings, answer, ticks]) => {
    const rows: Record<string, StoredRow> = {
      'plan p': { id: 'p', title: 'The plan' },
      'answer x': { id: 'x', ...withText(answer) },
    };
    for (const [id, row] of Object.entries(actions)) rows[`action ${id}`] = { id, ...row };
    for (const [id, row] of Object.entries(ratings))
      if (rows[`action ${row.actionId}`]) rows[`rating ${id}`] = { id, ...row };
    // The same ask may have been ticked anew, by another id.
    for (const [askKey, by] of Object.entries(ticks))
      rows[`askTick ${askKey}${by}`] = { id: `${askKey}${by}`, answerId: 'x', askKey };
    return rows;
  });

/** What both began with, and what each made of a few things of it. */
const three: fc.Arbitrary<readonly [Rows, Rows, Rows]> = fc
  .tuple(state, state, state, fc.infiniteStream(fc.nat(3)))
  .map(([base, one, other, chance]) => {
    const some = (wanted: Rows): Rows => {
      const rows: Record<string, StoredRow> = { ...base };
      for (const key of new Set([...Object.keys(base), ...Object.keys(wanted)])) {
        if (chance.next().value !== 0) continue;
        const row = wanted[key];
        if (row) rows[key] = row;
        else delete rows[key];
      }
      const asked = new Set<unknown>();
      return Object.fromEntries(
        Object.entries(rows).filter(([key, row]) => {
          if (key.startsWith('rating ')) return rows[`action ${row.actionId}`] !== undefined;
          return !key.startsWith('askTick ') || (!asked.has(row.askKey) && asked.add(row.askKey) !== undefined);
        }),
      );
    };
    return [base, some(one), some(other)];
  });

const withText = (answer: StoredRow): StoredRow => {
  const plain = JSON.stringify(answer.content).includes('text\\":\\"') ? String(answer.content) : '';
  return { ...answer, plainText: plain, words: plain.length };
};

/** Everything merged, with one answer to every question. */
function merged(base: Rows, here: Rows, copy: Rows, choice: MergeChoice) {
  const merge = mergeStates(references, side(base), side(here), side(copy));
  const decided = decide(merge.rows, { isLeftOut: () => false, choiceOf: () => choice });
  const settled = settle(references, side(here), decided);
  const after: Record<string, StoredRow> = { ...here };
  for (const { table, id, to } of settled.writes) {
    if (to) after[keyOf(table, id)] = to;
    else delete after[keyOf(table, id)];
  }
  return { merge, settled, after };
}

/** What somebody did: without what nobody is asked about. */
const told = (rows: Rows): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(rows)
      .map(([key, row]): [string, readonly string[]] => {
        const table = key.split(' ')[0] as TableName;
        const name = table === 'askTick' ? `askTick ${row.askKey}` : key;
        const units = unitsOf(table, [row]).filter((unit) => !isQuiet(table, unit));
        return [name, units.map((unit) => `${unit}=${unitValue(table, row, unit)}`).toSorted()];
      })
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

describe('merging three states', () => {
  it('brings nothing where the copy is as both began, whatever was done here', () => {
    fc.assert(
      fc.property(state, state, (base, here) => {
        const { merge, settled } = merged(base, here, base, 'copy');
        expect(merge.rows).toEqual([]);
        expect(settled.writes).toEqual([]);
      }),
    );
  });

  it('brings nothing and asks nothing where both did the same', () => {
    fc.assert(
      fc.property(state, state, (base, both) => {
        expect(mergeStates(references, side(base), side(both), side(both)).rows).toEqual([]);
      }),
    );
  });

  it('gives the copy where nothing was done here, without a question', () => {
    fc.assert(
      fc.property(state, state, (base, copy) => {
        const { merge, after } = merged(base, base, copy, 'here');
        expect(merge.rows.flatMap(({ conflicts }) => conflicts)).toEqual([]);
        expect(told(after)).toEqual(told(copy));
      }),
    );
  });

  it('comes to the same from either side where no question is left, as far as anybody is told', () => {
    let alike = 0;
    fc.assert(
      fc.property(three, ([base, one, other]) => {
        const forth = merged(base, one, other, 'here');
        const back = merged(base, other, one, 'here');
        const questions = (rows: typeof forth.merge.rows) => rows.flatMap(({ conflicts }) => conflicts).length;
        expect(questions(forth.merge.rows) === 0).toBe(questions(back.merge.rows) === 0);
        if (questions(forth.merge.rows) > 0 || forth.merge.kept.length + back.merge.kept.length > 0) return;
        alike += 1;
        expect(told(forth.after)).toEqual(told(back.after));
      }),
      { numRuns: 300 },
    );
    expect(alike).toBeGreaterThan(50);
  });

  it('loses nothing: what was done on one side is there afterwards, or is asked about', () => {
    fc.assert(
      fc.property(three, fc.constantFrom<MergeChoice>('here', 'copy'), ([base, here, copy], choice) => {
        const { merge, after } = merged(base, here, copy, choice);
        const asked = new Set(
          merge.rows.flatMap(({ table, id, conflicts }) => conflicts.map((unit) => `${table} ${id} ${unit}`)),
        );
        const wholly = new Set(
          merge.rows.filter(({ conflicts }) => conflicts.includes('')).map(({ table, id }) => keyOf(table, id)),
        );
        for (const done of [here, copy])
          for (const [key, row] of Object.entries(done)) {
            const [table = '', id = ''] = key.split(' ') as [TableName, string];
            // With an action that is asked about as a whole go its ratings.
            if (table === 'askTick' || wholly.has(key) || wholly.has(`action ${row.actionId}`)) continue;
            const was = base[key];
            for (const unit of unitsOf(table as TableName, [row, was ?? null])) {
              const value = unitValue(table as TableName, row, unit);
              const changed = was ? value !== unitValue(table as TableName, was, unit) : true;
              if (!changed || isQuiet(table as TableName, unit) || asked.has(`${table} ${id} ${unit}`)) continue;
              const now = after[key];
              // Removed on the other side only together with a question.
              expect(now, `${key} of ${choice}`).toBeDefined();
              if (now && (was || !isEmptyValue(value))) expect(unitValue(table as TableName, now, unit)).toBe(value);
            }
          }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no row that belongs to one that is gone', () => {
    fc.assert(
      fc.property(
        state,
        state,
        state,
        fc.constantFrom<MergeChoice>('here', 'copy', 'both'),
        (base, here, copy, choice) => {
          const { after } = merged(base, here, copy, choice);
          for (const [key, row] of Object.entries(after)) {
            if (key.startsWith('rating ')) expect(after[`action ${row.actionId}`], key).toBeDefined();
            if (key.startsWith('askTick ')) expect(after[`answer ${row.answerId}`], key).toBeDefined();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never asks again once it was answered', () => {
    fc.assert(
      fc.property(three, fc.constantFrom<MergeChoice>('here', 'copy'), ([base, here, copy], choice) => {
        const { after } = merged(base, here, copy, choice);
        expect(mergeStates(references, side(copy), side(after), side(copy)).rows).toEqual([]);
      }),
    );
  });
});

const isEmptyValue = (value: string): boolean => /^\[(?:""|null|0|,|"empty")*\]$|^null$/u.test(value);
