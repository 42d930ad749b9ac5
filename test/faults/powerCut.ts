import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { testPorts } from '#test/helpers/ports.ts';
import { examine, listen, nothingTold } from './killedRun.ts';
import { type Said, type Task, workspaceIn } from './killedState.ts';
import { workOf } from './killedTasks.ts';
import { randomOf } from './mutations.ts';
import { type DiskEvent, type Loss, losses, RecordedDisk } from './recordedDisk.ts';
import { recorded } from './recordedInProcess.ts';
import { filesBelow, type Recording, readTrace, traced } from './systemCalls.ts';

export interface Cuts {
  readonly events: number;
  readonly cuts: number;
}

/** How what is done to a disk is written down: by another process that watches its calls, or in this one. */
export type Recorder = (task: Task, rounds: number, folder: string) => Promise<Recording>;

/** Writes down what work of one kind does to the disk, in a folder that stays until `use` is done. */
export async function withRecording<Value>(
  recorder: Recorder,
  task: Task,
  rounds: number,
  template: string,
  use: (folder: string, recording: Recording) => Promise<Value>,
): Promise<Value> {
  const made = mkdtempSync(join(tmpdir(), 'planner-power-'));
  try {
    const folder = join(made, 'disk');
    mkdirSync(join(workspaceIn(folder, task), '..'), { recursive: true });
    if (task !== 'making') cpSync(template, workspaceIn(folder, task));
    const recording = await recorder(task, rounds, folder);
    expectWholeRecording(folder, recording, task);
    return await use(folder, recording);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** Every call to the system of a process of its own, SQLite's too. */
export const fromSystemCalls: Recorder = async (task, rounds, folder) => {
  const before = filesBelow(folder);
  const trace = `${folder}.trace`;
  const [command = '', ...parameters] = traced(trace);
  const work = join(import.meta.dirname, 'killedWork.ts');
  const ran = spawnSync(command, [...parameters, process.execPath, work, task, folder, '1', '0', String(rounds)], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'planner-compile-cache') },
  });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
  return readTrace(trace, folder, before);
};

/** The operations of core in this process, with what SQLite did between them. */
export const fromThisProcess: Recorder = (task, rounds, folder) =>
  recorded(folder, async (say) => {
    mkdirSync(join(folder, 'exports'), { recursive: true });
    const ports = { ...testPorts({ folder: join(folder, 'data') }), now: () => new Date(), newId: randomUUID };
    const work = workOf(task, folder, ports, randomOf(1), say);
    work.start();
    for (let number = 1; number <= rounds; number += 1) await work.round(number);
    work.close();
  });

function diskBefore({ before }: Recording, task: Task): RecordedDisk {
  const disk = new RecordedDisk();
  disk.take({ did: 'make folder', path: task === 'save-back' ? 'Dropbox' : 'plans' });
  disk.take({ did: 'sync folder', path: '.' });
  for (const { path, file, bytes } of before) disk.has(path, file, bytes);
  return disk;
}

/** A disk that has taken everything holds exactly what the process left: nothing was missed in the recording. */
function expectWholeRecording(folder: string, recording: Recording, task: Task): void {
  const disk = diskBefore(recording, task);
  for (const event of recording.events) disk.take(event);
  const replayed = `${folder} replayed`;
  disk.cutPower(replayed, 'all of it', () => 0);
  const files = filesBelow(folder);
  const again = filesBelow(replayed);
  expect([...again.keys()].toSorted()).toEqual([...files.keys()].toSorted());
  for (const [path, bytes] of files) expect(again.get(path)?.equals(bytes), path).toBe(true);
  rmSync(replayed, { recursive: true });
}

/** Which losses are tried at a moment: around what makes things certain every one, in the middle of writing one. */
export type Chosen = (event: DiskEvent, index: number) => readonly Loss[];

export const everyLoss: Chosen = ({ did }, index) =>
  did === 'write' ? (index % 40 === 0 ? [losses[index % losses.length] ?? 'all of it'] : []) : losses;

/** As many moments as the ordinary run has time for, each with another loss. */
export const everyFewth =
  (step: number): Chosen =>
  ({ did }, index) =>
    did !== 'write' && index % step === 0 ? [losses[(index / step) % losses.length] ?? 'all of it'] : [];

/**
 * Cuts the power at each chosen moment of a recording and starts again from what the disk has: everything that was
 * acknowledged by then is there, and nothing is broken.
 */
export async function cutEverywhere(
  task: Task,
  folder: string,
  recording: Recording,
  template: string,
  chosen: Chosen,
): Promise<Cuts> {
  const disk = diskBefore(recording, task);
  const told = nothingTold();
  let cuts = 0;
  for (const [index, event] of recording.events.entries()) {
    for (const loss of chosen(event, index)) {
      rmSync(folder, { recursive: true, force: true });
      disk.cutPower(folder, loss, randomOf(index));
      endTheHolder(folder);
      try {
        await examine(task, folder, told, template);
      } catch (cause) {
        throw new Error(`The power went before ${describe(event)}, event ${index}, the disk had ${loss}`, { cause });
      }
      cuts += 1;
    }
    disk.take(event);
    if (event.did === 'say') listen(told, JSON.parse(event.line) as Said);
  }
  return { events: recording.events.length, cuts };
}

/** After a power cut no process is the one that it was; where this one was recorded, it would take itself for the holder. */
function endTheHolder(folder: string): void {
  for (const [path, bytes] of filesBelow(folder)) {
    if (!path.endsWith('.lock')) continue;
    const ended = bytes.toString().replace(`"pid":${process.pid},`, '"pid":999999999,');
    writeFileSync(join(folder, path), ended);
  }
}

const describe = (event: DiskEvent): string =>
  'bytes' in event ? `${event.did} ${event.bytes.length} bytes of ${event.file}` : JSON.stringify(event);
