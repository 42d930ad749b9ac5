import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '..');

/**
 * Electron's main process. Everything goes inside but Electron itself and
 * better-sqlite3, whose binary cannot be bundled; so the packaged application carries one folder of modules.
 */
export default defineConfig({
  root: project,
  publicDir: false,
  resolve: { alias: { unzipper: resolve(import.meta.dirname, 'withoutUnzipper.ts') } },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: resolve(project, 'build/output'),
    emptyOutDir: false,
    target: 'node24',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: resolve(project, 'electron/hosts/desktop/main.ts') },
      // One file, because the migrations are found beside the file that asks for them.
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    },
  },
});
