import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What an answer of the main process looks like when it is one. */
export interface MainAnswer {
  readonly ok: true;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface RunningMain {
  /** The messages that it answers. */
  readonly ready: readonly string[];
  readonly invoke: (channel: string, ...parameters: readonly unknown[]) => Promise<MainAnswer>;
  readonly call: (channel: string, input: unknown) => Promise<MainAnswer>;
  /** Asks the stand-in for something of its own. */
  readonly ask: (what: string, ...parameters: readonly unknown[]) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export const builtMain = resolve(import.meta.dirname, '../../build/output/main.js');

/** Runs a built main process with a stand-in for Electron. */
export async function startMain(main: string, dataFolder: string): Promise<RunningMain> {
  if (!existsSync(main)) throw new Error(`Run npm run build first: ${main} is not there.`);
  const child: ChildProcess = fork(main, [], {
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'electronStandIn.mjs')).href],
    env: { ...process.env, PLANNER_DATA: dataFolder },
    serialization: 'advanced',
  });
  const [{ ready }] = (await once(child, 'message')) as [{ readonly ready: readonly string[] }];
  let calls = 0;
  const send = async (message: object): Promise<unknown> => {
    calls += 1;
    const id = calls;
    child.send({ id, ...message });
    const [answered] = (await once(child, 'message')) as [{ readonly id: number; readonly answer: unknown }];
    if (answered.id !== id) throw new Error(`Answer ${answered.id} came to message ${id}.`);
    return answered.answer;
  };
  const invoke = async (channel: string, ...parameters: readonly unknown[]) =>
    (await send({ channel, parameters })) as MainAnswer;
  return {
    ready,
    invoke,
    call: (channel, input) => invoke('planner:call', channel, input, '/'),
    ask: (what, ...parameters) => send({ ask: what, parameters }),
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.send({ channel: 'quit' });
      await gone;
    },
  };
}
