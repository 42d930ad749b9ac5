import { expect, it } from 'vitest';
import { openCore, type TestCore } from '#test/helpers/openCore.ts';

const load = async ({ call }: TestCore) => (await call('workspace.load', {})).rows;
const bytes = new TextEncoder().encode('Survey of technicians, 148 replies');

it('takes a file in and gives the same bytes out again', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: { kind: 'file', title: 'Survey' } });
  const file = test.core.fileTokens.holdBytes('survey.pdf', bytes);
  const { attachmentId } = await test.call('evidence.attach', { id, file });
  const rows = await load(test);
  expect(rows.evidence).toMatchObject([{ id, attachmentId }]);
  expect(rows.attachment).toMatchObject([{ fileName: 'survey.pdf', mediaType: 'application/pdf', bytes: 34 }]);
  const out = await test.call('evidence.saveOut', { id });
  expect(out.fileName).toBe('survey.pdf');
  expect(await test.core.fileTokens.read(out.file, 1000)).toEqual({
    fileName: 'survey.pdf',
    bytes: Buffer.from(bytes),
  });
});

it('keeps the bytes of one file once, however often it is attached, and finds them again after undo and redo', async () => {
  const test = await openCore();
  const first = await test.call('evidence.add', { fields: {} });
  const second = await test.call('evidence.add', { fields: {} });
  const file = test.core.fileTokens.holdBytes('survey.pdf', bytes);
  await test.call('evidence.attach', { id: first.id, file });
  await test.call('evidence.attach', { id: second.id, file });
  expect((await load(test)).attachment).toHaveLength(1);
  expect(test.services.session.required().rows.select('SELECT sha256 FROM content')).toHaveLength(1);
  await test.call('history.undo', {});
  await test.call('history.undo', {});
  expect((await load(test)).attachment).toEqual([]);
  await test.call('history.redo', {});
  expect((await test.call('evidence.saveOut', { id: first.id })).fileName).toBe('survey.pdf');
});

it('refuses an empty file, and attaches nothing', async () => {
  const test = await openCore();
  const { id } = await test.call('evidence.add', { fields: {} });
  const file = test.core.fileTokens.holdBytes('empty.pdf', new Uint8Array());
  expect(await test.refusal('evidence.attach', { id, file })).toEqual({
    code: 'file-empty',
    detail: { fileName: 'empty.pdf' },
  });
  expect((await load(test)).attachment).toEqual([]);
});

it('refuses an address that could run something', async () => {
  const test = await openCore();
  expect(await test.refusal('evidence.add', { fields: { url: 'javascript:alert(1)' } })).toMatchObject({
    code: 'refused-by-rule',
    detail: { field: 'fields.url' },
  });
});

it('links what exists to what exists, once', async () => {
  const test = await openCore();
  const { id: sourceId } = await test.call('voice.add', { fields: {} });
  const { cycle } = await load(test);
  const { id: target } = await test.call('action.add', { planId: cycle[0]?.newPlanId ?? '', fields: {} });
  const link = { sourceKind: 'voice' as const, sourceId };
  const { id } = await test.call('link.add', { ...link, targetKind: 'action', target });
  expect(await test.call('link.add', { ...link, targetKind: 'action', target })).toEqual({ id });
  await test.call('link.add', { ...link, targetKind: 'theme', target: 'visibility' });
  expect((await load(test)).link).toHaveLength(2);
  for (const wrong of [
    { ...link, targetKind: 'action' as const, target: sourceId },
    { ...link, targetKind: 'theme' as const, target: 'no-such-theme' },
    { sourceKind: 'evidence' as const, sourceId, targetKind: 'action' as const, target },
  ]) {
    expect(['not-found', 'refused-by-rule']).toContain((await test.refusal('link.add', wrong)).code);
  }
  await test.call('link.remove', { id });
  expect((await load(test)).link).toHaveLength(1);
});
