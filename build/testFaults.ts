import { canTrace } from '../test/faults/systemCalls.ts';
import { runScript } from './run.ts';

/** What the ordinary run tries a few of, whole: each with what it is about, so that whoever waits knows for what. */
const groups: readonly (readonly [about: string, ...tests: readonly string[]])[] = [
  ['304 processes killed while they edit, import, migrate, back up, restore, export, save back and make', 'killed.'],
  [
    canTrace
      ? 'the power cut at every moment of what they do to the disk'
      : 'the power cut at every operation of core on files (without strace on this system, not at every system call)',
    'powerCut',
  ],
  ['disks that fill up, at every operation', 'diskFull', 'workspaceFull'],
  ['every page of a workspace damaged in six ways', 'damagedPages'],
  [
    'files taken away, rights refused, second instances, a clock put back',
    'underneath',
    'clock',
    'workspaceP',
    'killedHost',
  ],
  ['every damaged plan of those that are read', 'import'],
  ['every input of the contract', 'contract'],
];

process.env.FAULTS = 'all';
const started = performance.now();
const secondsSince = (start: number): string => `${((performance.now() - start) / 1_000).toFixed(0)} s`;
const outcomes: string[] = [];
let worst = 0;
const run = async (about: string, ...files: readonly string[]): Promise<void> => {
  console.log(`\n== ${about}`);
  const begun = performance.now();
  const code = await runScript('vitest/vitest.mjs', 'run', '--project', 'node', ...files);
  outcomes.push(`${code === 0 ? 'held  ' : 'FAILED'} ${about}, ${secondsSince(begun)}`);
  worst = Math.max(worst, code);
};

for (const [about, ...tests] of groups) await run(about, ...tests.map((test) => `test/faults/${test}`));
await run('every generated workspace, as a document', 'test/golden/generated');
await run('any two copies of a workspace, merged', 'electron/core/handover/merge');
console.log(`\n${outcomes.join('\n')}\nin all ${secondsSince(started)}`);
process.exitCode = worst;
