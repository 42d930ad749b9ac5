import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importLimits } from '#shared/limits.ts';

/**
 * Bytes lie outside the memory that a thread can be limited to, so what reading takes is seen only in the process: what
 * it holds in all, whoever holds it.
 */
export type MemoryWatch = {
  /** Whether the process holds more than it may. To be asked often while reading goes on. */
  readonly isExceeded: () => boolean;
};

const megabyte = 1_048_576;

/** What the process still held when it had last given memory back. */
let kept = 0;

export function watchMemory(): MemoryWatch {
  const now = process.memoryUsage.rss();
  kept = Math.min(kept, now);
  if (now > Math.max(importLimits.tidiedMegabytes * megabyte, kept + importLimits.tidiedAgainMegabytes * megabyte)) {
    giveMemoryBack();
    kept = process.memoryUsage.rss();
  }
  const own = process.memoryUsage.rss();
  const most = Math.max(importLimits.processMegabytes * megabyte, own + importLimits.addedMegabytes * megabyte);
  return { isExceeded: () => process.memoryUsage.rss() > most };
}

type Collect = (how: { readonly type: 'major'; readonly execution: 'sync'; readonly flavor: 'last-resort' }) => void;
let collect: Collect | undefined;

/**
 * Previews that nobody needs any more, and the room that a thread left, stay until the engine itself runs short, which
 * is far beyond what the application may hold. Without this the second large plan in a row would be refused.
 */
function giveMemoryBack(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
  }
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
