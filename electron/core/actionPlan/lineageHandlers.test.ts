import { describe, expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;

async function openTwoActions() {
  const test = await openCore();
  const [cycle] = (await load(test)).cycle;
  if (!cycle) throw new Error('The workspace has no cycle');
  const fields = {
    ref: 'V2',
    text: 'Publish a skills register',
    lead: 'Head of Workshops',
    successMeasure: '80% of technicians listed',
    dueText: 'July 2025',
    notes: 'Ask the library',
    themes: ['visibility' as const],
  };
  const first = await test.call('action.add', { planId: cycle.lastPlanId, fields });
  const second = await test.call('action.add', { planId: cycle.lastPlanId, fields: { ref: 'V3' } });
  return { ...test, ...cycle, first: first.id, second: second.id };
}

describe('carrying an action forward', () => {
  it('takes its words along and leaves its dates, progress and notes behind', async () => {
    const test = await openTwoActions();
    await test.call('rating.give', { actionIds: [test.first], rag: 'amber', progress: 'Half way' });
    const { id } = await test.call('lineage.carryForward', {
      fromActionIds: [test.first],
      toPlanId: test.newPlanId,
      kind: 'narrowed',
      fields: { text: 'Keep the skills register' },
    });
    const rows = await load(test);
    expect(rows.action.find((action) => action.id === id)).toMatchObject({
      planId: test.newPlanId,
      ref: 'V2',
      text: 'Keep the skills register',
      lead: 'Head of Workshops',
      successMeasure: '80% of technicians listed',
      themes: ['visibility'],
      dueText: '',
      dueOn: null,
      notes: '',
    });
    expect(rows.rating.filter((rating) => rating.actionId === id)).toEqual([]);
    expect(rows.lineage).toMatchObject([{ fromActionId: test.first, toActionId: id, kind: 'narrowed' }]);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Carried forward V2');
  });

  it('merges two or more into one, and no fewer', async () => {
    const test = await openTwoActions();
    const merge = { toPlanId: test.newPlanId, kind: 'merged' as const, fields: {} };
    expect(await test.refusal('lineage.carryForward', { ...merge, fromActionIds: [test.first] })).toMatchObject({
      code: 'refused-by-rule',
    });
    const { id } = await test.call('lineage.carryForward', { ...merge, fromActionIds: [test.first, test.second] });
    const { lineage } = await load(test);
    expect(lineage.map(({ fromActionId, toActionId }) => [fromActionId, toActionId]).toSorted()).toEqual(
      [
        [test.first, id],
        [test.second, id],
      ].toSorted(),
    );
  });

  it('is refused into its own plan', async () => {
    const test = await openTwoActions();
    expect(
      await test.refusal('lineage.carryForward', {
        fromActionIds: [test.first],
        toPlanId: test.lastPlanId,
        kind: 'continued',
        fields: {},
      }),
    ).toMatchObject({ code: 'refused-by-rule', detail: { field: 'toPlanId' } });
  });

  it('several times is a split', async () => {
    const test = await openTwoActions();
    const split = { fromActionIds: [test.first], toPlanId: test.newPlanId, kind: 'split' as const, fields: {} };
    await test.call('lineage.carryForward', split);
    await test.call('lineage.carryForward', split);
    expect((await load(test)).lineage).toHaveLength(2);
  });
});

describe('deciding what becomes of an action', () => {
  it('needs a reason to drop it', async () => {
    const test = await openTwoActions();
    const decision = { actionIds: [test.first, test.second], kind: 'dropped' as const };
    expect(await test.refusal('lineage.decide', { ...decision, reason: '' })).toMatchObject({
      code: 'refused-by-rule',
      detail: { field: 'reason' },
    });
    await test.call('lineage.decide', { ...decision, reason: 'The building closed' });
    expect((await load(test)).lineage).toMatchObject([{ toActionId: null }, { toActionId: null }]);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Marked 2 actions as dropped');
  });

  it('again replaces the earlier decision, and undo brings it back', async () => {
    const test = await openTwoActions();
    const decide = { actionIds: [test.first], reason: '' };
    await test.call('lineage.decide', { ...decide, kind: 'done' });
    const earlier = (await load(test)).lineage;
    await test.call('lineage.carryForward', {
      fromActionIds: [test.first],
      toPlanId: test.newPlanId,
      kind: 'continued',
      fields: {},
    });
    expect((await load(test)).lineage).toMatchObject([{ kind: 'continued' }]);
    await test.call('history.undo', {});
    expect((await load(test)).lineage).toEqual(earlier);
    await test.call('lineage.decide', { ...decide, kind: 'business-as-usual' });
    expect((await load(test)).lineage).toMatchObject([{ kind: 'business-as-usual' }]);
  });

  it('joins many to one that exists, and carries many in words of their own, each as one step', async () => {
    const test = await openTwoActions();
    const to = await test.call('action.add', { planId: test.newPlanId, fields: { ref: 'N1' } });
    await test.call('lineage.join', {
      fromActionId: test.first,
      others: [test.second],
      toActionId: to.id,
      kind: 'continued',
    });
    expect((await load(test)).lineage.map(({ toActionId }) => toActionId)).toEqual([to.id, to.id]);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Joined 2 actions to N1');
    await test.call('history.undo', {});
    expect((await load(test)).lineage).toEqual([]);
    const { ids } = await test.call('lineage.carryEach', {
      fromActionIds: [test.first, test.second],
      toPlanId: test.newPlanId,
      kind: 'narrowed',
      texts: [{ id: test.second, text: 'For two faculties' }],
      reason: 'Less money',
    });
    const { action, lineage } = await load(test);
    const before = action.find(({ id }) => id === test.first)?.text;
    expect(ids.map((id) => action.find((each) => each.id === id)?.text)).toEqual([before, 'For two faculties']);
    expect(lineage.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['narrowed', 'Less money'],
      ['narrowed', 'Less money'],
    ]);
  });

  it('can join two actions that exist, once, and be taken back', async () => {
    const test = await openTwoActions();
    const to = await test.call('action.add', { planId: test.newPlanId, fields: { ref: 'N1' } });
    const join = { fromActionId: test.first, toActionId: to.id };
    const { id } = await test.call('lineage.join', { ...join, kind: 'extended' });
    expect(await test.call('lineage.join', { ...join, kind: 'narrowed' })).toEqual({ id });
    expect((await load(test)).lineage).toMatchObject([{ id, kind: 'narrowed' }]);
    await test.call('lineage.remove', { id });
    expect((await load(test)).lineage).toEqual([]);
    expect(
      await test.refusal('lineage.join', { fromActionId: test.first, toActionId: test.second, kind: 'extended' }),
    ).toMatchObject({ code: 'refused-by-rule' });
  });
});

