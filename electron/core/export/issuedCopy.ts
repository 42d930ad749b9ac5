import { createHash } from 'node:crypto';
import type { IssuedDocument } from '#shared/model/tables.ts';
import { keepContent, sha256Of } from '../files/contents.ts';
import { loadDraft } from '../readiness/repository.ts';
import { readinessOf } from '../readiness/rules.ts';
import type { JobContext, QueryContext } from '../services.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';

export interface IssuedCopy {
  readonly cycleId: string;
  readonly kind: IssuedDocument['kind'];
  readonly version: string;
  /** For the version's entry: *Issued as a Word document*. */
  readonly note: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly fingerprint: string;
  readonly settings: Readonly<Record<string, IssuedDocument['settings']>>;
}

/**
 * Keeps an issued copy byte for byte under a version of its own, in one step, with what the submission still asked for
 * when it was issued regardless.
 */
export function issueCopy(context: JobContext, copy: IssuedCopy): string {
  const { cycleId, kind, version, note, bytes, fileName, fingerprint, settings } = copy;
  return context.change(`Issued ${version}`, ({ rows, ports, stepId, now }) => {
    keepContent(rows.database, bytes);
    const versionId = ports.newId();
    rows.insert('version', { id: versionId, name: version, stepId, namedAt: now, note });
    const id = ports.newId();
    const sha256 = sha256Of(bytes);
    rows.insert('issuedDocument', {
      id,
      cycleId,
      kind,
      versionId,
      fileName,
      sha256,
      fingerprint,
      issuedAt: now,
      settings: {
        ...settings,
        openMusts: readinessOf(loadDraft(rows, cycleId, ports.today()))
          .filter(({ weight }) => weight === 'must')
          .map(({ message }) => message),
      },
    });
    return id;
  });
}

/** Issued copies of a cycle are counted, whatever their kind. */
export const nextVersion = (rows: TableAccess, cycleId: string): string =>
  `Version ${rows.all('issuedDocument', { cycleId }).length + 1}`;

/** The first characters of the SHA-256 of the content, spaced for reading aloud. */
export function fingerprintOf(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12).toUpperCase();
  return digest.match(/.{4}/g)?.join(' ') ?? digest;
}

/** A draft carries the day of its newest change, so that the same content gives the same bytes; an issue, today. */
export function dateOfCopy(draft: boolean, { ports }: QueryContext, rows: TableAccess): string {
  if (!draft) return ports.today();
  const [newest] = rows.select('SELECT max(at) AS at FROM step');
  return typeof newest?.at === 'string' ? newest.at.slice(0, 10) : ports.today();
}
