import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { compareStates } from '../history/compareStates.ts';
import type { Handlers, OpenWorkspace, Services } from '../services.ts';
import { backupsOf, makeBackup } from '../workspace/backups.ts';
import { openConnection } from '../workspace/connection.ts';
import { changeWorkspace, takeWorkspace } from '../workspace/opening.ts';
import { fileEnding, nameWithTime } from '../workspace/places.ts';
import { openReadOnlyCopy } from '../workspace/readOnlyCopy.ts';
import { leftCopies, unsavedCopies } from './unsavedCopies.ts';

export const workingCopyHandlers: Pick<
  Handlers,
  | 'workingCopy.unsaved'
  | 'workingCopy.saveBack'
  | 'workingCopy.putBack'
  | 'workingCopy.takeMine'
  | 'workingCopy.takeTheirs'
  | 'workingCopy.compare'
  | 'workingCopy.copyOut'
> = {
  'workingCopy.unsaved': (_input, services) => unsavedCopies(services),

  'workingCopy.saveBack': async (_input, services) => {
    const { copy } = openCopy(services);
    copy.saveBack();
    return copy.state();
  },

  'workingCopy.putBack': async (_input, services) => {
    const { copy } = openCopy(services);
    copy.saveBack('put-back');
    return copy.state();
  },

  'workingCopy.takeMine': async (_input, services) => {
    const { copy } = openCopy(services);
    copy.saveBack('take-place');
    return copy.state();
  },

  'workingCopy.takeTheirs': async (_input, services) => {
    const { open } = openCopy(services);
    // Closing saves the rest of what was done here beside theirs; what is opened then is the file as it is there.
    changeWorkspace(services, null);
    return takeWorkspace(services, open.path);
  },

  'workingCopy.compare': (_input, services) => {
    const { open } = openCopy(services);
    const stats = statSync(open.path, { throwIfNoEntry: false });
    if (!stats) throw new Refusal('workspace-missing', { fileName: basename(open.path) });
    const theirs = readable(open.path, services);
    try {
      const from = { label: 'the file there', at: stats.mtime.toISOString() };
      return { from, to: null, ...compareStates(theirs.rows, open.rows) };
    } finally {
      theirs.close();
    }
  },

  'workingCopy.copyOut': async ({ workspaceId }, services) => {
    const { session, ports, fileTokens } = services;
    const open = session.current();
    const isOpen = open !== null && !open.lookedAt && open.info.recentId === workspaceId;
    const { path, fileName } = isOpen ? backUpOpen(open, services) : backUpLeft(workspaceId, services);
    const name = nameWithTime(basename(fileName, fileEnding), 'copy', ports.now());
    return { file: fileTokens.holdPath(path), fileName: `${name}${fileEnding}` };
  },
};

/** A copy of a file that somebody may be writing in just now, which then is no damage. */
function readable(path: string, { ports }: Services): OpenWorkspace {
  try {
    return openReadOnlyCopy(path, ports);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'backup-damaged') throw cause;
    throw new Refusal('file-unreadable', { fileName: basename(path) }, { cause });
  }
}

interface Copied {
  readonly path: string;
  readonly fileName: string;
}

function backUpOpen(open: OpenWorkspace, { ports }: Services): Copied {
  const { id } = open.backUp('asked');
  const backup = backupsOf(open.path, ports.dataFolder).find((each) => each.id === id);
  if (!backup) throw new Refusal('backup-missing');
  return { path: backup.path, fileName: basename(open.path) };
}

/** A backup of a working copy that is not open: it takes its place among those of its workspace. */
function backUpLeft(workspaceId: string, services: Services): Copied {
  const { ports } = services;
  const left = leftCopies(services).find((each) => each.workspaceId === workspaceId);
  if (!left) throw new Refusal('not-found', { place: 'workingCopy' });
  const { original } = left.note;
  const database = openConnection(left.path, { readOnly: true });
  try {
    const { path } = makeBackup(
      database,
      { path: original, dataFolder: ports.dataFolder },
      'asked',
      ports.now(),
      ports.log,
    );
    return { path, fileName: basename(original) };
  } finally {
    database.close();
  }
}

function openCopy({ session }: Services): {
  readonly open: OpenWorkspace;
  readonly copy: NonNullable<OpenWorkspace['workingCopy']>;
} {
  const open = session.required();
  if (!open.workingCopy) throw new Refusal('not-found', { place: 'workingCopy' });
  return { open, copy: open.workingCopy };
}
