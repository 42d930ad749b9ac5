import { run, runScript } from './run.ts';

/** Everything that must hold before a change is kept, cheapest first; stops at the first thing that does not. */
const steps: readonly (readonly [name: string, run: () => Promise<number>])[] = [
  ['types', () => runScript('typescript/lib/tsc.js', '-p', '.')],
  ['lint', () => runScript('@biomejs/biome/bin/biome', 'check')],
  ['walls', () => run(process.execPath, ['build/walls.ts'])],
  ['unit', () => runScript('vitest/vitest.mjs', 'run', '--project', 'node', '--project', 'jsdom')],
  ['build', () => run(process.execPath, ['build/build.ts'])],
  ['e2e', () => runScript('vitest/vitest.mjs', 'run', '--project', 'e2e')],
];

for (const [name, step] of steps) {
  console.log(`\n== ${name}`);
  const code = await step();
  if (code !== 0) {
    console.error(`\n== ${name} failed`);
    process.exit(code);
  }
}
