import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startCore, type TestCore } from '#test/helpers/openCore.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { planner, sampleForTests } from './runPlanner.ts';

const sampleOf = sampleForTests();

async function withWorkspace(folder: string, file: string, act: (call: TestCore['call']) => Promise<unknown>) {
  const { core, call } = startCore({ folder: join(folder, 'data') });
  await call('workspace.open', { file: core.fileTokens.holdPath(file) });
  await act(call);
  await call('workspace.close', {});
}

it('planner handover and merge hand a copy over, bring it back, and leave questions to a person', async () => {
  const folder = temporaryFolder();
  const sample = sampleOf(folder);
  const copy = join(folder, 'for-priya.tcplan');
  const given = ['--to', copy, '--for', 'Priya Nair', '--by', 'Jo Marsh', '--without-internal', '--json'];
  const handed = await planner(folder, 'handover', sample, ...given);
  expect(handed.code).toBe(0);
  expect(handed.json()).toMatchObject({ toName: 'Priya Nair', withInternal: false, fileName: 'for-priya.tcplan' });
  expect(handed.json().leftBehind).toBeGreaterThan(0);
  const again = await planner(folder, 'handover', sample, ...given);
  expect(again).toMatchObject({ code: 2, messages: [expect.stringContaining('was left as it is')] });

  // Nothing was done in it: a step of the sample taken back there is something to bring.
  expect((await planner(folder, 'merge', copy, '--into', sample, '--json')).json()).toMatchObject({
    merged: true,
    changes: 0,
  });
  const plan = join(import.meta.dirname, '../fixtures/plans/plain.xlsx');
  expect((await planner(folder, 'import', 'apply', plan, '--into', copy, '--plan', 'next')).code).toBe(0);
  const before = readFileSync(copy);
  const merged = await planner(folder, 'merge', copy, '--into', sample, '--json');
  expect(merged.code).toBe(0);
  expect(merged.json().items.every(({ presence }: { presence: string }) => presence === 'added')).toBe(true);
  expect(merged.json().changes).toBe(merged.json().items.length);
  expect(readFileSync(copy).equals(before)).toBe(true);

  // Both name the institution anew: nothing comes in until somebody decides.
  for (const [file, name] of [
    [copy, 'Eastmere Tech'],
    [sample, 'EU'],
  ] as const)
    await withWorkspace(folder, file, (call) => call('institution.edit', { fields: { shortName: name } }));
  const asked = await planner(folder, 'merge', copy, '--into', sample);
  expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('Nothing was merged: 1 question is open.') });
  expect(
    (await planner(folder, 'merge', copy, '--into', sample, '--conflicts', 'copy', '--json')).json(),
  ).toMatchObject({
    merged: true,
    conflicts: [{ field: 'shortName', here: 'EU', copy: 'Eastmere Tech' }],
  });

  const wrong = await planner(folder, 'merge', sample, '--into', copy);
  expect(wrong).toMatchObject({ code: 2, messages: [expect.stringContaining('was not handed over')] });
  expect(await planner(folder, 'merge', copy, '--into', sample, '--conflicts', 'mine')).toMatchObject({
    code: 2,
    messages: [expect.stringContaining('--conflicts is here, copy or both')],
  });
  expect(existsSync(join(folder, 'for-priya.tcplan'))).toBe(true);
});
