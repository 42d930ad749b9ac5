import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImportCorrections, ImportPreview } from '#shared/model/importPreview.ts';
import { tableNames } from '#shared/model/tables.ts';
import { type Chance, type Command, commandInputs } from '#test/helpers/commandInputs.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';
import { paragraph, wordFile } from '#test/helpers/wordFile.ts';
import { planSaid } from '../import/planSaid.ts';
import { keepPreview } from '../import/previews.ts';
import { readPreview } from '../import/readPreview.ts';
import { withMatches } from '../import/withMatches.ts';
import { atStep } from './pastWorkspace.ts';
import { recordTables } from './restoreVersion.ts';

/** Jobs that end in a step, undo and redo, a step that fails half way, and time passing, beside every command. */
type Deed =
  | Command
  | 'import.apply'
  | 'evidence.attach'
  | 'officialForm.open'
  | 'history.undo'
  | 'history.redo'
  | 'fail'
  | 'wait';
const commands = Object.keys(commandInputs) as Command[];
type Given = Pick<Chance, 'pick' | 'text' | 'number'>;

const deed = fc.record({
  name: fc.constantFrom<Deed>(
    ...commands,
    // Without rows there is little to do, so what makes them comes more often.
    ...(['action.add', 'action.add', 'rating.give', 'lineage.carryForward', 'voice.add', 'evidence.add'] as const),
    ...(['import.apply', 'evidence.attach', 'officialForm.open'] as const),
    ...(['history.undo', 'history.redo', 'fail', 'wait'] as const),
  ),
  pick: fc.nat(1000),
  text: fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('a\0b')),
  number: fc.double({ min: 0, max: 1e9, noNaN: true }),
  // The same again and again is typing, which gathers in one step that changes a row more than once.
  times: fc.constantFrom(1, 1, 2, 3),
});

let plan: ImportPreview;
beforeAll(async () => {
  const file = new URL('../../../test/fixtures/plans/plain.xlsx', import.meta.url);
  plan = await readPreview(new Uint8Array(readFileSync(file)), 'plain.xlsx');
});

/** What the file says already, so that there is something to remember. */
const corrections: ImportCorrections = { columns: [{ table: '0:0', column: 0, role: 'ref' }] };

/** Does one thing as a person would, through dispatch, and returns whether it was taken. */
async function does(test: TestCore, name: Deed, given: Given): Promise<boolean> {
  const { core, services, ports } = test;
  const workspace = services.session.required();
  const { rows } = workspace;
  const call = async (channel: string, input: unknown) => {
    const result = await core.dispatch(channel, input, { screen: 'a screen' });
    // A rule may refuse; nothing may break.
    if (!result.ok) expect(result.error.code).not.toMatch(/internal|input-invalid/u);
    return result.ok;
  };
  switch (name) {
    case 'wait':
      ports.pass(given.pick * 200);
      return true;
    case 'fail':
      expect(() =>
        services.change('Failed', (context) => {
          context.rows.insert('signatory', { id: ports.newId(), position: 1, role: given.text, name: '', title: '' });
          throw new RangeError('half way');
        }),
      ).toThrow(RangeError);
      return true;
    case 'import.apply': {
      const planId = rows.all('cycle')[0]?.lastPlanId;
      if (!planId) return false;
      const said = planSaid({ rows, ports }, planId);
      const preview = withMatches(plan, said, undefined);
      const choices = preview.actions
        .filter((_action, index) => (given.pick + index) % 3 > 0)
        .map(({ key, match }) => ({ key, actionId: match?.id ?? null }));
      const previewId = keepPreview(workspace, {
        preview,
        planId,
        corrections: given.pick % 2 ? {} : corrections,
        said,
      });
      return call(name, { previewId, choices, blanks: given.pick % 2 ? 'keep' : 'replace' });
    }
    case 'evidence.attach': {
      const item = rows.all('evidence')[0];
      const file = core.fileTokens.holdBytes('letter.txt', new TextEncoder().encode(`Letter ${given.pick % 5}`));
      return item ? call(name, { id: item.id, file }) : false;
    }
    case 'officialForm.open': {
      const prompts = ['Who leads the work?', `What of number ${given.pick % 3}?`];
      const form = wordFile(prompts.map((text) => paragraph(text) + paragraph('')).join(''));
      const cycle = rows.all('cycle')[0];
      return cycle ? call(name, { cycleId: cycle.id, file: core.fileTokens.holdBytes('form.docx', form) }) : false;
    }
    case 'history.undo':
    case 'history.redo':
      return call(name, {});
    default: {
      const chance: Chance = { ...given, rows: (table) => rows.all(table), today: ports.today() };
      return call(name, commandInputs[name](chance));
    }
  }
}

async function repeat({ core }: TestCore, channel: 'history.undo' | 'history.redo'): Promise<number> {
  for (let count = 0; ; count += 1) {
    const result = await core.dispatch(channel, {});
    if (result.ok) continue;
    expect(result.error.code).toMatch(/^nothing-to-/u);
    return count;
  }
}

async function expectTheWayBackAndForth(test: TestCore, atStart: ReturnType<typeof tablesOf>): Promise<void> {
  await repeat(test, 'history.redo');
  const before = tablesOf(test);
  const undone = await repeat(test, 'history.undo');
  expect(tablesOf(test)).toEqual(atStart);
  expect(await repeat(test, 'history.redo')).toBe(undone);
  expect(tablesOf(test)).toEqual(before);
}

type Held = ReadonlyMap<string, unknown>;

/** Every row there is, as a page loads them when a workspace is opened. */
async function loadedRows(test: TestCore): Promise<Held> {
  const { rows } = await test.call('workspace.load', {});
  return new Map(
    Object.entries(rows).flatMap(([table, list]) => list.map((row) => [`${table} ${row.id}`, row] as const)),
  );
}

