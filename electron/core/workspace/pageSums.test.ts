import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('takes no page for damaged that became free and was never written', async () => {
  const test = await openCore();
  const { rows } = await test.call('workspace.load', {});
  const planId = rows.cycle[0]?.newPlanId ?? '';
  const added = Array.from({ length: 400 }, (_, at) => ({
    fields: { ref: `F${at}`, text: `Offer ${'places '.repeat(40)}${at}` },
  }));
  // Large steps with much behind them: the index for searching frees the pages of what it merges.
  for (let turn = 0; turn < 12; turn += 1) {
    await test.call('action.change', { planId, kind: 'paste', changes: [], added });
    await test.call('history.undo', {});
  }
  const { recent } = await test.call('app.state', {});
  await test.call('workspace.close', {});
  await test.call('workspace.open', { recentId: recent[0]?.id ?? '' });
  expect((await test.call('app.state', {})).recovery).toBe(null);
});
