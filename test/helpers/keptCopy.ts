import { keepContent, sha256Of } from '#core/files/contents.ts';
import type { IssuedDocument } from '#shared/model/tables.ts';
import type { TestCore } from './openCore.ts';

/** An issued copy on record, for what is about its signature: without the time that writing a document takes. */
export function keptCopy({ services }: TestCore, cycleId: string, kind: IssuedDocument['kind'] = 'word'): string {
  return services.change('Issued a copy', ({ rows, ports, now }) => {
    const bytes = new TextEncoder().encode(`A copy of ${cycleId} as ${kind}`);
    keepContent(rows.database, bytes);
    const id = ports.newId();
    rows.insert('issuedDocument', {
      id,
      cycleId,
      kind,
      versionId: null,
      fileName: `issued.${kind === 'web' ? 'html' : 'docx'}`,
      sha256: sha256Of(bytes),
      fingerprint: 'AAAA BBBB CCCC',
      issuedAt: now,
      settings: {},
    });
    return id;
  });
}
