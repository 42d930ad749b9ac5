import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that SQLite keeps beside a database: whatever moves or copies it moves or copies these too. */
const endings = ['-journal', '-wal', '-shm'] as const;

/** The endings of the sidecars that a database has now. A left-over journal would be replayed into a new file. */
export const sidecarEndingsOf = (path: string): readonly string[] =>
  endings.filter((ending) => existsSync(path + ending));

/**
 * Takes away unfinished copies that a killed migration or restore left beside a file; the file itself was never
 * touched by it. Only for the one who holds the file's lock.
 */
export function removeUnfinishedCopies(path: string): void {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start) && /^[0-9a-f]{12}\.part(?:-journal|-wal|-shm)?$/u.test(name.slice(start.length))) {
      rmSync(join(folder, name), { force: true });
    }
  }
}
