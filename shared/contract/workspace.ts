import { z } from 'zod';
import { gridScreenSchema, gridViewSchema } from '../model/gridView.ts';
import { questionSetSchema } from '../model/questionSet.ts';
import { rowChangeSchema, tables } from '../model/tables.ts';
import { dateSchema, idSchema, instantSchema } from '../model/words.ts';
import { command, done, fileTokenSchema, job, jobIdSchema, line, nothing, query } from './define.ts';

export const workspaceInfoSchema = z.strictObject({
  /** The id of this workspace among the recent ones. */
  recentId: z.string(),
  fileName: z.string(),
  /** The folder, shortened for reading; never used as input. */
  folder: z.string(),
  isSample: z.boolean(),
  readOnly: z.boolean(),
  /** Where it is no workspace but a backup that is looked at: then nothing can be changed. */
  lookedAt: z
    .strictObject({ backupId: z.string(), madeAt: instantSchema, workspaceId: z.string(), cameFrom: z.boolean() })
    .nullable(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfoSchema>;

/** Why a working copy could not be saved back. */
export const saveBackFailureSchema = z.enum([
  /** The folder cannot be reached. */
  'away',
  /** The folder is there and the file is not. */
  'gone',
  /** No room there. */
  'full',
  /** Another program holds the file. */
  'locked',
  'not-allowed',
  /** What arrived was not what was sent. */
  'cut-short',
  /** This computer could not make the file to send. */
  'here',
]);
export type SaveBackFailure = z.infer<typeof saveBackFailureSchema>;

/** How a workspace in a network or synchronised folder stands: it is worked in as a copy on this computer. */
export const workingCopySchema = z.strictObject({
  kind: z.enum(['network', 'synced']),
  /** The service or the kind of folder, for a person to recognise. */
  where: z.string(),
  /** Of the file and of its copy on this computer, shortened for reading. */
  folder: z.string(),
  copyFolder: z.string(),
  /** Whether there are changes that are not in the folder yet. */
  unsaved: z.boolean(),
  savedAt: instantSchema.nullable(),
  /** The file beside the original that changes go to, since somebody else changed the original. */
  besideName: z.string().nullable(),
  failure: saveBackFailureSchema.nullable(),
  /** Changes of an earlier time that were not saved back before somebody changed the file: where they are kept. */
  rescued: z.strictObject({ fileName: z.string(), place: z.enum(['beside', 'workspaces', 'quarantine']) }).nullable(),
});
export type WorkingCopyState = z.infer<typeof workingCopySchema>;

export const recentWorkspaceSchema = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  folder: z.string(),
  institution: z.string(),
  openedAt: instantSchema,
  missing: z.boolean(),
});
export type RecentWorkspace = z.infer<typeof recentWorkspaceSchema>;

export const backupSchema = z.strictObject({
  id: z.string(),
  madeAt: instantSchema,
  reason: z.enum(['session', 'interval', 'import', 'migration', 'restore', 'sign-off', 'merge', 'asked']),
  bytes: z.int().nonnegative(),
  verified: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

/** Why a file could not be opened, and what there is to go back to. */
export const recoverySchema = z.strictObject({
  fileName: z.string(),
  code: z.enum([
    'workspace-damaged',
    'workspace-newer',
    'workspace-not-ours',
    'workspace-empty-file',
    'workspace-migration-failed',
    'workspace-in-use',
    'workspace-missing',
    'workspace-read-only',
    'file-unreadable',
  ]),
  /** Of the file, shortened for reading. */
  folder: z.string(),
  workspaceId: z.string(),
  /** Who has it open, where somebody has. */
  holder: z.string().nullable(),
  findings: z.array(z.string()).readonly(),
  backups: z.array(backupSchema).readonly(),
  /** The copy kept in quarantine, where one was made: its name, and its folder shortened for reading. */
  quarantined: z.string().nullable(),
  quarantineFolder: z.string(),
  /** Files in its folder that begin with its name: what was saved beside it, or copied by somebody. */
  beside: z.array(z.string()).readonly(),
});
export type Recovery = z.infer<typeof recoverySchema>;

export const historyStateSchema = z.strictObject({
  /** What Undo would take back, as a sentence without a full stop; null when there is nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  stepId: z.int().nonnegative(),
  savedAt: instantSchema.nullable(),
});
export type HistoryState = z.infer<typeof historyStateSchema>;

export const stepSchema = z.strictObject({
  id: z.int().positive(),
  at: instantSchema,
  label: z.string(),
  kind: z.enum(['command', 'undo', 'redo']),
  state: z.enum(['done', 'undone', 'abandoned']),
  /** Where on screen it was done, for the way back to it. */
  screen: z.string(),
  changes: z.int().nonnegative(),
});
export type Step = z.infer<typeof stepSchema>;

export const fieldChangeSchema = z.strictObject({
  table: z.string(),
  rowId: z.string(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});

export const openErrors = [
  'workspace-missing',
  'workspace-in-use',
  'workspace-not-ours',
  'workspace-empty-file',
  'workspace-newer',
  'workspace-damaged',
  'workspace-read-only',
  'workspace-migration-failed',
  'disk-full',
  'file-token-unknown',
  'file-unreadable',
] as const;

const rowsOf = z.strictObject(
  Object.fromEntries(Object.entries(tables).map(([name, row]) => [name, z.array(row).readonly()])) as {
    [Table in keyof typeof tables]: z.ZodReadonly<z.ZodArray<(typeof tables)[Table]>>;
  },
);

export const workspaceChannels = {
  /** What the Start screen and the frame need, with or without an open workspace. */
  'app.state': query(
    nothing,
    z.strictObject({
      appVersion: z.string(),
      host: z.enum(['desktop', 'loopback', 'cli']),
      today: dateSchema,
      workspace: workspaceInfoSchema.nullable(),
      recent: z.array(recentWorkspaceSchema).readonly(),
      /** Where new workspaces, and all backups, are kept, shortened for reading. */
      workspacesFolder: z.string(),
      backupsFolder: z.string(),
      recovery: recoverySchema.nullable(),
      /** Where the open workspace is in a network or synchronised folder. */
      workingCopy: workingCopySchema.nullable(),
      /** Whether the Overview says how the work goes: until the person puts it away. */
      guideShown: z.boolean(),
      stages: z
        .array(z.strictObject({ stage: z.int(), title: z.string(), planMonths: z.int(), reviewsLastPlan: z.boolean() }))
        .readonly(),
    }),
  ),
  'app.guide': job(z.strictObject({ shown: z.boolean() }), done),
  'workspace.create': job(
    z.strictObject({
      institution: line.min(1),
      stage: z.int().positive(),
      signedOn: dateSchema.nullable(),
      dueOn: dateSchema.optional(),
      /** The form to write under; without it, the newest of the stage that comes with the application. */
      questionSet: questionSetSchema.optional(),
      /** Where to put it; without it, in the workspaces folder under the institution's name. */
      file: fileTokenSchema.optional(),
      jobId: jobIdSchema,
    }),
    workspaceInfoSchema,
    ['workspace-exists', 'file-name-refused', 'refused-by-rule', ...openErrors],
  ),
  'workspace.openSample': job(z.strictObject({ jobId: jobIdSchema }), workspaceInfoSchema, openErrors),
  'workspace.open': job(
    z.union([
      z.strictObject({ recentId: z.string() }),
      z.strictObject({ file: fileTokenSchema }),
      /** The file that could not be opened last. */
      z.strictObject({ again: z.literal(true) }),
    ]),
    workspaceInfoSchema,
    openErrors,
  ),
  /** Opens what was kept of the open workspace when another program took its file away. */
  'workspace.openKept': job(nothing, workspaceInfoSchema, ['not-found', ...openErrors]),
  /** With the file beside the original that the work went to, where somebody else had changed that. */
  'workspace.close': job(nothing, z.strictObject({ besideName: z.string().nullable() })),
  'workspace.forget': job(z.strictObject({ recentId: z.string() }), done),
  /** Every row of the open workspace; afterwards `changed` events keep the renderer's rows up to date. */
  'workspace.load': query(nothing, z.strictObject({ rows: rowsOf, history: historyStateSchema })),
  'workspace.backUp': job(nothing, backupSchema, ['disk-full']),
  /** Newest first; of the open workspace unless another is named. */
  'workspace.backups': query(z.strictObject({ workspaceId: z.string().optional() }), z.array(backupSchema).readonly()),
  /**
   * Replaces the workspace that a verified backup is of by it, after backing up what is there (`kept`): a step back with
   * a way forward. Where it could not be opened, it is kept in quarantine and `kept` is null.
   */
  'workspace.restore': job(
    z.strictObject({ backupId: z.string() }),
    z.strictObject({ workspace: workspaceInfoSchema, kept: backupSchema.nullable() }),
    ['backup-missing', 'backup-damaged', ...openErrors],
  ),
  'history.undo': command(nothing, z.strictObject({ label: z.string(), screen: z.string() }), [
    'nothing-to-undo',
    'undo-conflict',
  ]),
  'history.redo': command(nothing, z.strictObject({ label: z.string(), screen: z.string() }), [
    'nothing-to-redo',
    'undo-conflict',
  ]),
  'history.list': query(
    z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(500) }),
    z.array(stepSchema).readonly(),
  ),
  'history.changes': query(z.strictObject({ stepId: z.int() }), z.array(fieldChangeSchema).readonly(), ['not-found']),
  /** What changed in one row, newest first. */
  'history.ofRow': query(
    z.strictObject({ rowId: idSchema, limit: z.int().min(1).max(200) }),
    z
      .array(
        z.strictObject({
          at: instantSchema,
          label: z.string(),
          field: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      )
      .readonly(),
  ),
  /** Keeps a way to look at a grid under a name; the same name on the same screen takes the new content. */
  'view.save': command(
    z.strictObject({ screen: gridScreenSchema, name: line.min(1), content: gridViewSchema }),
    z.strictObject({ id: idSchema }),
    ['refused-by-rule'],
  ),
  'view.remove': command(z.strictObject({ id: idSchema }), done, ['not-found']),
  /** Remembers how a grid was looked at last, beside the workspace: it is no step of its history. */
  'view.remember': job(z.strictObject({ screen: gridScreenSchema, view: gridViewSchema }), done),
  /** How each grid of the open workspace was looked at last. */
  'view.last': query(nothing, z.partialRecord(gridScreenSchema, gridViewSchema)),
  'job.cancel': query(z.strictObject({ jobId: z.uuid() }), done),
} as const;

/** What the host tells the renderer without being asked. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('changed'),
    rows: z.array(rowChangeSchema).readonly(),
    history: historyStateSchema,
  }),
  z.strictObject({ type: z.literal('workspace'), workspace: workspaceInfoSchema.nullable() }),
  z.strictObject({ type: z.literal('workingCopy'), workingCopy: workingCopySchema }),
  z.strictObject({
    type: z.literal('job'),
    jobId: z.string(),
    /** 0 to 1, or null where the end is not known. */
    progress: z.number().min(0).max(1).nullable(),
    label: z.string(),
  }),
]);
export type AppEvent = z.infer<typeof eventSchema>;
