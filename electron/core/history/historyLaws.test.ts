import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChannelInput, ChannelName } from '#shared/contract/contract.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { anAction } from '#test/helpers/anAction.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

type Command = <Name extends ChannelName>(channel: Name, input: ChannelInput<Name>) => Promise<unknown>;
const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constant('a\0b'));

/** One thing that a person does, on whatever rows there are by then; `pick` chooses among them. */
interface Deed {
  readonly kind: 'edit' | 'add' | 'editRow' | 'remove' | 'act' | 'rate' | 'fail' | 'wait';
  readonly pick: number;
  readonly text: string;
  readonly number: number;
}
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('edit', 'add', 'editRow', 'remove', 'act', 'rate', 'fail', 'wait'),
  pick: fc.nat(1000),
  text: words,
  number: fc.double({ min: 0, max: 1e9, noNaN: true }),
});

async function does({ kind, pick, text, number }: Deed, { core, services, ports }: TestCore): Promise<void> {
  const command: Command = (channel, input) => core.dispatch(channel, input, { screen: 'a screen' });
  const { rows } = services.session.required();
  const chosen = <Table extends TableName>(table: Table) => {
    const all = rows.all(table);
    return all[pick % Math.max(1, all.length)];
  };
  switch (kind) {
    case 'edit':
      await command('institution.edit', {
        fields: pick % 2 ? { name: text } : { profile: text, themeWords: { visibility: text } },
      });
      break;
    case 'add':
      if (pick % 2) await command('signatory.add', { fields: { role: text, name: 'Ada', title: '' } });
      else {
        await command('staffNumber.add', {
          fields: { countedOn: null, count: number, basis: 'fte', definition: text, source: '' },
        });
      }
      break;
    case 'editRow': {
      const row = chosen('staffNumber');
      if (row) await command('staffNumber.edit', { id: row.id, fields: { count: number } });
      break;
    }
    case 'remove': {
      const row = chosen('signatory');
      if (row) await command('signatory.remove', { id: row.id });
      break;
    }
    case 'act':
      services.change('Added an action', (context) => {
        const plan = chosen('plan');
        if (plan)
          context.rows.insert('action', anAction({ id: ports.newId(), planId: plan.id, text, position: number }));
      });
      break;
    case 'rate':
      services.change('Rated', (context) => {
        const action = chosen('action');
        if (!action) return;
        context.rows.update('action', action.id, {
          binned: !action.binned,
          themes: ['visibility'],
          dueOn: '2027-01-31',
        });
        context.rows.insert('rating', {
          id: ports.newId(),
          actionId: action.id,
          rag: 'amber',
          ratedOn: '2026-11-21',
          ratedAt: context.now,
          progress: text,
          explanation: '',
          source: 'review',
        });
      });
      break;
    case 'fail':
      expect(() =>
        services.change('Failed', (context) => {
          context.rows.insert('signatory', { id: ports.newId(), position: 1, role: text, name: '', title: '' });
          throw new RangeError('half way');
        }),
      ).toThrow(RangeError);
      break;
    case 'wait':
      ports.pass(pick * 200);
      break;
  }
}

const tablesOf = ({ services }: TestCore) =>
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      services.session.required().database.prepare(`SELECT * FROM "${table}" ORDER BY id`).all(),
    ]),
  );

async function undoAll({ core }: TestCore): Promise<number> {
  for (let count = 0; ; count += 1) if (!(await core.dispatch('history.undo', {})).ok) return count;
}
async function redoAll({ core }: TestCore): Promise<number> {
  for (let count = 0; ; count += 1) if (!(await core.dispatch('history.redo', {})).ok) return count;
}

it('undone to the start leaves empty tables, and redone gives identical tables, whatever was done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
      const test = await openCore();
      for (const each of deeds) await does(each, test);
      const before = tablesOf(test);
      const undone = await undoAll(test);
      expect(Object.values(tablesOf(test)).flat()).toEqual([]);
      expect(await redoAll(test)).toBe(undone);
      expect(tablesOf(test)).toEqual(before);
      test.core.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('the rows told in events, applied one after another, are the rows that are loaded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: deed }, fc.constantFrom('undo', 'redo')), { maxLength: 25 }),
      async (deeds) => {
        const test = await openCore();
        for (const each of deeds) {
          if (each === 'undo') await test.core.dispatch('history.undo', {});
          else if (each === 'redo') await test.core.dispatch('history.redo', {});
          else await does(each, test);
        }
        const held = new Map<string, unknown>();
        for (const event of test.events) {
          if (event.type !== 'changed') continue;
          for (const { table, id, row } of event.rows) {
            if (row) held.set(`${table} ${id}`, row);
            else held.delete(`${table} ${id}`);
          }
        }
        const { rows, history } = await test.call('workspace.load', {});
        const loaded = Object.entries(rows).flatMap(([table, list]) =>
          list.map((row) => [`${table} ${row.id}`, row] as const),
        );
        expect(held).toEqual(new Map<string, unknown>(loaded));
        expect(test.events.findLast((event) => event.type === 'changed')).toMatchObject({ history });
        test.core.close();
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
