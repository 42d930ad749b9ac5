import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { assembleCore } from '#core/core.ts';
import { sha256Of } from '#core/files/contents.ts';
import { backupsOf, isWhole } from '#core/workspace/backups.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { migrationsOf, type Said, stateOf, type Task, workspaceIn } from './killedState.ts';
import { randomOf } from './mutations.ts';

/** What is known of a process that was killed, from the lines that it said. */
export interface Told {
  /** The newest state that it acknowledged; null before the first. */
  did: string | null;
  /** States that hold as well if it was killed on the way to them. */
  may: string[];
  acknowledged: number;
  backups: { readonly id: string; readonly state: string }[];
  documents: Set<string>;
  made: string[];
  /** It came to the end of its work before its moment. */
  finished: boolean;
}

export interface Came {
  readonly task: Task;
  readonly acknowledged: number;
  /** What was under way when it was killed is there whole, or not at all. */
  readonly underWay: 'kept' | 'not there';
  readonly openedInMilliseconds: number;
}

/** File operations that one round of a task has, so that each is a moment to be killed at. */
const operationsOf: Readonly<Record<Task, number>> = {
  editing: 30,
  import: 30,
  migration: 34,
  backup: 40,
  restore: 60,
  export: 30,
  'save-back': 90,
  making: 24,
};

/** Starts one process at its work, kills it at a moment that the seed chooses, and looks at what is there. */
export async function killedRun(task: Task, seed: number, template: string): Promise<Came> {
  const folder = mkdtempSync(join(tmpdir(), 'planner-killed-'));
  try {
    const path = workspaceIn(folder, task);
    mkdirSync(join(path, '..'));
    if (task !== 'making') cpSync(template, path);
    const told = await killed(task, folder, seed);
    return await examine(task, folder, told, template);
  } catch (cause) {
    throw new Error(`The run of ${task} with the seed ${seed} went wrong`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killed(task: Task, folder: string, seed: number): Promise<Told> {
  const random = randomOf(seed);
  // Half of them before one of their own file operations, half at any time while SQLite is at work.
  const dieAt = random(2) === 0 ? 1 + random(operationsOf[task]) : 0;
  const atLine = 1 + random(task === 'editing' || task === 'save-back' ? 12 : 3);
  const delay = random(2) === 0 ? random(4) : random(task === 'making' ? 1_200 : 120);
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'killedWork.ts'), task, folder, String(seed), String(dieAt)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'planner-compile-cache') },
    },
  );
  const told = nothingTold();
  const gone = once(child, 'exit');
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    listen(told, said);
    const isEnd = 'operations' in said;
    if ('will' in said) lines += 1;
    if (isEnd || (dieAt === 0 && 'will' in said && lines === atLine)) {
      if (delay > 0) await wait(delay);
      child.kill('SIGKILL');
    }
  }
  const [code, signal] = (await gone) as [number | null, string | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  return told;
}

export const nothingTold = (): Told => ({
  did: null,
  may: [],
  acknowledged: 0,
  backups: [],
  documents: new Set(),
  made: [],
  finished: false,
});

export function listen(told: Told, said: Said): void {
  if ('did' in said) {
    told.did = said.did;
    told.may = [];
    told.acknowledged += 1;
  } else if ('may' in said) told.may.push(said.may);
  else if ('backup' in said) told.backups.push({ id: said.backup, state: said.state });
  else if ('document' in said) told.documents.add(said.document);
  else if ('made' in said) told.made.push(said.made);
  else if ('operations' in said) told.finished = true;
}

/** The next start after the kill, as a person has it, and what is on the disk before and after. */
export async function examine(task: Task, folder: string, told: Told, template: string): Promise<Came> {
  if (task === 'making') return examineMade(folder, told, template);
  const path = workspaceIn(folder, task);
  const data = join(folder, 'data');
  // Others read what is in a synchronised folder while it is saved back: it is whole at every moment.
  if (task === 'save-back') expect(isWhole(path)).toBe(true);
  expectDocumentWhole(folder, told);

  const ports = { ...testPorts({ folder: data }), now: () => new Date() };
  const { services, core } = assembleCore(ports);
  const started = performance.now();
  services.session.change(openWorkspaceFile(path, ports, { migrations: migrationsOf(task) }));
  const openedInMilliseconds = performance.now() - started;
  try {
    const underWay = await expectAcknowledged(core.dispatch, () => stateOf(services), told, templateState(template));
    expectBackups(path, data, told, task);
    // One more backup and a clean end take away what was left unfinished.
    await services.call('workspace.backUp', {});
    core.close();
    expect(isWhole(path)).toBe(true);
    expect(leftBehind(folder)).toEqual([]);
    return { task, acknowledged: told.acknowledged, underWay, openedInMilliseconds };
  } finally {
    core.close();
  }
}

