import { resolve } from 'node:path';

/** The workspace named on a command line: by a double click, or by a second start of the application. */
export function workspaceIn(words: readonly string[], workingFolder: string): string | null {
  const named = words.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.tcplan'));
  return named === undefined ? null : resolve(workingFolder, named);
}
