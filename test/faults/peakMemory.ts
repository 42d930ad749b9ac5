import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/** The most that this process has held. Where the system tells no better it counts from before the process was its own. */
export function peakMegabytes(): number {
  const told = existsSync(status) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return Math.round((told === undefined ? process.resourceUsage().maxRSS : Number(told)) / 1_024);
}
