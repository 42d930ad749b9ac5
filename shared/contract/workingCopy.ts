import { z } from 'zod';
import { instantSchema } from '../model/words.ts';
import { fileTokenSchema, job, nothing, query } from './define.ts';
import { versionComparisonSchema } from './versions.ts';
import { openErrors, saveBackFailureSchema, workingCopySchema, workspaceInfoSchema } from './workspace.ts';

export const unsavedCopySchema = z.strictObject({
  workspaceId: z.string(),
  fileName: z.string(),
  where: z.string(),
  folder: z.string(),
  savedAt: instantSchema.nullable(),
  failure: saveBackFailureSchema.nullable(),
});
export type UnsavedCopy = z.infer<typeof unsavedCopySchema>;

/**
 * A workspace in a network or synchronised folder is worked in as a copy on this computer, which is saved back. That it
 * could not be is no error of a call but told in its state: the copy has everything, and it is tried again.
 */
export const workingCopyChannels = {
  /** Working copies of workspaces that are not open, with changes which never reached their folder. */
  'workingCopy.unsaved': query(nothing, z.array(unsavedCopySchema).readonly()),
  /** Now, rather than within the minute. */
  'workingCopy.saveBack': job(nothing, workingCopySchema, ['not-found']),
  /** Where somebody took the file away: saves it there again. */
  'workingCopy.putBack': job(nothing, workingCopySchema, ['not-found']),
  /** Where somebody changed the file: the copy here takes its place, and what they have made of it stays beside it. */
  'workingCopy.takeMine': job(nothing, workingCopySchema, ['not-found']),
  /** Where somebody changed the file: opens theirs; what was done here stays in the file beside it. */
  'workingCopy.takeTheirs': job(nothing, workspaceInfoSchema, ['not-found', ...openErrors]),
  /** From the file as it is in its folder to the open workspace. */
  'workingCopy.compare': query(nothing, versionComparisonSchema, [
    'not-found',
    'workspace-missing',
    'file-unreadable',
    'workspace-newer',
  ]),
  /** A verified copy of what was not saved back, of the open workspace or of another one, to be saved elsewhere. */
  'workingCopy.copyOut': job(
    z.strictObject({ workspaceId: z.string() }),
    z.strictObject({ file: fileTokenSchema, fileName: z.string() }),
    ['not-found', 'backup-missing', 'backup-damaged', 'disk-full'],
  ),
} as const;
