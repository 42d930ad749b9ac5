import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Refusal } from '#shared/errors.ts';
import { type TestPorts, testPorts } from '#test/helpers/ports.ts';
import { temporaryFolder } from '#test/helpers/temporaryFolder.ts';
import { contentsOf, makeFile, thrownBy, withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import type { OpenWorkspace } from '../services.ts';
import { lockPathOf } from './lock.ts';
import { loadMigrations, newestVersion } from './migrations.ts';
import { DamagedWorkspace, type OpenOptions, openWorkspaceFile } from './openFile.ts';

const newest = newestVersion(loadMigrations());

let folder: string;
let ports: TestPorts;
beforeEach(() => {
  folder = temporaryFolder();
  ports = testPorts({ folder: join(folder, 'data') });
});

function open(path: string, options: OpenOptions = {}): OpenWorkspace {
  const opened = openWorkspaceFile(path, ports, options);
  onTestFinished(opened.close);
  return opened;
}

const refusalOf = (path: string, options: OpenOptions = {}) => thrownBy(() => open(path, options)) as Refusal;

describe('opening a file that is ours', () => {
  it('sets the connection and reads its settings back', () => {
    const { database } = open(makeFile(folder));
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'locking_mode',
    ];
    expect(settings.map((name) => database.pragma(name, { simple: true }))).toEqual([
      'delete',
      3,
      1,
      0,
      1,
      'exclusive',
    ]);
    expect(database.pragma('application_id', { simple: true })).toBe(0x54435031);
    expect(database.pragma('user_version', { simple: true })).toBe(newest);
  });

  it('writes who has it into a lock file and takes that away when it closes', () => {
    const path = makeFile(folder);
    const opened = open(path);
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({
      host: hostname(),
      pid: process.pid,
      since: '2026-11-21T14:00:00.000Z',
    });
    opened.close();
    expect(existsSync(lockPathOf(path))).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['Eastmere University.tcplan', 'data']);
  });

  it('refuses a change outside a step', () => {
    const { rows } = open(makeFile(folder));
    expect(() =>
      rows.insert('framework', { id: ports.newId(), position: 1, title: 'TALENT', description: '', binned: false }),
    ).toThrow('a change outside a step');
    expect(rows.all('framework')).toEqual([]);
  });

  it('turns a file that another program left in WAL mode back to the rollback journal', () => {
    const path = makeFile(folder);
    withPlainSqlite(path, (database) => database.pragma('journal_mode = WAL'));
    expect(open(path).database.pragma('journal_mode', { simple: true })).toBe('delete');
  });

  it('opens to read only when asked, without a lock file, and refuses to write', () => {
    const path = makeFile(folder);
    const before = contentsOf(folder);
    const { info, database } = open(path, { readOnly: true });
    expect(info.readOnly).toBe(true);
    expect(() => database.exec('DELETE FROM plan; INSERT INTO content VALUES (1, 2)')).toThrow(/readonly/);
    expect(contentsOf(folder)).toEqual(before);
  });
});

// The administrator of a computer may write everything, so there is nothing to see as one.
describe.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file that cannot be written', () => {
  it('opens to read only when its attributes say so', () => {
    const path = makeFile(folder);
    chmodSync(path, 0o444);
    expect(open(path).info.readOnly).toBe(true);
  });

  it('is refused by name when it cannot even be read', () => {
    const path = makeFile(folder);
    chmodSync(path, 0o000);
    expect(refusalOf(path)).toMatchObject({ code: 'file-unreadable' });
  });

  it('is not made where nothing can be written', () => {
    mkdirSync(join(folder, 'shared'));
    chmodSync(join(folder, 'shared'), 0o555);
    expect(thrownBy(() => makeFile(join(folder, 'shared')))).toMatchObject({ code: 'refused-by-rule' });
  });

  it('opens to read only when its folder takes no journal', () => {
    mkdirSync(join(folder, 'shared'));
    const path = makeFile(join(folder, 'shared'));
    chmodSync(join(folder, 'shared'), 0o555);
    onTestFinished(() => chmodSync(join(folder, 'shared'), 0o755));
    expect(open(path).info.readOnly).toBe(true);
  });
});

describe('refusing a file, which stays byte for byte as it was', () => {
  const cases: readonly (readonly [string, string, (path: string) => void])[] = [
    ['a missing file', 'workspace-missing', () => undefined],
    ['a folder', 'workspace-not-ours', (path) => mkdirSync(path)],
    ['a file of no bytes', 'workspace-empty-file', (path) => writeFileSync(path, '')],
    ['a text file', 'workspace-not-ours', (path) => writeFileSync(path, 'Action,Owner\n'.repeat(500))],
    ['a short file', 'workspace-not-ours', (path) => writeFileSync(path, 'SQLite format 3\0')],
    [
      "another application's database",
      'workspace-not-ours',
      (path) => withPlainSqlite(path, (database) => database.exec('CREATE TABLE bird (name TEXT)')),
    ],
    [
      'a newer workspace',
      'workspace-newer',
      (path) => {
        makeFile(folder);
        withPlainSqlite(path, (database) => database.pragma(`user_version = ${newest + 1}`));
      },
    ],
    [
      'a newer workspace in WAL mode with a table that means nothing here',
      'workspace-newer',
      (path) => {
        makeFile(folder);
        withPlainSqlite(path, (database) => {
          database.exec(`PRAGMA journal_mode = WAL; CREATE TABLE newer (id TEXT); PRAGMA user_version = ${newest + 1}`);
        });
      },
    ],
  ];
  it.each(cases)('refuses %s as %s', (_what, code, make) => {
    const path = join(folder, 'Eastmere University.tcplan');
    make(path);
    const before = contentsOf(folder);
    expect(refusalOf(path)).toMatchObject({ code, detail: { fileName: 'Eastmere University.tcplan' } });
    expect(contentsOf(folder)).toEqual(before);
  });
});

