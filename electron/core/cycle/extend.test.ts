import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('moves the due date to the next window, once, and keeps the date before', async () => {
  const { call, refusal, services } = await openCore();
  const { rows } = services.session.required();
  const [cycle] = rows.all('cycle');
  const id = cycle?.id ?? '';
  expect(cycle?.dueOn).toBe('2027-01-31');
  expect(await call('cycle.extend', { id })).toEqual({ dueOn: '2027-07-31' });
  expect(rows.get('cycle', id)).toMatchObject({ dueOn: '2027-07-31', extendedFrom: '2027-01-31' });
  expect(await refusal('cycle.extend', { id })).toMatchObject({ code: 'refused-by-rule' });
  await call('history.undo', {});
  expect(rows.get('cycle', id)).toMatchObject({ dueOn: '2027-01-31', extendedFrom: null });
});
