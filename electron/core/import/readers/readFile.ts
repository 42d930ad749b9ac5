import type { RefusedKind } from '#shared/errors.ts';
import { importLimits } from '#shared/limits.ts';
import { fileTooLarge, ImportError, type ImportErrorCode } from '../importError.ts';
import type { ReadResult } from '../sheet.ts';
import { readBinaryWorkbook } from './binaryWorkbook.ts';
import { compoundSignature, openCompoundFile } from './compoundFile.ts';
import { holdsMacros, refusedCompound, refusedKind, refusedZip, startsWith } from './fileKind.ts';
import { readWithSheetJs } from './legacySpreadsheet.ts';
import { readOpenDocument } from './openDocument.ts';
import { packageKind } from './packageKind.ts';
import { readTextual } from './readTextual.ts';
import { DamagedXml } from './scanXml.ts';
import { readWorkbook } from './spreadsheet.ts';
import { tidyPackage } from './tidyPackage.ts';
import { readWord } from './word.ts';
import { refuseWorkbookStream } from './workbookStream.ts';
import { readZipDirectory } from './zipDirectory.ts';

/**
 * Reads any file that may hold a plan. What it is, is told from its contents: a file saved under the wrong ending
 * reads like any other. Throws only `ImportError`.
 */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const fail = (code: ImportErrorCode, cause?: unknown): never => {
    throw new ImportError(code, { fileName }, { cause });
  };
  if (bytes.length === 0) throw new ImportError('file-empty', { fileName, kind: 'no-bytes' });
  if (bytes.length > importLimits.fileBytes) throw fileTooLarge(fileName);
  try {
    const result = readByContents(bytes, fileName);
    if (result.sheets.every((sheet) => sheet.rows.length === 0) && (result.outline ?? []).length === 0) {
      if (result.kind === 'docx') fail('file-not-a-plan');
      throw new ImportError('file-empty', { fileName, kind: holdsMacros(bytes) ? 'only-macros' : 'no-cells' });
    }
    return result;
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    if (cause instanceof DamagedXml && cause.part !== undefined) {
      throw new ImportError('file-damaged', { fileName, place: cause.part }, { cause });
    }
    return fail(saysEncrypted(cause) ? 'file-encrypted' : 'file-damaged', cause);
  }
}

const saysEncrypted = (cause: unknown): boolean => cause instanceof Error && /password|encrypt/i.test(cause.message);

function unsupported(fileName: string, kind: RefusedKind | undefined): ImportError {
  return new ImportError('file-type-unsupported', kind === undefined ? { fileName } : { fileName, kind });
}

function readByContents(bytes: Uint8Array, fileName: string): ReadResult {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return readZip(bytes, fileName);
  if (startsWith(bytes, ...compoundSignature)) return readCompound(bytes, fileName);
  // Workbooks before Excel 5 are a bare stream that begins with a BOF record.
  if ([0x00, 0x02, 0x04, 0x08].some((version) => startsWith(bytes, 0x09, version)) && (bytes[3] ?? 1) === 0) {
    return readWorkbookStream(bytes, fileName);
  }
  const kind = refusedKind(bytes);
  if (kind !== undefined) throw unsupported(fileName, kind);
  return readTextual(bytes, fileName);
}

function readCompound(bytes: Uint8Array, fileName: string): ReadResult {
  const compound = openCompoundFile(bytes);
  if (compound === undefined) throw new ImportError('file-damaged', { fileName });
  if (compound.names.has('encryptedpackage')) throw new ImportError('file-encrypted', { fileName });
  const stream = compound.read('workbook') ?? compound.read('book');
  if (stream !== undefined) return readWorkbookStream(stream, fileName);
  if (compound.names.has('workbook') || compound.names.has('book')) throw new ImportError('file-damaged', { fileName });
  throw unsupported(fileName, refusedCompound(compound));
}

/** The stream alone, without the container: a plan needs no document properties, and damaged ones are dangerous. */
function readWorkbookStream(stream: Uint8Array, fileName: string): ReadResult {
  const refused = refuseWorkbookStream(stream);
  if (refused !== undefined) {
    throw new ImportError(refused === 'encrypted' ? 'file-encrypted' : 'file-damaged', { fileName });
  }
  return { kind: 'xls', sheets: readWithSheetJs(stream, fileName) };
}

function readZip(bytes: Uint8Array, fileName: string): ReadResult {
  const entries = readZipDirectory(bytes, fileName);
  if (entries.length === 0) throw new ImportError('file-empty', { fileName, kind: 'no-bytes' });
  const { kind, part, mimeType } = packageKind(bytes, entries, fileName);
  if (kind === undefined) {
    throw unsupported(
      fileName,
      refusedZip(
        entries.map(({ name }) => name),
        mimeType,
      ),
    );
  }
  const tidy = tidyPackage(bytes, entries, fileName);
  switch (kind) {
    case 'docx':
      return { kind, ...readWord(tidy, readZipDirectory(tidy, fileName), part, fileName) };
    case 'xlsb':
      return { kind, sheets: readBinaryWorkbook(tidy, fileName) };
    case 'xlsx':
      return { kind, sheets: readWorkbook(tidy, fileName) };
    case 'ods':
      return { kind, sheets: readOpenDocument(tidy, fileName) };
  }
}
