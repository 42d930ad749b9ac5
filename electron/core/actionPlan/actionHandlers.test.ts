import { describe, expect, it } from 'vitest';
import type { Action } from '#shared/model/tables.ts';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

async function openPlan() {
  const test = await openCore();
  const { cycle } = (await test.call('workspace.load', {})).rows;
  if (!cycle[0]) throw new Error('The workspace has no cycle');
  return { ...test, planId: cycle[0].newPlanId, lastPlanId: cycle[0].lastPlanId };
}
const actionsOf = async ({ call }: TestCore, planId: string): Promise<readonly Action[]> =>
  (await call('workspace.load', {})).rows.action
    .filter((action) => action.planId === planId)
    .toSorted((one, other) => one.position - other.position);
const undoLabel = async ({ call }: TestCore) => (await call('workspace.load', {})).history.undo;

describe('an action', () => {
  it('is added at the end of its plan, or before another', async () => {
    const test = await openPlan();
    const first = await test.call('action.add', { planId: test.planId, fields: { ref: 'V1' } });
    await test.call('action.add', { planId: test.planId, fields: { ref: 'V3' } });
    await test.call('action.add', { planId: test.planId, before: first.id, fields: { ref: 'V0' } });
    expect((await actionsOf(test, test.planId)).map(({ ref }) => ref)).toEqual(['V0', 'V1', 'V3']);
    expect(await undoLabel(test)).toBe('Added V0');
    await test.call('action.add', { planId: test.planId, fields: {} });
    expect(await undoLabel(test)).toBe('Added an action');
  });

  it('keeps the text of its timescale and sets the date that it means', async () => {
    const test = await openPlan();
    const { id } = await test.call('action.add', {
      planId: test.planId,
      fields: { startText: 'April 2027', dueText: 'Y1' },
    });
    const [added] = await actionsOf(test, test.planId);
    expect(added).toMatchObject({ startText: 'April 2027', startOn: '2027-04-01', dueText: 'Y1', dueOn: '2028-01-31' });

    await test.call('action.edit', { id, fields: { dueText: 'Ongoing' } });
    expect((await actionsOf(test, test.planId))[0]).toMatchObject({ dueText: 'Ongoing', dueOn: null });
    expect(await undoLabel(test)).toBe('Edited the due date of an action');
  });

  it('changes in the fields given and in no other', async () => {
    const test = await openPlan();
    const fields = { ref: 'V3', text: 'Publish a skills register', lead: 'Head of Workshops' };
    const { id } = await test.call('action.add', { planId: test.planId, fields });
    const [before] = await actionsOf(test, test.planId);
    await test.call('action.edit', { id, fields: { lead: 'Technical Services' } });
    expect(await actionsOf(test, test.planId)).toEqual([{ ...before, lead: 'Technical Services' }]);
    expect(await undoLabel(test)).toBe('Edited the lead of V3');
    await test.call('history.undo', {});
    expect(await actionsOf(test, test.planId)).toEqual([before]);
  });

  it('can be put between the same two neighbours a hundred times, and one undo takes back one move', async () => {
    const test = await openPlan();
    const ids: string[] = [];
    for (const ref of ['A', 'B', 'C']) {
      ids.push((await test.call('action.add', { planId: test.planId, fields: { ref } })).id);
    }
    for (let turn = 0; turn < 100; turn += 1) {
      const order = await actionsOf(test, test.planId);
      const [, second, third] = order;
      await test.call('action.move', { ids: [third?.id ?? ''], before: second?.id ?? '' });
      const after = (await actionsOf(test, test.planId)).map(({ id }) => id);
      expect(after).toEqual([order[0]?.id, third?.id, second?.id]);
    }
    const before = (await actionsOf(test, test.planId)).map(({ ref }) => ref);
    await test.call('action.move', { ids: [ids[0] ?? ''], before: null });
    expect((await actionsOf(test, test.planId)).at(-1)?.ref).toBe('A');
    await test.call('history.undo', {});
    expect((await actionsOf(test, test.planId)).map(({ ref }) => ref)).toEqual(before);
  });

  it('stays where it is when it is moved before itself', async () => {
    const test = await openPlan();
    const { id } = await test.call('action.add', { planId: test.planId, fields: { ref: 'A' } });
    const before = await test.call('workspace.load', {});
    await test.call('action.move', { ids: [id], before: id });
    expect(await test.call('workspace.load', {})).toEqual(before);
  });

  it('is not moved before an action of another plan', async () => {
    const test = await openPlan();
    const here = await test.call('action.add', { planId: test.planId, fields: {} });
    const there = await test.call('action.add', { planId: test.lastPlanId, fields: {} });
    expect(await test.refusal('action.move', { ids: [here.id], before: there.id })).toMatchObject({
      code: 'not-found',
    });
  });

  it('comes out of the bin where it was', async () => {
    const test = await openPlan();
    const ids: string[] = [];
    for (const ref of ['A', 'B', 'C']) {
      ids.push((await test.call('action.add', { planId: test.planId, fields: { ref } })).id);
    }
    const before = await actionsOf(test, test.planId);
    await test.call('action.bin', { ids: ids.slice(0, 2) });
    expect(await undoLabel(test)).toBe('Put 2 actions in the bin');
    expect((await actionsOf(test, test.planId)).map(({ binned }) => binned)).toEqual([true, true, false]);
    await test.call('action.unbin', { ids: ids.slice(0, 2) });
    expect(await actionsOf(test, test.planId)).toEqual(before);
  });

  it('is marked as added when its plan has gone out already', async () => {
    const test = await openPlan();
    await test.call('plan.edit', { id: test.lastPlanId, fields: { submittedOn: '2024-01-31' } });
    await test.call('action.add', { planId: test.lastPlanId, fields: {} });
    await test.call('action.add', { planId: test.planId, fields: {} });
    expect((await actionsOf(test, test.lastPlanId))[0]?.addedSinceSubmission).toBe(true);
    expect((await actionsOf(test, test.planId))[0]?.addedSinceSubmission).toBe(false);
  });
});

