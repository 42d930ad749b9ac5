import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { BackupContents } from '#shared/contract/backups.ts';
import { instantSchema } from '#shared/model/words.ts';
import type { Services } from '../services.ts';
import type { StoredBackup } from '../workspace/backups.ts';
import { findingsOf } from '../workspace/check.ts';
import { openConnection } from '../workspace/connection.ts';
import { readFileHeader } from '../workspace/fileHeader.ts';
import { folderLocationOf } from '../workspace/location.ts';
import { workingFolderFor } from '../workspace/workingCopy.ts';

/** One step, by what makes it the same in two files. */
interface StepFact {
  readonly id: number;
  readonly at: string;
  /** Later than `at` where typing was gathered into it. */
  readonly savedAt: string;
  readonly label: string;
}

/** What a backup holds, and what has been changed since, as far as both histories can be read. */
export function contentsOfBackup(backup: StoredBackup, present: readonly StepFact[] | null): BackupContents {
  const read = fromFile(backup.path, (database) => ({
    verified: findingsOf(database).length === 0,
    institution: String(database.prepare('SELECT name FROM institution LIMIT 1').pluck().get() ?? ''),
    holds: {
      answers: countOf(database, 'answer WHERE words > 0'),
      actions: countOf(database, 'action WHERE binned = 0'),
      voice: countOf(database, 'voice WHERE binned = 0'),
      evidence: countOf(database, 'evidence WHERE binned = 0'),
    },
    steps: stepsOf(database),
  }));
  if (read === null || read.steps === null) return unreadable;
  const { steps, ...contents } = read;
  return { ...contents, newest: told(steps.at(-1)), ...difference(steps, present) };
}

const unreadable: BackupContents = {
  verified: false,
  institution: '',
  holds: { answers: 0, actions: 0, voice: 0, evidence: 0 },
  newest: null,
  since: null,
  onlyHere: 0,
};

function difference(
  steps: readonly StepFact[],
  present: readonly StepFact[] | null,
): Pick<BackupContents, 'since' | 'onlyHere'> {
  if (present === null) return { since: null, onlyHere: 0 };
  const held = new Set(steps.map(({ id, at, savedAt }) => `${id} ${at} ${savedAt}`));
  const known = new Set(present.map(({ id, at }) => `${id} ${at}`));
  // Typing that went on in a step that both have is a change as well.
  const later = present.filter(({ id, at, savedAt }) => !held.has(`${id} ${at} ${savedAt}`));
  return {
    since: { changes: later.length, newest: told(later.at(-1)) },
    onlyHere: steps.filter(({ id, at }) => !known.has(`${id} ${at}`)).length,
  };
}

const told = (step: StepFact | undefined): BackupContents['newest'] =>
  step ? { label: step.label, at: step.savedAt } : null;

/** The history of a workspace as its file has it now, open or not; null where it cannot be read, as when it is damaged. */
export function presentSteps({ ports, session }: Services, path: string | null): readonly StepFact[] | null {
  const open = session.current();
  if (open && open.path === path) return stepsOf(open.database);
  if (path === null) return null;
  if (folderLocationOf(path).kind === 'local') return fromFile(path, stepsOf);
  // Not over a network: what this computer left there last is at hand.
  return fromFile(join(workingFolderFor(path, ports.dataFolder), basename(path)), stepsOf);
}

function stepsOf(database: Database): readonly StepFact[] | null {
  const steps = database.prepare('SELECT id, at, savedAt, label FROM step ORDER BY id').all() as readonly StepFact[];
  // A damaged page can hold anything that has the form of a row.
  const isRead = steps.every(
    ({ at, savedAt, label }) =>
      instantSchema.safeParse(at).success && instantSchema.safeParse(savedAt).success && typeof label === 'string',
  );
  return isRead ? steps : null;
}

const countOf = (database: Database, from: string): number =>
  database.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;

/** Looks into a file that is only read; null where it is missing, held by somebody or not whole enough. */
function fromFile<Value>(path: string, look: (database: Database) => Value): Value | null {
  if (!existsSync(path)) return null;
  let database: Database | null = null;
  try {
    // Another application's database is not opened at all: SQLite would leave files of its own beside some.
    if (readFileHeader(path).kind !== 'workspace') return null;
    database = openConnection(path, { readOnly: true });
    return look(database);
  } catch {
    // Whatever the reason, it could not be read, and that is what a person is told.
    return null;
  } finally {
    database?.close();
  }
}
