import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../workspace/lock.ts';

/**
 * A place for a copy that is only worked on: in a folder of this process, which is gone afterwards. What a killed
 * process left there goes too, because it may hold what must not lie about.
 */
export function withScratch<Value>(dataFolder: string, use: (path: string) => Value): Value {
  const { path, remove } = makeScratch(dataFolder);
  try {
    return use(path);
  } finally {
    remove();
  }
}

/** The same for work in several parts, between which it may be stopped. */
export async function throughScratch<Value>(dataFolder: string, use: (path: string) => Promise<Value>): Promise<Value> {
  const { path, remove } = makeScratch(dataFolder);
  try {
    return await use(path);
  } finally {
    remove();
  }
}

function makeScratch(dataFolder: string): { readonly path: string; readonly remove: () => void } {
  const folder = join(dataFolder, 'handover');
  const own = join(folder, String(process.pid), randomUUID());
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name !== String(process.pid) && !isRunning(Number(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  return {
    path: join(own, 'copy.tcplan'),
    remove: () => {
      rmSync(own, { recursive: true, force: true });
      // Another copy may be in the making beside this one.
      if (readdirSync(join(folder, String(process.pid))).length === 0)
        rmSync(join(folder, String(process.pid)), { recursive: true, force: true });
    },
  };
}
