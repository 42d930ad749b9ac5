import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Ports } from '../core/ports.ts';

export interface PortsOptions {
  readonly host: Ports['host'];
  readonly resourcesFolder: string;
  readonly appVersion: string;
  /** Before PLANNER_DATA and before the usual folder of this system. */
  readonly dataFolder?: string | undefined;
  readonly importWorkerUrl?: URL;
  readonly log?: (line: string) => void;
}

/** The real clock, ids and folders. */
export function createPorts(options: PortsOptions): Ports {
  return {
    now: () => new Date(),
    today: () => localDay(new Date()),
    newId: () => randomUUID(),
    resourcesFolder: options.resourcesFolder,
    dataFolder: resolve(options.dataFolder ?? dataFolderOf(process.platform, process.env, homedir())),
    appVersion: options.appVersion,
    host: options.host,
    ...(options.importWorkerUrl ? { importWorkerUrl: options.importWorkerUrl } : {}),
    log: options.log ?? (() => undefined),
  };
}

/** The day on the user's wall calendar, which near midnight is not the day in UTC. */
export function localDay(instant: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${instant.getFullYear()}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}`;
}

/**
 * Where this system keeps data of one user on one machine. Not the roaming folder: a workspace that Windows copies
 * between machines at sign-in would be copied while it is open.
 */
export function dataFolderOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (environment.PLANNER_DATA) return environment.PLANNER_DATA;
  const name = 'Technician Commitment Planner';
  if (platform === 'win32') return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), name);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'technician-commitment-planner');
}
