import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { backupsOf } from '#core/workspace/backups.ts';
import { lockPathOf } from '#core/workspace/lock.ts';
import { keptCopy } from '#test/helpers/keptCopy.ts';
import { openCore, startCore, type TestCore } from '#test/helpers/openCore.ts';

const minutes = 60_000;
const days = 24 * 60 * minutes;
const rename = ({ call }: TestCore, name: string) => call('institution.edit', { fields: { name } });
const nameIn = async ({ call }: TestCore) => (await call('workspace.load', {})).rows.institution[0]?.name;

it('steps stay in the order in which they were done, each of its own, and are undone in that order', async () => {
  const test = await openCore();
  await rename(test, 'One');
  for (const name of ['Two', 'Three', 'Four']) {
    test.ports.pass(-3 * days);
    await rename(test, name);
  }
  for (const name of ['Three', 'Two', 'One', 'Eastmere University']) {
    await test.call('history.undo', {});
    expect(await nameIn(test)).toBe(name);
  }
});

it('backups go on being made, the newest is never thinned away, and those of the time to come are kept', async () => {
  const test = await openCore();
  const { path } = test.services.session.required();
  const taken = () => backupsOf(path, test.ports.dataFolder).map(({ madeAt }) => madeAt);
  await rename(test, 'One');
  test.ports.pass(20 * minutes);
  await rename(test, 'Two');
  const ahead = taken();
  expect(ahead).toHaveLength(2);
  test.ports.pass(-400 * days);
  for (let number = 1; number <= 8; number += 1) {
    const { id } = await test.call('workspace.backUp', {});
    expect(backupsOf(path, test.ports.dataFolder).some((backup) => backup.id === id)).toBe(true);
    expect(taken().filter((madeAt) => ahead.includes(madeAt))).toEqual(ahead);
    test.ports.pass(-1 * minutes);
  }
  // The quarter of an hour is counted anew from a clock that was put back.
  test.ports.pass(-90 * days);
  const before = taken();
  await rename(test, 'Three');
  expect(taken().filter((madeAt) => !before.includes(madeAt))).toHaveLength(1);
});

it('the sign of life in the lock follows the clock, so that a wrong one holds the workspace no longer', async () => {
  const test = await openCore();
  const { path } = test.services.session.required();
  const seenAt = () => JSON.parse(readFileSync(lockPathOf(path), 'utf8')).seenAt;
  test.ports.pass(365 * days);
  await rename(test, 'One');
  expect(seenAt()).toBe('2027-11-21T14:00:00.000Z');
  test.ports.pass(-365 * days);
  await rename(test, 'Two');
  expect(seenAt()).toBe('2026-11-21T14:00:00.000Z');
});

it('the rating that was given last is the one that holds, on the screen and in a document', async () => {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const planId = rows.cycle[0]?.lastPlanId ?? '';
  const { id } = await test.call('action.add', { planId, fields: { text: 'Open the workshop in the evening' } });
  await test.call('rating.give', { actionIds: [id], rag: 'red', explanation: 'No money' });
  test.ports.pass(-2 * days);
  await test.call('rating.give', { actionIds: [id], rag: 'green' });
  const ratings = (await test.call('workspace.load', {})).rows.rating.filter(({ actionId }) => actionId === id);
  const newest = ratings.toSorted(
    (a, b) => b.ratedOn.localeCompare(a.ratedOn) || b.ratedAt.localeCompare(a.ratedAt),
  )[0];
  expect(newest).toMatchObject({ rag: 'green' });
  await test.call('history.undo', {});
  expect((await test.call('workspace.load', {})).rows.rating).toMatchObject([{ rag: 'red', explanation: 'No money' }]);
  // On a later day again, what was given before stays.
  await test.call('history.redo', {});
  test.ports.pass(10 * days);
  await test.call('rating.give', { actionIds: [id], rag: 'amber' });
  expect((await test.call('workspace.load', {})).rows.rating).toMatchObject([{ rag: 'green' }, { rag: 'amber' }]);
});

it('a cycle that is started last is the one in hand', async () => {
  const test = await openCore({ stage: 2 });
  test.ports.pass(-800 * days);
  const { id } = await test.call('cycle.start', { stage: 3, signedOn: '2020-09-14' });
  const { cycle } = (await test.call('workspace.load', {})).rows;
  expect(cycle.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)).at(-1)?.id).toBe(id);
});

it('a step of sign-off dated ahead of the clock is refused with its reason, and taken when the clock is right', async () => {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const signature = {
    cycleId: rows.cycle[0]?.id ?? '',
    step: 'signed' as const,
    happenedOn: '2026-11-21',
    name: 'Priya Raman',
    role: 'Vice-Chancellor',
    note: '',
    issuedDocumentId: keptCopy(test, rows.cycle[0]?.id ?? ''),
  };
  test.ports.pass(-30 * days);
  expect(await test.refusal('signOff.record', signature)).toMatchObject({ code: 'refused-by-rule' });
  test.ports.pass(30 * days);
  await test.call('signOff.record', signature);
});

it('the workspace opens again, at any time that the clock says', async () => {
  const test = await openCore();
  const { path } = test.services.session.required();
  await rename(test, 'Westmere University');
  await test.call('workspace.close', {});
  const earlier = startCore({ folder: test.ports.dataFolder, now: '1980-01-01T00:00:00.000Z' });
  await earlier.call('workspace.open', { file: earlier.core.fileTokens.holdPath(path) });
  await rename(earlier, 'Northmere University');
  expect(await nameIn(earlier)).toBe('Northmere University');
  expect((await earlier.call('workspace.backups', {})).at(-1)?.madeAt).toBe('1980-01-01T00:00:00.000Z');
});
