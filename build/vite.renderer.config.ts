import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** The page, the same for every host. */
export default defineConfig({
  root: resolve(project, 'renderer'),
  // From the root and not relative: a screen's address has a path of its own.
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(project, 'build/output/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    // Fonts and pictures stay files: the policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What opens first is small; the editor and the grid come with the screens that use them.
    chunkSizeWarningLimit: 700,
  },
});
