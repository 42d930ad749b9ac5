import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '..');

/** Runs a program of this project in its folder, its output on ours. Resolves with its exit code. */
export function run(command: string, parameters: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, [...parameters], {
      cwd: projectFolder,
      stdio: 'inherit',
      // Scripts run on the Node that the project installs, whatever the machine has.
      env: {
        ...process.env,
        PATH: `${resolve(projectFolder, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
    });
    // The child ends in its own way; this program waits for it.
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const finish = (code: number) => {
      for (const signal of signals) process.off(signal, pass);
      done(code);
    };
    for (const signal of signals) process.on(signal, pass);
    child.on('error', () => finish(1));
    child.on('exit', (code) => finish(code ?? 1));
  });
}

/** The script of a package in node_modules, run by this Node: the same on every system, with no shell between. */
export const runScript = (script: string, ...parameters: readonly string[]): Promise<number> =>
  run(process.execPath, [resolve(projectFolder, 'node_modules', script), ...parameters]);
