import { existsSync } from 'node:fs';

/** Files that SQLite keeps beside a database: whatever moves or copies it moves or copies these too. */
const endings = ['-journal', '-wal', '-shm'] as const;

/** The endings of the sidecars that a database has now. A left-over journal would be replayed into a new file. */
export const sidecarEndingsOf = (path: string): readonly string[] =>
  endings.filter((ending) => existsSync(path + ending));
