import { chownSync, lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The user "nobody" of every Unix. */
const nobody = 65_534;

/**
 * From here to the end of the test, this process is an ordinary user to the file system, whoever started it: an
 * administrator may write everything, and would see nothing refused. The folder becomes that user's own.
 */
export function becomeOrdinaryUser(folder: string): void {
  if (process.geteuid?.() !== 0) return;
  const own = (path: string): void => {
    lchownSync(path, nobody, nobody);
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) own(join(path, entry.name));
      else chownSync(join(path, entry.name), nobody, nobody);
    }
  };
  own(folder);
  process.seteuid?.(nobody);
  onTestFinished(() => process.seteuid?.(0));
}
