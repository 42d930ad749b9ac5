import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { makeFolder, syncFile, syncFolder, temporaryBeside } from '../files/atomicWrite.ts';
import { sha256Of } from '../files/contents.ts';
import { renamePatiently } from '../files/patientRename.ts';
import { sidecarEndingsOf } from './sidecars.ts';

export const quarantineFolderOf = (dataFolder: string): string => join(dataFolder, 'quarantine');

/**
 * Keeps a copy of a file that could not be opened, with its sidecars, for ever: nothing here is ever deleted.
 * The same bytes are kept once. Returns the name of the copy. The file must be closed.
 */
export function quarantine(path: string, dataFolder: string): string {
  const folder = quarantineFolderOf(dataFolder);
  makeFolder(folder);
  const ending = extname(path);
  const name = `${basename(path, ending)} ${sha256Of(readFileSync(path)).slice(0, 12)}${ending}`;
  const target = join(folder, name);
  if (existsSync(target)) return name;
  for (const sidecar of sidecarEndingsOf(path)) {
    copyFileSync(path + sidecar, target + sidecar);
    chmodSync(target + sidecar, 0o600);
    syncFile(target + sidecar);
  }
  const temporary = temporaryBeside(target);
  copyFileSync(path, temporary);
  // On the disk before its original may be replaced. A copy has the rights of its original, which may be to read only.
  chmodSync(temporary, 0o600);
  syncFile(temporary);
  renamePatiently(temporary, target);
  syncFolder(folder);
  return name;
}
