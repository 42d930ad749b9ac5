import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWalls } from './walls.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'walls-'));
  const project = resolve(import.meta.dirname, '..');
  for (const name of ['package.json', 'tsconfig.json']) await cp(join(project, name), join(folder, name));
  await write('node_modules/electron/package.json', '{ "name": "electron", "main": "index.js" }');
  await write('node_modules/electron/index.js', 'module.exports = {}');
  await write('node_modules/better-sqlite3/package.json', '{ "name": "better-sqlite3", "main": "index.js" }');
  await write('node_modules/better-sqlite3/index.js', 'module.exports = {}');
  for (const room of ['electron', 'renderer', 'shared']) await mkdir(join(folder, room), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
const broken = async () =>
  (await checkWalls(folder)).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);

describe('the walls between the rooms', () => {
  it('let the rooms use what they may', async () => {
    await write('shared/limits.ts', 'export const limit: number = 1;');
    await write(
      'electron/core/core.ts',
      "import { join } from 'node:path'; import { limit } from '#shared/limits.ts'; export const core = [join, limit];",
    );
    await write(
      'electron/hosts/desktop/main.ts',
      "import { app } from 'electron'; import '../../core/core.ts'; void app;",
    );
    expect(await broken()).toEqual([]);
  });

  it.each([
    ['shared to core', 'shared/wrong.ts', "import '#core/core.ts';", 'shared-knows-zod-only'],
    ['core to a host', 'electron/core/wrong.ts', "import '../hosts/ports.ts';", 'core-knows-no-host'],
    [
      'core to Electron, if only for a type',
      'electron/core/wrong.ts',
      "import type { App } from 'electron'; export type X = App;",
      'only-the-desktop-knows-electron',
    ],
    [
      'core to the network',
      'electron/core/wrong.ts',
      "import net from 'node:net'; void net;",
      'core-uses-few-parts-of-node',
    ],
    ['one host to another', 'electron/hosts/cli/wrong.ts', "import '../desktop/window.ts';", 'hosts-keep-apart'],
    [
      'the renderer to core, even later',
      'renderer/wrong.tsx',
      "export const later = () => import('#core/core.ts');",
      'renderer-stays-in-the-browser',
    ],
    [
      'the renderer to Node',
      'renderer/wrong.tsx',
      "import { readFile } from 'node:fs'; void readFile;",
      'renderer-does-without-node',
    ],
  ])('stop the way from %s', async (_way, path, content, rule) => {
    await write('electron/core/core.ts', 'export const core = 1;');
    await write('electron/hosts/ports.ts', 'export const ports = 1;');
    await write('electron/hosts/desktop/window.ts', 'export const window = 1;');
    await write(path, content);
    expect(await broken()).toContain(`${rule}: ${path}`);
  });

  it('tell a value from its type where only the type is free', async () => {
    await write(
      'electron/core/voice/type.ts',
      "import type { Database } from 'better-sqlite3'; export type X = Database;",
    );
    await write('electron/core/voice/value.ts', "import Database from 'better-sqlite3'; export const x = Database;");
    await write('electron/hosts/desktop/type.ts', "import type { App } from 'electron'; export type X = App;");
    await write('electron/hosts/desktop/value.ts', "import { app } from 'electron'; export const x = app;");
    expect((await broken()).sort()).toEqual([
      'electron-values-in-its-entries-only: electron/hosts/desktop/value.ts',
      'one-place-opens-databases: electron/core/voice/value.ts',
    ]);
  });

  it('let types know each other in a circle', async () => {
    await write('shared/one.ts', "import type { Two } from './two.ts'; export interface One { readonly two: Two }");
    await write('shared/two.ts', "import type { One } from './one.ts'; export interface Two { readonly one: One }");
    expect(await broken()).toEqual([]);
  });

  it('stop circles and files that nothing uses', async () => {
    await write('shared/one.ts', "import { two } from './two.ts'; export const one = () => two;");
    await write('shared/two.ts', "import { one } from './one.ts'; export const two = () => one;");
    await write('shared/alone.ts', 'export const alone = 1;');
    const found = await broken();
    expect(found).toContain('no-orphans: shared/alone.ts');
    expect(found.filter((line) => line.startsWith('no-circular'))).not.toEqual([]);
  });
});
