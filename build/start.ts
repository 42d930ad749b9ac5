import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildAll } from './build.ts';
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

/** The program that Electron downloads at its first run, where that has happened. */
function electronBinary(): string | null {
  const folder = resolve(projectFolder, 'node_modules/electron');
  const pathFile = resolve(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = resolve(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(binary) ? binary : null;
}

/** Why no window can be opened here; null where one can. */
function withoutWindow(binary: string | null): string | null {
  if (!binary) return 'the Electron binary is not installed (npx install-electron fetches it)';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'there is no display';
  return null;
}

const given = process.argv.slice(2);
// npm runs scripts in the project's folder; the file was named from where the person is.
const named = given.find((word) => !word.startsWith('-'));
const file = named && resolve(process.env.INIT_CWD ?? process.cwd(), named);
const options = given.filter((word) => word.startsWith('-'));
const binary = electronBinary();
const reason = withoutWindow(binary);
const made = reason ? 'build/output/renderer/index.html' : 'build/output/main.js';
const madePath = resolve(projectFolder, made);
if (!existsSync(madePath) || statSync(madePath).mtimeMs < newest(sources)) {
  console.error('Building; this takes a few seconds.');
  await buildAll(reason ? 'page' : 'everything');
}

if (binary && !reason) {
  process.exitCode = await run(binary, [projectFolder, ...options, ...(file ? [file] : [])]);
} else {
  console.error(`Opening in the browser instead of a window: ${reason}.`);
  process.exitCode = await run(process.execPath, [
    'electron/hosts/loopback/main.ts',
    ...(file ? ['--file', file] : []),
    ...options,
  ]);
}
