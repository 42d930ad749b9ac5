import { expect, it } from 'vitest';
import { anAction } from '#test/helpers/anAction.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';

async function undoAll({ core }: TestCore): Promise<number> {
  for (let count = 0; ; count += 1) if (!(await core.dispatch('history.undo', {})).ok) return count;
}

it('undo and redo go on after the workspace was closed and opened again', async () => {
  const folder = temporaryFolder();
  const first = await openCore({ folder });
  await first.call('institution.edit', { fields: { name: 'Westmere University' } });
  const { recentId } = (await first.call('app.state', {})).workspace ?? {};
  await first.call('history.undo', {});
  first.core.close();

  const second = startCore({
    ports: testPorts({ folder, now: '2026-12-01T09:00:00.000Z' }),
  });
  await second.call('workspace.open', { recentId: recentId ?? '' });
  await second.call('history.redo', {});
  expect((await second.call('workspace.load', {})).rows.institution).toMatchObject([{ name: 'Westmere University' }]);
  expect(await undoAll(second)).toBe(1);
});

it('says where a step was done, so that undo can lead back to it', async () => {
  const { core, call } = await openCore();
  await core.dispatch(
    'institution.edit',
    { fields: { website: 'https://eastmere.example' } },
    { screen: '/institution' },
  );
  expect(await call('history.undo', {})).toMatchObject({ screen: '/institution' });
});

it('forgets what was undone when something else is done, but lists it still', async () => {
  const { call, refusal } = await openCore();
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
  const { call, ports } = await openCore();
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
  const { call } = await openCore();
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
  const { call, events } = await openCore();
  const before = events.length;
  await call('institution.edit', { fields: { name: 'Eastmere University' } });
  expect((await call('workspace.load', {})).history.stepId).toBe(1);
  expect(events).toHaveLength(before);
});

it('a command that fails changes nothing and says so', async () => {
  const { call, refusal, services } = await openCore();
  const before = await call('workspace.load', {});
  expect(await refusal('signatory.remove', { id: '00000000-0000-4000-8000-00000000ffff' })).toMatchObject({
    code: 'not-found',
  });
  // The reference to a plan that is not there is found at the commit, when everything has been written.
  expect(() =>
    services.change('Added an action to nothing', ({ rows, ports }) => {
      rows.insert('action', anAction({ id: ports.newId(), planId: ports.newId() }));
    }),
  ).toThrow(/FOREIGN KEY/);
  expect(await call('workspace.load', {})).toEqual(before);
});

it('refuses to undo over a row that another program has changed', async () => {
  const { call, refusal, services } = await openCore();
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
  const { call, ports } = await openCore();
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
