import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceLimits } from '#shared/limits.ts';
import { instantSchema } from '#shared/model/words.ts';
import { writeFileAtomically } from '../files/atomicWrite.ts';

const recentSchema = z.object({
  id: z.string(),
  path: z.string(),
  institution: z.string(),
  openedAt: instantSchema,
});
export type RecentEntry = Readonly<z.infer<typeof recentSchema>>;

/** What is remembered between sessions, beside the workspaces. Nothing in it is needed to open one. */
export interface Settings {
  readonly recent: readonly RecentEntry[];
}

const settingsPathOf = (dataFolder: string): string => join(dataFolder, 'settings.json');

/** Reads what is there; a missing or broken file, or a broken entry, is as if it were not there. */
export function readSettings(dataFolder: string): Settings {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(settingsPathOf(dataFolder), 'utf8'));
  } catch {
    // Missing or cut short: the list of recent workspaces starts again, and each can still be opened by its file.
    return { recent: [] };
  }
  const list = z.object({ recent: z.array(z.unknown()) }).safeParse(content);
  const entries = list.success ? list.data.recent.map((entry) => recentSchema.safeParse(entry)) : [];
  return { recent: entries.flatMap((entry) => (entry.success ? [entry.data] : [])) };
}

/** Puts a workspace at the head of the recent ones; the oldest go. */
export function rememberRecent(dataFolder: string, entry: RecentEntry): void {
  const others = readSettings(dataFolder).recent.filter(({ id }) => id !== entry.id);
  write(dataFolder, { recent: [entry, ...others].slice(0, workspaceLimits.recent) });
}

/** Takes a workspace off the list. Its file stays. */
export function forgetRecent(dataFolder: string, id: string): void {
  write(dataFolder, { recent: readSettings(dataFolder).recent.filter((entry) => entry.id !== id) });
}

function write(dataFolder: string, settings: Settings): void {
  writeFileAtomically(settingsPathOf(dataFolder), `${JSON.stringify({ version: 1, ...settings }, null, 2)}\n`);
}
