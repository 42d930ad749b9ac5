import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { syncFile, temporaryBeside } from '../files/atomicWrite.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { isWhole, type StoredBackup } from './backups.ts';
import { openConnection, saysBusy, saysDamaged } from './connection.ts';
import { holderName, refuseIfHeld } from './lock.ts';
import { takePlaceOf } from './migrate.ts';
import { quarantine } from './quarantine.ts';
import { sidecarEndingsOf } from './sidecars.ts';

/**
 * Puts a verified backup in the place of the workspace at `path`, and leaves it closed. What is there is backed up
 * first where it is open, or copied to quarantine where it could not be opened, so there is always a way forward.
 * Throws `backup-damaged`, `workspace-in-use` and the errors of the file system; then the workspace is as it was.
 */
export function restoreBackup(services: Services, path: string, backup: StoredBackup): void {
  const { ports, session } = services;
  const copy = temporaryBeside(path);
  try {
    // Copied before anything else: backing up thins the older ones, and this may be among them.
    copyFileSync(backup.path, copy);
    syncFile(copy);
    if (!isWhole(copy)) throw new Refusal('backup-damaged', { fileName: backup.madeAt });
    const open = session.current();
    if (open?.path === path) keepOpenOne(services, open);
    else if (existsSync(path)) {
      refuseIfHeld(path, ports.now());
      refuseIfOpenElsewhere(path);
      quarantine(path, ports.dataFolder);
      settleJournal(path);
    }
    takePlaceOf(path, copy, ports.dataFolder, ports.now());
  } catch (cause) {
    rmSync(copy, { force: true });
    throw cause;
  }
}

/** Somebody may have restored it in another window since it could not be opened here, and be writing in it. */
function refuseIfOpenElsewhere(path: string): void {
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
function keepOpenOne({ ports, session }: Services, open: OpenWorkspace): void {
  if (open.info.readOnly) throw new Refusal('workspace-read-only', { fileName: open.info.fileName });
  try {
    open.backUp('restore');
    session.change(null);
  } catch (cause) {
    if (!saysDamaged(cause) && !(cause instanceof Refusal)) throw cause;
    session.change(null);
    quarantine(open.path, ports.dataFolder);
  }
}
