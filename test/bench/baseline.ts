import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Measurement } from './measure.ts';

const path = join(import.meta.dirname, 'baseline.json');
const baselineSchema = z.record(
  z.string(),
  z.strictObject({
    value: z.number(),
    unit: z.string(),
    ratio: z.number().optional(),
    /** Of the machine that it was measured on: a figure without a floor says little on another. */
    cores: z.int(),
  }),
);
type Baseline = z.infer<typeof baselineSchema>;

const kept = (): Baseline => (existsSync(path) ? baselineSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : {});

/** Against what was kept last: of the ratio where there is a floor, and else of the figure itself. As in "+12%". */
export function changeSince({ name, value, ratio }: Measurement): string {
  const before = kept()[name];
  if (!before) return 'new';
  const change = ratio !== undefined && before.ratio !== undefined ? ratio / before.ratio : value / before.value;
  if (!Number.isFinite(change)) return '';
  const percent = Math.round((change - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent} %`;
}

/** Keeps these figures as what later ones are held against; those of other benches stay. */
export function keep(measurements: readonly Measurement[]): void {
  const all: Baseline = { ...kept() };
  for (const { name, value, unit, ratio } of measurements) {
    const rounded = (figure: number) => Number(figure.toPrecision(3));
    all[name] = {
      value: rounded(value),
      unit,
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
      cores: availableParallelism(),
    };
  }
  const sorted = Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => one.localeCompare(other)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}
