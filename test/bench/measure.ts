import { performance } from 'node:perf_hooks';

/** One line of the bench. `floor` is the least that the same work could cost, measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'kB' | '% of frames over 50 ms';
  readonly floor?: number;
  readonly ratio?: number;
  /** In words, as in "under 3 times the floor". */
  readonly goal: string;
  readonly ok: boolean;
}

export type Bench = () => Promise<readonly Measurement[]>;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Two kinds of work in turn, so that whatever else the machine does falls on both. Returns the median milliseconds of
 * each.
 */
export async function medianTimes(
  runs: number,
  work: () => unknown,
  floor: () => unknown,
): Promise<{ readonly work: number; readonly floor: number }> {
  await work();
  await floor();
  const times = { work: [] as number[], floor: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    times.floor.push(await time(floor));
    times.work.push(await time(work));
  }
  return { work: median(times.work), floor: median(times.floor) };
}

async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A measurement against its floor: `most` is the ratio that is still good. */
export function againstFloor(
  name: string,
  times: { readonly work: number; readonly floor: number },
  most: number,
): Measurement {
  const ratio = times.work / times.floor;
  return {
    name,
    value: times.work,
    unit: 'ms',
    floor: times.floor,
    ratio,
    goal: `under ${most} times the floor`,
    ok: ratio < most,
  };
}

export const under = (name: string, value: number, unit: Measurement['unit'], most: number): Measurement => ({
  name,
  value,
  unit,
  goal: `under ${most} ${unit}`,
  ok: value < most,
});
