import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** The preload script: one CommonJS file, because a sandboxed window can load nothing else. */
export default defineConfig({
  root: project,
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: resolve(project, 'build/output'),
    emptyOutDir: false,
    target: 'node24',
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: { preload: resolve(project, 'electron/hosts/desktop/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
