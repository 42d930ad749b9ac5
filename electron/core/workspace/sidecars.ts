import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Files that SQLite keeps beside a database: whatever moves or copies it moves or copies these too. */
const endings = ['-journal', '-wal', '-shm'] as const;
/** The file that says who has a workspace. */
export const lockEnding = '.lock';

/** The endings of the sidecars that a database has now. A left-over journal would be replayed into a new file. */
export const sidecarEndingsOf = (path: string): readonly string[] =>
  endings.filter((ending) => existsSync(path + ending));

/** Takes away a file that nobody is to open, with all that stands beside it. It must be closed. */
export function removeWithSidecars(path: string): void {
  for (const ending of [...sidecarEndingsOf(path), lockEnding, '']) rmSync(path + ending, { force: true });
}

/**
 * Takes away unfinished copies that a killed migration, restore or making of the same name left beside a file;
 * the file itself was never touched by it. Only for the one who holds the file's lock.
 */
export function removeUnfinishedCopies(path: string): void {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    if (
      name.startsWith(start) &&
      /^[0-9a-f]{12}\.part(?:-journal|-wal|-shm|\.lock)?$/u.test(name.slice(start.length))
    ) {
      rmSync(join(folder, name), { force: true });
    }
  }
}
