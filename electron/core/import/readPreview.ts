import { createHash } from 'node:crypto';
import type { ImportCorrections, ImportPreview } from '#shared/model/importPreview.ts';
import { readFile } from './readers/readFile.ts';
import { understand } from './understand/understand.ts';

/** Reads and understands a file in this thread. Throws `ImportError`. `previewFile` is the way in with limits. */
export async function readPreview(
  bytes: Uint8Array,
  fileName: string,
  corrections?: ImportCorrections | undefined,
): Promise<ImportPreview> {
  const { kind, sheets } = await readFile(bytes, fileName);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { fileName, sha256, kind }, ...understand(sheets, { corrections }) };
}
