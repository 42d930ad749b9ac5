import { expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const voices = async ({ call }: TestCore) =>
  (await call('workspace.load', {})).rows.voice.toSorted((one, other) => one.number - other.number);

it('numbers entries from 1 and gives no number twice, even when entries are in the bin', async () => {
  const test = await openCore();
  const first = await test.call('voice.add', { fields: {} });
  const second = await test.call('voice.add', { fields: { words: 'More time for training' } });
  await test.call('voice.bin', { ids: [first.id, second.id] });
  const third = await test.call('voice.add', { fields: {} });
  expect([first.number, second.number, third.number]).toEqual([1, 2, 3]);
  expect((await test.call('workspace.load', {})).history.undo).toBe('Added voice 3');
});

it('is not for quoting outside until somebody says that it may be', async () => {
  const test = await openCore();
  await test.call('voice.add', { fields: {} });
  expect(await voices(test)).toMatchObject([{ consent: 'internal', binned: false }]);
});

it('refuses a name without consent to be named, with a sentence, and keeps none of it', async () => {
  const test = await openCore();
  const refused = await test.refusal('voice.add', { fields: { personName: 'Priya Marsh', consent: 'role' } });
  expect(refused).toMatchObject({ code: 'refused-by-rule', detail: { field: 'fields.personName' } });
  expect(refused.detail.reason).toContain('consent');
  expect(await voices(test)).toEqual([]);
});

it('drops the name in the step that withdraws the consent', async () => {
  const test = await openCore();
  const { id } = await test.call('voice.add', { fields: { personName: 'Priya Marsh', consent: 'named' } });
  await test.call('voice.edit', { id, fields: { consent: 'anonymous' } });
  expect(await voices(test)).toMatchObject([{ consent: 'anonymous', personName: '' }]);
});

it('refuses more replies than were asked, also when the two are written one after the other', async () => {
  const test = await openCore();
  const { id } = await test.call('voice.add', { fields: { asked: 12 } });
  expect(await test.refusal('voice.edit', { id, fields: { replied: 13 } })).toMatchObject({
    code: 'refused-by-rule',
    detail: { field: 'fields.replied' },
  });
});
