import { importLimits } from '#shared/limits.ts';

/**
 * An element of an XML part with the places of its letters in the text that it was read from, so that a part can be
 * changed where it has to be and stays, letter by letter, what it was everywhere else.
 */
export interface XmlNode {
  /** As written, prefix included. */
  readonly name: string;
  /** The whole element. */
  readonly start: number;
  readonly end: number;
  /** What is between its tags; both are `end` for an element without an end tag of its own. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly children: readonly XmlNode[];
  readonly parent: XmlNode | null;
}

export interface XmlTree {
  readonly xml: string;
  readonly root: XmlNode;
}

type Open = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { children: XmlNode[] };

const tokens =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>"'=<!?]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/gu;

/** Reads XML that was found to be well formed. Throws where it is not, or is nested beyond the limit. */
export function readXmlTree(xml: string): XmlTree {
  const open: Open[] = [];
  let root: XmlNode | undefined;
  for (const token of xml.matchAll(tokens)) {
    const [whole, slash, name, , own] = token;
    if (name === undefined) continue;
    const end = token.index + whole.length;
    if (slash === '/') {
      const closed = open.pop();
      if (closed === undefined || closed.name !== name) throw new Error('An end tag has no start');
      closed.innerEnd = token.index;
      closed.end = end;
      continue;
    }
    const parent = open.at(-1) ?? null;
    const node: Open = { name, start: token.index, end, innerStart: end, innerEnd: end, children: [], parent };
    if (parent === null && root !== undefined) throw new Error('There are two roots');
    parent?.children.push(node);
    root ??= node;
    if (own === '/') continue;
    if (open.length >= importLimits.xmlDepth) throw new Error('The XML is nested too deeply');
    open.push(node);
  }
  if (root === undefined || open.length > 0) throw new Error('The XML ends too early');
  return { xml, root };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  return text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** An attribute by the name it is written with, prefix included. */
export function attributeIn({ xml }: XmlTree, node: XmlNode, name: string): string | undefined {
  const tag = xml.slice(node.start + node.name.length + 1, node.innerStart === node.end ? node.end : node.innerStart);
  for (const [, key, value = '', other = ''] of tag.matchAll(/([^\s="'/<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    if (key === name) return decodeXml(value || other);
  }
  return undefined;
}

/** The text straight inside an element, comments left out. */
export function ownText({ xml }: XmlTree, node: XmlNode): string {
  return decodeXml(
    xml
      .slice(node.innerStart, node.innerEnd)
      .replaceAll(/<!--[\s\S]*?-->/gu, '')
      .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (_, text: string) => escapeXml(text)),
  );
}

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name);

/** Along a path of names. */
export function below(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>(childOf, node);
}

/** Every element of that name below, in document order. */
export function allBelow(node: XmlNode, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (each: XmlNode): void => {
    for (const child of each.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

export const sourceOf = ({ xml }: XmlTree, node: XmlNode): string => xml.slice(node.start, node.end);
export const innerOf = ({ xml }: XmlTree, node: XmlNode): string => xml.slice(node.innerStart, node.innerEnd);

/** Changes to a part, gathered and then made at once; what they do not name stays as it is. */
export interface XmlEdits {
  readonly replace: (start: number, end: number, by: string) => void;
  readonly insert: (at: number, text: string) => void;
  readonly remove: (node: XmlNode) => void;
  /** What stands between two places once the changes are made; undefined where none is. */
  readonly within: (start: number, end: number) => string | undefined;
  readonly apply: () => string;
}

export function editXml({ xml }: XmlTree): XmlEdits {
  type Edit = { readonly start: number; readonly end: number; readonly by: string; readonly order: number };
  const edits: Edit[] = [];
  const replace = (start: number, end: number, by: string): void => {
    edits.push({ start, end, by, order: edits.length });
  };
  const applied = (some: readonly Edit[], from: number, to: number): string => {
    const pieces: string[] = [];
    let at = from;
    for (const { start, end, by } of some.toSorted((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)) {
      // Two answers in one place would be a fault here, never in the form: it must not pass as a damaged document.
      if (start < at) throw new Error('Two changes of one part overlap');
      pieces.push(xml.slice(at, start), by);
      at = end;
    }
    pieces.push(xml.slice(at, to));
    return pieces.join('');
  };
  return {
    replace,
    insert: (at, text) => replace(at, at, text),
    remove: ({ start, end }) => replace(start, end, ''),
    within: (from, to) => {
      const inside = edits.filter(({ start, end }) => start >= from && end <= to);
      return inside.length === 0 ? undefined : applied(inside, from, to);
    },
    apply: () => applied(edits, 0, xml.length),
  };
}
