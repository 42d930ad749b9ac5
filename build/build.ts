import { readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';
import { noteBundled, noticesOf, writeNotices } from './licences.ts';

const project = resolve(import.meta.dirname, '..');

/** Builds everything that is not run from source: the page, Electron's main process, its preload and the worker. */
export async function buildAll(only: 'page' | 'everything' = 'everything'): Promise<void> {
  const bundled = new Set<string>();
  for (const name of only === 'page' ? ['renderer'] : ['renderer', 'main', 'preload', 'worker'])
    await build({
      configFile: resolve(import.meta.dirname, `vite.${name}.config.ts`),
      logLevel: 'warn',
      plugins: [noteBundled(bundled)],
    });
  // Outside the bundles, because it is native.
  if (only === 'everything') bundled.add(resolve(project, 'node_modules/better-sqlite3'));
  const output = resolve(project, 'build/output');
  writeNotices(output, readFileSync(resolve(project, 'LICENSE'), 'utf8'), noticesOf(bundled));
  if (only === 'page') return;
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
