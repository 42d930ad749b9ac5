import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What changes something on the disk, of the ways that core has to it beside SQLite. */
export const changingOperations = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'copyFileSync',
  'chmodSync',
] as const;
export type FileOperation = (typeof changingOperations)[number];

interface Interception {
  /** Called before each; what it throws is what the operation throws. */
  readonly before?: (operation: FileOperation, parameters: readonly unknown[]) => void;
  readonly after?: (operation: FileOperation, parameters: readonly unknown[], result: unknown) => void;
}

/**
 * Stands between this process and its file system: every import of `node:fs` goes through here until the function that
 * is returned is called. What SQLite does itself does not.
 */
export function interceptFileOperations({ before, after }: Interception): () => void {
  const originals = changingOperations.map((operation) => [operation, fs[operation]] as const);
  for (const [operation, original] of originals) {
    const intercepted = (...parameters: unknown[]): unknown => {
      before?.(operation, parameters);
      const result = (original as (...parameters: unknown[]) => unknown)(...parameters);
      after?.(operation, parameters, result);
      return result;
    };
    Object.assign(fs, { [operation]: intercepted });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, Object.fromEntries(originals));
    syncBuiltinESMExports();
  };
}
