import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../files/atomicWrite.ts';

const keyBytes = 32;

/**
 * The key, as base64, with which the page seals text that is not saved yet before it leaves it with the browser. It
 * lives beside the workspaces and not with the browser, so that what a browser's profile keeps, or another program
 * that later serves the same address, is nothing without it. Made when it is first asked for.
 */
export function unsavedTextKey(dataFolder: string): string {
  const path = join(dataFolder, 'unsaved-text.key');
  try {
    const key = readFileSync(path, 'utf8').trim();
    if (Buffer.from(key, 'base64').byteLength === keyBytes) return key;
  } catch {
    // Not there yet; or not readable, and then what it sealed cannot be opened anyhow.
  }
  const key = randomBytes(keyBytes).toString('base64');
  writeFileAtomically(path, `${key}\n`);
  return key;
}
