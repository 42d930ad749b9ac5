import { runScript } from './run.ts';

/** Every damaged plan and every generated workspace of which the ordinary run tries a few. */
process.env.FAULTS = 'all';
process.exitCode = await runScript(
  'vitest/vitest.mjs',
  'run',
  '--project',
  'node',
  'test/faults/import',
  'test/golden/generated',
);
