import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface SecondProcess {
  readonly kill: () => void;
  /** What it ended with, once the system has let go of all that it had: its locks lie on files beside its output. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** The next line that it says; undefined when it says no more. */
  readonly nextLine: () => Promise<string | undefined>;
  /** Each line as it is said. */
  readonly lines: () => AsyncIterable<string>;
  /** The end of its input. */
  readonly endInput: () => void;
}

/** Starts workspaceProcess.ts with these parameters. It is gone when the test is, before the folders of the test are. */
export function startSecond(...parameters: readonly string[]): SecondProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'workspaceProcess.ts'), ...parameters],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  if (!child.stdout) throw new Error('The second process has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    kill: () => void child.kill('SIGKILL'),
    ended,
    nextLine: async () => (await lines.next()).value,
    lines: () => ({ [Symbol.asyncIterator]: () => lines }),
    endInput: () => void child.stdin?.end(),
  };
}
