import type { Backup } from '#shared/contract/workspace.ts';
import { workspaceLimits } from '#shared/limits.ts';

interface Dated {
  readonly id: string;
  /** An instant in UTC. */
  readonly madeAt: string;
  readonly reason?: Backup['reason'];
}

/** Made because a person asked for one, or is about to go back: they count on finding these, so they go last. */
const asked: ReadonlySet<Backup['reason'] | undefined> = new Set<Backup['reason'] | undefined>(['asked', 'restore']);

/**
 * The ids of the backups to keep: the newest three of today, the newest of each of the fourteen days before, and the
 * newest of this month and of each of the twelve before it. Backups dated after now (a clock was put back) are all kept,
 * and so are the newest ten that a person asked for or that were made before a restore, which count as none of these.
 * Days and months are those of UTC, so that a change of clocks moves nothing.
 */
export function backupsToKeep(backups: readonly Dated[], now: Date): ReadonlySet<string> {
  const instant = now.toISOString();
  const today = instant.slice(0, 10);
  const thisMonth = monthNumber(instant);
  const firstDay = new Date(Date.parse(`${today}T00:00:00Z`) - workspaceLimits.backupDays * 86_400_000)
    .toISOString()
    .slice(0, 10);

  const keep = new Set<string>();
  const days = new Set<string>();
  const months = new Set<number>();
  let ofToday = 0;
  let askedFor = 0;
  for (const { id, madeAt, reason } of backups.toSorted(newestFirst)) {
    if (madeAt > instant) {
      keep.add(id);
      continue;
    }
    if (asked.has(reason)) {
      askedFor += 1;
      if (askedFor <= workspaceLimits.backupsAskedFor) {
        keep.add(id);
        continue;
      }
    }
    const day = madeAt.slice(0, 10);
    const month = monthNumber(madeAt);
    if (day === today) {
      ofToday += 1;
      if (ofToday <= workspaceLimits.backupsOfToday) keep.add(id);
    } else if (day >= firstDay && !days.has(day)) {
      days.add(day);
      keep.add(id);
    }
    if (month >= thisMonth - workspaceLimits.backupMonths && !months.has(month)) {
      months.add(month);
      keep.add(id);
    }
  }
  return keep;
}

const newestFirst = (one: Dated, other: Dated): number =>
  other.madeAt < one.madeAt ? -1 : other.madeAt > one.madeAt ? 1 : one.id < other.id ? -1 : 1;

const monthNumber = (instant: string): number => Number(instant.slice(0, 4)) * 12 + Number(instant.slice(5, 7));
