import { importLimits } from '#shared/limits.ts';
import { ImportError } from '../importError.ts';
import { refuseXml, toUtf8 } from './inspectXml.ts';
import type { ZipEntry } from './zipDirectory.ts';
import { readEntry, storeParts } from './zipParts.ts';

/** Folders whose parts hold nothing that a plan is read from, and which may be most of a file. */
const leftOut =
  /(^|\/)(media|drawings|charts|embeddings|pivotcache|pivottables|customxml|printersettings|externallinks|activex|ctrlprops|diagrams|slicers|slicercaches|timelines|timelinecaches|querytables|webextensions|customui|model|fonts|thumbnails|pictures|configurations2|basic|dialogs|scripts|object [^/]*|objectreplacements)\//i;
const kept = /(\.(xml|rels|bin)|^mimetype)$/i;
const macros = /vbaproject\w*\.bin$/i;
const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);
/** Looked through for a word and never given to a parser; OpenOffice 2 declared a document type in it. */
const isManifest = (name: string): boolean => /^meta-inf\/manifest\.xml$/i.test(name);

/**
 * The parts of an office file that a plan may be read from, expanded once and checked, in a plain zip in which nothing
 * is left to expand. A reader given this cannot be deceived by the zip itself. Throws `file-encrypted`, `file-too-large`,
 * and `file-damaged` with the part.
 */
export function tidyPackage(bytes: Uint8Array, entries: readonly ZipEntry[], fileName: string): Uint8Array {
  const chosen = entries.filter(
    ({ name }) => kept.test(name) && !leftOut.test(name) && !macros.test(name) && !name.split('/').includes('..'),
  );
  let expanded = 0;
  const parts = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const entry of chosen) {
    expanded += entry.size;
    if (expanded > importLimits.expandedBytes) {
      const limit = `${importLimits.expandedBytes / 1_000_000} MB once it is expanded`;
      throw new ImportError('file-too-large', { fileName, place: entry.name, limit });
    }
    // Two parts of one name: programs differ in which they take, so neither is to be trusted.
    if (taken.has(entry.name.toLowerCase())) throw new ImportError('file-damaged', { fileName, place: entry.name });
    taken.add(entry.name.toLowerCase());
  }
  for (const entry of chosen) {
    const whole = readEntry(bytes, entry, fileName);
    const part = isXml(entry.name) ? toUtf8(whole) : whole;
    if (isXml(entry.name) && !isManifest(entry.name) && refuseXml(part) !== undefined) {
      throw new ImportError('file-damaged', { fileName, place: entry.name });
    }
    parts.set(entry.name, part);
  }
  return storeParts(named(parts));
}

/**
 * Office compares the names of parts without regard to case, readers do not: each part gets the name by which the
 * others speak of it.
 */
function named(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const spelling = new Map<string, string>();
  const spell = (name: string): void => {
    if (!spelling.has(name.toLowerCase())) spelling.set(name.toLowerCase(), name);
  };
  for (const name of ['[Content_Types].xml', '_rels/.rels', 'mimetype', 'content.xml', 'styles.xml']) spell(name);
  for (const [name, part] of parts) {
    if (!/\.rels$/i.test(name)) continue;
    const folder = name.replace(/_rels\/[^/]*$/i, '');
    for (const target of targetsOf(part)) {
      const path = resolvePath(folder, target);
      spell(path);
      spell(path.replace(/([^/]*)$/, '_rels/$1.rels'));
    }
  }
  return new Map([...parts].map(([name, part]) => [spelling.get(name.toLowerCase()) ?? name, part]));
}

function targetsOf(part: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(part);
  return [...text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].flatMap(([element]) =>
    /TargetMode\s*=\s*["']External/.test(element) ? [] : (/\bTarget\s*=\s*["']([^"']*)["']/.exec(element)?.[1] ?? []),
  );
}

/** `../comments1.xml` from `xl/worksheets/` is `xl/comments1.xml`. */
function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
