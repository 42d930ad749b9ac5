import { importLimits } from '#shared/limits.ts';
import { fileTooLarge, ImportError } from '../importError.ts';
import { compoundSignature, openCompoundFile } from './compoundFile.ts';
import { refusedCompound, refusedKind, refusedZip, startsWith } from './fileKind.ts';
import { packageKind } from './packageKind.ts';
import { tidyPackage } from './tidyPackage.ts';
import { readWordPages } from './word.ts';
import type { WordPages } from './wordModel.ts';
import { readZipDirectory } from './zipDirectory.ts';

/**
 * What stands on the pages of a Word document, with tracked changes accepted, for whatever is not a plan: with notes,
 * headers and footers, what is hidden, and the words of entries that nobody made. Throws only `ImportError`:
 * `file-empty`, `file-too-large`, `file-encrypted`, `file-damaged`, or `file-type-unsupported` for any other kind.
 */
export function readWordFile(bytes: Uint8Array, fileName: string): WordPages {
  if (bytes.length === 0) throw new ImportError('file-empty', { fileName, kind: 'no-bytes' });
  if (bytes.length > importLimits.fileBytes) throw fileTooLarge(fileName);
  if (!startsWith(bytes, 0x50, 0x4b)) throw otherKind(bytes, fileName);
  try {
    const entries = readZipDirectory(bytes, fileName);
    const { kind, part, mimeType } = packageKind(bytes, entries, fileName);
    if (kind !== 'docx') {
      const names = entries.map(({ name }) => name);
      const refused = kind === undefined ? refusedZip(names, mimeType) : 'other-spreadsheet';
      throw new ImportError('file-type-unsupported', { fileName, kind: refused });
    }
    const tidy = tidyPackage(bytes, entries, fileName);
    return readWordPages(tidy, readZipDirectory(tidy, fileName), part, fileName);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError('file-damaged', { fileName }, { cause });
  }
}

function otherKind(bytes: Uint8Array, fileName: string): ImportError {
  const compound = startsWith(bytes, ...compoundSignature) ? openCompoundFile(bytes) : undefined;
  if (compound?.names.has('encryptedpackage')) return new ImportError('file-encrypted', { fileName });
  const kind = compound ? refusedCompound(compound) : refusedKind(bytes);
  return new ImportError('file-type-unsupported', kind === undefined ? { fileName } : { fileName, kind });
}
