import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceLimits } from '#shared/limits.ts';
import { type GridScreen, type GridView, gridScreenSchema, gridViewSchema } from '#shared/model/gridView.ts';
import { instantSchema } from '#shared/model/words.ts';
import { writeFileAtomically } from '../files/atomicWrite.ts';

const recentSchema = z.object({
  id: z.string(),
  path: z.string(),
  institution: z.string(),
  openedAt: instantSchema,
  /** How its grids were looked at last. */
  views: z.partialRecord(gridScreenSchema, gridViewSchema).optional(),
});
export type RecentEntry = Readonly<z.infer<typeof recentSchema>>;

/** What is remembered between sessions, beside the workspaces. Nothing in it is needed to open one. */
export interface Settings {
  readonly recent: readonly RecentEntry[];
  /** Whether the person has put away how the work goes. */
  readonly guideHidden: boolean;
}

const settingsPathOf = (dataFolder: string): string => join(dataFolder, 'settings.json');

/** Reads what is there; a missing or broken file, or a broken entry, is as if it were not there. */
export function readSettings(dataFolder: string): Settings {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(settingsPathOf(dataFolder), 'utf8'));
  } catch {
    // Missing or cut short: the list of recent workspaces starts again, and each can still be opened by its file.
    return { recent: [], guideHidden: false };
  }
  const list = z.object({ recent: z.array(z.unknown()) }).safeParse(content);
  const guide = z.object({ guideHidden: z.boolean() }).safeParse(content);
  const entries = list.success ? list.data.recent.map((entry) => recentSchema.safeParse(entry)) : [];
  return {
    recent: entries.flatMap((entry) => (entry.success ? [entry.data] : [])),
    guideHidden: guide.success && guide.data.guideHidden,
  };
}

/** Puts a workspace at the head of the recent ones; the oldest go. */
export function rememberRecent(dataFolder: string, entry: RecentEntry): void {
  const { recent } = readSettings(dataFolder);
  const views = recent.find(({ id }) => id === entry.id)?.views;
  const others = recent.filter(({ id }) => id !== entry.id);
  const first = { ...entry, ...(views ? { views } : {}) };
  write(dataFolder, { recent: [first, ...others].slice(0, workspaceLimits.recent) });
}

/** Remembers how a grid of a recent workspace was looked at last; without effect for one that is not on the list. */
export function rememberView(dataFolder: string, path: string, screen: GridScreen, view: GridView): void {
  const { recent } = readSettings(dataFolder);
  write(dataFolder, {
    recent: recent.map((entry) =>
      entry.path === path ? { ...entry, views: { ...entry.views, [screen]: view } } : entry,
    ),
  });
}

export const lastViews = (dataFolder: string, path: string): Readonly<Partial<Record<GridScreen, GridView>>> =>
  readSettings(dataFolder).recent.find((entry) => entry.path === path)?.views ?? {};

/** Takes a workspace off the list. Its file stays. */
export function forgetRecent(dataFolder: string, id: string): void {
  write(dataFolder, { recent: readSettings(dataFolder).recent.filter((entry) => entry.id !== id) });
}

export const hideGuide = (dataFolder: string, guideHidden: boolean): void => write(dataFolder, { guideHidden });

/** What is not given stays as it is. */
function write(dataFolder: string, settings: Partial<Settings>): void {
  const all = { version: 1, ...readSettings(dataFolder), ...settings };
  writeFileAtomically(settingsPathOf(dataFolder), `${JSON.stringify(all, null, 2)}\n`);
}
