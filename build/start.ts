import { existsSync, globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildAll } from './build.ts';
import { electronBinary, hasDisplay } from './electronBinary.ts';
import { projectFolder, run } from './run.ts';

/** What the built files are made of. */
const sources = [
  'electron/**/*',
  'renderer/**/*',
  'shared/**/*',
  'resources/**/*',
  'build/*.ts',
  'package.json',
  'package-lock.json',
];

const newest = (patterns: readonly string[]): number =>
  Math.max(
    0,
    ...globSync([...patterns], { cwd: projectFolder }).map((file) => statSync(resolve(projectFolder, file)).mtimeMs),
  );

/** Why no window can be opened here; null where one can. */
function withoutWindow(binary: string | null): string | null {
  if (!binary) return 'the Electron binary is not installed (npx install-electron fetches it)';
  return hasDisplay() ? null : 'there is no display';
}

// npm runs scripts in the project's folder; a workspace was named from where the person is.
const from = process.env.INIT_CWD ?? process.cwd();
const given = process.argv
  .slice(2)
  .map((word) => (word.toLowerCase().endsWith('.tcplan') && !word.startsWith('-') ? resolve(from, word) : word));
const binary = electronBinary();
const reason = withoutWindow(binary);

const made = resolve(projectFolder, reason ? 'build/output/renderer/index.html' : 'build/output/main.js');
if (!existsSync(made) || statSync(made).mtimeMs < newest(sources)) {
  console.error('Building; this takes a few seconds.');
  await buildAll(reason ? 'page' : 'everything');
}

if (binary && !reason) {
  process.exitCode = await run(binary, [projectFolder, ...given]);
} else {
  console.error(`Opening in the browser instead of a window: ${reason}.`);
  process.exitCode = await run(process.execPath, ['electron/hosts/loopback/main.ts', ...given]);
}
