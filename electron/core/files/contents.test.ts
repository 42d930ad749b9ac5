import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';
import { contentOf, keepContent } from './contents.ts';

it('keeps the same bytes once, under their SHA-256, outside the log of changes', async () => {
  const { services, call } = await openCore();
  const { database } = services.session.required();
  const bytes = new TextEncoder().encode('abc');
  const sha256 = keepContent(database, bytes);
  expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(keepContent(database, bytes.slice())).toBe(sha256);
  expect([...contentOf(database, sha256)]).toEqual([...bytes]);
  expect(database.prepare('SELECT count(*) AS count FROM content').get()).toEqual({ count: 1 });
  expect((await call('workspace.load', {})).history.stepId).toBe(1);
});

it('refuses bytes that are not there', async () => {
  const { services } = await openCore();
  expect(() => contentOf(services.session.required().database, 'f'.repeat(64))).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
});
