import { expect, it } from 'vitest';
import { openCore } from '#test/helpers/openCore.ts';

it('says that the disk is full, changes nothing, and goes on when there is room again', async () => {
  const test = await openCore();
  const { database } = test.services.session.required();
  const before = await test.call('workspace.load', {});
  const pages = database.pragma('page_count', { simple: true }) as number;
  // SQLite's own way to a full disk: the file may not grow.
  database.pragma(`max_page_count = ${pages}`);
  const long = { fields: { profile: 'Technicians. '.repeat(5_000) } };
  expect(await test.refusal('institution.edit', long)).toEqual({ code: 'disk-full', detail: {} });
  expect(await test.call('workspace.load', {})).toEqual(before);

  database.pragma(`max_page_count = ${pages * 100}`);
  await test.call('institution.edit', long);
  expect((await test.call('workspace.load', {})).rows.institution[0]?.profile).toBe(long.fields.profile);
});

it('names damage that shows itself while the workspace is open', async () => {
  const test = await openCore();
  const { database } = test.services.session.required();
  database.unsafeMode();
  database.exec(
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'change'; PRAGMA writable_schema = RESET",
  );
  expect(await test.refusal('institution.edit', { fields: { name: 'x' } })).toMatchObject({
    code: 'workspace-damaged',
  });
});