/** The state is the acknowledged one, or has one step more than it, whole. */
async function expectAcknowledged(
  dispatch: (channel: string, input: unknown) => Promise<unknown>,
  state: () => string,
  told: Told,
  first: string,
): Promise<Came['underWay']> {
  const expected = told.did ?? first;
  const found = state();
  if (found === expected) return 'not there';
  if (told.may.includes(found)) return 'kept';
  // What was under way was a step forward, or a step back.
  await dispatch('history.undo', {});
  if (state() === expected) return 'kept';
  await dispatch('history.redo', {});
  await dispatch('history.redo', {});
  expect(state()).toBe(expected);
  return 'kept';
}

function expectDocumentWhole(folder: string, told: Told): void {
  const document = join(folder, 'exports', 'submission.docx');
  if (existsSync(document)) expect(told.documents).toContain(sha256Of(readFileSync(document)));
}

function expectBackups(path: string, data: string, told: Told, task: Task): void {
  const backups = backupsOf(path, data);
  for (const backup of backups) {
    expect(isWhole(backup.path)).toBe(true);
    const of = told.backups.find(({ id }) => id === backup.id);
    if (of) expect(stateInBackup(backup.path, data, task)).toBe(of.state);
  }
  // The newest is thinned away only by three that are newer.
  const newest = told.backups.at(-1);
  if (newest) expect(backups.slice(0, 4).map(({ id }) => id)).toContain(newest.id);
}

function stateInBackup(path: string, data: string, task: Task): string {
  const { services } = assembleCore(testPorts({ folder: data }));
  services.session.change(
    openWorkspaceFile(path, testPorts({ folder: data }), { readOnly: true, migrations: migrationsOf(task) }),
  );
  try {
    return stateOf(services);
  } finally {
    services.session.change(null);
  }
}

const templateStates = new Map<string, string>();
function templateState(template: string): string {
  const known = templateStates.get(template) ?? stateInBackup(template, tmpdir(), 'editing');
  templateStates.set(template, known);
  return known;
}

/** Unfinished copies, journals and locks. What was begun of a document or a note is hidden, and goes an hour later. */
const leftBehind = (folder: string): readonly string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.part|-journal$|-wal$|-shm$|\.lock$/u.test(name))
    .filter((name) => !/(?:^|\/)\.(?:submission\.docx|[0-9a-z]+\.json)\.[0-9a-f]{12}\.part$/u.test(name))
    // What was copied to be looked at or restored goes a day later.
    .filter((name) => !/^data\/looked-at\//u.test(name))
    // The lock of a working folder is a database of nothing, and its journal too.
    .filter((name) => !/^data\/working\/[0-9a-f]+\/in-use\.sqlite-journal$/u.test(name));

/** Whatever a killed process has begun to make, the next one makes it whole, and nothing half made can be opened. */
async function examineMade(folder: string, told: Told, template: string): Promise<Came> {
  const { services, core } = assembleCore({ ...testPorts({ folder: join(folder, 'data') }), now: () => new Date() });
  const workspaces = join(folder, 'data', 'workspaces');
  const counts = () => {
    const { rows } = services.session.required();
    return { cycles: rows.all('cycle').length, actions: rows.all('action').length, voice: rows.all('voice').length };
  };
  const countsIn = (path: string) => {
    services.session.change(openWorkspaceFile(path, services.ports));
    return counts();
  };
  try {
    const names = existsSync(workspaces) ? readdirSync(workspaces).filter((name) => name.endsWith('.tcplan')) : [];
    expect(names.length).toBeGreaterThanOrEqual(told.made.length);
    const sample = countsIn(template);
    for (const name of names) {
      const expected = name.startsWith('Eastmere') ? sample : { cycles: 1, actions: 0, voice: 0 };
      expect(countsIn(join(workspaces, name))).toEqual(expected);
    }
    const started = performance.now();
    await services.call('workspace.openSample', {});
    const openedInMilliseconds = performance.now() - started;
    expect(counts()).toEqual(sample);
    await services.call('workspace.create', { institution: 'Westmere University', stage: 3, signedOn: null });
    core.close();
    // What was made by then is there under the very names that were free: nothing half made has taken one.
    const after = readdirSync(workspaces).filter((name) => name.endsWith('.tcplan'));
    expect(after.filter((name) => name.startsWith('Eastmere'))).toHaveLength(1);
    expect(after.filter((name) => name.startsWith('Westmere')).length).toBeLessThanOrEqual(2);
    const underWay = names.length > told.made.length ? 'kept' : 'not there';
    return { task: 'making', acknowledged: told.made.length, underWay, openedInMilliseconds };
  } finally {
    core.close();
  }
}
