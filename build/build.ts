import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** Builds everything that is not run from source: the page, Electron's main process, its preload and the worker. */
export async function buildAll(only: 'page' | 'everything' = 'everything'): Promise<void> {
  await build({ configFile: resolve(import.meta.dirname, 'vite.renderer.config.ts'), logLevel: 'warn' });
  if (only === 'page') return;
  for (const name of ['main', 'preload', 'worker'])
    await build({ configFile: resolve(import.meta.dirname, `vite.${name}.config.ts`), logLevel: 'warn' });
  const copies = [
    ['electron/core/workspace/migrations', 'build/output/migrations'],
    ['resources', 'build/output/resources'],
  ] as const;
  for (const [from, to] of copies) {
    await rm(resolve(project, to), { recursive: true, force: true });
    await cp(resolve(project, from), resolve(project, to), { recursive: true });
  }
}

if (import.meta.main) await buildAll(process.argv.includes('--page') ? 'page' : 'everything');
