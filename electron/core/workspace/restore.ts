import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { makeFolder, syncFile, temporaryBeside } from '../files/atomicWrite.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { isWhole, type StoredBackup } from './backups.ts';
import { openConnection, saysBusy, saysDamaged } from './connection.ts';
import { holderName, refuseIfHeld } from './lock.ts';
import { takePlaceOf } from './migrate.ts';
import { openWorkspaceFile } from './openFile.ts';
import { quarantine } from './quarantine.ts';
import { copiesFolder } from './readOnlyCopy.ts';
import { sidecarEndingsOf } from './sidecars.ts';

/**
 * Puts a verified backup in the place of the workspace at `path`, and leaves it closed. What is there is backed up
 * first, or copied to quarantine where it cannot be opened, so there is always a way forward. Gives the id of that
 * backup, if one was made. Throws `backup-damaged`, `workspace-in-use`, `workspace-read-only` and the errors of the file
 * system; then the workspace is as it was.
 */
export function restoreBackup(services: Services, path: string, backup: StoredBackup): string | null {
  const { ports, session } = services;
  // Among our own data first: opening what is there takes away unfinished copies beside it.
  const chosen = temporaryBeside(join(copiesFolder(ports), basename(path)));
  const copy = temporaryBeside(path);
  let kept: string | null = null;
  try {
    // Copied before anything else: backing up thins the older ones, and this may be among them.
    copyFileSync(backup.path, chosen);
    if (!isWhole(chosen)) throw new Refusal('backup-damaged', { fileName: backup.madeAt });
    const open = session.current();
    if (open?.path === path) kept = keepOpenOne(services, open);
    else if (existsSync(path)) {
      refuseIfHeld(path, ports.now());
      refuseIfOpenElsewhere(path);
      kept = keepClosedOne(services, path);
    }
    makeFolder(dirname(path));
    copyFileSync(chosen, copy);
    syncFile(copy);
    takePlaceOf(path, copy, ports.dataFolder, ports.now());
    return kept;
  } catch (cause) {
    rmSync(copy, { force: true });
    throw cause;
  } finally {
    rmSync(chosen, { force: true });
  }
}

/**
 * Another process of this computer may have it open and be writing in it, as in another window in which it was restored
 * since it could not be opened here. Only SQLite’s own lock tells. Throws `workspace-in-use`.
 */
export function refuseIfOpenElsewhere(path: string): void {
  try {
    openConnection(path, { readOnly: true }).close();
  } catch (cause) {
    // Whatever else is wrong with the file is why it is restored.
    if (!saysBusy(cause)) return;
    throw new Refusal('workspace-in-use', { fileName: basename(path), holder: holderName(path) }, { cause });
  }
}

/**
 * Takes back the half of a change that a killed process left, where that can be done: a file whose journal is put aside
 * before the backup takes its place would be half written for a moment.
 */
function settleJournal(path: string): void {
  if (sidecarEndingsOf(path).length === 0) return;
  try {
    openConnection(path).close();
  } catch {
    // Its damage is why it is restored, and a copy of both is in quarantine.
  }
}

/** A workspace that became damaged while it was open cannot be backed up: then its file is kept, in quarantine. */
function keepOpenOne({ ports, session }: Services, open: OpenWorkspace): string | null {
  if (open.info.readOnly) throw new Refusal('workspace-read-only', { fileName: open.info.fileName });
  try {
    const { id } = open.backUp('restore');
    session.change(null);
    return id;
  } catch (cause) {
    if (!saysDamaged(cause) && !(cause instanceof Refusal)) throw cause;
    session.change(null);
    // Where its file was taken away, closing it has kept what it held.
    if (existsSync(open.path)) quarantine(open.path, ports.dataFolder);
    return null;
  }
}

/** Opened for its backup alone, as any other workspace is. One that will not open is kept as the file that it is. */
function keepClosedOne({ ports }: Services, path: string): string | null {
  let open: OpenWorkspace | null = null;
  // Opening takes back the half of a change that a killed process left: both are kept as they were found.
  if (sidecarEndingsOf(path).length > 0) quarantine(path, ports.dataFolder);
  try {
    open = openWorkspaceFile(path, ports);
    if (open.info.readOnly) throw new Refusal('workspace-read-only', { fileName: basename(path) });
    return open.backUp('restore').id;
  } catch (cause) {
    const isLeftAlone = cause instanceof Refusal && (cause.code === 'workspace-in-use' || open?.info.readOnly);
    if (isLeftAlone || (!(cause instanceof Refusal) && !saysDamaged(cause))) throw cause;
    quarantine(path, ports.dataFolder);
    settleJournal(path);
    return null;
  } finally {
    open?.close();
  }
}
