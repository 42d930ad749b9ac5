import { basename, extname } from 'node:path';
import { writeFileAtomically } from '../../core/files/atomicWrite.ts';
import { freeWorkspacePath } from '../../core/workspace/places.ts';

/** Writes a workspace that came through the browser among the others, under its own name or a free one beside it. */
export function keepWorkspace(dataFolder: string, fileName: string, bytes: Uint8Array): string {
  const path = freeWorkspacePath(dataFolder, basename(fileName, extname(fileName)));
  writeFileAtomically(path, bytes);
  return path;
}
