import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { Refusal } from '#shared/errors.ts';
import type { Origin } from '#shared/model/tables.ts';
import { newestChangeId } from '../history/steps.ts';
import { orStop } from '../jobs.ts';
import { findingsOf } from '../workspace/check.ts';
import { openConnection } from '../workspace/connection.ts';
import { throughScratch } from './scratch.ts';
import { takeOutInternal } from './withoutInternal.ts';

export interface CopyWanted extends Omit<Origin, 'startChange'> {
  /** Of the named version with which its history begins. */
  readonly versionId: string;
}

/**
 * The bytes of a copy of the open workspace that knows where it came from, checked whole. Without internal voice its
 * history begins with the hand-over; otherwise it goes on from there. Throws `export-failed` where the copy is not
 * whole, and the errors of SQLite and the file system; nothing is left behind either way.
 */
export const makeCopy = (
  database: Database,
  dataFolder: string,
  wanted: CopyWanted,
  signal: AbortSignal,
): Promise<Uint8Array> =>
  finishedFile(database, dataFolder, signal, (copy) => {
    prepare(copy, wanted);
    ensureWithout(copy, wanted);
  });

/**
 * The bytes of the open workspace as one file that is checked whole, after something was done to it. It can be stopped
 * between its parts, and leaves nothing behind then either.
 */
export function finishedFile(
  database: Database,
  dataFolder: string,
  signal: AbortSignal,
  finish: (copy: Database) => void = () => undefined,
): Promise<Uint8Array> {
  return throughScratch(dataFolder, async (path) => {
    database.prepare('VACUUM INTO ?').run(path);
    await orStop(signal);
    const copy = openConnection(path);
    try {
      finish(copy);
      await orStop(signal);
      if (findingsOf(copy).length > 0) refuse('The copy was not whole when it was checked, so it was not handed over.');
    } finally {
      copy.close();
    }
    await orStop(signal);
    return readFileSync(path);
  });
}

function prepare(copy: Database, { versionId, ...origin }: CopyWanted): void {
  // Deleted words are overwritten where they lay, and the file is written anew afterwards.
  copy.pragma('secure_delete = ON');
  copy
    .transaction(() => {
      const { id: newest } = copy.prepare('SELECT coalesce(max(id), 0) AS id FROM step').get() as {
        readonly id: number;
      };
      if (!origin.withInternal) takeOutInternal(copy);
      copy.exec('DELETE FROM origin');
      insert(copy, 'origin', {
        ...origin,
        withInternal: origin.withInternal ? 1 : 0,
        startChange: newestChangeId(copy),
      });
      const label = `Handed over to ${origin.toName} by ${origin.byName}`;
      insert(copy, 'step', {
        // The number goes on, so that a step of the workspace is never taken for one of the copy.
        id: newest + 1,
        at: origin.handedAt,
        savedAt: origin.handedAt,
        channel: 'handover.make',
        label,
        kind: 'command',
        state: 'done',
      });
      insert(copy, 'version', {
        id: versionId,
        name: 'As handed over',
        stepId: newest + 1,
        namedAt: origin.handedAt,
        note: label,
      });
    })
    .immediate();
  copy.exec('VACUUM');
}

function ensureWithout(copy: Database, { withInternal }: CopyWanted): void {
  if (withInternal) return;
  const { left } = copy
    .prepare("SELECT (SELECT count(*) FROM voice WHERE consent = 'internal') + (SELECT count(*) FROM change) AS left")
    .get() as { readonly left: number };
  if (left > 0)
    refuse('Voice that must not leave was still in the copy when it was checked, so it was not handed over.');
}

const refuse = (reason: string): never => {
  throw new Refusal('export-failed', { reason });
};

function insert(copy: Database, table: string, row: Readonly<Record<string, string | number>>): void {
  const names = Object.keys(row);
  copy
    .prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(row));
}
