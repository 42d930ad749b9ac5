import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { type Recovery, recoverySchema } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import { workspaceLimits } from '#shared/limits.ts';
import { folderForReading } from '../files/fileNames.ts';
import type { Ports } from '../ports.ts';
import { backupFacts, backupsOf, isWhole, workspaceKeyOf } from './backups.ts';
import { codeOf } from './connection.ts';
import { DamagedWorkspace } from './openFile.ts';
import { fileEnding, isWorkspaceName } from './places.ts';
import { quarantine, quarantineFolderOf } from './quarantine.ts';

/**
 * What to tell a person about a file that could not be opened, with its backups, each checked whole; null for an error
 * that says nothing of the file itself (a full disk, a token). A damaged file is copied to quarantine.
 */
export function recoveryFor(path: string, cause: unknown, ports: Ports): Recovery | null {
  if (!(cause instanceof Refusal)) return null;
  const code = recoverySchema.shape.code.safeParse(cause.code);
  if (!code.success) return null;
  return {
    fileName: basename(path),
    code: code.data,
    folder: folderForReading(dirname(path), homedir()),
    workspaceId: workspaceKeyOf(path),
    holder: cause.detail.holder ?? null,
    findings: findingsOf(cause),
    backups: backupsOf(path, ports.dataFolder).map((backup) => ({
      ...backupFacts(backup),
      verified: isWhole(backup.path),
    })),
    quarantined: code.data === 'workspace-damaged' ? quarantined(path, ports) : null,
    beside: filesBeside(path),
    quarantineFolder: folderForReading(quarantineFolderOf(ports.dataFolder), homedir()),
  };
}

/** "Eastmere (from LAB-PC-7, 21 November 2026 14.02).tcplan" beside "Eastmere.tcplan". */
function filesBeside(path: string): readonly string[] {
  const start = `${basename(path, fileEnding)} (`;
  try {
    return readdirSync(dirname(path))
      .filter((name) => name.startsWith(start) && isWorkspaceName(name))
      .toSorted()
      .slice(-workspaceLimits.filesBesideShown);
  } catch {
    // A folder that is away or not for us to read has nothing to offer.
    return [];
  }
}

function findingsOf(refusal: Refusal): readonly string[] {
  if (refusal instanceof DamagedWorkspace) return refusal.findings;
  return refusal.code === 'workspace-migration-failed' && refusal.cause instanceof Error ? [refusal.cause.message] : [];
}

/** On a full disk the damaged file is still where it was; telling of it must not fail. */
function quarantined(path: string, ports: Ports): string | null {
  try {
    return quarantine(path, ports.dataFolder);
  } catch (cause) {
    ports.log(`quarantine failed: ${codeOf(cause) || 'unknown'}`);
    return null;
  }
}
