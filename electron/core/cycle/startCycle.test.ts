import { describe, expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;

describe('a cycle that is started', () => {
  it.each([1, 2, 3])('at Stage %i has its questions, an empty answer for each, and two plans', async (stage) => {
    const test = await openCore({ stage });
    const rows = await load(test);
    const [set] = rows.questionSet;
    expect(rows.answer.map((answer) => answer.questionKey).toSorted()).toEqual(
      set?.content.questions.map((question) => question.key).toSorted(),
    );
    expect(new Set(rows.answer.map((answer) => answer.state))).toEqual(new Set(['empty']));
    const [cycle] = rows.cycle;
    expect(rows.plan.map((plan) => plan.id).toSorted()).toEqual([cycle?.lastPlanId, cycle?.newPlanId].toSorted());
  });

  it('writes a plan that follows its due date for the months of its stage', async () => {
    const test = await openCore();
    const { newPlanId } = await test.call('cycle.start', { stage: 3, signedOn: '2020-09-14', dueOn: '2027-07-31' });
    expect((await load(test)).plan.find((plan) => plan.id === newPlanId)).toEqual({
      id: newPlanId,
      title: 'Action plan 2027 to 2030',
      startsOn: '2027-08-01',
      endsOn: '2030-07-31',
      months: 36,
      submittedOn: null,
    });
  });

  it('reviews the new plan of the cycle before, unless another is given', async () => {
    const test = await openCore({ stage: 2 });
    const [before] = (await load(test)).cycle;
    test.ports.pass(1000);
    const next = await test.call('cycle.start', { stage: 3, signedOn: '2020-09-14' });
    expect(next.lastPlanId).toBe(before?.newPlanId);
    const other = await test.call('cycle.start', {
      stage: 3,
      signedOn: '2020-09-14',
      lastPlanId: before?.lastPlanId ?? '',
    });
    expect(other.lastPlanId).toBe(before?.lastPlanId);
  });

  it('is refused for a stage without questions or a plan that is not there', async () => {
    const test = await openCore();
    expect(await test.refusal('cycle.start', { stage: 9, signedOn: null })).toMatchObject({ code: 'not-found' });
    const lastPlanId = '11111111-1111-4111-8111-111111111111';
    expect(await test.refusal('cycle.start', { stage: 3, signedOn: null, lastPlanId })).toMatchObject({
      code: 'not-found',
    });
  });

  it('is one step that undo takes back', async () => {
    const test = await openCore({ stage: 2 });
    const before = await load(test);
    await test.call('cycle.start', { stage: 3, signedOn: null });
    expect((await test.call('workspace.load', {})).history.undo).toBe('Started Stage 3');
    await test.call('history.undo', {});
    expect(await load(test)).toEqual(before);
  });

  it('can be moved to the next window', async () => {
    const test = await openCore();
    const [cycle] = (await load(test)).cycle;
    await test.call('cycle.edit', {
      id: cycle?.id ?? '',
      fields: { dueOn: '2027-07-31', extendedFrom: cycle?.dueOn ?? null },
    });
    expect((await load(test)).cycle[0]).toMatchObject({ dueOn: '2027-07-31', extendedFrom: cycle?.dueOn });
  });
});
