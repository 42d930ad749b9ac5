import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { assembleCore } from '#core/core.ts';
import { workspaceKeyOf } from '#core/workspace/backups.ts';
import { testPorts } from '#test/helpers/ports.ts';
import { withPlainSqlite } from '#test/helpers/workspaceFile.ts';
import { damagePage, pageBytes, pageDamages } from './damagedPages.ts';

/** Every page with every damage in `npm run test:faults`; in the ordinary run every seventh page, with one each. */
const isAll = process.env.FAULTS === 'all';

let folder = '';
/** The folder as it is made, for each test to begin with. */
let asMade = '';
let path = '';
let whole = Buffer.alloc(0);
let contents = '';
let backupId = '';
let ofBackup = '';
let noted = Buffer.alloc(0);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planner-damage-'));
  const { core, services } = assembleCore(testPorts({ folder }));
  await services.call('workspace.openSample', {});
  ({ path } = services.session.required());
  backupId = (await services.call('workspace.backUp', {})).id;
  ofBackup = everythingIn(services.session.required().database);
  // What came after the backup is what is lost with the file.
  await services.call('institution.edit', { fields: { name: 'Westmere University' } });
  await services.call('signatory.add', { fields: { role: 'Dean', name: 'Priya Raman', title: '' } });
  contents = everythingIn(services.session.required().database);
  core.close();
  whole = readFileSync(path);
  noted = readFileSync(notePath());
  asMade = mkdtempSync(join(tmpdir(), 'planner-damage-'));
  cpSync(folder, asMade, { recursive: true });
});
beforeEach(() => {
  rmSync(folder, { recursive: true });
  cpSync(asMade, folder, { recursive: true });
});
afterAll(() => {
  for (const each of [folder, asMade]) rmSync(each, { recursive: true, force: true });
});

const notePath = () => join(folder, 'page-sums', readdirSync(join(folder, 'page-sums'))[0] ?? '');

/** The file with these bytes, as it was left when the workspace was closed last. */
function leave(bytes: Buffer): void {
  writeFileSync(path, bytes);
  writeFileSync(join(folder, 'page-sums', `${workspaceKeyOf(path)}.json`), noted);
}

/** Every value of every table, its history and its attached bytes too. */
function everythingIn(database: Database): string {
  const hash = createHash('sha256');
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as readonly string[];
  for (const table of tables)
    hash.update(JSON.stringify([table, database.prepare(`SELECT * FROM "${table}"`).raw().all()]));
  return hash.digest('hex');
}

async function openIn(act: (test: ReturnType<typeof assembleCore>) => void | Promise<void>): Promise<void> {
  const test = assembleCore(testPorts({ folder }));
  try {
    await act(test);
  } finally {
    test.core.close();
  }
}

it('every page of a workspace that is harmed is noticed, whatever the harm, and no damaged file is lost', async () => {
  const pages = whole.length / pageBytes;
  const came = new Map<string, number>();
  const started = performance.now();
  let tried = 0;
  for (let page = 0; page < pages; page += isAll ? 1 : 7) {
    const damages = isAll ? pageDamages : [pageDamages[(page / 7) % pageDamages.length] ?? 'zeroed'];
    for (const damage of damages) {
      const bytes = damagePage(whole, page, damage, page);
      if (bytes === null) continue;
      tried += 1;
      leave(bytes);
      await openIn(async ({ core, services }) => {
        const opened = await core.dispatch('workspace.open', { file: core.fileTokens.holdPath(path) });
        const what = `page ${page + 1} ${damage}`;
        const code = opened.ok ? 'opened' : opened.error.code;
        came.set(code, (came.get(code) ?? 0) + 1);
        if (opened.ok) {
          // Only where no one can tell the difference.
          expect(everythingIn(services.session.required().database), what).toBe(contents);
          return;
        }
        expect(['workspace-damaged', 'workspace-not-ours', 'workspace-empty-file', 'workspace-newer'], what).toContain(
          code,
        );
        expect(readFileSync(path).equals(bytes), what).toBe(true);
        const { recovery } = await services.call('app.state', {});
        expect(recovery?.backups, what).toMatchObject([{ id: backupId, verified: true }]);
        if (code !== 'workspace-damaged') return;
        expect(recovery?.findings.length, what).toBeGreaterThan(0);
        const kept = join(folder, 'quarantine', recovery?.quarantined ?? '');
        expect(readFileSync(kept).equals(bytes), what).toBe(true);
        rmSync(kept);
      });
    }
  }
  const figures = [...came].map(([code, count]) => `${code} ${count}`).join(', ');
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  process.stdout.write(`${tried} damages of ${pages} pages: ${figures}; ${seconds} s\n`);
  expect(came.get('workspace-damaged') ?? 0).toBeGreaterThan(tried / 2);
}, 1_800_000);

