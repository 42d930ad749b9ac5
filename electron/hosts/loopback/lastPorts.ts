import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Hosts of one person at a time, each with a workspace of its own: a few. */
const mostPorts = 4;

/**
 * Ports on which the page was served from this data folder, in the order to try them. A browser keeps what a page leaves with
 * it (text that was not saved) for one address, port included, so the next host takes the same port where it can.
 */
export function lastPorts(dataFolder: string): readonly number[] {
  try {
    const ports: unknown = JSON.parse(readFileSync(pathIn(dataFolder), 'utf8'));
    return Array.isArray(ports) ? ports.filter(isPort).slice(0, mostPorts) : [];
  } catch {
    // None yet, or cut short: any free port does.
    return [];
  }
}

/**
 * Puts a new port last: the first stays the first, also while a second host runs beside the one that has it. Best
 * effort: a host whose port is forgotten works just as well.
 */
export function rememberPort(dataFolder: string, port: number): void {
  const known = lastPorts(dataFolder);
  if (known.includes(port)) return;
  const ports = [...known.slice(0, mostPorts - 1), port];
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(pathIn(dataFolder), `${JSON.stringify(ports)}\n`);
  } catch {
    // A folder that cannot be written to is explained when a workspace is opened.
  }
}

const pathIn = (dataFolder: string): string => join(dataFolder, 'loopback-ports.json');
const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1_024 && value <= 65_535;
