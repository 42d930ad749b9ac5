import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('goes with its items and their links in one step, and comes back whole', async () => {
  const test = await openCore();
  const { id } = await test.call('framework.add', { title: 'Regional points', description: '' });
  const item = await test.call('frameworkItem.add', { frameworkId: id, code: '1', title: 'Career paths' });
  await test.call('frameworkItem.add', { frameworkId: id, code: '2', title: 'Shared posts' });
  const { cycle } = (await test.call('workspace.load', {})).rows;
  const { id: target } = await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: {} });
  await test.call('link.add', { sourceKind: 'frameworkItem', sourceId: item.id, targetKind: 'action', target });
  const before = (await test.call('workspace.load', {})).rows;
  expect(before.frameworkItem.map(({ position }) => position)).toEqual([1, 2]);

  await test.call('framework.remove', { id });
  const { rows, history } = await test.call('workspace.load', {});
  expect([rows.framework, rows.frameworkItem, rows.link]).toEqual([[], [], []]);
  expect(rows.action).toHaveLength(1);
  expect(history.undo).toBe('Removed the framework Regional points');

  await test.call('history.undo', {});
  expect((await test.call('workspace.load', {})).rows).toEqual(before);
});

it('takes new words for a framework and for its items', async () => {
  const test = await openCore();
  const { id } = await test.call('framework.add', { title: 'Regional points', description: '' });
  const item = await test.call('frameworkItem.add', { frameworkId: id, code: '1', title: 'Career paths' });
  await test.call('framework.edit', { id, description: 'Agreed in spring' });
  await test.call('frameworkItem.edit', { id: item.id, title: 'Careers' });
  const { rows } = await test.call('workspace.load', {});
  expect(rows.framework).toMatchObject([{ title: 'Regional points', description: 'Agreed in spring' }]);
  expect(rows.frameworkItem).toMatchObject([{ code: '1', title: 'Careers' }]);
  await test.call('frameworkItem.remove', { id: item.id });
  expect((await test.call('workspace.load', {})).rows.frameworkItem).toEqual([]);
});