/** What was loaded at the opening and every event since make what is there now. */
async function expectEventsToTellAll(test: TestCore, atOpening: Held): Promise<void> {
  const held = new Map(atOpening);
  for (const event of test.events) {
    if (event.type !== 'changed') continue;
    for (const { table, id, row } of event.rows) {
      if (row) held.set(`${table} ${id}`, row);
      else held.delete(`${table} ${id}`);
    }
  }
  const { history } = await test.call('workspace.load', {});
  expect(held).toEqual(await loadedRows(test));
  expect(test.events.findLast((event) => event.type === 'changed')).toMatchObject({ history });
}

describe('every command of the contract', () => {
  it('can be taken in an order that gives it something to work on, back to the workspace as it was made and forth again', async () => {
    const test = await openCore();
    const atOpening = await loadedRows(test);
    const asMade = tablesOf(test);
    const amends = (name: Deed) => name.startsWith('amendment.');
    const takesAway = (name: Deed) => /\.remove$|\.undo$|\.bin$/u.test(name);
    const order: Deed[] = [
      ...(['action.add', 'action.add', 'import.apply', 'lineage.carryForward', 'evidence.add'] as const),
      ...(['evidence.attach', 'officialForm.open', 'voice.add', 'framework.add', 'frameworkItem.add'] as const),
      ...commands.filter((name) => !takesAway(name) && name !== 'version.restore' && !amends(name)),
      ...commands.filter(takesAway).toReversed(),
      'version.restore',
    ];
    // A signature closes most of what there is, so it comes last, with what opens it again.
    const whenSigned: Deed[] = ['signOff.record', 'amendment.start', 'amendment.withdraw'];
    const refused: string[] = [];
    for (const [index, name] of order.entries()) {
      const given = { pick: index < 2 ? index : 0, text: `Words ${index}`, number: index };
      if (!(await does(test, name, given))) refused.push(name);
    }
    keptCopy(test, test.services.session.required().rows.all('cycle')[0]?.id ?? '');
    // This number chooses the step `signed`.
    for (const name of whenSigned)
      if (!(await does(test, name, { pick: 9, text: 'Words', number: 9 }))) refused.push(name);
    expect(refused).toEqual([]);
    await expectTheWayBackAndForth(test, asMade);
    await expectEventsToTellAll(test, atOpening);
  });
});

describe('whatever is done', () => {
  it('undone to the start leaves what was made, redone gives identical tables, and events tell it all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 60, size: 'max' }), async (deeds) => {
        const test = await openCore();
        const atOpening = await loadedRows(test);
        const asMade = tablesOf(test);
        for (const { name, times, ...given } of deeds) {
          for (let time = 0; time < times; time += 1) await does(test, name, { ...given, text: given.text + time });
        }
        await expectEventsToTellAll(test, atOpening);
        await expectTheWayBackAndForth(test, asMade);
        await expectEventsToTellAll(test, atOpening);
        test.core.close();
      }),
      { numRuns: 25 },
    );
  }, 600_000);

  it('any state that there was can be read again, and gone back to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 5, maxLength: 40, size: 'max' }),
        fc.nat(1000),
        async (deeds, which) => {
          const test = await openCore();
          const states = new Map([[(await test.call('workspace.load', {})).history.stepId, tablesOf(test)]]);
          for (const { name, times: _times, ...given } of deeds) {
            await does(test, name, given);
            states.set((await test.call('workspace.load', {})).history.stepId, tablesOf(test));
          }
          const { rows } = test.services.session.required();
          for (const [stepId, tables] of states) {
            atStep(rows, stepId, (past) => {
              for (const table of tableNames)
                expect(past.select(`SELECT * FROM "${table}" ORDER BY id`)).toEqual(tables[table]);
            });
          }
          const [stepId, then] = [...states][which % states.size] ?? [];
          const before = tablesOf(test);
          const restored = await test.core.dispatch('version.restore', { stepId });
          if (restored.ok) {
            const now = tablesOf(test);
            for (const table of tableNames) {
              if (recordTables.has(table)) expect(now[table]).toEqual(before[table]);
              else
                expect(withoutSubmission(now[table])).toEqual(
                  expect.arrayContaining(withoutSubmission(then?.[table]) as unknown[]),
                );
            }
            // What stays although it was not there then has something on record that belongs to it.
            const extra = tableNames
              .filter((table) => !recordTables.has(table))
              .flatMap((table) => now[table]?.filter(({ id }) => !then?.[table]?.some((row) => row.id === id)) ?? []);
            expect(extra.filter(({ id }) => !isOnRecord(now, String(id)))).toEqual([]);
            if ((await test.call('workspace.load', {})).history.stepId > Math.max(...states.keys())) {
              await test.call('history.undo', {});
              expect(tablesOf(test)).toEqual(before);
            }
          } else expect(restored.error.code).toBe('signed-off');
          test.core.close();
        },
      ),
      { numRuns: 15 },
    );
  }, 600_000);
});

/** The day of submission is of the record of sign-off, which stays. */
const withoutSubmission = (rows: readonly object[] = []): readonly object[] =>
  rows.map((row) => ('submittedOn' in row ? { ...row, submittedOn: null } : row));

/** Whether a row is named by one on record, or by one that is. */
const isOnRecord = (tables: ReturnType<typeof tablesOf>, id: string): boolean =>
  tableNames.some((table) =>
    (tables[table] as readonly Readonly<Record<string, unknown>>[]).some(
      (row) =>
        Object.entries(row).some(([column, value]) => column !== 'id' && value === id) &&
        (recordTables.has(table) || isOnRecord(tables, String(row.id))),
    ),
  );
