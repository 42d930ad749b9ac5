import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { planner } from '../hosts/runPlanner.ts';
import { type Came, killedRun } from './killedRun.ts';
import { tasks } from './killedState.ts';

/**
 * `npm run test:faults` kills three hundred; the ordinary run a dozen, at moments of their own. Of the whole,
 * KILLED_RUNS and KILLED_FROM choose how many and from which seed: a run that failed can be had again.
 */
const runs = process.env.FAULTS === 'all' ? Number(process.env.KILLED_RUNS ?? 304) : 12;
const firstSeed = process.env.FAULTS === 'all' ? Number(process.env.KILLED_FROM ?? 1) : 20_261;

const tell = (line: string) => process.stdout.write(`${line}\n`);

let made = '';
let template = '';
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  template = join(made, 'sample.tcplan');
  expect(await planner(made, 'new', template, '--sample')).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

it(`${runs} processes killed at their work have lost nothing that they acknowledged, and the next start asks nothing`, {
  timeout: 3_600_000,
}, async () => {
  const came: Came[] = [];
  const started = performance.now();
  for (let run = 0; run < runs; run += 1) {
    const task = tasks[run % tasks.length] ?? 'editing';
    came.push(await killedRun(task, firstSeed + run, template));
  }
  for (const task of tasks) {
    const of = came.filter((each) => each.task === task);
    expect(of.length).toBeGreaterThan(0);
    const acknowledged = of.reduce((sum, each) => sum + each.acknowledged, 0);
    const kept = of.filter(({ underWay }) => underWay === 'kept').length;
    const slowest = Math.max(...of.map(({ openedInMilliseconds }) => openedInMilliseconds));
    tell(
      `${task.padEnd(10)} ${of.length} killed, ${acknowledged} acknowledged and all there, ` +
        `${kept} had just finished what was under way, slowest next start ${slowest.toFixed(0)} ms`,
    );
  }
  tell(`${runs} runs in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
});
