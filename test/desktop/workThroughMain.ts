import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RunningMain } from './startMain.ts';

/** A piece of work that needs everything the built files are to bring: migrations, resources, worker, native module. */
export async function workThroughMain({ call, invoke }: RunningMain, folder: string): Promise<void> {
  expect(await call('app.state', {})).toMatchObject({ value: { host: 'desktop', appVersion: '0.0.0-built' } });
  expect(
    await call('workspace.create', { institution: 'Eastmere University', stage: 3, signedOn: null }),
  ).toMatchObject({
    ok: true,
  });
  const loaded = await call('workspace.load', {});
  const { rows } = loaded.value as { readonly rows: { readonly cycle: readonly { readonly lastPlanId: string }[] } };
  const file = join(folder, 'plan.csv');
  await writeFile(
    file,
    'Ref,Theme,Action,Responsibility,RAG\nV1,Visibility,Show who keeps the laboratories running,HR,Green\n',
  );
  const taken = await invoke('planner:take-path', file);
  const preview = await call('import.preview', { file: taken.value.token, planId: rows.cycle[0]?.lastPlanId });
  expect(preview).toMatchObject({ ok: true, value: { preview: { actions: [{ ref: 'V1', rag: 'green' }] } } });
  expect(await call('workspace.openSample', {})).toMatchObject({ ok: true, value: { isSample: true } });
}
