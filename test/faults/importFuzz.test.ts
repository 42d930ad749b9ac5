import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importLimits } from '#shared/limits.ts';
import type { FuzzReport } from './importFuzzer.ts';

/** A tenth in the ordinary run; `npm run test:faults` tries all. The same seed always damages a file in the same way. */
const count = process.env.FAULTS === 'all' ? 2_000 : 200;

async function fuzz(first: number, seeds: number): Promise<FuzzReport> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'importFuzzer.ts'), String(first), String(seeds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const [exitCode] = await once(child, 'close');
  expect(exitCode).toBe(0);
  return JSON.parse(said) as FuzzReport;
}

describe('damaged plans', () => {
  it(`${count} of them end in a valid preview or a named refusal, in bounded time and memory`, {
    timeout: 900_000,
  }, async () => {
    const { ends, faults, slowest, peakMegabytes } = await fuzz(0, count);
    expect(faults).toEqual([]);
    const known = [
      'read',
      'file-empty',
      'file-not-a-plan',
      'file-encrypted',
      'file-damaged',
      'file-too-large',
      'file-type-unsupported',
    ];
    expect(known).toEqual(expect.arrayContaining(Object.keys(ends)));
    expect(Object.values(ends).reduce((sum, number) => sum + number, 0)).toBe(count);
    expect(slowest[0]?.milliseconds).toBeLessThan(importLimits.milliseconds);
    expect(peakMegabytes).toBeLessThan(700);
    // Damage that is never noticed, or always, would test nothing.
    expect(ends.read).toBeGreaterThan(count / 10);
    expect(ends['file-damaged']).toBeGreaterThan(count / 10);
  });
});
