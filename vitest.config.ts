import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * Three kinds of tests: `node` (core, hosts, shared), `jsdom` (renderer) and `e2e` (a real browser against the built
 * application; needs `npm run build` first). `npm run unit` runs the first two.
 */
export default defineConfig({
  test: {
    // The machines this runs on have two cores; more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['test/seed.ts'],
          include: [
            'electron/**/*.test.ts',
            'shared/**/*.test.ts',
            'build/**/*.test.ts',
            'test/{hosts,migrations,golden,faults,helpers,bench}/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', 'build/output/**'],
          // A busy machine takes several times as long; how fast something is, the bench says.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000, interval: 20 } },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          setupFiles: ['test/seed.ts', 'test/patience.ts'],
          include: ['renderer/**/*.test.{ts,tsx}'],
          // Class names as written, so that a test can ask for them.
          css: { modules: { classNameStrategy: 'non-scoped' } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', 'test/desktop/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A slow machine is no failure; what is there already is seen at the first look.
          expect: { poll: { timeout: 10_000, interval: 50 } },
          // One browser at a time: two of them on two cores measure each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
