import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { safeFileName } from '../files/fileNames.ts';

export const fileEnding = '.tcplan';
export const isWorkspaceName = (fileName: string): boolean => fileName.toLowerCase().endsWith(fileEnding);
export const workspacesFolderOf = (dataFolder: string): string => join(dataFolder, 'workspaces');
export const allWorkingFoldersOf = (dataFolder: string): string => join(dataFolder, 'working');
/** Where the local working copy of a workspace on a network or synchronised folder lives, by the workspace's key. */
export const workingFolderOf = (dataFolder: string, workspaceKey: string): string =>
  join(allWorkingFoldersOf(dataFolder), workspaceKey);

/** A free place among the workspaces for a file that had this name. */
export const freeNamedPath = (dataFolder: string, fileName: string): string =>
  freePath(dataFolder, safeFileName(basename(fileName, fileEnding), 'Workspace'));

/** "Eastmere (from LAB-PC-7, 21 November 2026 14.02)": a file name without its ending, cut so that no disk refuses it. */
export function nameWithTime(name: string, what: string, at: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join('.');
  return `${safeFileName(name, 'Workspace')} (${what}, ${day} ${time})`;
}

const sampleName = 'Eastmere University (sample)';

/** A name in the workspaces folder that is free: the institution's, made safe, with a number from the second on. */
export const freeWorkspacePath = (dataFolder: string, institution: string): string =>
  freePath(dataFolder, safeFileName(institution, 'Workspace'));

/** Where the sample is, or another copy of it where that one cannot be used. */
export const samplePath = (dataFolder: string): string => join(workspacesFolderOf(dataFolder), sampleName + fileEnding);
export const freeSamplePath = (dataFolder: string): string => freePath(dataFolder, sampleName);

export function isSamplePath(path: string, dataFolder: string): boolean {
  const inFolder = resolve(dirname(path)) === resolve(workspacesFolderOf(dataFolder));
  const name = basename(path, fileEnding);
  return (
    inFolder &&
    (name === sampleName || (name.startsWith(`${sampleName} `) && /^\d+$/u.test(name.slice(sampleName.length + 1))))
  );
}

function freePath(dataFolder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(workspacesFolderOf(dataFolder), `${name}${number === 1 ? '' : ` ${number}`}${fileEnding}`);
    if (!existsSync(path)) return path;
  }
}
