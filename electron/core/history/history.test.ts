import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChannelInput, ChannelName } from '#shared/contract/contract.ts';
import { type TableName, tableNames } from '#shared/model/tables.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { institutionHandlers } from '../institution/handlers.ts';

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
          context.rows.insert('action', { ...blankAction, id: ports.newId(), planId: plan.id, text, position: number });
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

const blankAction = {
  ref: '',
  themes: [],
  objective: '',
  lead: '',
  supporting: '',
  startText: '',
  startOn: null,
  dueText: '',
  dueOn: null,
  successMeasure: '',
  resources: '',
  impactEvidence: '',
  notes: '',
  addedSinceSubmission: false,
  binned: false,
} as const;

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
      const test = await openCore({ rooms: institutionHandlers });
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
        const test = await openCore({ rooms: institutionHandlers });
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

it('undo and redo go on after the workspace was closed and opened again', async () => {
  const folder = temporaryFolder();
  const first = await openCore({ rooms: institutionHandlers, folder });
  await first.call('institution.edit', { fields: { name: 'Westmere University' } });
  const { recentId } = (await first.call('app.state', {})).workspace ?? {};
  await first.call('history.undo', {});
  first.core.close();

  const second = startCore({
    rooms: institutionHandlers,
    ports: testPorts({ folder, now: '2026-12-01T09:00:00.000Z' }),
  });
  await second.call('workspace.open', { recentId: recentId ?? '' });
  await second.call('history.redo', {});
  expect((await second.call('workspace.load', {})).rows.institution).toMatchObject([{ name: 'Westmere University' }]);
  expect(await undoAll(second)).toBe(2);
});

it('says where a step was done, so that undo can lead back to it', async () => {
  const { core, call } = await openCore({ rooms: institutionHandlers });
  await core.dispatch(
    'institution.edit',
    { fields: { website: 'https://eastmere.example' } },
    { screen: '/institution' },
  );
  expect(await call('history.undo', {})).toMatchObject({ screen: '/institution' });
});

it('forgets what was undone when something else is done, but lists it still', async () => {
  const { call, refusal } = await openCore({ rooms: institutionHandlers });
  await call('institution.edit', { fields: { profile: 'One' } });
  await call('history.undo', {});
  await call('institution.edit', { fields: { website: 'https://eastmere.example' } });
  expect(await refusal('history.redo', {})).toMatchObject({ code: 'nothing-to-redo' });
  const list = await call('history.list', { limit: 10 });
  expect(list.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'command done',
    'undo done',
    'command abandoned',
    'command done',
  ]);
});

it('gathers typing in one field into one step for a minute from its first key', async () => {
  const { call, ports } = await openCore({ rooms: institutionHandlers });
  const type = (profile: string) => call('institution.edit', { fields: { profile } });
  await type('T');
  ports.pass(30_000);
  await type('Tw');
  expect((await call('workspace.load', {})).history).toMatchObject({ stepId: 2, savedAt: ports.now().toISOString() });
  ports.pass(31_000);
  await type('Two');
  expect((await call('workspace.load', {})).history.stepId).toBe(3);
  await call('history.undo', {});
  expect((await call('workspace.load', {})).rows.institution[0]?.profile).toBe('Tw');
  await call('history.undo', {});
  expect((await call('workspace.load', {})).rows.institution[0]?.profile).toBe('');
});

it('does not gather typing in another field, nor across an undo', async () => {
  const { call } = await openCore({ rooms: institutionHandlers });
  await call('institution.edit', { fields: { profile: 'A' } });
  await call('institution.edit', { fields: { website: 'B' } });
  await call('history.undo', {});
  await call('institution.edit', { fields: { website: 'C' } });
  expect((await call('history.list', { limit: 10 })).map(({ kind }) => kind)).toEqual([
    'command',
    'undo',
    'command',
    'command',
    'command',
  ]);
});

it('leaves no step where a command changed nothing', async () => {
  const { call, events } = await openCore({ rooms: institutionHandlers });
  const before = events.length;
  await call('institution.edit', { fields: { name: 'Eastmere University' } });
  expect((await call('workspace.load', {})).history.stepId).toBe(1);
  expect(events).toHaveLength(before);
});

it('a command that fails changes nothing and says so', async () => {
  const { call, refusal, services } = await openCore({ rooms: institutionHandlers });
  const before = await call('workspace.load', {});
  expect(await refusal('signatory.remove', { id: '00000000-0000-4000-8000-00000000ffff' })).toMatchObject({
    code: 'not-found',
  });
  // The reference to a plan that is not there is found at the commit, when everything has been written.
  expect(() =>
    services.change('Added an action to nothing', ({ rows, ports }) => {
      rows.insert('action', { ...blankAction, id: ports.newId(), planId: ports.newId(), text: '', position: 1 });
    }),
  ).toThrow(/FOREIGN KEY/);
  expect(await call('workspace.load', {})).toEqual(before);
});

it('refuses to undo over a row that another program has changed', async () => {
  const { call, refusal, services } = await openCore({ rooms: institutionHandlers });
  await call('institution.edit', { fields: { profile: 'Ours' } });
  const { database } = services.session.required();
  database.exec(
    "INSERT INTO currentStep VALUES (2); UPDATE institution SET profile = 'Theirs'; DELETE FROM currentStep",
  );
  database.exec('DELETE FROM change WHERE id = (SELECT max(id) FROM change)');
  expect(await refusal('history.undo', {})).toMatchObject({ code: 'undo-conflict', detail: { place: 'institution' } });
  expect((await call('workspace.load', {})).rows.institution[0]?.profile).toBe('Theirs');
});

it('tells what a step changed, field by field, and what happened to a row, newest first', async () => {
  const { call, ports } = await openCore({ rooms: institutionHandlers });
  const { id } = await call('signatory.add', { fields: { role: 'Institutional Lead', name: '', title: '' } });
  await call('signatory.edit', { id, fields: { name: 'Ada Okafor' } });
  await call('history.undo', {});
  expect(await call('history.changes', { stepId: 3 })).toEqual([
    { table: 'signatory', rowId: id, field: 'name', before: '', after: 'Ada Okafor' },
  ]);
  const ofRow = await call('history.ofRow', { rowId: id, limit: 20 });
  expect(ofRow.slice(0, 2)).toMatchObject([
    {
      field: 'name',
      before: 'Ada Okafor',
      after: '',
      label: expect.stringMatching(/^Undid: /),
      at: ports.now().toISOString(),
    },
    { field: 'name', before: '', after: 'Ada Okafor' },
  ]);
  expect(ofRow.map(({ field }) => field)).toEqual(['name', 'name', 'position', 'role']);
});

it('names a version at the step that names it', async () => {
  const { call } = await openCore();
  const { id } = await call('version.name', { name: 'Sent to the Steering Group', note: '' });
  const { rows, history } = await call('workspace.load', {});
  expect(rows.version).toMatchObject([{ id, name: 'Sent to the Steering Group', stepId: 2 }]);
  expect(history.undo).toBe('Named this version Sent to the Steering Group');
});
