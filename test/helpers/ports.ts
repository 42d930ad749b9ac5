import { join } from 'node:path';
import type { Ports } from '#core/ports.ts';

export interface TestPorts extends Ports {
  /** Moves the clock on, in milliseconds. */
  readonly pass: (milliseconds: number) => void;
  /** Every line that was logged. */
  readonly lines: readonly string[];
}

/**
 * Ports with a clock that stands still until it is moved, ids that count up from 1, and a data folder of the test's
 * own. `now` is an instant, 21 November 2026 at two o'clock unless given.
 */
export function testPorts({ folder, now }: { readonly folder: string; readonly now?: string }): TestPorts {
  let time = Date.parse(now ?? '2026-11-21T14:00:00.000Z');
  let ids = 0;
  const lines: string[] = [];
  return {
    now: () => new Date(time),
    today: () => new Date(time).toISOString().slice(0, 10),
    newId: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${ids.toString(16).padStart(12, '0')}`;
    },
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    dataFolder: folder,
    appVersion: '0.0.0-test',
    host: 'cli',
    log: (line) => {
      lines.push(line);
    },
    lines,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}
