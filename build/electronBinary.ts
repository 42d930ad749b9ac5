import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolder } from './run.ts';

/** The program of Electron, which is fetched at its first run and not at installation; null where it is not there. */
export function electronBinary(): string | null {
  const folder = resolve(projectFolder, 'node_modules/electron');
  const pathFile = resolve(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const distribution = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve(folder, 'dist');
  const binary = resolve(distribution, readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
