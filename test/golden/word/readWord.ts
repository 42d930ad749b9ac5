import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part, read strictly: a part that is not well-formed throws. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own text, children excluded. */
  text: string;
}

export interface WordFile {
  readonly parts: ReadonlyMap<string, XmlElement>;
  readonly names: readonly string[];
  readonly document: XmlElement;
}

/** Unzips a document and reads every XML part of it. */
export function readWord(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const parts = new Map<string, XmlElement>();
  for (const [name, content] of Object.entries(files)) {
    if (/\.(?:xml|rels)$/u.test(name)) parts.set(name, parseXml(strFromU8(content)));
  }
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new Error('The file has no word/document.xml');
  return { parts, names: Object.keys(files), document };
}

function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('The part is empty');
  return first;
}

/** Every element of that name below, in document order. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function first(element: XmlElement, name: string): XmlElement | undefined {
  return all(element, name)[0];
}

/** What a reader sees: runs, with breaks as new lines and tabs as tabs. */
export function textOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return element.text;
    case 'w:br':
      return '\n';
    case 'w:tab':
      return '\t';
    case 'w:pPr':
    case 'w:instrText':
      return '';
    default:
      return element.children.map(textOf).join('');
  }
}

export function valueIn(element: XmlElement, name: string): string | undefined {
  return first(element, name)?.attributes['w:val'];
}

/** The paragraphs in a style. */
export function styled(element: XmlElement, style: string): readonly XmlElement[] {
  return all(element, 'w:p').filter((paragraph) => valueIn(paragraph, 'w:pStyle') === style);
}
