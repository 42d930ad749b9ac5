import { expect, it } from 'vitest';
import { plainGridView } from '#shared/model/gridView.ts';
import { openCore } from '#test/helpers/openCore.ts';

it('a view is kept under its name for its screen, and takes the new content under the same name', async () => {
  const test = await openCore();
  const { id } = await test.call('view.save', { screen: 'new-plan', name: 'By lead', content: plainGridView });
  const again = { screen: 'new-plan', name: 'by lead', content: { ...plainGridView, group: 'lead' } } as const;
  expect(await test.call('view.save', again)).toEqual({ id });
  await test.call('view.save', { ...again, screen: 'voice' });
  const views = async () => (await test.call('workspace.load', {})).rows.savedView;
  expect((await views()).map(({ screen, name, content }) => [screen, name, content.group]).toSorted()).toEqual([
    ['new-plan', 'by lead', 'lead'],
    ['voice', 'by lead', 'lead'],
  ]);
  await test.call('view.remove', { id });
  expect(await views()).toHaveLength(1);
});

it('how a grid was looked at last is remembered beside the workspace, without a step of history', async () => {
  const test = await openCore();
  const { history } = await test.call('workspace.load', {});
  expect(await test.call('view.last', {})).toEqual({});
  const view = { ...plainGridView, density: 'compact' } as const;
  await test.call('view.remember', { screen: 'voice', view });
  await test.call('view.remember', { screen: 'evidence', view: plainGridView });
  expect(await test.call('view.last', {})).toEqual({ voice: view, evidence: plainGridView });
  expect((await test.call('workspace.load', {})).history).toEqual(history);
});
