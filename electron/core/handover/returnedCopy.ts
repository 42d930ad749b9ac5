import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import { type Origin, tables } from '#shared/model/tables.ts';
import type { StoredTables } from '../history/pastWorkspace.ts';
import { newestChangeId } from '../history/steps.ts';
import type { QueryContext } from '../services.ts';
import { workspaceKeyOf } from '../workspace/backups.ts';
import { findingsOf } from '../workspace/check.ts';
import { codeOf, openConnection, saysBusy, saysDamaged } from '../workspace/connection.ts';
import { readFileHeader } from '../workspace/fileHeader.ts';
import { holderName, lockPathOf, refuseIfHeld } from '../workspace/lock.ts';
import { loadMigrations, type Migration, newestVersion, runMigrations } from '../workspace/migrations.ts';
import { refuseIfOpenElsewhere } from '../workspace/restore.ts';
import { rowFromStored } from '../workspace/rows.ts';
import { sidecarEndingsOf } from '../workspace/sidecars.ts';
import { sha256OfFile } from '../workspace/workingNote.ts';
import { mergedTables, recordsThatStay } from './mergeUnits.ts';
import { ownId } from './ownId.ts';
import { withScratch } from './scratch.ts';
import { markOf, rowsAfterChange, rowsNow } from './stateSince.ts';

/** A copy that came back, read. */
export interface ReturnedCopy {
  readonly fileName: string;
  readonly sha256: string;
  readonly origin: Origin;
  /** When it was merged before, if this merge builds on that one. */
  readonly mergedAt: string | null;
  readonly common: StoredTables;
  readonly now: StoredTables;
  /** How far its log has come, for the next merge. */
  readonly through: number;
  readonly mark: string;
  /** Rows of sign-off, issued documents and imports that were made in it. */
  readonly recordsMade: number;
  /** Its files; null where it has none of that check sum. */
  readonly contentOf: (sha256: string) => Uint8Array | null;
}

/**
 * Looks at a copy that came back, by a copy of its own that is gone afterwards: the file is neither locked nor changed,
 * and one of an earlier version is brought up to date in that copy only. Refuses as opening does, and by name where the
 * file was never handed over, was handed over by another workspace, or is the open one.
 */
export function withReturnedCopy<Value>(
  context: Pick<QueryContext, 'ports' | 'session' | 'fileTokens' | 'rows'>,
  token: string,
  look: (copy: ReturnedCopy) => Value,
  /** Those of the folder `migrations` unless a test gives others. */
  migrations: readonly Migration[] = loadMigrations(),
): Value {
  const { ports, fileTokens } = context;
  const held = fileTokens.get(token);
  return withScratch(ports.dataFolder, (path) => {
    if (held.kind === 'bytes') writeFileSync(path, held.bytes);
    else copyHere(context, held.path, path);
    const sha256 = sha256OfFile(path);
    const database = openCopy(path, held.fileName, migrations);
    try {
      return look(readCopy(context.rows, database, held.fileName, sha256));
    } finally {
      database.close();
    }
  });
}

function copyHere({ ports, session }: Pick<QueryContext, 'ports' | 'session'>, from: string, to: string): void {
  const fileName = basename(from);
  const stats = statSync(from, { throwIfNoEntry: false });
  if (!stats) throw new Refusal('workspace-missing', { fileName });
  if (!stats.isFile()) throw new Refusal('workspace-not-ours', { fileName });
  // Before the file is touched in any way: closing it again would drop our own lock on it.
  const { path: open } = session.required();
  const own = statSync(open, { throwIfNoEntry: false });
  if (workspaceKeyOf(open) === workspaceKeyOf(from) || (own && own.ino === stats.ino && own.dev === stats.dev))
    throw new Refusal('copy-is-this-workspace', { fileName });
  refuseIfHeld(from, ports.now());
  if (existsSync(lockPathOf(from))) refuseIfOpenElsewhere(from);
  try {
    // A killed writer left its journal: it belongs to the file, and is replayed in our copy only.
    const endings = sidecarEndingsOf(from).filter((ending) => ending !== '-shm');
    for (const ending of ['', ...endings]) copyFileSync(from + ending, to + ending);
    if (sha256OfFile(from) !== sha256OfFile(to))
      throw new Refusal('workspace-in-use', { fileName, holder: holderName(from) });
  } catch (cause) {
    if (cause instanceof Refusal || codeOf(cause) === 'ENOSPC') throw cause;
    throw new Refusal('file-unreadable', { fileName }, { cause });
  }
}