describe('finding damage', () => {
  it('finds a file that was cut short', () => {
    const path = makeFile(folder);
    truncateSync(path, 40_960);
    expect(refusalOf(path)).toBeInstanceOf(DamagedWorkspace);
  });

  it('finds pages that were overwritten', () => {
    const path = makeFile(folder);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096, 12_288);
    writeFileSync(path, bytes);
    const refusal = refusalOf(path) as DamagedWorkspace;
    expect(refusal.code).toBe('workspace-damaged');
    expect(refusal.findings.length).toBeGreaterThan(0);
  });

  it('finds an index that does not agree with its table, which a quick check passes', () => {
    const path = makeFile(folder);
    withPlainSqlite(path, (database) => {
      database.exec(`
        INSERT INTO plan (id, title) VALUES ('p', 'Plan');
        INSERT INTO action (id, planId, position, ref) VALUES ('a', 'p', 1, 'V1');`);
      database.unsafeMode();
      database.exec(`PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX actionByPlan ON action (planId, ref)' WHERE name = 'actionByPlan';`);
    });
    expect(withPlainSqlite(path, (database) => database.pragma('quick_check', { simple: true }))).toBe('ok');
    expect((refusalOf(path) as DamagedWorkspace).findings.join()).toMatch(/actionByPlan/);
  });

  it('finds rows that belong to nothing', () => {
    const path = makeFile(folder);
    withPlainSqlite(path, (database) => {
      database.exec(`PRAGMA foreign_keys = OFF; INSERT INTO action (id, planId, position) VALUES ('a', 'gone', 1);`);
    });
    expect((refusalOf(path) as DamagedWorkspace).findings).toEqual(['Rows of action that belong to no plan: 1']);
  });

  it('names it where the words of the schema mean nothing any more', () => {
    const path = makeFile(folder);
    writeFileSync(path, readFileSync(path, 'latin1').replaceAll('kind IN (', 'kindAIN ('), 'latin1');
    const refusal = refusalOf(path) as DamagedWorkspace;
    expect(refusal.code).toBe('workspace-damaged');
    expect(refusal.findings.join()).toContain('kindAIN');
  });

  it('gives the lock back when it refuses', () => {
    const path = makeFile(folder);
    appendFileSync(path, Buffer.alloc(100));
    truncateSync(path, 40_960);
    expect(refusalOf(path).code).toBe('workspace-damaged');
    expect(existsSync(lockPathOf(path))).toBe(false);
  });

  it('opens or refuses by name, whatever bytes are overwritten', () => {
    const whole = makeFile(folder);
    const { length } = readFileSync(whole);
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (edits) => {
          const path = join(folder, 'overwritten.tcplan');
          copyFileSync(whole, path);
          const bytes = readFileSync(path);
          for (const edit of edits) bytes.set(edit.bytes.subarray(0, length - edit.at), edit.at);
          writeFileSync(path, bytes);
          try {
            openWorkspaceFile(path, ports).close();
          } catch (cause) {
            expect(cause).toBeInstanceOf(Refusal);
            expect((cause as Refusal).code).toMatch(/^workspace-/);
          }
          expect(existsSync(lockPathOf(path))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the lock', () => {
  it('refuses a second opening in the same process, by name of who has it, and the first goes on', () => {
    const path = makeFile(folder);
    const first = open(path);
    expect(refusalOf(path)).toMatchObject({
      code: 'workspace-in-use',
      detail: { holder: expect.stringContaining(hostname()) },
    });
    expect(first.database.prepare('SELECT count(*) AS count FROM plan').get()).toEqual({ count: 0 });
  });

  it('takes over a lock that an ended process of this computer left', () => {
    const path = makeFile(folder);
    leaveLock(path, { host: hostname(), pid: 4_194_305 });
    open(path);
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('takes over a lock whose process number belongs to a process begun later', () => {
    const path = makeFile(folder);
    leaveLock(path, { host: hostname(), pid: process.pid });
    open(path);
  });

  it('takes over a lock file that is cut short', () => {
    const path = makeFile(folder);
    writeFileSync(lockPathOf(path), '{"user":"am');
    open(path);
  });

  it("heeds another computer's lock for a working day, and then takes it over", () => {
    const path = makeFile(folder);
    leaveLock(path, { host: 'LAB-PC-7', pid: 12 });
    expect(refusalOf(path)).toMatchObject({ code: 'workspace-in-use', detail: { holder: 'amara on LAB-PC-7' } });
    ports.pass(13 * 60 * 60_000);
    open(path);
  });

  it('leaves a lock alone that another computer has taken over', () => {
    const path = makeFile(folder);
    const opened = open(path);
    leaveLock(path, { host: 'LAB-PC-7', pid: 12 });
    opened.close();
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({ host: 'LAB-PC-7' });
  });

  function leaveLock(path: string, holder: { readonly host: string; readonly pid: number }): void {
    const at = ports.now().toISOString();
    writeFileSync(lockPathOf(path), JSON.stringify({ user: 'amara', process: 1, since: at, seenAt: at, ...holder }));
  }
});
