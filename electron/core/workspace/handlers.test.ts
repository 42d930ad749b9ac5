import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('makes a workspace with its institution and its cycle, as one step that can be undone', async () => {
  const { call, ports } = await openCore();
  const { rows, history } = await call('workspace.load', {});
  expect(rows.institution).toMatchObject([{ name: 'Eastmere University', signedOn: '2020-09-14' }]);
  expect(rows.cycle).toMatchObject([{ stage: 3 }]);
  expect(rows.plan).toHaveLength(2);
  expect(history).toEqual({ undo: 'Made the workspace', redo: null, stepId: 1, savedAt: ports.now().toISOString() });

  await call('history.undo', {});
  const empty = await call('workspace.load', {});
  expect(Object.values(empty.rows).flat()).toEqual([]);
  expect(empty.history).toMatchObject({ undo: null, redo: 'Made the workspace' });
});
