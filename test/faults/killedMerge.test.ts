import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupsOf, isWhole } from '#core/workspace/backups.ts';
import { tableNames } from '#shared/model/tables.ts';
import { handOver } from '#test/helpers/handedOver.ts';
import { openCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { startSecond } from './secondProcess.ts';

const actions = 80;

/** Every row of a closed file, read as another program reads it; a journal that was left is replayed by that. */
const rowsOf = (path: string) =>
  withPlainSqlite(path, (database) =>
    Object.fromEntries(
      [...tableNames, 'step', 'change'].map((table) => [table, database.prepare(`SELECT * FROM "${table}"`).all()]),
    ),
  );

async function merge(path: string, data: string, copy: string, when: string): Promise<string | number | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'mergeProcess.ts'), path, data, copy, when], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal ?? code;
}

it('a merge that is killed leaves the workspace as before or as after, and never between', async () => {
  const test = await openCore();
  const { path } = test.services.session.required();
  const { copy, path: returned } = await handOver(test);
  await copy.call('action.change', {
    planId: copy.services.session.required().rows.all('cycle')[0]?.newPlanId ?? '',
    kind: 'paste',
    changes: [],
    added: Array.from({ length: actions }, (_, index) => ({
      fields: { ref: `N${index + 1}`, text: 'Put names on the doors. '.repeat(100) },
    })),
  });
  await copy.call('workspace.close', {});
  await test.call('workspace.close', {});

  const folder = temporaryFolder();
  const fresh = (name: string) => {
    mkdirSync(join(folder, name));
    const file = join(folder, name, 'Eastmere University.tcplan');
    copyFileSync(path, file);
    return { file, data: join(folder, name, 'data') };
  };
  const middle = fresh('middle');
  const before = rowsOf(middle.file);
  expect(await merge(middle.file, middle.data, returned, 'middle')).toBe('SIGKILL');
  // Half of it had reached the file: what takes it back is beside it.
  expect(existsSync(`${middle.file}-journal`)).toBe(true);
  expect(rowsOf(middle.file)).toEqual(before);
  expect(isWhole(middle.file)).toBe(true);
  expect(backupsOf(middle.file, middle.data)).toMatchObject([{ reason: 'merge', verified: true }]);

  const committed = fresh('committed');
  expect(await merge(committed.file, committed.data, returned, 'committed')).toBe('SIGKILL');
  const after = rowsOf(committed.file);
  expect(after.action).toHaveLength(actions);
  expect(after.handover).toMatchObject([{ mergedAt: '2026-11-21T14:00:00.000Z' }]);
  expect(isWhole(committed.file)).toBe(true);

  // The same again, to its end: it is what would have come, and leaves nothing behind.
  expect(await merge(middle.file, middle.data, returned, 'never')).toBe(0);
  expect(rowsOf(middle.file)).toEqual(after);
  expect(readdirSync(join(middle.data, 'handover'))).toEqual([]);
});

it('a copy that another process has open is refused, though its file could be read', async () => {
  const test = await openCore();
  const { copy, path } = await handOver(test);
  await copy.call('workspace.close', {});
  const holder = startSecond('hold', path, join(temporaryFolder(), 'data'));
  expect(await holder.nextLine()).toBe('open');
  const file = test.core.fileTokens.holdPath(path);
  expect(await test.refusal('merge.read', { file })).toMatchObject({ code: 'workspace-in-use' });
  holder.endInput();
  await holder.ended;
  expect((await test.call('merge.read', { file })).items).toEqual([]);
});
