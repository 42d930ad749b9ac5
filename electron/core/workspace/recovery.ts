import { basename } from 'node:path';
import { type Recovery, recoverySchema } from '#shared/contract/workspace.ts';
import { Refusal } from '#shared/errors.ts';
import type { Ports } from '../ports.ts';
import { backupFacts, backupsOf, isWhole } from './backups.ts';
import { codeOf } from './connection.ts';
import { DamagedWorkspace } from './openFile.ts';
import { quarantine } from './quarantine.ts';

/**
 * What to tell a person about a file that could not be opened, with its backups, each checked whole; null for an error
 * that is nothing to recover from (a file in use, a missing one). A damaged file is copied to quarantine.
 */
export function recoveryFor(path: string, cause: unknown, ports: Ports): Recovery | null {
  if (!(cause instanceof Refusal)) return null;
  const code = recoverySchema.shape.code.safeParse(cause.code);
  if (!code.success) return null;
  return {
    fileName: basename(path),
    code: code.data,
    findings: findingsOf(cause),
    backups: backupsOf(path, ports.dataFolder).map((backup) => ({
      ...backupFacts(backup),
      verified: isWhole(backup.path),
    })),
    quarantined: code.data === 'workspace-damaged' ? quarantined(path, ports) : null,
  };
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
