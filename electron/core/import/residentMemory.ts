import { importLimits } from '#shared/limits.ts';

/**
 * Bytes lie outside the memory that a thread can be limited to, so what reading takes is seen only in the process: how
 * much more it holds than it would without. What reading took stays with the process for a while after (in the thread
 * that waits, and in the store of the engine) and is used again, so it must not count as the application's own.
 */
export type MemoryWatch = {
  /** Whether reading takes more than it may. To be asked often while it goes on. */
  readonly isExceeded: () => boolean;
  readonly end: () => void;
};

/** What the process would hold without reading, the most that reading took beyond it, and until when it may hold that. */
let own = 0;
let most = 0;
let heldUntil = 0;
/** Freed memory is kept by the engine for some seconds. */
const engineMilliseconds = 10_000;

export function watchMemory(): MemoryWatch {
  const now = process.memoryUsage.rss();
  if (performance.now() > heldUntil) {
    own = now;
    most = 0;
  } else {
    own = Math.max(own, now - most);
  }
  return {
    isExceeded: () => {
      const taken = process.memoryUsage.rss() - own;
      most = Math.max(most, taken);
      return taken > importLimits.addedMegabytes * 1_048_576;
    },
    end: () => {
      heldUntil = performance.now() + importLimits.idleMilliseconds + engineMilliseconds;
    },
  };
}
