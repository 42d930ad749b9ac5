import { EncryptedFileError } from 'hucre';
import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';
import type { FileKind, ReadResult, Sheet } from '../sheet.ts';
import { readWithSheetJs } from './legacySpreadsheet.ts';
import { readWithHucre } from './spreadsheet.ts';
import { decodeText, readDelimited } from './text.ts';
import { tidyPackage } from './tidyPackage.ts';
import { readWord } from './word.ts';
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts';
import { readEntry } from './zipParts.ts';

/**
 * Reads any file that may hold a plan. What it is, is told from its contents: a file saved under the wrong ending
 * reads like any other. Throws only `ImportError`.
 */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const fail = (code: ImportError['code'], cause?: unknown): never => {
    throw new ImportError(code, { fileName }, { cause });
  };
  if (bytes.length === 0) fail('file-empty');
  if (bytes.length > importLimits.fileBytes) fail('file-too-large');
  try {
    const result = await readByContents(bytes, fileName);
    if (result.sheets.every((sheet) => sheet.rows.length === 0)) {
      fail(result.kind === 'docx' ? 'file-not-a-plan' : 'file-empty');
    }
    return result;
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    return fail(saysEncrypted(cause) ? 'file-encrypted' : 'file-damaged', cause);
  }
}

const saysEncrypted = (cause: unknown): boolean =>
  cause instanceof EncryptedFileError || (cause instanceof Error && /password|encrypt/i.test(cause.message));

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

async function readByContents(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return readZip(bytes, fileName);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return readCompoundFile(bytes, fileName);
  // Workbooks before Excel 97 are a bare stream that begins with a BOF record.
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04) || startsWith(bytes, 0x09, 0x02)) {
    return { kind: 'xls', sheets: readWithSheetJs(bytes, fileName) };
  }
  return readTextual(bytes, fileName);
}

/** A name in the directory of an OLE compound file is UTF-16. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

function readCompoundFile(bytes: Uint8Array, fileName: string): ReadResult {
  if (holdsName(bytes, 'EncryptedPackage')) throw new ImportError('file-encrypted', { fileName });
  if (!holdsName(bytes, 'Workbook') && !holdsName(bytes, 'Book')) {
    throw new ImportError(holdsName(bytes, 'Root Entry') ? 'file-type-unsupported' : 'file-damaged', { fileName });
  }
  return { kind: 'xls', sheets: readWithSheetJs(withoutProperties(bytes), fileName) };
}

/**
 * A copy in which the document properties (author, title) are not found: a plan needs none, and a damaged count in
 * them makes the reader fill the memory with empty properties.
 */
function withoutProperties(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = Buffer.from('SummaryInformation', 'utf16le');
  for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1)) copy[at] = 0x78;
  return copy;
}

async function readZip(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  const entries = readZipDirectory(bytes, fileName);
  const kind = kindOfZip(bytes, entries, fileName);
  if (kind === undefined) throw new ImportError('file-type-unsupported', { fileName });
  const tidy = tidyPackage(bytes, entries, fileName);
  switch (kind.kind) {
    case 'docx':
      return { kind: 'docx', ...readWord(tidy, readZipDirectory(tidy, fileName), kind.part, fileName) };
    case 'xlsb':
      return { kind: 'xlsb', sheets: readWithSheetJs(tidy, fileName) };
    case 'xlsx':
    case 'ods':
      return { kind: kind.kind, sheets: await readWithEither(tidy, kind.kind, fileName) };
  }
}

type ZipKind = { readonly kind: 'docx' | 'xlsx' | 'xlsb' | 'ods'; readonly part: string };

function kindOfZip(bytes: Uint8Array, entries: readonly ZipEntry[], fileName: string): ZipKind | undefined {
  const text = (name: string): string => {
    const entry = entries.find((candidate) => candidate.name === name);
    return entry === undefined || entry.size > 1_000_000
      ? ''
      : new TextDecoder().decode(readEntry(bytes, entry, fileName));
  };
  const mimeType = text('mimetype').trim();
  if (mimeType !== '') {
    return /opendocument\.spreadsheet/.test(mimeType) ? { kind: 'ods', part: 'content.xml' } : undefined;
  }
  const contentTypes = text('[Content_Types].xml');
  const partOf = (type: RegExp): string | undefined => {
    for (const [override] of contentTypes.matchAll(/<(?:\w+:)?Override\b[^>]*>/g)) {
      if (!type.test(/ContentType="([^"]*)"/.exec(override)?.[1] ?? '')) continue;
      return /PartName="\/?([^"]*)"/.exec(override)?.[1];
    }
    return undefined;
  };
  const document = partOf(
    /wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml/i,
  );
  if (document !== undefined) return { kind: 'docx', part: document };
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return { kind: 'xlsb', part: 'xl/workbook.bin' };
  const workbook = partOf(/spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.\w+\.macroEnabled\.main\+xml/i);
  if (workbook !== undefined || names.has('xl/workbook.xml'))
    return { kind: 'xlsx', part: workbook ?? 'xl/workbook.xml' };
  if (names.has('word/document.xml')) return { kind: 'docx', part: 'word/document.xml' };
  return undefined;
}

async function readWithEither(bytes: Uint8Array, kind: 'xlsx' | 'ods', fileName: string): Promise<readonly Sheet[]> {
  try {
    return await readWithHucre(bytes, kind, fileName);
  } catch (refused) {
    if (refused instanceof ImportError || saysEncrypted(refused)) throw refused;
    // The first reader stumbles on chart sheets and the like; what the second cannot read either is damaged.
    return readWithSheetJs(bytes, fileName);
  }
}

const unreadable: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x4d, 0x5a],
];

function readTextual(bytes: Uint8Array, fileName: string): ReadResult {
  if (unreadable.some((signature) => startsWith(bytes, ...signature))) {
    throw new ImportError('file-type-unsupported', { fileName });
  }
  const text = decodeText(bytes);
  if (text.trim() === '') throw new ImportError('file-empty', { fileName });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file from text
  const control = (text.slice(0, 4_000).match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g) ?? []).length;
  if (control > 4 || control > text.length / 50) throw new ImportError('file-type-unsupported', { fileName });

  const head = text.slice(0, 4_000).trimStart();
  const isXml = /^<\?xml\b/i.test(head);
  if (/<!entity/i.test(text) || (isXml && /<!doctype(?!\s+html)/i.test(head))) {
    throw new ImportError('file-damaged', { fileName });
  }
  const kind = markupKind(head, text, isXml);
  if (kind === 'other') throw new ImportError('file-type-unsupported', { fileName });
  if (kind !== undefined) return { kind, sheets: readWithSheetJs(text, fileName) };
  return { kind: 'csv', sheets: [readDelimited(bytes, fileName)] };
}

function markupKind(head: string, text: string, isXml: boolean): FileKind | 'other' | undefined {
  if (!isXml && !/^(<!--|<!doctype\s+html|<html|<table|<head|<meta|<body|<div|<style)/i.test(head)) return undefined;
  if (/<(\w+:)?workbook\b/i.test(head)) return 'xls';
  return /<table\b/i.test(text) ? 'html' : 'other';
}
