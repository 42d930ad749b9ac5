import DatabaseConstructor, { type Database } from 'better-sqlite3';
import { workspaceLimits } from '#shared/limits.ts';

/** What every connection is set to, and what SQLite answers once it is. Each is read back: a pragma fails silently. */
const settings = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['synchronous', 'EXTRA', 3],
  ['foreign_keys', 'ON', 1],
  // A file from elsewhere must not run functions of its choice from its views and triggers.
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // The log's TEMP tables and large sorts stay off the disk.
  ['temp_store', 'MEMORY', 2],
] as const;

export interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Makes the file; without it, a missing file is an error. */
  readonly create?: boolean;
}

/**
 * The only place that opens SQLite. Takes the file for itself: a second process gets `SQLITE_BUSY`, from here or from
 * its own first look. Throws errors of SQLite; a caller closes what it got.
 */
export function openConnection(path: string, { readOnly = false, create = false }: ConnectionOptions = {}): Database {
  const database = new DatabaseConstructor(path, {
    readonly: readOnly,
    fileMustExist: !create,
    timeout: workspaceLimits.lockMilliseconds,
  });
  try {
    for (const [name, value, expected] of settings) {
      database.pragma(`${name} = ${value}`);
      const actual = database.pragma(name, { simple: true });
      if (actual !== expected) throw new Error(`SQLite did not take ${name} = ${value}`);
    }
    if (readOnly) {
      // Reading takes the shared lock; it shows a writer in another process.
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
    } else {
      // Under locking_mode=EXCLUSIVE the lock of this transaction stays with the connection.
      database.exec('BEGIN EXCLUSIVE; COMMIT');
      const mode = database.pragma('journal_mode = DELETE', { simple: true });
      if (mode !== 'delete') throw new Error('SQLite did not take journal_mode = DELETE');
    }
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/** A database that is in no file: what a workspace held at an earlier time, for as long as somebody looks at it. */
export const openInMemory = (): Database => new DatabaseConstructor(':memory:');

export const versionOf = (database: Database): number => database.pragma('user_version', { simple: true }) as number;

/** Whether an error says that another connection holds the file. */
export const saysBusy = (cause: unknown): boolean => codeOf(cause).startsWith('SQLITE_BUSY');

/**
 * Whether an error of looking a file over says that it is not whole. The plain `SQLITE_ERROR` is what SQLite answers
 * where the words of a schema are damaged, as a function that there is none of.
 */
export const saysDamaged = (cause: unknown): boolean => /^SQLITE_(?:CORRUPT|NOTADB|FORMAT|ERROR$)/u.test(codeOf(cause));

/** Whether an error says that there is no room: on the disk, or of what this person may use of it. */
export const saysFull = (cause: unknown): boolean => /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/u.test(codeOf(cause));

/** Whether the disk failed at what it was asked, as one that was taken out does, or a file that may not grow. */
export const saysDiskRefused = (cause: unknown): boolean => /^(?:SQLITE_IOERR|EIO$|EFBIG$)/u.test(codeOf(cause));

export const codeOf = (cause: unknown): string => {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
};
