/** What core needs from the world. Hosts give the real ones, tests give fixed ones. */
export interface Ports {
  /** The present instant. */
  readonly now: () => Date;
  /** The calendar day where the user is, as 2026-11-21. */
  readonly today: () => string;
  /** A new uuid (version 4). */
  readonly newId: () => string;
  /** Absolute path of the folder `resources/` (question sets, sample). */
  readonly resourcesFolder: string;
  /** Absolute path of the local, non-roaming folder of this application: workspaces, backups, quarantine, settings. */
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly host: 'desktop' | 'loopback' | 'cli';
  /** URL of the import worker's module; without it, core starts its own source file. */
  readonly importWorkerUrl?: URL;
  /** Takes one line: code, counts, durations; never contents. */
  readonly log: (line: string) => void;
}