describe('a plan', () => {
  it('cannot end before it starts', async () => {
    const test = await openPlan();
    expect(await test.refusal('plan.edit', { id: test.planId, fields: { endsOn: '2020-01-01' } })).toEqual({
      code: 'refused-by-rule',
      detail: { field: 'fields.endsOn', reason: 'A plan cannot end before it starts.' },
    });
  });

  it('gets its end, its months and its title with its start, and what counts from the start its dates, as one step', async () => {
    const test = await openPlan();
    const { planId, lastPlanId } = test;
    const planOf = async (id: string) =>
      (await test.call('workspace.load', {})).rows.plan.find((each) => each.id === id);
    await test.call('action.add', { planId: lastPlanId, fields: { dueText: 'Month 6' } });
    await test.call('action.add', { planId: lastPlanId, fields: { dueText: 'Month 6', dueOn: '2025-01-01' } });
    const dates = async () => (await actionsOf(test, lastPlanId)).map(({ dueOn }) => dueOn);
    expect(await dates()).toEqual([null, '2025-01-01']);
    await test.call('plan.edit', { id: lastPlanId, fields: { startsOn: '2023-08-01' } });
    const then = { startsOn: '2023-08-01', endsOn: '2026-07-31', months: 36, title: 'Action plan 2023 to 2026' };
    expect(await planOf(lastPlanId)).toMatchObject(then);
    expect(await dates()).toEqual(['2024-01-31', '2025-01-01']);
    expect(await undoLabel(test)).toMatch(/^Edited the dates of .*, and of 1 action with them$/u);
    await test.call('history.undo', {});
    expect(await planOf(lastPlanId)).toMatchObject({ startsOn: null, endsOn: null, months: null });
    expect(await dates()).toEqual([null, '2025-01-01']);

    // An end of one's own and a title of one's own stay; months are told only where they are whole.
    await test.call('plan.edit', { id: planId, fields: { title: 'Our plan' } });
    await test.call('plan.edit', { id: planId, fields: { startsOn: '2027-08-01', endsOn: '2029-08-15' } });
    await test.call('plan.edit', { id: planId, fields: { startsOn: '2027-09-01' } });
    expect(await planOf(planId)).toMatchObject({
      startsOn: '2027-09-01',
      endsOn: '2029-08-15',
      months: null,
      title: 'Our plan',
    });
    await test.call('plan.edit', { id: planId, fields: { endsOn: '2029-08-31' } });
    expect(await planOf(planId)).toMatchObject({ months: 24 });
  });
});