it('a damaged workspace is restored from its backup, with what is lost by it named, and is kept itself', async () => {
  const pages = whole.length / pageBytes;
  const named: number[] = [];
  for (let page = 1; page < pages; page += isAll ? 9 : 61) {
    const bytes = damagePage(whole, page, 'one bit turned', page) ?? whole;
    leave(bytes);
    await openIn(async ({ core, services }) => {
      const file = core.fileTokens.holdPath(path);
      expect(await core.dispatch('workspace.open', { file })).toMatchObject({ error: { code: 'workspace-damaged' } });
      const { verified, since } = await services.call('backup.contents', { backupId });
      expect(verified).toBe(true);
      // Two changes came after it; where the history itself is what is damaged, nothing is claimed of it.
      if (since !== null) named.push(since.changes);
      await services.call('workspace.restore', { backupId });
      expect(everythingIn(services.session.required().database)).toBe(ofBackup);
    });
    const kept = readdirSync(join(folder, 'quarantine'));
    expect(kept.some((name) => readFileSync(join(folder, 'quarantine', name)).equals(bytes))).toBe(true);
    for (const name of kept) rmSync(join(folder, 'quarantine', name));
  }
  expect(new Set(named)).toEqual(new Set([2]));
}, 1_800_000);

it('what another program has written into a closed workspace is no damage', async () => {
  leave(whole);
  await openIn(async ({ services }) => {
    await services.call('workspace.open', { file: services.fileTokens.holdPath(path) });
  });
  withPlainSqlite(path, (database) => database.exec("UPDATE institution SET name = 'Written elsewhere'"));
  await openIn(async ({ services }) => {
    await services.call('workspace.open', { file: services.fileTokens.holdPath(path) });
    expect((await services.call('workspace.load', {})).rows.institution[0]?.name).toBe('Written elsewhere');
  });
});

it('a backup, an earlier copy and a compacted file in the place of the workspace are no damage', async () => {
  const { database, close } = await (async () => {
    leave(whole);
    const test = assembleCore(testPorts({ folder }));
    await test.services.call('workspace.open', { file: test.services.fileTokens.holdPath(path) });
    return { database: test.services.session.required().database, close: test.core.close };
  })();
  const compacted = join(folder, 'compacted');
  rmSync(compacted, { force: true });
  database.prepare('VACUUM INTO ?').run(compacted);
  close();
  for (const file of [compacted, join(folder, 'backups')]) {
    const from = file === compacted ? file : newestBackupIn(file);
    writeFileSync(path, readFileSync(from));
    await openIn(async ({ core }) => {
      const opened = await core.dispatch('workspace.open', { file: core.fileTokens.holdPath(path) });
      expect(opened).toMatchObject({ ok: true });
    });
  }
});

function newestBackupIn(backups: string): string {
  const files = (readdirSync(backups, { recursive: true }) as string[]).filter((name) => name.endsWith('.tcplan'));
  return join(backups, files.toSorted().at(-1) ?? '');
}

it('what stands in a page that holds nothing is no damage', async () => {
  leave(whole);
  await openIn(async ({ services }) => {
    await services.call('workspace.open', { file: services.fileTokens.holdPath(path) });
    services.change('Freed pages', ({ rows }) => {
      rows.database.exec('DELETE FROM searchIndex');
    });
    expect(rowsOf(services.session.required().database, 'PRAGMA freelist_count')).toBeGreaterThan(1);
  });
  const bytes = readFileSync(path);
  const trunk = (bytes.readUInt32BE(32) - 1) * pageBytes;
  const free = bytes.readUInt32BE(trunk + 8) - 1;
  expect(bytes.readUInt32BE(trunk + 4)).toBeGreaterThan(0);
  // As after a change that used the page and was taken back.
  bytes.fill(0xee, free * pageBytes, (free + 1) * pageBytes);
  writeFileSync(path, bytes);
  await openIn(async ({ services }) => {
    await services.call('workspace.open', { file: services.fileTokens.holdPath(path) });
  });
});

const rowsOf = (database: Database, sql: string): unknown => database.prepare(sql).pluck().get();
