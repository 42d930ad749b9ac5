import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface StartHostOptions {
  readonly sample?: boolean;
  /** A workspace file to open. */
  readonly file?: string;
  /** Kept after the host ends; without it, a temporary folder that goes with the host. */
  readonly dataFolder?: string;
  /** False for tests that call the host without looking at its page, which then need not have been built. */
  readonly needsPage?: boolean;
  /** More options of the loopback host's own. */
  readonly parameters?: readonly string[];
}

export interface RunningHost {
  /** With the token: http://127.0.0.1:PORT/#TOKEN. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  /** What it has written to stderr so far. */
  readonly messages: () => string;
  /** SIGTERM, then the exit code (null when it had been killed). */
  readonly stop: () => Promise<number | null>;
}

const project = resolve(import.meta.dirname, '../..');

/** The loopback host as a process of its own, as `npm start` runs it. */
export async function startHost(options: StartHostOptions = {}): Promise<RunningHost> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'planner-')));
  const child = spawn(
    process.execPath,
    [
      'electron/hosts/loopback/main.ts',
      '--no-open',
      '--data',
      dataFolder,
      ...(options.sample ? ['--sample'] : []),
      ...(options.file ? ['--file', options.file] : []),
      ...(options.needsPage === false ? ['--no-page'] : []),
      ...(options.parameters ?? []),
    ],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let messages = '';
  child.stderr.on('data', (part: Buffer) => {
    messages += part.toString();
  });
  const ended = once(child, 'exit') as Promise<[code: number | null]>;
  const url = await Promise.race([
    ended.then(([code]) => {
      throw new Error(`The host ended with ${code} before it was ready: ${messages}`);
    }),
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => {
      const found = /^Technician Commitment Planner: (http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43})$/.exec(String(line))?.[1];
      if (!found) throw new Error(`The host began with another line: ${line}`);
      return found;
    }),
  ]);
  ended.catch(() => undefined);
  const { origin, hash } = new URL(url);
  return {
    url,
    origin,
    token: hash.slice(1),
    dataFolder,
    process: child,
    messages: () => messages,
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await ended;
      if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true });
      return code;
    },
  };
}
