import { runScript } from './run.ts';

/** Every damaged plan, every generated workspace and every input of the contract of which the ordinary run tries a few. */
process.env.FAULTS = 'all';
process.exitCode = await runScript(
  'vitest/vitest.mjs',
  'run',
  '--project',
  'node',
  'test/faults/import',
  'test/faults/contract',
  'test/golden/generated',
  'electron/core/handover/merge',
);