describe('carrying many actions forward', () => {
  it('makes a new action of each in one step, and passes over those that go on already', async () => {
    const test = await openTwoActions();
    const before = await load(test);
    const { ids } = await test.call('lineage.carryEach', {
      fromActionIds: [test.first, test.second],
      toPlanId: test.newPlanId,
    });
    const rows = await load(test);
    const made = rows.action.filter(({ planId }) => planId === test.newPlanId);
    expect(made.toSorted((a, b) => a.position - b.position).map(({ id, ref }) => [id, ref])).toEqual([
      [ids[0], 'V2'],
      [ids[1], 'V3'],
    ]);
    expect(rows.lineage.map(({ kind }) => kind)).toEqual(['continued', 'continued']);
    expect(
      await test.call('lineage.carryEach', { fromActionIds: [test.first, test.second], toPlanId: test.newPlanId }),
    ).toEqual({ ids: [] });
    await test.call('history.undo', {});
    expect(await load(test)).toEqual(before);
  });
});

describe('splitting an action', () => {
  it('makes several new ones of it in one step, each with what was not given taken from it', async () => {
    const test = await openTwoActions();
    const { ids } = await test.call('lineage.split', {
      fromActionId: test.first,
      toPlanId: test.newPlanId,
      into: [{ text: 'Publish the register' }, { text: 'Keep the register', lead: 'Library' }],
    });
    const rows = await load(test);
    expect(ids.map((id) => rows.action.find((action) => action.id === id))).toMatchObject([
      { text: 'Publish the register', lead: 'Head of Workshops' },
      { text: 'Keep the register', lead: 'Library' },
    ]);
    expect(rows.lineage).toMatchObject([
      { fromActionId: test.first, kind: 'split' },
      { fromActionId: test.first, kind: 'split' },
    ]);
    expect((await test.call('workspace.load', {})).history.undo).toBe('Split V2 into 2 actions');
  });
});
