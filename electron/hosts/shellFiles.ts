import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface ShellFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Named by its contents, so that it never changes under its name. */
  readonly immutable: boolean;
}

/** Only what a build puts out; anything else in the folder is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Finds one file of the built page by the path of its address; null for anything that is not inside the folder.
 * A path without an ending is a screen, and every screen is index.html. Links that lead out of the folder are
 * followed first and then refused.
 */
export async function findShellFile(folder: string, addressPath: string): Promise<ShellFile | null> {
  const path = decode(addressPath);
  if (path === null || !/^\/[A-Za-z0-9._/-]*$/.test(path)) return null;
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.some((segment) => segment.startsWith('.'))) return null;
  const relative = extname(path) === '' ? 'index.html' : segments.join('/');
  const mediaType = mediaTypes[extname(relative)];
  if (!mediaType) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, relative));
    if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return null;
    return { bytes: new Uint8Array(await readFile(file)), mediaType, immutable: relative.startsWith('assets/') };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not a well-formed address, so there is no such file.
    return null;
  }
}
