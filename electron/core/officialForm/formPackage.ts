import { Refusal, type RefusedKind } from '#shared/errors.ts';
import { officialFormLimits } from '#shared/limits.ts';
import { ImportError } from '../import/importError.ts';
import { compoundSignature, openCompoundFile } from '../import/readers/compoundFile.ts';
import { holdsMacros, refusedCompound, refusedKind, refusedZip, startsWith } from '../import/readers/fileKind.ts';
import { refuseXml, toUtf8 } from '../import/readers/inspectXml.ts';
import { packageKind } from '../import/readers/packageKind.ts';
import { parseStrictXml } from '../import/readers/strictXml.ts';
import { readEntry, readZipDirectory, type ZipEntry } from '../import/readers/zipDirectory.ts';
import { decodeXml, readXmlTree, type XmlTree } from './xmlTree.ts';

/** The blank form, taken apart: every part as it was, and those that filling it reads or writes as XML. */
export interface FormPackage {
  /** By name, in the order of the file. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly documentPart: string;
  readonly document: XmlTree;
  /** null where the form has no such part. */
  readonly styles: XmlTree | null;
  readonly numbering: XmlTree | null;
  /** The names of those parts by the last word of the relationship's type. */
  readonly partOf: (kind: 'styles' | 'numbering') => string | null;
  /** The names of every part that the document relates to as this. */
  readonly partsOf: (kind: 'header' | 'settings') => readonly string[];
  readonly relationsPart: string;
  /** Of the document, as text; '' where there are none. */
  readonly relations: string;
  /** How relationships of this document name their kinds: strict documents have another way than usual ones. */
  readonly relationBase: string;
}

const wordNamespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main':
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** What a file is opened as: its limits, and the names of what only such a file is refused for. */
export interface OpenedAs {
  readonly notWord: 'form-not-word' | 'style-not-word';
  readonly hasMacros: 'form-has-macros' | 'style-has-macros';
  readonly fileBytes: number;
  readonly expandedBytes: number;
}
const blankForm: OpenedAs = {
  notWord: 'form-not-word',
  hasMacros: 'form-has-macros',
  fileBytes: officialFormLimits.fileBytes,
  expandedBytes: officialFormLimits.expandedBytes,
};

/**
 * Opens a blank form, or another Word document or template by `as`. Throws the refusals `file-empty`, `file-too-large`, `file-encrypted`, `file-damaged`,
 * `form-not-word` and `form-has-macros` (or those of `as`), each with the name of the file.
 */
export function openFormPackage(bytes: Uint8Array, fileName: string, as: OpenedAs = blankForm): FormPackage {
  try {
    return open(bytes, fileName, as);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (cause instanceof ImportError && cause.code !== 'import-cancelled') {
      throw new Refusal(cause.code, cause.detail, { cause });
    }
    throw new Refusal('file-damaged', { fileName }, { cause });
  }
}

function open(bytes: Uint8Array, fileName: string, as: OpenedAs): FormPackage {
  const notWord = (kind?: RefusedKind): Refusal =>
    new Refusal(as.notWord, kind === undefined ? { fileName } : { fileName, kind });
  if (bytes.length === 0) throw new Refusal('file-empty', { fileName, kind: 'no-bytes' });
  if (bytes.length > as.fileBytes) {
    throw new Refusal('file-too-large', { fileName, limit: `${as.fileBytes / 1_048_576} MB` });
  }
  if (startsWith(bytes, ...compoundSignature)) {
    const compound = openCompoundFile(bytes);
    if (compound === undefined) throw new Refusal('file-damaged', { fileName });
    if (compound.names.has('encryptedpackage')) throw new Refusal('file-encrypted', { fileName });
    throw notWord(refusedCompound(compound) ?? undefined);
  }
  if (!startsWith(bytes, 0x50, 0x4b)) throw notWord(refusedKind(bytes));
  const entries = readZipDirectory(bytes, fileName);
  const found = packageKind(bytes, entries, fileName);
  if (found.kind !== 'docx') {
    const names = entries.map(({ name }) => name);
    throw notWord(found.kind === undefined ? refusedZip(names, found.mimeType) : 'other-spreadsheet');
  }
  // Before anything is expanded: what may hold programs is not looked into.
  if (holdsMacros(bytes)) throw new Refusal(as.hasMacros, { fileName });
  const parts = readParts(bytes, entries, fileName, as);
  if (saysMacros(parts)) throw new Refusal(as.hasMacros, { fileName });
  return assemble(parts, nameOf(parts, found.part) ?? found.part, fileName);
}

function readParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  fileName: string,
  as: OpenedAs,
): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  let expanded = 0;
  for (const entry of entries) {
    expanded += entry.size;
    if (expanded > as.expandedBytes) {
      const limit = `${as.expandedBytes / 1_000_000} MB once it is expanded`;
      throw new Refusal('file-too-large', { fileName, place: entry.name, limit });
    }
    const damaged = taken.has(entry.name.toLowerCase()) || entry.name.split('/').includes('..');
    if (damaged) throw new Refusal('file-damaged', { fileName, place: entry.name });
    taken.add(entry.name.toLowerCase());
    const part = readEntry(bytes, entry, fileName);
    if (/\.(?:xml|rels)$/iu.test(entry.name) && refuseXml(toUtf8(part)) !== undefined) {
      throw new Refusal('file-damaged', { fileName, place: entry.name });
    }
    parts.set(entry.name, part);
  }
  return parts;
}

function saysMacros(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const types = textOf(parts, '[Content_Types].xml') ?? '';
  if (/macroEnabled|vbaProject/iu.test(types)) return true;
  return [...parts.keys()].some(
    (name) =>
      /vbaproject|vbadata/iu.test(name) ||
      // Under another name the relationship still says what it is.
      (/\.rels$/iu.test(name) && /\/(?:vbaProject|wordVbaData)["']/iu.test(textOf(parts, name) ?? '')),
  );
}

function assemble(parts: ReadonlyMap<string, Uint8Array>, documentPart: string, fileName: string): FormPackage {
  const damaged = (place: string, cause?: unknown): Refusal =>
    new Refusal('file-damaged', { fileName, place }, { cause });
  const tree = (name: string | null): XmlTree | null => {
    const text = name === null ? undefined : textOf(parts, name);
    if (name === null || text === undefined) return null;
    try {
      parseStrictXml(text, { onOpen: () => undefined, onClose: () => undefined });
      return readXmlTree(text);
    } catch (cause) {
      throw damaged(name, cause);
    }
  };
  const folder = documentPart.replace(/[^/]*$/u, '');
  const usualRelations = `${folder}_rels/${documentPart.slice(folder.length)}.rels`;
  const relationsPart = nameOf(parts, usualRelations) ?? usualRelations;
  const relations = tree(relationsPart)?.xml ?? '';
  const partsOf = (kind: string): readonly string[] =>
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gu)].flatMap(([element]) => {
      if (!new RegExp(`\\bType\\s*=\\s*["'][^"']*/${kind}["']`, 'u').test(element)) return [];
      const target = /\bTarget\s*=\s*["']([^"']*)["']/u.exec(element)?.[1];
      return nameOf(parts, placeOfPart(folder, target ?? '')) ?? [];
    });
  const partOf = (kind: 'styles' | 'numbering'): string | null => partsOf(kind)[0] ?? null;
  const document = tree(documentPart);
  if (document === null) throw damaged(documentPart);
  const head = document.xml.slice(document.root.start, document.root.innerStart);
  const namespace = /\sxmlns:w\s*=\s*["']([^"']*)["']/u.exec(head)?.[1] ?? '';
  const relationBase = wordNamespaces[namespace];
  // Programs that name the letters of Word otherwise are rare; saving in Word brings the usual ones back.
  if (relationBase === undefined || document.root.name !== 'w:document') throw damaged(documentPart);
  return {
    parts,
    documentPart,
    document,
    styles: tree(partOf('styles')),
    numbering: tree(partOf('numbering')),
    partOf,
    partsOf,
    relationsPart,
    relations,
    relationBase,
  };
}

export interface PartRelation {
  readonly id: string;
  /** The last word of its type: `header`, `image`, `theme` … */
  readonly kind: string;
  /** The part's name, or the address where it is `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** What a part is related to, as written; a target that is no part of the file stays as it is said. */
export function relationsOfPart(parts: FormPackage['parts'], part: string): readonly PartRelation[] {
  const folder = part.replace(/[^/]*$/u, '');
  const text = textOf(parts, `${folder}_rels/${part.slice(folder.length)}.rels`) ?? '';
  // A file may name any number of parts that it has not: each is looked up, and not searched for.
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  return [...text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gu)].map(([element]) => {
    const valueIn = (name: string): string =>
      decodeXml(new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(element)?.[1] ?? '');
    const external = valueIn('TargetMode').toLowerCase() === 'external';
    const target = external ? valueIn('Target') : placeOfPart(folder, valueIn('Target'));
    return {
      id: valueIn('Id'),
      kind: valueIn('Type').replace(/^.*\//u, ''),
      target: external ? target : (names.get(target.toLowerCase()) ?? target),
      external,
    };
  });
}

/** Office compares the names of parts without regard to case. */
function nameOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  if (parts.has(name)) return name;
  return [...parts.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? null;
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string | undefined {
  const part = parts.get(nameOf(parts, name) ?? name);
  return part === undefined ? undefined : new TextDecoder().decode(toUtf8(part));
}

function placeOfPart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const place: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') place.pop();
    else if (step !== '.') place.push(step);
  }
  return place.join('/');
}
