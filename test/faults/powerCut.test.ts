import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../hosts/runPlanner.ts';
import { type Task, tasks } from './killedState.ts';
import {
  type Chosen,
  cutEverywhere,
  everyFewth,
  everyLoss,
  fromSystemCalls,
  fromThisProcess,
  withRecording,
} from './powerCut.ts';
import { canTrace, type Recording } from './systemCalls.ts';

const isAll = process.env.FAULTS === 'all';

let made = '';
let template = '';
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  template = join(made, 'sample.tcplan');
  expect(await planner(made, 'new', template, '--sample')).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A workspace is brought up to date once. */
const roundsOf = (task: Task): number => (task === 'migration' ? 1 : 2);

/** The sample is made of hundreds of changes, and made anew after each cut: some of its moments must do. */
const chosenFor = (task: Task, { events }: Recording): Chosen =>
  task === 'making' ? everyFewth(Math.ceil(events.length / 300)) : everyLoss;

/** POWER_TASK chooses one kind of work, to have a failure again. */
const only = process.env.POWER_TASK;
if (isAll && !canTrace)
  process.stdout.write('Without strace on this system, only the operations of core are recorded.\n');
// SQLite writes in a language of its own; its calls to the system are what there is to be seen of them.
describe.skipIf(!isAll || !canTrace)('the power cut at every moment of the system calls of a real process', () => {
  it.each(tasks.filter((task) => !only || task === only))(
    'loses nothing acknowledged by %s',
    { timeout: 3_600_000 },
    async (task) => {
      const started = performance.now();
      const { events, cuts } = await withRecording(
        fromSystemCalls,
        task,
        roundsOf(task),
        template,
        (folder, recording) => cutEverywhere(task, folder, recording, template, chosenFor(task, recording)),
      );
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      process.stdout.write(`${task}: ${events} operations recorded, power cut ${cuts} times; ${seconds} s\n`);
      expect(cuts).toBeGreaterThan(10);
    },
  );
});

describe('the power cut while core writes files', () => {
  // Imports and edits write nothing of their own: they are SQLite's.
  const written = ['migration', 'backup', 'restore', 'export', 'save-back'] as const;
  it.each(written)('loses nothing acknowledged by %s, wherever core runs', { timeout: 600_000 }, async (task) => {
    const { cuts } = await withRecording(fromThisProcess, task, roundsOf(task), template, (folder, recording) =>
      cutEverywhere(task, folder, recording, template, isAll ? everyLoss : everyFewth(17)),
    );
    expect(cuts).toBeGreaterThan(isAll ? 60 : 1);
  });
});
