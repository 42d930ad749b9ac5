import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionFields, RatingFields } from '#shared/contract/actionPlan.ts';
import { openCore } from '#test/helpers/openCore.ts';

async function openPlan(refs: readonly string[]) {
  const test = await openCore();
  const [cycle] = (await test.call('workspace.load', {})).rows.cycle;
  const planId = cycle?.lastPlanId ?? '';
  const ids: string[] = [];
  for (const ref of refs) ids.push((await test.call('action.add', { planId, fields: { ref } })).id);
  const load = async () => (await test.call('workspace.load', {})).rows;
  const actions = async () => (await load()).action.toSorted((a, b) => a.position - b.position);
  return { ...test, planId, ids, load, actions, nextPlanId: cycle?.newPlanId ?? '' };
}

describe('many cells changed at once', () => {
  it('are one step with one sentence, dates and ratings included, and one undo takes them back', async () => {
    const test = await openPlan(['V1', 'V2']);
    const before = await test.load();
    const { ids } = await test.call('action.change', {
      planId: test.planId,
      kind: 'paste',
      changes: [
        { id: test.ids[0] ?? '', fields: { lead: 'Estates', dueText: 'March 2027' }, rating: { rag: 'amber' } },
        { id: test.ids[1] ?? '', fields: { lead: 'Library' } },
      ],
      added: [{ fields: { ref: 'V3' }, rating: { rag: 'red', explanation: 'No budget' } }],
      before: test.ids[1] ?? '',
    });
    const rows = await test.load();
    expect((await test.actions()).map(({ ref, lead, dueOn }) => [ref, lead, dueOn])).toEqual([
      ['V1', 'Estates', '2027-03-31'],
      ['V3', '', null],
      ['V2', 'Library', null],
    ]);
    expect(rows.rating.map(({ actionId, rag, explanation }) => [actionId, rag, explanation]).toSorted()).toEqual(
      [
        [test.ids[0], 'amber', ''],
        [ids[0], 'red', 'No budget'],
      ].toSorted(),
    );
    const { history } = await test.call('workspace.load', {});
    expect(history.undo).toBe('Pasted 4 cells over 2 actions, with 1 new action');
    await test.call('history.undo', {});
    expect(await test.load()).toEqual(before);
  });

  it('are all written or none, and the refusal names the change', async () => {
    const test = await openPlan(['V1']);
    const elsewhere = await test.call('action.add', { planId: test.nextPlanId, fields: {} });
    const before = await test.load();
    const refusal = await test.refusal('action.change', {
      planId: test.planId,
      kind: 'fill',
      changes: [
        { id: test.ids[0] ?? '', fields: { lead: 'Estates' } },
        { id: elsewhere.id, fields: { lead: 'Estates' } },
      ],
      added: [],
    });
    expect(refusal).toMatchObject({ code: 'not-found', detail: { field: 'changes.1.id' } });
    expect(await test.load()).toEqual(before);
  });

  it('hold what the same edits one after another would', async () => {
    const fields = fc.record(
      {
        text: fc.string({ maxLength: 8 }),
        dueText: fc.constantFrom('May 2027', 'Ongoing', ''),
        lead: fc.string({ maxLength: 4 }),
      },
      { requiredKeys: [] },
    );
    const rating = fc.record(
      { rag: fc.constantFrom('green', 'red', null), progress: fc.string({ maxLength: 4 }) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(2), fields, rating: fc.option(rating, { nil: undefined }) }), { maxLength: 6 }),
        async (edits) => {
          const said = async (way: 'at once' | 'one by one') => {
            const test = await openPlan(['A', 'B', 'C']);
            const changes = edits.map(({ at, ...edit }) => ({ id: test.ids[at] ?? '', ...edit })) as {
              id: string;
              fields: ActionFields;
              rating: RatingFields | undefined;
            }[];
            if (way === 'at once')
              await test.call('action.change', { planId: test.planId, kind: 'paste', changes, added: [] });
            for (const { id, fields: given, rating: rated } of way === 'one by one' ? changes : []) {
              await test.call('action.edit', { id, fields: given });
              if (rated) await test.call('rating.give', { actionIds: [id], ...rated });
            }
            const rows = await test.load();
            test.core.close();
            return [
              rows.action
                .map(({ id: _id, planId: _plan, ...action }) => action)
                .toSorted((a, b) => a.position - b.position),
              rows.rating
                .map(({ actionId, rag, progress }) => [test.ids.indexOf(actionId), rag, progress])
                .toSorted((a, b) => Number(a[0]) - Number(b[0])),
            ];
          };
          expect(await said('at once')).toEqual(await said('one by one'));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('are written quickly, also in the largest plan', async () => {
    const test = await openPlan([]);
    const added = Array.from({ length: 10_000 }, (_, index) => ({
      fields: { ref: `V${index}`, text: 'Offer a course' },
    }));
    const { ids } = await test.call('action.change', { planId: test.planId, kind: 'paste', changes: [], added });
    const changes = ids.map((id) => ({ id, fields: { lead: 'Estates' }, rating: { rag: 'green' as const } }));
    await test.call('action.change', { planId: test.planId, kind: 'fill', changes, added: [] });
    expect((await test.load()).rating).toHaveLength(10_000);
    expect((await test.actions()).map(({ ref }) => ref)).toEqual(added.map(({ fields }) => fields.ref));
  });
});

describe('actions that are moved together', () => {
  it('stand together in the order given, also before one of themselves', async () => {
    const test = await openPlan(['A', 'B', 'C', 'D', 'E']);
    const [a = '', b = '', , d = '', e = ''] = test.ids;
    const refs = async () => (await test.actions()).map(({ ref }) => ref).join('');
    await test.call('action.move', { ids: [d, b], before: a });
    expect(await refs()).toBe('DBACE');
    await test.call('action.move', { ids: [b, a], before: a });
    expect(await refs()).toBe('DBACE');
    await test.call('action.move', { ids: [d, a], before: null });
    expect(await refs()).toBe('BCEDA');
    expect((await test.call('workspace.load', {})).history.undo).toBe('Moved 2 actions');
    const other = await test.call('action.add', { planId: test.nextPlanId, fields: {} });
    expect(await test.refusal('action.move', { ids: [e, other.id], before: null })).toMatchObject({
      code: 'refused-by-rule',
    });
  });
});

describe('an owner that is renamed', () => {
  it('has the new name in the leads and supporters of every plan, and nobody else is touched', async () => {
    const test = await openPlan(['A', 'B']);
    const [a = '', b = ''] = test.ids;
    await test.call('action.edit', { id: a, fields: { lead: 'HR, Estates', supporting: 'Deans; hr' } });
    await test.call('action.edit', { id: b, fields: { lead: 'HR Learning' } });
    const next = await test.call('action.add', { planId: test.nextPlanId, fields: { lead: 'HR' } });
    expect(await test.call('owner.rename', { from: 'HR', to: 'People and Culture' })).toEqual({ actions: 2 });
    const by = new Map((await test.load()).action.map(({ id, lead, supporting }) => [id, [lead, supporting]]));
    expect(by.get(a)).toEqual(['People and Culture, Estates', 'Deans; People and Culture']);
    expect(by.get(b)).toEqual(['HR Learning', '']);
    expect(by.get(next.id)).toEqual(['People and Culture', '']);
    expect(await test.refusal('owner.rename', { from: 'Estates', to: 'Estates, Library' })).toMatchObject({
      code: 'refused-by-rule',
    });
  });
});
