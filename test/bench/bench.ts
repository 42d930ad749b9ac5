import { parseArgs } from 'node:util';
import { changeSince, keep } from './baseline.ts';
import { bundleBench } from './bundleBench.ts';
import { commandBench } from './commandBench.ts';
import { evidenceBench } from './evidenceBench.ts';
import { exportBench } from './exportBench.ts';
import { gridBench } from './gridBench.ts';
import { importBench } from './importBench.ts';
import type { Bench, Measurement } from './measure.ts';
import { memoryBench } from './memoryBench.ts';
import { openBench } from './openBench.ts';
import { searchBench } from './searchBench.ts';
import { startBench } from './startBench.ts';

/**
 * Speed beside its floor and beside the last figures kept, for `npm run bench [-- --json] [--only NAME] [--keep]`. Never
 * a test: a figure depends on the machine, a ratio hardly. `--keep` writes `baseline.json` anew for what was measured.
 */
const benches: Readonly<Record<string, Bench>> = {
  start: async () => [...(await startBench()), ...(await openBench())],
  command: commandBench,
  grid: gridBench,
  memory: memoryBench,
  bundle: bundleBench,
  import: importBench,
  search: searchBench,
  evidence: evidenceBench,
  export: exportBench,
};

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const chosen = Object.entries(benches).filter(([group]) => !options.only || options.only.split('.')[0] === group);
if (chosen.length === 0) {
  process.stderr.write(`There is no bench called ${options.only}. There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}
const measurements: Measurement[] = [];
for (const [group, bench] of chosen) {
  if (!options.json) process.stderr.write(`Measuring ${group} …\n`);
  measurements.push(...(await bench()));
}
const shown = measurements.filter(({ name }) => !options.only?.includes('.') || name === options.only);

if (options.json) {
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
} else {
  const rows = shown.map((measurement) => {
    const { name, value, unit, floor, ratio, goal, ok } = measurement;
    return [
      name,
      `${value.toFixed(1)} ${unit}`,
      floor === undefined ? '' : `${floor.toFixed(1)} ${unit}`,
      ratio === undefined ? '' : ratio.toFixed(2),
      changeSince(measurement),
      goal,
      ok ? 'met' : 'not met',
    ];
  });
  const head = ['name', 'value', 'floor', 'ratio', 'since', 'goal', ''];
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    process.stdout.write(`${line.trimEnd()}\n`);
  }
}
if (options.keep) keep(shown);
