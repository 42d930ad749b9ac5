import { runScript } from './run.ts';

/** Every damaged plan that the ordinary run tries a tenth of. */
process.env.FAULTS = 'all';
process.exitCode = await runScript('vitest/vitest.mjs', 'run', '--project', 'node', 'test/faults/import');
