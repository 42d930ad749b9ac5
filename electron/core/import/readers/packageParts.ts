import { attributeOf, scanXml } from './scanXml.ts';
import { readEntry, readZipDirectory, type ZipEntry } from './zipDirectory.ts';

export type Relation = {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `threadedComment`. */
  readonly type: string;
  /** A path in the package; outside it, the address as written. */
  readonly target: string;
  readonly external: boolean;
};

/** The parts of an Office package, expanded only when they are asked for. */
export type PackageParts = {
  readonly bytes: (path: string) => Uint8Array | undefined;
  /** Of a part, or of the package itself for `''`. */
  readonly relations: (path: string) => readonly Relation[];
};

/** Paths are compared without regard to case, as Office does. Throws `file-damaged` for a part that cannot be expanded. */
export function openPackage(zip: Uint8Array, fileName: string): PackageParts {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readZipDirectory(zip, fileName)) entries.set(keyOf(entry.name), entry);
  const bytes = (path: string): Uint8Array | undefined => {
    const entry = entries.get(keyOf(path));
    return entry === undefined ? undefined : readEntry(zip, entry, fileName);
  };
  const relations = (path: string): readonly Relation[] => {
    const slash = path.lastIndexOf('/') + 1;
    const part = bytes(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`);
    if (part === undefined) return [];
    const found: Relation[] = [];
    scanXml(part, {
      onOpen: (name, attributes) => {
        const target = attributes.Target;
        if (name !== 'Relationship' || target === undefined) return;
        const external = attributes.TargetMode === 'External';
        found.push({
          id: attributeOf(attributes, 'Id') ?? '',
          type: (attributes.Type ?? '').replace(/^.*\//, ''),
          target: external ? target : resolvePath(path, target),
          external,
        });
      },
    });
    return found;
  };
  return { bytes, relations };
}

const keyOf = (path: string): string => path.replace(/^\/+/, '').toLowerCase();

/** `../comments1.xml` from `xl/worksheets/sheet1.xml` is `xl/comments1.xml`. */
function resolvePath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
