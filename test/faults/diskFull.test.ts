import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { assembleCore } from '#core/core.ts';
import { isWhole } from '#core/workspace/backups.ts';
import { openWorkspaceFile } from '#core/workspace/openFile.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { errorText } from '../../renderer/text/errors.ts';
import { planner } from '../hosts/runPlanner.ts';
import { doStage, migrationsOfStage, openStage, type Stage, stages } from './diskFullStages.ts';
import { type FileOperation, interceptFileOperations } from './fileOperations.ts';
import { stateOf } from './killedState.ts';

const isAll = process.env.FAULTS === 'all';

let made = '';
let template = '';
let templateState = '';
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'planner-sample-'));
  template = join(made, 'sample.tcplan');
  expect(await planner(made, 'new', template, '--sample')).toMatchObject({ code: 0 });
  templateState = stateIn(template, made, 'editing');
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

async function prepare(stage: Stage): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'exports'));
  mkdirSync(join(openStage(stage, folder), '..'));
  cpSync(template, openStage(stage, folder));
  if (stage === 'restore') await backUp(folder);
  return folder;
}

async function backUp(folder: string): Promise<void> {
  const { services, core } = assembleCore(testPorts({ folder: join(folder, 'data') }));
  await services.call('workspace.open', { file: services.fileTokens.holdPath(openStage('restore', folder)) });
  await services.call('workspace.backUp', {});
  core.close();
}

function stateIn(path: string, folder: string, stage: Stage): string {
  const ports = testPorts({ folder: join(folder, 'data') });
  const { services, core } = assembleCore(ports);
  services.session.change(openWorkspaceFile(path, ports, { migrations: migrationsOfStage(stage) }));
  const state = stateOf(services);
  core.close();
  return state;
}

/** Every refusal of the disk has a code whose sentence says so; what is only tried in passing may also succeed. */
const namesOfFull: ReadonlySet<string> = new Set(['disk-full', 'disk-refused', 'save-disk-full']);

function expectNothingLost(stage: Stage, folder: string, came: string, state: string | null): void {
  const path = openStage(stage, folder);
  if (came !== 'done') {
    expect(namesOfFull, came).toContain(came);
    expect(errorText({ code: came as ErrorCode, detail: { fileName: 'submission.docx' } }).message).toMatch(/disk/);
    if (stage !== 'making') expect(state ?? templateState).toBe(templateState);
  }
  expect(existsSync(join(folder, 'exports', 'submission.docx'))).toBe(stage === 'export' && came === 'done');
  // The original of a working copy is whole while nothing could be saved back.
  if (stage === 'save-back') expect(isWhole(path)).toBe(true);
  const unfinished = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.part'));
  expect(unfinished).toEqual([]);
  const workspaces = join(folder, 'data', 'workspaces');
  if (came !== 'done' && existsSync(workspaces)) expect(readdirSync(workspaces)).toEqual([]);
  // With room again, everything that was acknowledged is there.
  const after = stateIn(path, folder, stage);
  if (stage !== 'making') expect(after).toBe(state ?? templateState);
  expect(isWhole(path)).toBe(true);
}

const writing: ReadonlySet<FileOperation> = new Set([
  'writeSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'copyFileSync',
]);
const isWriting = (operation: FileOperation, [, flags]: readonly unknown[]): boolean =>
  writing.has(operation) || (operation === 'openSync' && flags !== 'r' && flags !== 'r+');

describe('a disk that fills up while files are written', () => {
  it.each(stages)('loses nothing by %s, at whichever operation the room ends, and says so', async (stage) => {
    let refused = 0;
    for (let until = 0; ; until += 1) {
      const folder = await prepare(stage);
      const ports = { ...testPorts({ folder: join(folder, 'data') }), newId: randomUUID };
      const { core, services } = assembleCore(ports);
      let operations = 0;
      let full = false;
      let restore: () => void = () => undefined;
      const came = await doStage(stage, services, folder, () => {
        restore = interceptFileOperations({
          before: (operation, parameters) => {
            if (!isWriting(operation, parameters)) return;
            operations += 1;
            full ||= operations > until;
            if (full) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
          },
        });
      });
      onTestFinished(restore);
      const state = services.session.current() ? stateOf(services) : null;
      core.close();
      restore();
      expectNothingLost(stage, folder, came, state);
      if (came !== 'done') refused += 1;
      rmSync(folder, { recursive: true, force: true });
      if (!full) break;
      // The ordinary run looks at the first moments, at which every stage has its own.
      if (!isAll && until >= 2) break;
    }
    // A change of a workspace on this computer writes no file of its own but its backup, which is not in its way.
    if (stage !== 'editing' && stage !== 'attaching') expect(refused).toBeGreaterThan(0);
  });
});

// A limit on the size of a file is one that any user of a Unix can set, and SQLite itself meets it, as with a quota.
describe.skipIf(process.platform === 'win32')('a process whose files may not grow', () => {
  const limits = ['as it is', 'half of it', 'hardly anything'] as const;
  it.each(
    stages.flatMap((stage, index) =>
      limits
        .filter((_, place) => isAll || (index % 2 === 0 && place === index % limits.length))
        .map((limit) => [stage, limit] as const),
    ),
  )('loses nothing by %s with room for the workspace %s', async (stage, limit) => {
    const folder = await prepare(stage);
    const { size } = statSync(template);
    const blocks = Math.ceil((limit === 'as it is' ? size : limit === 'half of it' ? size / 2 : 64_000) / 512);
    const { stdout, status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f "$1"; exec "$2" "$3" "$4" "$5"', 'sh', String(blocks), process.execPath, work, stage, folder],
      { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'planner-compile-cache') } },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { came, state } = JSON.parse(stdout) as { readonly came: string; readonly state: string | null };
    expectNothingLost(stage, folder, came, state);
  });
});

const work = join(import.meta.dirname, 'diskFullWork.ts');

/** A disk of its own in memory, in a name space of its own: Linux gives it to an administrator, and often to anybody. */
const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs "${tmpdir()}"`]).status === 0;

if (isAll && !canMount) process.stdout.write('No disk can be mounted here for a test; the other two ways are tried.\n');
describe.skipIf(!isAll || !canMount)('a real disk that is full, mounted for the test', () => {
  it.each(stages.flatMap((stage) => [1.3, 2.2, 3.1, 5].map((times) => [stage, times] as const)))(
    'loses nothing by %s with room for %s times the workspace',
    async (stage, times) => {
      const prepared = await prepare(stage);
      // What is backed up is backed up there, among the backups of that very place.
      rmSync(join(prepared, 'data'), { recursive: true, force: true });
      const folder = temporaryFolder();
      const kept = temporaryFolder();
      const kilobytes = Math.ceil((statSync(template).size * times) / 1_024);
      const script = [
        `mount -t tmpfs -o size=${kilobytes}k tmpfs "${folder}"`,
        `cp -r "${prepared}/." "${folder}"`,
        `"${process.execPath}" "${work}" ${stage} "${folder}"`,
        `cp -r "${folder}/." "${kept}"`,
      ].join(' && ');
      const { stdout, status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const { came, state } = JSON.parse(stdout) as { readonly came: string; readonly state: string | null };
      // The disk goes with its name space; what was on it is looked at in the very place where it was.
      cpSync(kept, folder, { recursive: true });
      expectNothingLost(stage, folder, came, state);
    },
  );
});
