import { describe, expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

async function openReview() {
  const test = await openCore();
  const [cycle] = (await test.call('workspace.load', {})).rows.cycle;
  if (!cycle) throw new Error('The workspace has no cycle');
  const { id } = await test.call('action.add', { planId: cycle.lastPlanId, fields: { ref: 'V2' } });
  const rules = async () =>
    (await test.call('readiness.list', { cycleId: cycle.id }))
      .filter(({ target }) => target.includes(id))
      .map(({ rule }) => rule);
  return { ...test, cycleId: cycle.id, id, rules };
}

it('lists the heaviest first', async () => {
  const test = await openReview();
  const weights = (await test.call('readiness.list', { cycleId: test.cycleId })).map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
  expect(new Set(weights).size).toBeGreaterThan(1);
});
const order = ['must', 'should', 'look'];

it('goes by the current rating, and lets an item go when it is mended', async () => {
  const test = await openReview();
  expect(await test.rules()).toEqual(['unrated-action', 'undecided-action']);
  await test.call('rating.give', { actionIds: [test.id], rag: 'green', ratedOn: '2025-01-20' });
  await test.call('rating.give', { actionIds: [test.id], rag: 'red' });
  expect(await test.rules()).toEqual(['red-without-reason', 'undecided-action']);
  await test.call('rating.give', { actionIds: [test.id], explanation: 'No budget' });
  await test.call('lineage.decide', { actionIds: [test.id], kind: 'business-as-usual', reason: '' });
  expect(await test.rules()).toEqual([]);
});

it('counts no evidence that is in the bin, and no action that is', async () => {
  const test = await openReview();
  await test.call('lineage.decide', { actionIds: [test.id], kind: 'done', reason: '' });
  await test.call('rating.give', { actionIds: [test.id], rag: 'green' });
  const { id: sourceId } = await test.call('evidence.add', { fields: {} });
  await test.call('link.add', { sourceKind: 'evidence', sourceId, targetKind: 'action', target: test.id });
  expect(await test.rules()).toEqual([]);
  await test.call('evidence.bin', { ids: [sourceId] });
  expect(await test.rules()).toEqual(['green-without-evidence']);
  await test.call('action.bin', { ids: [test.id] });
  expect(await test.rules()).toEqual([]);
});

it('is refused for a cycle that is not there', async () => {
  const test = await openReview();
  const cycleId = '11111111-1111-4111-8111-111111111111';
  expect(await test.refusal('readiness.list', { cycleId })).toMatchObject({ code: 'not-found' });
});

describe('a finding that is set aside', () => {
  it('is listed last with its reason until it is counted again, and never one that the submission asks for', async () => {
    const test = await openCore();
    const { rows } = await test.call('workspace.load', {});
    const [cycle] = rows.cycle;
    if (!cycle) throw new Error('The workspace has no cycle');
    await test.call('action.add', { planId: cycle.newPlanId, fields: { text: 'Publish a directory' } });
    const list = () => test.call('readiness.list', { cycleId: cycle.id });
    const noLead = (await list()).find(({ rule }) => rule === 'no-lead');
    if (!noLead) throw new Error('Nothing was found');
    const { rule, target } = noLead;
    await test.call('readiness.dismiss', { cycleId: cycle.id, findings: [{ rule, target }], reason: 'Named in June' });
    const last = (await list()).at(-1);
    expect(last).toMatchObject({ rule, target, dismissed: { reason: 'Named in June' } });
    await test.call('readiness.restore', { id: last?.dismissed?.id ?? '' });
    expect((await list()).every(({ dismissed }) => dismissed === null)).toBe(true);

    const must = (await list()).find(({ weight }) => weight === 'must');
    const findings = [{ rule: must?.rule ?? '', target: must?.target ?? '' }];
    expect(await test.refusal('readiness.dismiss', { cycleId: cycle.id, findings, reason: 'No' })).toMatchObject({
      code: 'refused-by-rule',
    });
    expect(
      await test.refusal('readiness.dismiss', { cycleId: cycle.id, findings: [{ rule, target }], reason: ' ' }),
    ).toMatchObject({ code: 'refused-by-rule', detail: { field: 'reason' } });
  });
});
