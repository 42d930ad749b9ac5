import { ImportError } from '../importError.ts';
import type { FileKind, ReadResult, Sheet } from '../sheet.ts';
import { readExcelXml } from './excelXml.ts';
import { refusedText } from './fileKind.ts';
import { readHtml } from './html.ts';
import { refuseXml, toUtf8 } from './inspectXml.ts';
import { readOpenDocument } from './openDocument.ts';
import { decodeText, readDelimited } from './text.ts';
import { storeParts } from './zipParts.ts';

/** Text of any kind: delimited, a web page saved as a workbook, or the XML of Excel 2003. Throws `ImportError`. */
export function readTextual(bytes: Uint8Array, fileName: string): ReadResult {
  const text = withoutFilling(decodeText(bytes));
  if (text.trim() === '') throw new ImportError('file-empty', { fileName, kind: 'no-cells' });
  if (isBinary(text)) throw new ImportError('file-type-unsupported', { fileName });
  const refused = refusedText(text);
  if (refused !== undefined) throw new ImportError('file-type-unsupported', { fileName, kind: refused });

  const head = text.slice(0, 4_000).trimStart();
  const isXml = /^<\?xml\b/i.test(head);
  if (/<!entity/i.test(text) || (isXml && /<!doctype(?!\s+html)/i.test(head))) {
    throw new ImportError('file-damaged', { fileName });
  }
  if (isXml && /<office:document\b/.test(head)) return { kind: 'ods', sheets: readFlat(bytes, fileName) };
  const kind = markupKind(head, text, isXml);
  if (kind === 'web-page' || kind === 'xml') throw new ImportError('file-type-unsupported', { fileName, kind });
  if (kind === 'html') return { kind, sheets: readHtml(text, fileName) };
  if (kind !== undefined) return { kind, sheets: readExcelXml(text, fileName) };
  return { kind: 'csv', sheets: [readDelimited(text, fileName)] };
}

/** An OpenDocument sheet in one piece has in it what the parts of a packed one hold. */
function readFlat(bytes: Uint8Array, fileName: string): readonly Sheet[] {
  const content = toUtf8(bytes);
  if (refuseXml(content) !== undefined) throw new ImportError('file-damaged', { fileName });
  return readOpenDocument(storeParts(new Map([['content.xml', content]])), fileName);
}

/** Some programs fill their fields up with zeros, which end where the field does. */
const withoutFilling = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the character that is looked for
  text.replace(/\u0000+/g, (zeros, at: number) => (/["',;|\t\r\n]/.test(text[at + zeros.length] ?? '') ? '' : zeros));

/** Control characters are what tells any other file from text; a text has one or two by accident. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  const control = (text.slice(0, 4_000).match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g) ?? []).length;
  return control > 4 || control > text.length / 50;
}

function markupKind(head: string, text: string, isXml: boolean): FileKind | 'web-page' | 'xml' | undefined {
  if (
    !isXml &&
    !/^(version:[\d.]+\s|<!--|<!doctype\s+html|<html|<table|<head|<meta|<body|<div|<style|<workbook)/i.test(head)
  ) {
    return undefined;
  }
  if (/<(\w+:)?workbook\b/i.test(head)) return 'xls';
  if (/<table\b/i.test(text)) return 'html';
  return isXml ? 'xml' : 'web-page';
}
