import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../workspace/lock.ts';

/**
 * A place for a copy that is only worked on: in a folder of this process, which is gone afterwards. What a killed
 * process left there goes too, because it may hold what must not lie about.
 */
export function withScratch<Value>(dataFolder: string, use: (path: string) => Value): Value {
  const folder = join(dataFolder, 'handover');
  const own = join(folder, String(process.pid), randomUUID());
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name !== String(process.pid) && !isRunning(Number(name)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  try {
    return use(join(own, 'copy.tcplan'));
  } finally {
    rmSync(join(folder, String(process.pid)), { recursive: true, force: true });
  }
}
