import { createHash } from 'node:crypto';
import type { ImportPreview } from '#shared/model/importPreview.ts';
import { ImportError } from './importError.ts';
import { readFile } from './readers/readFile.ts';
import { outlineSheets } from './understand/outline.ts';
import { keySheets } from './understand/outlineKey.ts';
import type { ReadOptions } from './understand/readTable.ts';
import { type RememberedReading, understandAsRemembered } from './understandAsRemembered.ts';

export type ReadPreviewOptions = ReadOptions & {
  /** How earlier files were corrected, to be used where the headings are the same. */
  readonly remembered?: readonly RememberedReading[] | undefined;
};

/**
 * Reads and understands a file in this thread. Throws `ImportError`. `previewFile` is the way in with limits.
 * @param read may remember what it read: each correction understands the same file anew.
 */
export async function readPreview(
  bytes: Uint8Array,
  fileName: string,
  options: ReadPreviewOptions = {},
  read: typeof readFile = readFile,
): Promise<ImportPreview> {
  const { kind, sheets: tables, outline } = await read(bytes, fileName);
  const plans = [...tables, ...outlineSheets(outline)];
  if (plans.every((sheet) => sheet.rows.length === 0)) throw new ImportError('file-not-a-plan', { fileName });
  const sheets = [...plans, ...keySheets(outline)];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { fileName, sha256, kind }, ...understandAsRemembered(sheets, options) };
}
