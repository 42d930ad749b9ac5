import { strFromU8, unzipSync } from 'fflate';
import { attributeIn, readXmlTree, type XmlNode, type XmlTree } from '../../officialForm/xmlTree.ts';

/** A document of our own writer, unzipped. */
export interface WordPackage {
  readonly part: (name: string) => XmlTree;
  readonly bytes: (name: string) => Uint8Array;
  /** What a relationship of a part, by default the body, leads to: a part of the package, or an address. */
  readonly target: (id: string, part?: string) => string;
}

export function openWordPackage(document: Uint8Array): WordPackage {
  const files = unzipSync(document);
  const bytes = (name: string): Uint8Array => {
    const found = files[name];
    if (found === undefined) throw new Error(`The document has no ${name}`);
    return found;
  };
  const part = (name: string): XmlTree => readXmlTree(strFromU8(bytes(name)));
  const known = new Map<string, ReadonlyMap<string, string>>();
  const targetsOf = (name: string): ReadonlyMap<string, string> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const relationships = part(`word/_rels/${name}.rels`);
    const targets = new Map(
      relationships.root.children.map((node) => [
        attributeIn(relationships, node, 'Id') ?? '',
        attributeIn(relationships, node, 'Target') ?? '',
      ]),
    );
    known.set(name, targets);
    return targets;
  };
  return { part, bytes, target: (id, name = 'document.xml') => targetsOf(name).get(id) ?? '' };
}

/** Twips, twentieths of a point, as points. */
export function pointsIn(tree: XmlTree, node: XmlNode | undefined, name: string): number | undefined {
  const value = node === undefined ? undefined : attributeIn(tree, node, name);
  return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value) / 20;
}

export function colourIn(tree: XmlTree, node: XmlNode | undefined, name: string): string | undefined {
  const value = node === undefined ? undefined : attributeIn(tree, node, name);
  return value !== undefined && /^[0-9a-f]{6}$/iu.test(value) ? value.toUpperCase() : undefined;
}

/** Whether a property is there and not turned off. */
export function isOn(tree: XmlTree, node: XmlNode | undefined): boolean {
  return node !== undefined && !['0', 'false'].includes(attributeIn(tree, node, 'w:val') ?? '');
}
