import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { writeFileAtomically } from '../files/atomicWrite.ts';
import { codeOf } from './connection.ts';
import { lockEnding } from './sidecars.ts';

const holderSchema = z.object({
  user: z.string(),
  host: z.string(),
  pid: z.int(),
  /** When the process began: a number of a process is used again, its beginning is not. */
  process: z.number(),
  since: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** The folder of the working copy of a holder that has one: such a holder has no lock of SQLite's on the file. */
  workingFolder: z.string().optional(),
});
type Holder = z.infer<typeof holderSchema>;

export interface FileLock {
  /** A sign of life, for computers that see only the file. */
  readonly refresh: (now: Date) => void;
  readonly release: () => void;
}

export const lockPathOf = (path: string): string => path + lockEnding;

/**
 * `NAME.tcplan.lock` says who has the workspace. On this computer SQLite's own lock decides, and this file only gives
 * the name; between computers, where SQLite's lock may not reach, this file decides.
 * Throws the refusal `workspace-in-use` with the holder. To be asked before the file is looked at in any way.
 */
export function refuseIfHeld(path: string, now: Date, workingFolder?: string): void {
  const holder = holderOf(path);
  if (holder && isInForce(holder, now, workingFolder)) {
    throw new Refusal('workspace-in-use', { fileName: basename(path), holder: nameOf(holder) });
  }
}

/**
 * Puts our name on the lock, once SQLite's lock is ours; one left by a process that ended is taken over. Throws
 * `workspace-in-use` when another computer was quicker, or the file system's error where no file can be made.
 */
export function claimLock(path: string, now: Date, workingFolder?: string): FileLock {
  const lockPath = lockPathOf(path);
  const mine: Holder = {
    user: userInfo().username,
    host: hostname(),
    pid: process.pid,
    process: processStart(),
    since: now.toISOString(),
    seenAt: now.toISOString(),
    ...(workingFolder === undefined ? {} : { workingFolder }),
  };
  if (!create(lockPath, mine)) {
    refuseIfHeld(path, now, workingFolder);
    writeFileAtomically(lockPath, JSON.stringify(mine));
  }
  let seenAt = now.getTime();
  return {
    refresh: (at) => {
      // Either way: a sign of life from a clock that ran ahead would hold the workspace until others' clocks are there.
      if (Math.abs(at.getTime() - seenAt) < workspaceLimits.lockRefreshMilliseconds) return;
      seenAt = at.getTime();
      writeFileAtomically(lockPath, JSON.stringify({ ...mine, seenAt: at.toISOString() }));
    },
    release: () => {
      const holder = holderOf(path);
      // Another computer may have taken over what seemed forgotten; then the file is theirs.
      if (holder && isThisProcess(holder)) rmSync(lockPath, { force: true });
    },
  };
}

/** Who has a workspace open, for a person: "reader on LAB-PC-7". */
export const holderName = (path: string): string => {
  const holder = holderOf(path);
  return holder ? nameOf(holder) : 'another program';
};

/** Whether the lock was left by a process of this computer, so that what else it left may be tidied up here. */
export const wasHeldHere = (path: string): boolean => holderOf(path)?.host === hostname();

const nameOf = (holder: Holder): string => `${holder.user} on ${holder.host}`;

function create(lockPath: string, holder: Holder): boolean {
  let file: number;
  try {
    file = openSync(lockPath, 'wx');
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
  try {
    writeSync(file, JSON.stringify(holder));
  } finally {
    closeSync(file);
  }
  return true;
}

function holderOf(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(lockPathOf(path), 'utf8')));
  } catch {
    // Missing, cut short or not ours: it names nobody, and SQLite's lock is still asked.
    return null;
  }
}

/**
 * Whether the lock alone is reason to refuse. A living process of this computer holds SQLite's lock, if it is the
 * holder at all, so only this very process is refused here: its second connection must not even look at the file.
 * For two with one working copy, the lock of its folder decides, even within a process: a folder that was away when the
 * workspace closed has kept our lock. Where one has a working copy and the other has not, or another one
 * (two people on one computer), no lock of SQLite's lies between them, and the process is asked whether it lives.
 */
function isInForce(holder: Holder, now: Date, workingFolder: string | undefined): boolean {
  const isRecent = now.getTime() - Date.parse(holder.seenAt) < workspaceLimits.foreignLockMilliseconds;
  if (holder.host !== hostname()) return isRecent;
  if (workingFolder !== undefined && holder.workingFolder === workingFolder) return false;
  if (isThisProcess(holder)) return true;
  return holder.workingFolder !== workingFolder && holder.pid !== process.pid && isRecent && isRunning(holder.pid);
}

/** Whether there is a process of that number on this computer, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Not allowed to ask means that it is there, and somebody else's.
    return codeOf(cause) === 'EPERM';
  }
}

const isThisProcess = (holder: Holder): boolean =>
  holder.host === hostname() && holder.pid === process.pid && holder.process === processStart();

const processStart = (): number => Math.round(performance.timeOrigin);
