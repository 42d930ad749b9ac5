import * as disk from 'node:fs';
import { fileLimits } from '#shared/limits.ts';

/** How long a rename is tried again; tests hand in waits of their own. */
export interface Patience {
  readonly waits: readonly number[];
  readonly wait: (milliseconds: number) => void;
}

/** The process has nothing better to do: who asked for the file waits for it. */
const rest = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

export const patienceOn = (platform: NodeJS.Platform): Patience => ({
  waits: platform === 'win32' ? fileLimits.renameWaitsMilliseconds : fileLimits.renameWaitsElsewhereMilliseconds,
  wait: rest,
});

/** What may pass by itself: somebody else holds the file. Windows says “not permitted” for that too. */
const passing: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** The one way to rename here. Throws what the file system said last, once there is no patience left. */
export function renamePatiently(
  from: string,
  to: string,
  files: Pick<typeof disk, 'renameSync'> = disk,
  { waits, wait }: Patience = patienceOn(process.platform),
): void {
  for (const pause of waits) {
    try {
      files.renameSync(from, to);
      return;
    } catch (cause) {
      if (!passing.has((cause as NodeJS.ErrnoException).code)) throw cause;
      wait(pause);
    }
  }
  files.renameSync(from, to);
}

/** Whether a rename was refused since somebody else held the file all the time. */
export const saysHeld = (cause: unknown): boolean => {
  const { code, syscall } = (cause ?? {}) as NodeJS.ErrnoException;
  return syscall === 'rename' && passing.has(code);
};
