import { attributeIn, childOf, type XmlNode, type XmlTree } from './xmlTree.ts';

/** A text box drawn on the page, by the paragraph that it is anchored in. */
export interface FormBox {
  /** What holds its paragraphs. */
  readonly node: XmlNode;
  readonly anchor: XmlNode;
  /** The same box as it is kept for other programs; null where these cannot be told apart, so that none is written in. */
  readonly twins: readonly XmlNode[] | null;
  /** It grows with what is written in it. */
  readonly grows: boolean;
  /** In points, margins within left out; null where its size is not said. */
  readonly room: { readonly width: number; readonly height: number } | null;
}

const alternatives: ReadonlySet<string> = new Set(['mc:Choice', 'mc:Fallback']);
const localName = (node: XmlNode): string => node.name.replace(/^.*:/u, '');

/**
 * The boxes that are anchored in a paragraph, in their order. Word keeps a box twice, as a drawing and for programs that
 * know none: it is read once, and the other is its twin.
 */
export function boxesIn(tree: XmlTree, paragraph: XmlNode): readonly FormBox[] {
  const boxes: FormBox[] = [];
  const take = (node: XmlNode, twins: readonly XmlNode[] | null): void => {
    boxes.push({
      node,
      anchor: paragraph,
      twins,
      grows: growsIn(tree, node, paragraph),
      room: roomOf(tree, node, paragraph),
    });
  };
  const visit = (node: XmlNode): void => {
    if (node.name === 'w:txbxContent') {
      take(node, []);
      return;
    }
    // What was deleted or moved away is not seen.
    if (node.name === 'w:del' || node.name === 'w:moveFrom') return;
    if (node.name !== 'mc:AlternateContent') {
      for (const child of node.children) visit(child);
      return;
    }
    const kept = node.children
      .filter(({ name }) => alternatives.has(name))
      .map(contentsBelow)
      .filter((contents) => contents.length > 0);
    const [first = [], ...others] = kept;
    const areAlike = others.every(({ length }) => length === first.length);
    first.forEach((content, at) => {
      take(content, areAlike ? others.flatMap((contents) => contents[at] ?? []) : null);
    });
  };
  for (const child of paragraph.children) visit(child);
  return boxes;
}

function contentsBelow(node: XmlNode): readonly XmlNode[] {
  return node.children.flatMap((child) => (child.name === 'w:txbxContent' ? [child] : contentsBelow(child)));
}

function ancestors(node: XmlNode, until: XmlNode): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (let at = node.parent; at !== null && at !== until; at = at.parent) found.push(at);
  return found;
}

function growsIn(tree: XmlTree, content: XmlNode, paragraph: XmlNode): boolean {
  const above = ancestors(content, paragraph);
  const shape = above.find((node) => localName(node) === 'wsp');
  const body = shape?.children.find((node) => localName(node) === 'bodyPr');
  if (body?.children.some((node) => localName(node) === 'spAutoFit')) return true;
  const textbox = above.find((node) => localName(node) === 'textbox');
  const style = textbox === undefined ? undefined : attributeIn(tree, textbox, 'style');
  return /mso-fit-shape-to-text:\s*t/iu.test(style ?? '');
}

const emuInPoint = 12_700;
/** What Word leaves between the frame and the words, on both sides together. */
const margins = { width: 14.4, height: 7.2 };
const pointsIn: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75, pc: 12, '': 0.75 };

function roomOf(tree: XmlTree, content: XmlNode, paragraph: XmlNode): FormBox['room'] {
  const above = ancestors(content, paragraph);
  // In a group each shape is scaled by the group, and its own size says little.
  if (above.some((node) => /^(?:wgp|grpSp|group)$/u.test(localName(node)))) return null;
  const place = above.find((node) => node.name === 'wp:anchor' || node.name === 'wp:inline');
  const extent = childOf(place, 'wp:extent');
  if (extent !== undefined) {
    return within(
      Number(attributeIn(tree, extent, 'cx')) / emuInPoint,
      Number(attributeIn(tree, extent, 'cy')) / emuInPoint,
    );
  }
  const shape = above.find((node) => /^v:/u.test(node.name) && localName(node) !== 'textbox');
  const style = shape === undefined ? '' : (attributeIn(tree, shape, 'style') ?? '');
  const size = (name: string): number => {
    const [, number, unit = ''] = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)\\s*([a-z]*)`, 'iu').exec(style) ?? [];
    return Number(number) * (pointsIn[unit.toLowerCase()] ?? Number.NaN);
  };
  return within(size('width'), size('height'));
}

const within = (width: number, height: number): FormBox['room'] =>
  width > margins.width && height > margins.height
    ? { width: width - margins.width, height: height - margins.height }
    : null;
