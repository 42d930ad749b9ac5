import { basename } from 'node:path';
import { Refusal } from '#shared/errors.ts';
import { type FileLayer, writeFileAtomically } from './atomicWrite.ts';
import { isSafeFileName } from './fileNames.ts';

/**
 * Writes a finished document where a person chose, whole or not at all. Throws the refusals `file-name-refused`,
 * `file-in-use`, `save-disk-full`, `save-not-allowed` and `save-folder-missing`, and `export-failed` for what has no
 * name here; what was at the place before is then as it was.
 */
export function saveDocument(path: string, bytes: Uint8Array, files?: FileLayer): void {
  const fileName = basename(path);
  // Everywhere, not on Windows alone: the document is for others, and most of them have Windows.
  if (!isSafeFileName(fileName)) throw new Refusal('file-name-refused', { fileName });
  try {
    writeFileAtomically(path, bytes, files);
  } catch (cause) {
    throw refusalOf(cause as NodeJS.ErrnoException, fileName);
  }
}

function refusalOf(cause: NodeJS.ErrnoException, fileName: string): Refusal {
  const refusal = (code: ConstructorParameters<typeof Refusal>[0]) => new Refusal(code, { fileName }, { cause });
  switch (cause.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return refusal('save-disk-full');
    case 'EBUSY':
    case 'ETXTBSY':
      return refusal('file-in-use');
    case 'EPERM':
    case 'EACCES':
      // Word and Excel hold the file that they show, and Windows then refuses to put another in its place. Where the
      // folder itself takes nothing, the new file was refused before that.
      return refusal(cause.syscall === 'rename' ? 'file-in-use' : 'save-not-allowed');
    case 'EROFS':
      return refusal('save-not-allowed');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'EIO':
      return refusal('save-folder-missing');
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return refusal('file-name-refused');
    case 'EEXIST':
      // Something else has the name of its folder.
      return refusal('save-folder-missing');
    case 'EISDIR':
      return new Refusal('export-failed', { fileName, reason: 'A folder has that name already.' }, { cause });
    default:
      return new Refusal('export-failed', { fileName, reason: 'The document could not be saved there.' }, { cause });
  }
}
