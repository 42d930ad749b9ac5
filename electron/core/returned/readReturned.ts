import type { ReturnedDocument } from '#shared/contract/returned.ts';
import { returnedLimits } from '#shared/limits.ts';
import type { Cycle } from '#shared/model/tables.ts';
import { contentOf, sha256Of } from '../files/contents.ts';
import { readWordFile } from '../import/readers/wordFile.ts';
import type { WordPages } from '../import/readers/wordModel.ts';
import type { TableAccess } from '../workspace/tableAccess.ts';
import { commentsOf } from './commentsOf.ts';
import { compareDocuments, type DocumentChange } from './compareDocuments.ts';
import { addressesIn, documentParagraphs } from './documentParagraphs.ts';

/**
 * What a returned Word document is: a copy that was issued, byte for byte or word for word; one with changed
 * paragraphs; or none of them. Its comments are read whichever it is, since drafts come back too. Without a cycle, the
 * copies of every cycle are looked through. Throws `ImportError` for a file that is no Word document.
 */
export function readReturned(
  rows: TableAccess,
  cycle: Cycle | null,
  fileName: string,
  bytes: Uint8Array,
): ReturnedDocument {
  const issued = rows.all('issuedDocument', cycle ? { cycleId: cycle.id } : {}, ['issuedAt']).toReversed();
  const sha256 = sha256Of(bytes);
  const exact = issued.find((document) => document.sha256 === sha256);
  const facts = exact ? factsOf(rows, exact.id) : null;
  // A page of the web is known by its bytes alone.
  if (facts && exact?.kind !== 'word')
    return { fileName, verdict: 'issued', document: facts, changes: [], changed: 0, comments: [] };
  const returned = readWordFile(bytes, fileName);
  const comments = cycle ? commentsOf(rows, cycle, fileName, documentParagraphs(returned)) : [];
  if (facts) return { fileName, verdict: 'issued', document: facts, changes: [], changed: 0, comments };
  const { document, changes } = nearest(
    rows,
    issued.filter(({ kind }) => kind === 'word'),
    returned,
  );
  if (!document || !changes) return { fileName, verdict: 'other', document: null, changes: [], changed: 0, comments };
  return {
    fileName,
    verdict: changes.length === 0 ? 'same-words' : 'changed',
    document: factsOf(rows, document),
    changes: changes.slice(0, returnedLimits.changesShown),
    changed: changes.length,
    comments,
  };
}

/** The issued copy that differs least; of those that differ alike, the newest. */
function nearest(
  rows: TableAccess,
  issued: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[],
  returned: WordPages,
): { readonly document: string | null; readonly changes: readonly DocumentChange[] | null } {
  let best: { readonly document: string | null; readonly changes: readonly DocumentChange[] | null } = {
    document: null,
    changes: null,
  };
  for (const { id, sha256, fileName } of issued) {
    const pages = readWordFile(contentOf(rows.database, sha256), fileName);
    const changes = compareDocuments(documentParagraphs(pages), documentParagraphs(returned, addressesIn(pages)));
    if (changes && (!best.changes || changes.length < best.changes.length)) best = { document: id, changes };
    if (changes?.length === 0) break;
  }
  return best;
}

function factsOf(rows: TableAccess, id: string): ReturnedDocument['document'] {
  const { fileName, issuedAt, fingerprint, versionId } = rows.get('issuedDocument', id);
  return {
    id,
    fileName,
    issuedAt,
    fingerprint,
    version: versionId === null ? '' : (rows.find('version', versionId)?.name ?? ''),
  };
}
