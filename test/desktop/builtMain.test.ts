import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const main = join(project, 'build/output/main.js');

let child: ChildProcess | null = null;
let folder = '';
afterEach(async () => {
  if (child && child.exitCode === null) {
    const gone = once(child, 'exit');
    child.send({ channel: 'quit' });
    await gone;
  }
  await rm(folder, { recursive: true, force: true });
});

/** Runs the built main process with a stand-in for Electron; it finds migrations, resources and worker as packaged. */
async function start() {
  if (!existsSync(main)) throw new Error('Run npm run build first: build/output/main.js is not there.');
  folder = await mkdtemp(join(tmpdir(), 'planner-'));
  const started = fork(main, [], {
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'electronStandIn.mjs')).href],
    env: { ...process.env, PLANNER_DATA: folder },
    serialization: 'advanced',
  });
  child = started;
  const [{ ready }] = (await once(started, 'message')) as [{ readonly ready: readonly string[] }];
  let calls = 0;
  const invoke = async (channel: string, ...parameters: readonly unknown[]) => {
    calls += 1;
    const id = calls;
    started.send({ id, channel, parameters });
    const [message] = (await once(started, 'message')) as [{ readonly id: number; readonly answer: unknown }];
    expect(message.id).toBe(id);
    return message.answer as { readonly ok: true; readonly value: Readonly<Record<string, unknown>> };
  };
  const call = (channel: string, input: unknown) => invoke('planner:call', channel, input, '/');
  return { ready, invoke, call };
}

describe('the built main process', () => {
  it('answers the five messages, makes a workspace with the migrations beside it, and reads a plan in its worker', async () => {
    const { ready, invoke, call } = await start();
    expect(ready).toHaveLength(5);
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
  });
});
