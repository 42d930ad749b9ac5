import { resolve } from 'node:path';
import { isWorkspaceName } from '../../core/workspace/places.ts';

/** The workspace named on a command line: by a double click, or by a second start of the application. */
export function workspaceIn(words: readonly string[], workingFolder: string): string | null {
  const named = words.find((word) => !word.startsWith('-') && isWorkspaceName(word));
  return named === undefined ? null : resolve(workingFolder, named);
}
