import type { ZipEntry } from './zipDirectory.ts';
import { readEntry } from './zipParts.ts';

export type PackageKind = {
  readonly kind: 'docx' | 'xlsx' | 'xlsb' | 'ods' | undefined;
  /** The part that holds the document or the list of sheets. */
  readonly part: string;
  readonly mimeType: string;
};

/** No list of parts is longer; what is, is not read to find out. */
const longestList = 2_000_000;

/**
 * What an office file is, by what it says of its parts and else by their names; `kind` is undefined for any other zip.
 * Throws `file-damaged` where these lists cannot be expanded.
 */
export function packageKind(bytes: Uint8Array, entries: readonly ZipEntry[], fileName: string): PackageKind {
  const text = (name: string): string => {
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === name);
    if (entry === undefined || entry.size > longestList) return '';
    const part = readEntry(bytes, entry, fileName);
    return new TextDecoder(part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(part);
  };
  const mimeType = text('mimetype').trim();
  const of = (kind: PackageKind['kind'], part = ''): PackageKind => ({ kind, part, mimeType });
  if (mimeType !== '') return of(/opendocument\.spreadsheet/.test(mimeType) ? 'ods' : undefined, 'content.xml');

  const contentTypes = text('[content_types].xml');
  const partOf = (type: RegExp): string | undefined => {
    for (const [override] of contentTypes.matchAll(/<(?:\w+:)?Override\b[^>]*>/g)) {
      if (!type.test(/ContentType\s*=\s*["']([^"']*)["']/.exec(override)?.[1] ?? '')) continue;
      return /PartName\s*=\s*["'][/\\]?([^"']*)["']/.exec(override)?.[1]?.replaceAll('\\', '/');
    }
    return undefined;
  };
  const document = partOf(
    /wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml/i,
  );
  if (document !== undefined) return of('docx', document);
  const names = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  const binary = names.get('xl/workbook.bin');
  if (binary !== undefined) return of('xlsb', binary);
  const workbook =
    partOf(/spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.\w+\.macroEnabled\.main\+xml/i) ??
    names.get('xl/workbook.xml');
  if (workbook !== undefined) return of('xlsx', workbook);
  const word = names.get('word/document.xml');
  if (word !== undefined) return of('docx', word);
  // A writer that forgot to say what it wrote.
  if (names.has('content.xml') && names.has('meta-inf/manifest.xml')) {
    const manifest = text('meta-inf/manifest.xml');
    if (/opendocument\.spreadsheet/.test(manifest)) return of('ods', 'content.xml');
    return { kind: undefined, part: '', mimeType: manifest };
  }
  return of(undefined);
}
