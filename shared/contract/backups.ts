import { z } from 'zod';
import { instantSchema } from '../model/words.ts';
import { fileTokenSchema, job, nothing, query } from './define.ts';
import { versionComparisonSchema } from './versions.ts';
import { openErrors, workspaceInfoSchema } from './workspace.ts';

/** One step of history, as a person would be told of it. */
const toldChangeSchema = z.strictObject({ label: z.string(), at: instantSchema });

export const backupContentsSchema = z.strictObject({
  /** All of it was read just now and found whole. */
  verified: z.boolean(),
  institution: z.string(),
  holds: z.strictObject({ answers: z.int(), actions: z.int(), voice: z.int(), evidence: z.int() }),
  /** The newest change in it; null where there is none, or none that can be read. */
  newest: toldChangeSchema.nullable(),
  /** What the workspace holds and the backup does not; null where the history of the workspace cannot be read. */
  since: z.strictObject({ changes: z.int().nonnegative(), newest: toldChangeSchema.nullable() }).nullable(),
  /** Changes that only the backup holds: those made before the workspace went back to an earlier one. */
  onlyHere: z.int().nonnegative(),
});
export type BackupContents = z.infer<typeof backupContentsSchema>;

const idOfBackup = z.strictObject({ backupId: z.string() });

/** Backups are of the open workspace or of any other one, whether or not its file can be opened or is there at all. */
export const backupChannels = {
  /** Every workspace that has backups on this computer, the one with the newest first. */
  'backup.workspaces': query(
    nothing,
    z
      .array(
        z.strictObject({
          workspaceId: z.string(),
          /** Of the file; where the file is not known any more, what it was called. */
          name: z.string(),
          /** Null where it is not known any more: then restoring makes a file in the workspaces folder. */
          folder: z.string().nullable(),
          missing: z.boolean(),
          count: z.int().positive(),
          newest: instantSchema,
        }),
      )
      .readonly(),
  ),
  /** Reads all of a backup and holds it against the workspace: it takes as long as that. */
  'backup.contents': query(idOfBackup, backupContentsSchema, ['backup-missing']),
  /** Opens a copy of a backup that cannot be changed, in the place of the open workspace, which is closed. */
  'backup.open': job(idOfBackup, workspaceInfoSchema, ['backup-missing', 'backup-damaged', ...openErrors]),
  /** Back to the workspace that was open before, or to none. */
  'backup.leave': job(nothing, z.strictObject({ workspace: workspaceInfoSchema.nullable() }), openErrors),
  /** From the backup to the open workspace as it is now. */
  'backup.compare': query(idOfBackup, versionComparisonSchema, ['backup-missing', 'backup-damaged', 'workspace-newer']),
  /** The file of a backup, to be saved elsewhere. */
  'backup.copyOut': query(idOfBackup, z.strictObject({ file: fileTokenSchema, fileName: z.string() }), [
    'backup-missing',
    'backup-damaged',
  ]),
} as const;