function openCopy(path: string, fileName: string, migrations: readonly Migration[]): Database {
  const header = readFileHeader(path);
  if (header.kind === 'empty') throw new Refusal('workspace-empty-file', { fileName });
  if (header.kind === 'foreign') throw new Refusal('workspace-not-ours', { fileName });
  if (header.version > newestVersion(migrations)) throw new Refusal('workspace-newer', { fileName });
  let database: Database | null = null;
  try {
    database = openConnection(path);
    if (findingsOf(database).length > 0) throw new Refusal('copy-damaged', { fileName });
    if (header.version < newestVersion(migrations)) migrate(database, fileName, migrations);
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof Refusal) throw cause;
    if (saysBusy(cause)) throw new Refusal('workspace-in-use', { fileName }, { cause });
    if (saysDamaged(cause)) throw new Refusal('copy-damaged', { fileName }, { cause });
    throw cause;
  }
}

function migrate(database: Database, fileName: string, migrations: readonly Migration[]): void {
  try {
    runMigrations(database, migrations);
    if (findingsOf(database).length > 0) throw new Error('The migrated copy is not whole');
  } catch (cause) {
    if (codeOf(cause) === 'SQLITE_FULL') throw cause;
    throw new Refusal('workspace-migration-failed', { fileName }, { cause });
  }
}

function readCopy(rows: QueryContext['rows'], database: Database, fileName: string, sha256: string): ReturnedCopy {
  const [origin] = database.prepare('SELECT * FROM origin').all() as never[];
  if (!origin) throw new Refusal('copy-not-handed-over', { fileName });
  const known = tables.origin.safeParse(rowFromStored('origin', origin));
  if (!known.success) throw new Refusal('copy-damaged', { fileName });
  const own = ownId(rows);
  if (known.data.id === own) throw new Refusal('copy-is-this-workspace', { fileName });
  if (known.data.workspaceId !== own) throw new Refusal('copy-of-another', { fileName, holder: known.data.byName });
  const through = newestChangeId(database);
  const handover = rows.find('handover', known.data.id);
  const merged = handover?.mergedThrough ?? null;
  // A copy that went back to a backup since then is held against what it began with: that is always right, if longer.
  const goesOn = merged !== null && merged <= through && markOf(database, merged) === handover?.mergedMark;
  const since = goesOn ? merged : known.data.startChange;
  try {
    const now = rowsNow(database);
    ensureRows(now, fileName);
    return {
      fileName,
      sha256,
      origin: known.data,
      mergedAt: goesOn ? (handover?.mergedAt ?? null) : null,
      common: rowsAfterChange(database, since),
      now,
      through,
      mark: markOf(database, through),
      recordsMade: recordsMade(database, since),
      contentOf: (sum) =>
        (database.prepare('SELECT bytes FROM content WHERE sha256 = ?').pluck().get(sum) as Uint8Array | undefined) ??
        null,
    };
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal('copy-damaged', { fileName }, { cause });
    throw cause;
  }
}

/** Whatever another program wrote into the file: only rows as this application writes them come any further. */
function ensureRows(now: StoredTables, fileName: string): void {
  for (const table of mergedTables)
    for (const stored of now.get(table)?.values() ?? [])
      if (!tables[table].safeParse(rowFromStored(table, stored)).success)
        throw new Refusal('copy-damaged', { fileName });
}

function recordsMade(database: Database, since: number): number {
  const names = recordsThatStay.map((table) => `'${table}'`).join(', ');
  return database
    .prepare(`SELECT count(*) FROM change WHERE id > ? AND before IS NULL AND tableName IN (${names})`)
    .pluck()
    .get(since) as number;
}
