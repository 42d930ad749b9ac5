import { parseStrictXml } from './strictXml.ts';
import type { ZipEntry } from './zipDirectory.ts';
import { readEntry } from './zipParts.ts';

/** The parts of a Word document that say something about its text. Undefined where the document has none. */
export type WordParts = {
  readonly document: string | undefined;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
  readonly theme: string | undefined;
  readonly comments: string | undefined;
  /** Addresses outside the document by the id of their relationship. */
  readonly links: ReadonlyMap<string, string>;
  readonly settings: string | undefined;
  readonly footnotes: LinkedPart | undefined;
  readonly endnotes: LinkedPart | undefined;
  /** A header or a footer by the id that a section names. */
  readonly edge: (id: string) => LinkedPart | undefined;
};

/** A part of its own with the addresses that it links to. */
export type LinkedPart = { readonly xml: string; readonly links: ReadonlyMap<string, string> };

/**
 * Reads the parts that the relationships of the document name, and those at their usual places where it has no
 * relationships. The last word of a relationship's type is the same in strict and in transitional documents.
 */
export function readWordParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  documentPart: string,
  fileName: string,
): WordParts {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const text = (name: string): string | undefined => {
    const entry = byName.get(name.toLowerCase());
    return entry === undefined ? undefined : decodeXml(readEntry(bytes, entry, fileName));
  };
  const folder = folderOf(documentPart);
  const { targets, places, links } = relationshipsOf(documentPart, text);
  const part = (kind: string, usual: string): string | undefined => text(targets.get(kind) ?? `${folder}${usual}`);
  const linked = (place: string | undefined): LinkedPart | undefined => {
    const xml = place === undefined ? undefined : text(place);
    return place === undefined || xml === undefined ? undefined : { xml, links: relationshipsOf(place, text).links };
  };
  return {
    document: text(documentPart),
    styles: part('styles', 'styles.xml'),
    numbering: part('numbering', 'numbering.xml'),
    theme: part('theme', 'theme/theme1.xml'),
    comments: part('comments', 'comments.xml'),
    links,
    settings: part('settings', 'settings.xml'),
    footnotes: linked(targets.get('footnotes')),
    endnotes: linked(targets.get('endnotes')),
    edge: (id) => linked(places.get(id)),
  };
}

const folderOf = (part: string): string => part.replace(/[^/]*$/, '');

type Relationships = {
  /** Places of parts by the kind of the relationship, the first of each, and by its id. */
  readonly targets: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
};

function relationshipsOf(part: string, text: (name: string) => string | undefined): Relationships {
  const folder = folderOf(part);
  const relationships = text(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const [targets, places, links] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  if (relationships === undefined) return { targets, places, links };
  parseStrictXml(relationships, {
    onOpen: (element) => {
      const target = element.attribute('Target');
      if (element.name !== 'Relationship' || target === undefined) return;
      const [id, kind] = [element.attribute('Id') ?? '', (element.attribute('Type') ?? '').replace(/^.*\//, '')];
      if (element.attribute('TargetMode') === 'External') {
        links.set(id, target);
        return;
      }
      const place = placeOfPart(folder, target);
      places.set(id, place);
      if (!targets.has(kind)) targets.set(kind, place);
    },
    onClose: () => undefined,
  });
  return { targets, places, links };
}

/** A target is a path from the folder of the document, or from the root of the package where it begins with a slash. */
function placeOfPart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const place: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') place.pop();
    else if (step !== '.') place.push(step);
  }
  return place.join('/');
}

/** XML says its encoding by its first bytes; Word writes UTF-8, some other programs UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
