import { describe, expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const aDay = 24 * 60 * 60 * 1000;

async function openAction() {
  const test = await openCore();
  const { cycle } = (await test.call('workspace.load', {})).rows;
  const { id } = await test.call('action.add', { planId: cycle[0]?.lastPlanId ?? '', fields: { ref: 'V2' } });
  return { ...test, id };
}
const load = ({ call }: TestCore) => call('workspace.load', {});
const ratings = async (test: TestCore) =>
  (await load(test)).rows.rating.toSorted((one, other) => one.ratedOn.localeCompare(other.ratedOn));

describe('rating an action', () => {
  it('edits the rating of today in place and leaves that of an earlier day', async () => {
    const test = await openAction();
    await test.call('rating.give', { actionIds: [test.id], rag: 'red', progress: 'Not begun' });
    const [red] = await ratings(test);
    test.ports.pass(aDay);
    await test.call('rating.give', { actionIds: [test.id], rag: 'amber' });
    expect((await load(test)).history.undo).toBe('Rated V2 Amber');
    await test.call('rating.give', { actionIds: [test.id], progress: 'Two of five labs' });
    expect((await load(test)).history.undo).toBe('Wrote the progress of V2');
    expect(await ratings(test)).toMatchObject([
      { ...red },
      { rag: 'amber', progress: 'Two of five labs', ratedOn: '2026-11-22' },
    ]);
  });

  it('refuses a day in the future and takes one in the past', async () => {
    const test = await openAction();
    expect(
      await test.refusal('rating.give', { actionIds: [test.id], rag: 'red', ratedOn: '2026-11-22' }),
    ).toMatchObject({ code: 'refused-by-rule', detail: { field: 'ratedOn' } });
    await test.call('rating.give', { actionIds: [test.id], rag: 'amber' });
    await test.call('rating.give', { actionIds: [test.id], rag: 'red', ratedOn: '2025-01-20' });
    expect(await ratings(test)).toMatchObject([
      { rag: 'red', ratedOn: '2025-01-20' },
      { rag: 'amber', ratedOn: '2026-11-21' },
    ]);
  });

  it('rates many at once in one step', async () => {
    const test = await openAction();
    const { planId } = (await load(test)).rows.action[0] ?? { planId: '' };
    const other = await test.call('action.add', { planId, fields: {} });
    await test.call('rating.give', { actionIds: [test.id, other.id, test.id], rag: 'green' });
    expect((await load(test)).history.undo).toBe('Rated 2 actions Green');
    expect(await ratings(test)).toHaveLength(2);
    await test.call('history.undo', {});
    expect(await ratings(test)).toEqual([]);
  });

  it('leaves no step when nothing changes', async () => {
    const test = await openAction();
    await test.call('rating.give', { actionIds: [test.id], rag: 'green' });
    const before = await load(test);
    test.ports.pass(2 * 60_000);
    await test.call('rating.give', { actionIds: [test.id], rag: 'green', progress: '' });
    expect(await load(test)).toEqual(before);
  });
});
