import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { workspaceLimits } from '#shared/limits.ts';
import { writeFileAtomically } from '../files/atomicWrite.ts';
import { workspaceKeyOf } from './backups.ts';

const noteSchema = z.object({
  /** What the workspace was when it was left. Another means that it was worked in since, and the sums say nothing. */
  state: z.string(),
  /** The sum of each page, four bytes each. */
  sums: z.base64(),
});

const notePathOf = (path: string, dataFolder: string): string =>
  join(dataFolder, 'page-sums', `${workspaceKeyOf(path)}.json`);

/**
 * Closes a workspace and notes every page of it. SQLite finds a page that is no page; it does not find a letter that
 * changed on the disk within a text, and nothing in the file could tell. Noted is what stands on the disk, not what
 * SQLite had in memory: a page that became free need not have been written.
 */
export function closeAndNotePages(database: Database, path: string, dataFolder: string): void {
  const log = logOf(database);
  database.close();
  if (statSync(path).size > workspaceLimits.notedBytes) {
    forgetPages(path, dataFolder);
    return;
  }
  const bytes = readFileSync(path);
  const note = { state: stateOf(log, bytes), sums: sumsOf(bytes).toString('base64') };
  writeFileAtomically(notePathOf(path, dataFolder), JSON.stringify(note));
}

/**
 * The numbers of the pages that are not as they were noted, from 1. None where there is no note, where the workspace was
 * worked in since (another program or computer, a process that was killed), or where all is well.
 */
export function changedPages(database: Database, path: string, dataFolder: string): readonly number[] {
  const note = readNote(path, dataFolder);
  if (!note || statSync(path).size > workspaceLimits.notedBytes) return [];
  // Not by reading the file, which would give away SQLite's lock on it. Nothing is in its memory yet but what is there.
  const bytes = database.serialize();
  if (stateOf(logOf(database), bytes) !== note.state) return [];
  const noted = Buffer.from(note.sums, 'base64');
  const sums = sumsOf(bytes);
  const changed: number[] = [];
  for (let at = 0; at < Math.max(noted.length, sums.length); at += sumBytes) {
    if (!noted.subarray(at, at + sumBytes).equals(sums.subarray(at, at + sumBytes))) changed.push(at / sumBytes + 1);
  }
  return changed;
}

/** To be called before another file takes the place of a workspace: the note is about the one that was there. */
export function forgetPages(path: string, dataFolder: string): void {
  rmSync(notePathOf(path, dataFolder), { force: true });
}

function readNote(path: string, dataFolder: string): z.infer<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(notePathOf(path, dataFolder), 'utf8')));
  } catch {
    // Missing or cut short: nothing is known, which is no reason to refuse a workspace.
    return null;
  }
}

const changeCounterAt = 24;
const schemaCookieAt = 40;

/** Differs after every command here (its step), every thumbnail, and every write by another program (the counter). */
const stateOf = (log: unknown, bytes: Buffer): string =>
  JSON.stringify([bytes.readUInt32BE(changeCounterAt), bytes.readUInt32BE(schemaCookieAt), log]);

const logOf = (database: Database): unknown =>
  database
    .prepare(
      `SELECT (SELECT max(id) FROM step) AS step, (SELECT savedAt FROM step ORDER BY id DESC LIMIT 1) AS savedAt,
        (SELECT max(id) FROM change) AS change, (SELECT count(*) FROM content) AS contents,
        (SELECT count(*) || ' ' || coalesce(sum(length(bytes)), 0) FROM thumbnail) AS thumbnails`,
    )
    .get();

const sumBytes = 4;
const pageSizeAt = 16;

function sumsOf(bytes: Buffer): Buffer {
  // A page of 65,536 bytes does not fit the field and is written as 1.
  const pageSize = bytes.readUInt16BE(pageSizeAt) === 1 ? 65_536 : bytes.readUInt16BE(pageSizeAt);
  const sums = Buffer.alloc(Math.ceil(bytes.length / pageSize) * sumBytes);
  const free = freePagesOf(bytes, pageSize);
  for (let page = 0; page * pageSize < bytes.length; page += 1) {
    if (free.has(page + 1)) continue;
    sums.writeUInt32BE(crc32(bytes.subarray(page * pageSize, (page + 1) * pageSize)), page * sumBytes);
  }
  return sums;
}

const firstTrunkAt = 32;

/**
 * The pages that hold nothing, by the list of them that SQLite keeps in trunk pages: the next trunk, how many, and their
 * numbers. What stands in one is nobody's: SQLite does not put it back when it takes back a change that had used it.
 */
function freePagesOf(bytes: Buffer, pageSize: number): ReadonlySet<number> {
  const free = new Set<number>();
  const trunks = new Set<number>();
  for (let trunk = bytes.readUInt32BE(firstTrunkAt); trunk > 0 && !trunks.has(trunk); ) {
    trunks.add(trunk);
    const page = bytes.subarray((trunk - 1) * pageSize, trunk * pageSize);
    // A list that leads out of the file is damage, which SQLite finds.
    if (page.length < pageSize) break;
    const count = Math.min(page.readUInt32BE(4), pageSize / 4 - 2);
    for (let place = 0; place < count; place += 1) free.add(page.readUInt32BE(8 + place * 4));
    trunk = page.readUInt32BE(0);
  }
  for (const trunk of trunks) free.delete(trunk);
  return free;
}
