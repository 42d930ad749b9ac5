import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** The thread that reads files to import: one file that needs nothing beside it, because it is started by its path. */
export default defineConfig({
  root: project,
  publicDir: false,
  resolve: { alias: { unzipper: resolve(import.meta.dirname, 'withoutUnzipper.ts') } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: resolve(project, 'build/output'),
    emptyOutDir: false,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { importWorker: resolve(project, 'electron/core/import/worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
