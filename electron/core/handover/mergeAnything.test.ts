import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MergeChoice } from '#shared/contract/handover.ts';
import { type Chance, type Command, commandInputs } from '#test/helpers/commandInputs.ts';
import { handOver, readBack } from '#test/helpers/handedOver.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';
import { tablesOf } from '#test/helpers/tables.ts';
import { findingsOf } from '../workspace/check.ts';

const commands = (Object.keys(commandInputs) as Command[]).filter((name) => !name.startsWith('handover.'));
const deed = fc.record({
  name: fc.constantFrom<Command>(
    ...commands,
    // Without rows there is little to do, so what makes them comes more often.
    ...(['action.add', 'action.add', 'rating.give', 'lineage.carryForward', 'voice.add', 'evidence.add'] as const),
    ...(['answer.write', 'ask.tick', 'link.add', 'action.bin', 'action.edit', 'cycle.edit'] as const),
  ),
  pick: fc.nat(1000),
  text: fc.string({ unit: 'binary', maxLength: 12 }),
  number: fc.double({ min: 0, max: 1e9, noNaN: true }),
});
const deeds = (maxLength: number) => fc.array(deed, { minLength: 3, maxLength, size: 'max' });

/** Does what a person might; a rule may refuse, nothing may break. */
async function all(test: TestCore, done: readonly (Pick<Chance, 'pick' | 'text' | 'number'> & { name: Command })[]) {
  const { rows } = test.services.session.required();
  for (const { name, ...given } of done) {
    const chance: Chance = { ...given, rows: (table) => rows.all(table), today: test.ports.today() };
    const result = await test.core.dispatch(name, commandInputs[name](chance));
    if (!result.ok) expect(result.error.code).not.toMatch(/internal|input-invalid/u);
    test.ports.pass(1_000);
  }
}

it('whatever two people did, a merge is whole, is taken back at once, and brings nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(
      deeds(12),
      deeds(25),
      deeds(25),
      fc.constantFrom<MergeChoice>('here', 'copy', 'both'),
      fc.boolean(),
      fc.nat(3),
      async (first, here, there, choice, withInternal, leave) => {
        const test = await openCore();
        await all(test, first);
        const handed = await handOver(test, { withInternal });
        await all(handed.copy, there);
        await all(test, here);
        const before = tablesOf(test);
        const internal = before.voice?.filter(({ consent }) => consent === 'internal').map(({ id }) => id);
        const { file, seen, items, conflicts } = await readBack(test, handed);
        const leftOut = items.filter((_item, index) => (index + leave) % 4 === 0).map(({ key }) => key);
        const choices = conflicts.map(({ key }) => ({ key, choice }));
        await test.call('merge.apply', { file, seen, leftOut, choices });
        const after = tablesOf(test);
        // Every row is one that the screens can show.
        await test.call('workspace.load', {});
        expect(findingsOf(test.services.session.required().database)).toEqual([]);
        if (!withInternal) expect(after.voice?.map(({ id }) => id)).toEqual(expect.arrayContaining(internal ?? []));
        await test.call('history.undo', {});
        expect(tablesOf(test)).toEqual(before);
        await test.call('history.redo', {});
        expect(tablesOf(test)).toEqual(after);
        const again = await test.call('merge.read', { file });
        expect([again.items, again.conflicts, again.signed]).toEqual([[], [], []]);
        test.core.close();
        handed.copy.core.close();
      },
    ),
    { numRuns: process.env.FAULTS === 'all' ? 100 : 5 },
  );
}, 300_000);
